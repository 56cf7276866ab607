package io.github.dlfs4j.app.console;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Makes Ctrl-C, and other requests to end the process, wait until the current work has ended in good order. The Java
 * virtual machine exits when this is closed, or at a second request.
 */
public final class Interruption implements AutoCloseable {
    /** The signals that ask the process to end, with their numbers, which become part of the exit code. */
    private static final Map<String, Integer> SIGNALS = Map.of("INT", 2, "TERM", 15);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    /**
     * Takes requests from now on.
     *
     * @param stop asks the work to end soon; it is called by another thread
     */
    public Interruption(Runnable stop) {
        hook = new Thread(() -> endAfter(stop), "interruption");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Java is exiting already.
        }
    }

    private void endAfter(Runnable stop) {
        requested = true;
        SIGNALS.forEach(Interruption::endAtOnceAt);
        stop.run();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Lets a second request end the process at once; Java itself would let it wait for the first. The class for signals
     * is in module {@code jdk.unsupported}. Compilers warn of it, so it is called by reflection. Without it, a second
     * request has no effect.
     */
    private static void endAtOnceAt(String name, int number) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object end =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (o, method, args) -> {
                        if (method.getName().equals("handle")) {
                            Runtime.getRuntime().halt(128 + number);
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), end);
        } catch (ReflectiveOperationException e) {
            // A second request has no effect.
        }
    }

    /** {@return whether there was a request} */
    public boolean requested() {
        return requested;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // A request has just come, and its hook no longer has to wait.
            }
        }
    }
}
