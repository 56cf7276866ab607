package io.github.dlfs4j.ndarray.kernel;

import java.util.concurrent.atomic.AtomicLong;

/** What a program has computed, until it is so much that vectors pay. */
final class WorkDone {
    private final long enough;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean isEnough;

    /**
     * Nothing yet.
     *
     * @param enough so much, in any unit
     */
    WorkDone(long enough) {
        this.enough = enough;
    }

    /** Adds to it; whether it is enough by now. */
    boolean isEnoughWith(long amount) {
        if (!isEnough && done.addAndGet(amount) >= enough) {
            isEnough = true;
        }
        return isEnough;
    }
}
