package io.github.dlfs4j.app;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Says on a terminal, once a second, how far a long work has come, on one line that is written over and wiped at the
 * end. Anywhere else, and for work of less than a second, it says nothing.
 */
final class Progress {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final String WIPE = "\r\u001b[K";
    /** How much of the running loss is that of the last line. */
    private static final double MEMORY = 0.7;

    private final PrintStream out;
    private final BooleanSupplier terminal;
    private final IntSupplier width;
    private final InstantSource clock;
    private Instant next;
    private boolean shown;
    /** Where the work was when it was first told of. */
    private Instant start;

    private long startDone;
    private double runningLoss = Double.NaN;

    /** @param terminal whether out is one; asked when there is something to say, since Java takes a while to tell */
    Progress(PrintStream out, BooleanSupplier terminal, InstantSource clock) {
        this(out, terminal, new TerminalWidth(), clock);
    }

    /** @param width how many characters a line of the terminal takes */
    Progress(PrintStream out, BooleanSupplier terminal, IntSupplier width, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        this.clock = clock;
        this.next = clock.instant().plus(PERIOD);
    }

    /** Tells how much is done; prints it if the time has come. */
    void update(String work, long done, long total) {
        update(work, done, total, null);
    }

    /**
     * Tells how many steps of a training are done; prints it if the time has come.
     *
     * @param loss computes the loss, which is only done to print it
     */
    void update(String work, long done, long total, DoubleSupplier loss) {
        Instant now = clock.instant();
        if (start == null) {
            start = now;
            startDone = done;
        }
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PERIOD);
        if (terminal.getAsBoolean()) {
            String message = work + " " + 100 * done / total + " %";
            double seconds = Duration.between(start, now).toNanos() / 1e9;
            if (done > startDone && seconds > 0) {
                double speed = (done - startDone) / seconds;
                message = joined(message, Figures.time((long) Math.ceil((total - done) / speed)) + " left");
                message = loss == null ? message : joined(message, Math.round(speed) + " steps/s");
            }
            show(loss == null ? message : joined(message, "loss " + Figures.fraction(running(loss.getAsDouble()))));
        }
    }

    /** A mean in which the last ones count most, since that of one batch goes up and down. */
    private double running(double loss) {
        runningLoss = Double.isNaN(runningLoss) ? loss : MEMORY * runningLoss + (1 - MEMORY) * loss;
        return runningLoss;
    }

    /** Says what is being done, if it is a work that has been told of. */
    void say(String work) {
        if (shown) {
            show(work);
        }
    }

    /** With another part, if the line has room for it. */
    private String joined(String message, String part) {
        String longer = message + ", " + part;
        return longer.length() < width.getAsInt() ? longer : message;
    }

    private void show(String message) {
        out.print(WIPE + message.substring(0, Math.min(message.length(), Math.max(1, width.getAsInt() - 1))));
        out.flush();
        shown = true;
    }

    /** Ends the work; the next one starts its second anew. */
    void end() {
        if (shown) {
            out.print(WIPE);
            out.flush();
            shown = false;
        }
        start = null;
        next = clock.instant().plus(PERIOD);
    }
}
