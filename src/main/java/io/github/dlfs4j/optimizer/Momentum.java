package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Momentum, section 6.1.4. The parameters roll like a ball: their velocity <i>v</i> grows down the slope and fades by
 * friction (Polyak, <i>Some methods of speeding up the convergence of iteration methods</i>, 1964).
 *
 * <p><i>v ← αv - η ∂L/∂W</i>, then <i>W ← W + v</i>
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new Momentum(0.1);
 * for (int step = 0; step < 3; step++) {
 *     optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 *     System.out.println(parameters.get("x"));
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.9 -3. ]
 * [ 2.71 -4.9 ]
 * [ 2.439 -7.61 ]
 * }</pre>
 */
public final class Momentum extends RememberingOptimizer {
    private static final long serialVersionUID = 1;

    /**
     * Creates an optimiser with a momentum of 0.9.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code lr of Momentum must be finite, but is NaN}, {@code lr of Momentum must be
     *     above 0, but is -1.0}
     */
    public Momentum(double learningRate) {
        this(learningRate, 0.9);
    }

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @param momentum α, the share of the velocity that stays from step to step, from 0 to 1
     * @throws IllegalArgumentException {@code lr of Momentum must be finite, but is NaN}, {@code lr of Momentum must be
     *     above 0, but is -1.0}
     */
    public Momentum(double learningRate, double momentum) {
        super(learningRate, Kind.of("v"));
        number("momentum", momentum, Range.FROM_0_TO_1);
    }

    @Override
    void update(String name, NDArray parameter, NDArray gradient) {
        NDArray v = remembered("v", name, parameter);
        v.muli(number("momentum")).subi(gradient.mul(number("lr")));
        parameter.addi(v);
    }
}
