package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.PortableMath;

/**
 * A learning rate that falls along half a wave of the cosine: first slowly, then fast, and slowly again (Loshchilov and
 * Hutter, <i>SGDR: Stochastic Gradient Descent with Warm Restarts</i>, 2017, without its restarts). <i>η<sub>last</sub>
 * + (η<sub>first</sub> - η<sub>last</sub>)(1 + cos(π · step / steps)) / 2</i>
 *
 * <pre>{@code
 * CosineDecay schedule = new CosineDecay(0.5, 0.125, 1000);
 * System.out.println(schedule.rate(0) + " " + schedule.rate(500) + " " + schedule.rate(1000));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.5 0.3125 0.125
 * }</pre>
 *
 * @param initial the first learning rate
 * @param last the last learning rate, which stays from then on
 * @param steps the number of steps from the first to the last
 */
public record CosineDecay(double initial, double last, long steps) implements LearningRateSchedule {
    /**
     * Creates a schedule.
     *
     * @throws IllegalArgumentException {@code initial of CosineDecay must be above 0, but is -1.0}, and likewise for
     *     the last one, or {@code steps of CosineDecay must be a whole number from 1 to 9007199254740992, but is 0.0}
     */
    public CosineDecay {
        Range.ABOVE_0.check("initial of CosineDecay", initial);
        Range.ABOVE_0.check("last of CosineDecay", last);
        Range.COUNT_FROM_1.check("steps of CosineDecay", (double) steps);
    }

    @Override
    public double rate(long step) {
        if (step >= steps) {
            return last;
        }
        double share = (1 + PortableMath.cos(Math.PI * step / steps)) / 2;
        return initial * share + last * (1 - share);
    }
}
