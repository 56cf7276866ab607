package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, <i>Decoupled Weight Decay Regularization</i>, 2019): each
 * step first makes every parameter smaller by the same share, which does not go through the velocity and the scale. It
 * is PyTorch's {@code torch.optim.AdamW} and adds 10<sup>-8</sup> to the root, after its correction.
 *
 * <p><i>W ← W - η λ W</i>, <i>m ← m + (1 - β<sub>1</sub>)(∂L/∂W - m)</i>, <i>v ← β<sub>2</sub>v + (1 -
 * β<sub>2</sub>)(∂L/∂W)²</i>, then <i>W ← W - η m / (1 - β<sub>1</sub><sup>t</sup>) / (√v / √(1 -
 * β<sub>2</sub><sup>t</sup>) + 10<sup>-8</sup>)</i> in step <i>t</i>
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new AdamW(0.1);
 * for (int step = 0; step < 3; step++) {
 *     optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 *     System.out.println(parameters.get("x"));
 * }
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.897 -2.098]
 * [ 2.794103 -2.195902]
 * [ 2.6913089 -2.2937061]
 * }</pre>
 */
public final class AdamW extends AdaptiveMoments {
    private static final long serialVersionUID = 1;

    private static final double EPSILON = 1e-8;

    /**
     * Creates an optimiser with a weight decay of 0.01, β<sub>1</sub> = 0.9 and β<sub>2</sub> = 0.999.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code lr of AdamW must be finite, but is NaN}, {@code lr of AdamW must be above
     *     0, but is -1.0}
     */
    public AdamW(double learningRate) {
        this(learningRate, 0.01, 0.9, 0.999);
    }

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @param decay the weight decay λ, from 0 to 1
     * @param beta1 the share of the velocity that stays from step to step, from 0 to less than 1
     * @param beta2 the share of the scale that stays from step to step, from 0 to less than 1
     * @throws IllegalArgumentException {@code lr of AdamW must be finite, but is NaN}, {@code decay of AdamW must be
     *     from 0 to 1, but is -1.0}
     */
    public AdamW(double learningRate, double decay, double beta1, double beta2) {
        super(learningRate);
        number("decay", decay, Range.FROM_0_TO_1);
        shares(beta1, beta2);
    }

    /** In PyTorch's order, which keeps a small gradient after a large one. */
    @Override
    void average(NDArray m, NDArray v, NDArray gradient) {
        double beta1 = number("beta1");
        double beta2 = number("beta2");
        if (beta1 > 0.5) {
            m.addi(gradient.sub(m).muli(1 - beta1));
        } else {
            m.subi(gradient).muli(beta1).addi(gradient);
        }
        v.muli(beta2).addi(gradient.mul(1 - beta2).muli(gradient));
    }

    @Override
    void step(NDArray parameter, NDArray m, NDArray v) {
        double rate = number("lr");
        parameter.muli(1 - rate * number("decay"));
        NDArray root = v.sqrt().divi(Math.sqrt(corrected("beta2"))).addi(EPSILON);
        parameter.subi(m.mul(rate / corrected("beta1")).divi(root));
    }
}
