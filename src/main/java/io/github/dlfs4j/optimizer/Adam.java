package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Adam, section 6.1.6. It combines the velocity <i>m</i> of {@link Momentum} with the scale <i>v</i> of
 * {@link RMSProp}, and corrects both for their start at 0 (Kingma and Ba, <i>Adam: A Method for Stochastic
 * Optimization</i>, 2015, in the form at the end of its section 2).
 *
 * <p><i>m ← m + (1 - β<sub>1</sub>)(∂L/∂W - m)</i>, <i>v ← v + (1 - β<sub>2</sub>)((∂L/∂W)² - v)</i>, then <i>W ← W -
 * η<sub>t</sub> m / (√v + 10<sup>-7</sup>)</i>, where <i>η<sub>t</sub> = η √(1 - β<sub>2</sub><sup>t</sup>) / (1 -
 * β<sub>1</sub><sup>t</sup>)</i> in step <i>t</i>
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new Adam(0.1);
 * for (int step = 0; step < 3; step++) {
 *     optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 *     System.out.println(parameters.get("x"));
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.90000032 -2.09999997]
 * [ 2.80000054 -2.19999995]
 * [ 2.70000072 -2.29999993]
 * }</pre>
 */
public final class Adam extends AdaptiveMoments {
    private static final long serialVersionUID = 1;

    /**
     * Creates an optimiser with β<sub>1</sub> = 0.9 and β<sub>2</sub> = 0.999.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code lr of Adam must be finite, but is NaN}, {@code lr of Adam must be above
     *     0, but is -1.0}
     */
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999);
    }

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @param beta1 the share of the velocity that stays from step to step, from 0 to less than 1
     * @param beta2 the share of the scale that stays from step to step, from 0 to less than 1; near 0, a gradient that
     *     is much smaller than the one before it is lost in the book's <i>v + ((∂L/∂W)² - v)</i>, but not in
     *     {@link AdamW}
     * @throws IllegalArgumentException {@code lr of Adam must be finite, but is NaN}, {@code lr of Adam must be above
     *     0, but is -1.0}
     */
    public Adam(double learningRate, double beta1, double beta2) {
        super(learningRate);
        shares(beta1, beta2);
    }

    /** In the book's order, so that the result is equal to the bit. */
    @Override
    void average(NDArray m, NDArray v, NDArray gradient) {
        m.addi(gradient.sub(m).muli(1 - number("beta1")));
        v.addi(gradient.square().subi(v).muli(1 - number("beta2")));
    }

    @Override
    void step(NDArray parameter, NDArray m, NDArray v) {
        double rate = number("lr") * Math.sqrt(corrected("beta2")) / corrected("beta1");
        parameter.subi(scaled(m.mul(rate), v));
    }
}
