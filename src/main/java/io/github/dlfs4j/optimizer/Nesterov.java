package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Nesterov's accelerated gradient: {@link Momentum} that takes the gradient where the velocity is about to lead
 * (Nesterov, <i>A method of solving a convex programming problem with convergence rate O(1/k²)</i>, 1983). The
 * parameters kept are those ahead, so that the gradient at them is the one that is wanted (Bengio,
 * Boulanger-Lewandowski and Pascanu, <i>Advances in Optimizing Recurrent Networks</i>, 2013, equation 7).
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
     * An optimiser with a momentum of 0.9.
     *
     * @param learningRate how much of the gradient a step takes, above 0
     * @throws IllegalArgumentException {@code lr of Nesterov must be finite, but is NaN}, {@code lr of Nesterov must be
     *     above 0, but is -1.0}
     */
    public Nesterov(double learningRate) {
        this(learningRate, 0.9);
    }

    /**
     * An optimiser that remembers nothing yet.
     *
     * @param learningRate how much of the gradient a step takes, above 0
     * @param momentum α, how much of the velocity stays from step to step, from 0 to 1
     * @throws IllegalArgumentException {@code lr of Nesterov must be finite, but is NaN}, {@code lr of Nesterov must be
     *     above 0, but is -1.0}
     */
    public Nesterov(double learningRate, double momentum) {
        super(Kind.of("v"));
        number("lr", learningRate, Range.ABOVE_0);
        number("momentum", momentum, Range.FROM_0_TO_1);
    }

    @Override
    void update(String name, NDArray parameter, NDArray gradient) {
        NDArray v = remembered("v", name, parameter);
        double lr = number("lr");
        double momentum = number("momentum");
        // In the order of the book, which moves the parameter by the velocity as it was: α(αv - ηg) - ηg, multiplied
        // out.
        parameter.addi(v.mul(momentum * momentum));
        parameter.subi(gradient.mul((1 + momentum) * lr));
        v.muli(momentum).subi(gradient.mul(lr));
    }
}
