package io.github.dlfs4j.app.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Shows on a terminal, once a second, how far a long task has come. It overwrites one line, which it wipes at the end.
 * In a file or a pipe, and for tasks of less than a second, it prints nothing.
 */
public final class Progress {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final String WIPE = "\r\u001b[K";
    /** The weight of the previous running loss in the next one. */
    private static final double MEMORY = 0.7;

    private final PrintStream out;
    private final BooleanSupplier terminal;
    private final IntSupplier width;
    private final InstantSource clock;
    private Instant next;
    private boolean shown;
    /** When the first update of the task came. */
    private Instant start;

    private long startDone;
    private double runningLoss = Double.NaN;

    /**
     * Creates the progress of tasks that come one after the other.
     *
     * @param out where it is shown
     * @param terminal whether out is a terminal; asked only when there is something to print, since that takes long
     * @param clock tells when a second is over
     */
    public Progress(PrintStream out, BooleanSupplier terminal, InstantSource clock) {
        this(out, terminal, new TerminalWidth(), clock);
    }

    /** @param width the number of characters on a line of the terminal */
    Progress(PrintStream out, BooleanSupplier terminal, IntSupplier width, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        this.clock = clock;
        this.next = clock.instant().plus(PERIOD);
    }

    /**
     * Takes how much is done, and prints it if the last line is a second old.
     *
     * @param work what is done
     * @param done how much of it
     * @param total how much there is
     */
    public void update(String work, long done, long total) {
        update(work, done, total, null);
    }

    /**
     * Takes how many steps of a training are done, and prints it if the last line is a second old.
     *
     * @param work what is done
     * @param done how many steps
     * @param total how many there are
     * @param loss computes the loss; called only to print it
     */
    public void update(String work, long done, long total, DoubleSupplier loss) {
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

    /** Averages the losses, the last ones most, since the loss of single batches goes up and down. */
    private double running(double loss) {
        runningLoss = Double.isNaN(runningLoss) ? loss : MEMORY * runningLoss + (1 - MEMORY) * loss;
        return runningLoss;
    }

    /**
     * Replaces the line by another text, if a line is shown.
     *
     * @param work what is shown in its place
     */
    public void say(String work) {
        if (shown) {
            show(work);
        }
    }

    /** Adds a part if the line has room for it. */
    private String joined(String message, String part) {
        String longer = message + ", " + part;
        return longer.length() < width.getAsInt() ? longer : message;
    }

    private void show(String message) {
        out.print(WIPE + message.substring(0, Math.min(message.length(), Math.max(1, width.getAsInt() - 1))));
        out.flush();
        shown = true;
    }

    /** Ends the task. The next one is silent for a second again. */
    public void end() {
        if (shown) {
            out.print(WIPE);
            out.flush();
            shown = false;
        }
        start = null;
        next = clock.instant().plus(PERIOD);
    }
}
