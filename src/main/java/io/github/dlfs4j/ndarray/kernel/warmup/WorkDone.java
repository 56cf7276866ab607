package io.github.dlfs4j.ndarray.kernel.warmup;

import java.util.concurrent.atomic.AtomicLong;

/** The amount of work that a program has done, counted until a warm-up pays. */
public final class WorkDone {
    private final long enough;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean isEnough;

    /**
     * Creates a count of 0.
     *
     * @param enough the amount at which a warm-up pays, in any unit
     */
    public WorkDone(long enough) {
        this.enough = enough;
    }

    /**
     * Adds an amount to the work done.
     *
     * @param amount how much work is done now, in the same unit
     * @return whether the work done is enough
     */
    public boolean isEnoughWith(long amount) {
        if (!isEnough && done.addAndGet(amount) >= enough) {
            isEnough = true;
        }
        return isEnough;
    }
}
