package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.PortableMath;

/**
 * A learning rate that falls at the end of each period: <i>η · factor<sup>⌊step / period⌋</sup></i>.
 *
 * <pre>{@code
 * StepDecay schedule = new StepDecay(0.1, 0.5, 1000);
 * System.out.println(schedule.rate(999) + " " + schedule.rate(1000) + " " + schedule.rate(2000));
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
public record StepDecay(double initial, double factor, long period) implements LearningRateSchedule {
    /**
     * Creates a schedule.
     *
     * @throws IllegalArgumentException {@code initial of StepDecay must be above 0, but is -1.0}, {@code factor of
     *     StepDecay must be above 0 and at most 1, but is 2.0}, {@code period of StepDecay must be a whole number from
     *     1 to 9007199254740992, but is 0.0}
     */
    public StepDecay {
        Range.ABOVE_0.check("initial of StepDecay", initial);
        Range.ABOVE_0_TO_1.check("factor of StepDecay", factor);
        Range.COUNT_FROM_1.check("period of StepDecay", (double) period);
    }

    @Override
    public double rate(long step) {
        return initial * PortableMath.pow(factor, (double) Math.floorDiv(step, period));
    }
}
