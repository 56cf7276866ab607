package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * RMSProp. Like {@link AdaGrad}, but it forgets old gradients, so that learning does not come to rest (Hinton, lecture
 * 6 of <i>Neural Networks for Machine Learning</i>, 2012).
 *
 * <p><i>h ← ρh + (1 - ρ)(∂L/∂W)²</i>, then <i>W ← W - η ∂L/∂W / (√h + 10<sup>-7</sup>)</i>
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new RMSProp(0.1);
 * for (int step = 0; step < 3; step++) {
 *     optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 *     System.out.println(parameters.get("x"));
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.000001  -2.9999999]
 * [ 1.2911203  -3.70888105]
 * [ 0.71087155 -4.28913011]
 * }</pre>
 */
public final class RMSProp extends RememberingOptimizer {
    private static final long serialVersionUID = 1;

    /**
     * Creates an optimiser with a decay of 0.99.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code lr of RMSProp must be finite, but is NaN}, {@code lr of RMSProp must be
     *     above 0, but is -1.0}
     */
    public RMSProp(double learningRate) {
        this(learningRate, 0.99);
    }

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @param decay ρ, the share of the past that stays from step to step, from 0 to 1
     * @throws IllegalArgumentException {@code lr of RMSProp must be finite, but is NaN}, {@code lr of RMSProp must be
     *     above 0, but is -1.0}
     */
    public RMSProp(double learningRate, double decay) {
        super(learningRate, Kind.ofSquares("h"));
        number("decay", decay, Range.FROM_0_TO_1);
    }

    @Override
    void update(String name, NDArray parameter, NDArray gradient) {
        NDArray h = remembered("h", name, parameter);
        double decay = number("decay");
        // In the book's order, so that the result is equal to the bit.
        h.muli(decay).addi(gradient.mul(1 - decay).muli(gradient));
        parameter.subi(scaled(gradient.mul(number("lr")), h));
    }
}
