package io.github.dlfs4j.optimizer;

/**
 * A rule for the learning rate of each step: in most cases large steps first, and small ones near the end. It works
 * with any optimiser: {@code trainer.learningRate(new CosineDecay(0.1, 0.001, 1000))}.
 *
 * <p>The rate depends on the number of the step alone. So a training that is resumed with the same schedule continues
 * as if it had never ended.
 *
 * <pre>{@code
 * LearningRateSchedule warmUp = step -> 0.1 * Math.min(1, (step + 1) / 100.0);
 * System.out.println(warmUp.rate(0) + " " + warmUp.rate(49) + " " + warmUp.rate(500));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.001 0.05 0.1
 * }</pre>
 */
@FunctionalInterface
public interface LearningRateSchedule {
    /**
     * Returns the learning rate of a step.
     *
     * @param step the number of steps before this one, at least 0
     * @return the learning rate, above 0
     */
    double rate(long step);
}
