package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Stochastic gradient descent, sections 4.5 and 6.1.2. Each update is a step against the gradient, <i>W ← W - η
 * ∂L/∂W</i>.
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new SGD(0.1);
 * optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 * System.out.println(parameters.get("x"));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.9 -3. ]
 * }</pre>
 */
public final class SGD extends RememberingOptimizer {
    private static final long serialVersionUID = 1;
    private static final String WORDS = "the learning rate";

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code the learning rate must be finite, but is NaN}, {@code the learning rate
     *     must be above 0, but is -1.0}
     */
    public SGD(double learningRate) {
        super(Range.ABOVE_0.check(WORDS, learningRate));
    }

    /**
     * Changes the learning rate for the next steps.
     *
     * @param learningRate the learning rate, above 0
     * @throws IllegalArgumentException {@code the learning rate must be finite, but is NaN}, {@code the learning rate
     *     must be above 0, but is -1.0}
     */
    @Override
    public void learningRate(double learningRate) {
        super.learningRate(Range.ABOVE_0.check(WORDS, learningRate));
    }

    @Override
    void update(String name, NDArray parameter, NDArray gradient) {
        parameter.subi(gradient.mul(number("lr")));
    }
}
