package io.github.dlfs4j.app;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Says once a second how far a long work has come. On a terminal the line is written over and wiped at the end; in a
 * file each message is a line. Work of less than a second leaves no trace.
 */
final class Progress {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream out;
    private final BooleanSupplier terminal;
    private final InstantSource clock;
    private Instant next;
    private boolean shown;

    /** @param terminal whether out is one; asked when there is something to say, since Java takes a while to tell */
    Progress(PrintStream out, BooleanSupplier terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.next = clock.instant().plus(PERIOD);
    }

    /** Tells how much is done; prints it if the time has come. */
    void update(String work, long done, long total) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PERIOD);
        String message = String.format(Locale.ROOT, "%s: %,d of %,d", work, done, total);
        if (terminal.getAsBoolean()) {
            out.print(WIPE + message);
            out.flush();
            shown = true;
        } else {
            out.println(message);
        }
    }

    /** Ends the work; the next one starts its second anew. */
    void end() {
        if (shown) {
            out.print(WIPE);
            out.flush();
            shown = false;
        }
        next = clock.instant().plus(PERIOD);
    }
}
