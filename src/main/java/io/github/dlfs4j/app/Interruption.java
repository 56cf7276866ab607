package io.github.dlfs4j.app;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C, or another polite request to end the process, wait until a work has ended in good order. The Java
 * virtual machine goes down when this is closed, or at a second request.
 */
final class Interruption implements AutoCloseable {
    /** What asks politely, and the number by which the exit code tells of it. */
    private enum Request {
        INT(2),
        TERM(15);

        private final int number;

        Request(int number) {
            this.number = number;
        }
    }

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    /** @param stop asks the work to end soon; called by another thread */
    Interruption(Runnable stop) {
        hook = new Thread(() -> endAfter(stop), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void endAfter(Runnable stop) {
        requested = true;
        for (Request request : Request.values()) {
            endAtOnceAt(request);
        }
        stop.run();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Java itself would let a second request wait for the first one. The class by which to hear of it is in module
     * {@code jdk.unsupported}: compilers warn of it, so it is called by reflection. Where it is missing or not willing,
     * the work is waited for.
     */
    private static void endAtOnceAt(Request request) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object end =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (o, method, args) -> {
                        if (method.getName().equals("handle")) {
                            Runtime.getRuntime().halt(128 + request.number);
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(request.name()), end);
        } catch (ReflectiveOperationException e) {
            // As said.
        }
    }

    boolean requested() {
        return requested;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The request came just now; the hook has nothing to wait for any more.
            }
        }
    }
}
