package io.github.dlfs4j.app.page.training;

import java.util.Optional;

/**
 * The steps of a training since it last began or continued after a pause.
 *
 * @param first the number of steps before
 * @param start when that was, in nanoseconds
 * @param last the number of steps now
 * @param now when the last one was made
 */
record Pace(long first, long start, long last, long now) {
    private static final double NANOSECONDS = 1e9;

    static Pace from(long step) {
        long start = System.nanoTime();
        return new Pace(step, start, step, start);
    }

    Pace at(long step) {
        return new Pace(first, start, step, System.nanoTime());
    }

    /** Returns the steps per second; empty before the first step. */
    Optional<Double> stepsPerSecond() {
        return last == first || now == start
                ? Optional.empty()
                : Optional.of((last - first) * NANOSECONDS / (now - start));
    }
}
