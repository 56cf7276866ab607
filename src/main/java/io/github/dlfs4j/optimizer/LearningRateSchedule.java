package io.github.dlfs4j.optimizer;

/**
 * How the learning rate changes while a network learns: large steps first, small ones near the end. A trainer asks for
 * it before each step, {@code trainer.learningRate(new CosineDecay(0.1, 0.001, 1000))}; with whatever optimiser.
 *
 * <p>A rate depends on nothing but the number of the step. So a training that is resumed, and given the same schedule,
 * goes on as if it had never ended.
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
     * The learning rate of a step.
     *
     * @param step how many steps have been made before it, from 0 on
     * @return above 0
     */
    double rate(long step);
}
