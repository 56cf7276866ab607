package cluster;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs the main method of a class in a process that ends when its standard input does. So it ends with the process that
 * started it, in whatever way that one came to its end.
 */
final class Tethered {
    private Tethered() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(Tethered::endWithInput, "tether");
        watch.setDaemon(true);
        watch.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing comes but the end.
            }
        } catch (IOException e) {
            // That is an end as well.
        }
        Runtime.getRuntime().halt(1);
    }
}
