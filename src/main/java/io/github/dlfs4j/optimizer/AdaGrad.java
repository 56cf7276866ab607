package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * AdaGrad, section 6.1.5. A parameter that has changed much changes less from then on: <i>h</i> sums up the squares of
 * its gradients (Duchi, Hazan and Singer, <i>Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization</i>, 2011).
 *
 * <p><i>h ← h + (∂L/∂W)²</i>, then <i>W ← W - η ∂L/∂W / (√h + 10<sup>-7</sup>)</i>
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new AdaGrad(0.1);
 * for (int step = 0; step < 3; step++) {
 *     optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 *     System.out.println(parameters.get("x"));
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.90000001 -2.1       ]
 * [ 2.82928934 -2.17071068]
 * [ 2.77155431 -2.2284457 ]
 * }</pre>
 */
public final class AdaGrad extends RememberingOptimizer {
    private static final long serialVersionUID = 1;

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code lr of AdaGrad must be finite, but is NaN}, {@code lr of AdaGrad must be
     *     above 0, but is -1.0}
     */
    public AdaGrad(double learningRate) {
        super(learningRate, Kind.ofSquares("h"));
    }

    @Override
    void update(String name, NDArray parameter, NDArray gradient) {
        NDArray h = remembered("h", name, parameter);
        h.addi(gradient.square());
        parameter.subi(scaled(gradient.mul(number("lr")), h));
    }
}
