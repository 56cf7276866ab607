package io.github.dlfs4j.app.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * The number of characters on a line of the terminal. It comes from the variable {@code COLUMNS}, or else from
 * {@code stty}, which is asked once, since Java itself does not know it.
 */
final class TerminalWidth implements IntSupplier {
    private static final int USUAL = 80;
    private static final File TERMINAL = new File("/dev/tty");

    private int width;

    @Override
    public int getAsInt() {
        if (width == 0) {
            int given = parsed(System.getenv("COLUMNS"));
            int known = given > 0 ? given : parsed(columnsOfStty());
            width = known > 0 ? known : USUAL;
        }
        return width;
    }

    /** Returns the number; 0 if it is missing or makes no sense. */
    private static int parsed(String columns) {
        try {
            return columns == null ? 0 : Math.max(0, Integer.parseInt(columns.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Runs {@code stty size}, which prints the rows and columns of the terminal. */
    private static String columnsOfStty() {
        if (!TERMINAL.exists()) {
            return null;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroy();
                return null;
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return size.substring(size.indexOf(' ') + 1);
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
