package io.github.dlfs4j.app.page;

import java.util.Optional;

/** Measures the steps per second of a training since it last began or continued after a pause. */
final class Pace {
    private static final double NANOSECONDS = 1e9;

    private long firstStep;
    private long lastStep;
    private long start;
    private long now;

    synchronized void begin(long step) {
        firstStep = step;
        lastStep = step;
        start = System.nanoTime();
        now = start;
    }

    synchronized void step(long step) {
        lastStep = step;
        now = System.nanoTime();
    }

    /** Returns the steps per second; empty before the first step. */
    synchronized Optional<Double> stepsPerSecond() {
        return lastStep == firstStep || now == start
                ? Optional.empty()
                : Optional.of((lastStep - firstStep) * NANOSECONDS / (now - start));
    }
}
