package io.github.dlfs4j.ndarray.kernel.warmup;

import java.util.concurrent.atomic.AtomicLong;

/** What a program has computed, until it is so much that vectors pay. */
public final class WorkDone {
    private final long enough;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean isEnough;

    /**
     * Nothing yet.
     *
     * @param enough so much, in any unit
     */
    public WorkDone(long enough) {
        this.enough = enough;
    }

    /**
     * Adds to it.
     *
     * @param amount what is done now
     * @return whether it is enough by now
     */
    public boolean isEnoughWith(long amount) {
        if (!isEnough && done.addAndGet(amount) >= enough) {
            isEnough = true;
        }
        return isEnough;
    }
}
