package io.github.dlfs4j.optimizer;

import java.util.Objects;

/**
 * A learning rate that rises in equal steps to the first rate of another schedule, and follows that schedule then. The
 * first steps of Adam go by few gradients, so they are kept small (Goyal et al., <i>Accurate, Large Minibatch SGD</i>,
 * 2017, section 2.2).
 *
 * <pre>{@code
 * LearningRateSchedule schedule = new LinearWarmUp(4, new CosineDecay(0.5, 0.125, 1000));
 * System.out.println(schedule.rate(0) + " " + schedule.rate(3) + " " + schedule.rate(4) + " " + schedule.rate(504));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.125 0.5 0.5 0.3125
 * }</pre>
 *
 * @param steps the number of steps of the rise
 * @param next the schedule from then on, whose step 0 comes after the rise
 */
public record LinearWarmUp(long steps, LearningRateSchedule next) implements LearningRateSchedule {
    /**
     * Creates a schedule.
     *
     * @throws IllegalArgumentException {@code steps of LinearWarmUp must be a whole number from 1 to 9007199254740992,
     *     but is 0.0}
     * @throws NullPointerException if the next schedule is null
     */
    public LinearWarmUp {
        Range.COUNT_FROM_1.check("steps of LinearWarmUp", (double) steps);
        Objects.requireNonNull(next, "next");
    }

    @Override
    public double rate(long step) {
        return step < steps ? next.rate(0) * (step + 1) / steps : next.rate(step - steps);
    }
}
