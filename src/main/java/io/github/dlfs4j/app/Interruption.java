package io.github.dlfs4j.app;

import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C, or another polite request to end the process, wait until a work has ended in good order. The Java
 * virtual machine goes down when this is closed.
 */
final class Interruption implements AutoCloseable {
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
        stop.run();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
