package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.PortableMath;

/**
 * A learning rate that falls a little in each step, by a factor in each period: <i>η · factor<sup>step /
 * period</sup></i>.
 *
 * <pre>{@code
 * ExponentialDecay schedule = new ExponentialDecay(0.1, 0.25, 1000);
 * System.out.println(schedule.rate(0) + " " + schedule.rate(500) + " " + schedule.rate(1000));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.1 0.05 0.025
 * }</pre>
 *
 * @param initial the first learning rate η
 * @param factor the share that is left after each period, above 0 and at most 1
 * @param period the number of steps in a period
 */
public record ExponentialDecay(double initial, double factor, long period) implements LearningRateSchedule {
    /**
     * Creates a schedule.
     *
     * @throws IllegalArgumentException {@code initial of ExponentialDecay must be above 0, but is -1.0}, {@code factor
     *     of ExponentialDecay must be above 0 and at most 1, but is 2.0}, {@code period of ExponentialDecay must be a
     *     whole number from 1 to 9007199254740992, but is 0.0}
     */
    public ExponentialDecay {
        Range.ABOVE_0.check("initial of ExponentialDecay", initial);
        Range.ABOVE_0_TO_1.check("factor of ExponentialDecay", factor);
        Range.COUNT_FROM_1.check("period of ExponentialDecay", (double) period);
    }

    @Override
    public double rate(long step) {
        return initial * PortableMath.pow(factor, (double) step / period);
    }
}
