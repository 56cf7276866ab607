package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Nesterov's accelerated gradient: {@link Momentum} with the gradient at the place where the velocity is about to lead
 * (Nesterov, <i>A method of solving a convex programming problem with convergence rate O(1/k²)</i>, 1983). The
 * network's parameters are those at that place, so that their gradient is the right one (Bengio, Boulanger-Lewandowski
 * and Pascanu, <i>Advances in Optimizing Recurrent Networks</i>, 2013, equation 7).
 *
 * <p><i>v ← αv - η ∂L/∂W</i>, then <i>W ← W + αv - η ∂L/∂W</i>
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new Nesterov(0.1);
 * for (int step = 0; step < 3; step++) {
 *     optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 *     System.out.println(parameters.get("x"));
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.81 -3.9 ]
 * [ 2.539 -6.61 ]
 * [  2.1951 -10.049 ]
 * }</pre>
 */
public final class Nesterov extends RememberingOptimizer {
    private static final long serialVersionUID = 1;

    /**
     * Creates an optimiser with a momentum of 0.9.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code lr of Nesterov must be finite, but is NaN}, {@code lr of Nesterov must be
     *     above 0, but is -1.0}
     */
    public Nesterov(double learningRate) {
        this(learningRate, 0.9);
    }

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @param momentum α, the share of the velocity that stays from step to step, from 0 to 1
     * @throws IllegalArgumentException {@code lr of Nesterov must be finite, but is NaN}, {@code lr of Nesterov must be
     *     above 0, but is -1.0}
     */
    public Nesterov(double learningRate, double momentum) {
        super(learningRate, Kind.of("v"));
        number("momentum", momentum, Range.FROM_0_TO_1);
    }

    @Override
    void update(String name, NDArray parameter, NDArray gradient) {
        NDArray v = remembered("v", name, parameter);
        double lr = number("lr");
        double momentum = number("momentum");
        // In the book's order: α(αv - ηg) - ηg, multiplied out, with the velocity before its update.
        parameter.addi(v.mul(momentum * momentum));
        parameter.subi(gradient.mul((1 + momentum) * lr));
        v.muli(momentum).subi(gradient.mul(lr));
    }
}
