package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.page.server.Refused;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The lock that a training holds during each step. Other threads use its network between two steps. */
final class StepLock {
    /** How long other threads wait for a step to end, in seconds. */
    private static final long PATIENCE_OF_OTHERS = 3;

    /** It is fair, so a waiting thread gets it before the next step. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Condition later = lock.newCondition();

    /** Takes the lock, however long that takes. */
    void take() {
        lock.lock();
    }

    /**
     * Takes the lock for another thread than that of the training.
     *
     * @throws Refused if the current step takes too long
     */
    void takeSoon() throws Refused {
        try {
            if (lock.tryLock(PATIENCE_OF_OTHERS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(Refused.UNAVAILABLE, "step");
    }

    void release() {
        lock.unlock();
    }

    /** Gives the lock to waiting threads, and takes it again. */
    void letOthersIn() {
        if (lock.hasQueuedThreads()) {
            lock.unlock();
            lock.lock();
        }
    }

    /** Gives the lock to other threads for a while, and takes it again. */
    void letOthersIn(long milliseconds) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (left > 0) {
            left = later.awaitNanos(left);
        }
    }
}
