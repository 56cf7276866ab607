package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.Scales;

/**
 * The leaky rectified linear unit. Like {@link Relu}, but a small share of what is below 0 passes too, forward and
 * backward, so that no neuron stops learning (Maas, Hannun and Ng, <i>Rectifier Nonlinearities Improve Neural Network
 * Acoustic Models</i>, 2013).
 *
 * <pre>{@code
 * LeakyRelu leaky = new LeakyRelu(0.1);
 * System.out.println(leaky.forward(NDArray.of(-2.0, 0.0, 3.0)));
 * System.out.println(leaky.backward(NDArray.of(10.0, 10.0, 10.0)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [-0.2  0.   3. ]
 * [ 1.  1. 10.]
 * }</pre>
 */
@Scales
public final class LeakyRelu extends ElementwiseLayer {
    private static final long serialVersionUID = 1;

    private final double slope;

    /** Creates a layer with the paper's slope of 0.01. */
    public LeakyRelu() {
        this(0.01);
    }

    /**
     * Creates a layer.
     *
     * @param slope the share of a number below 0 that passes, from 0 to 1
     * @throws IllegalArgumentException {@code the slope of LeakyRelu must be from 0 to 1, not 1.5}
     */
    public LeakyRelu(double slope) {
        if (!(slope >= 0 && slope <= 1)) {
            throw new IllegalArgumentException("the slope of LeakyRelu must be from 0 to 1, not " + slope);
        }
        this.slope = slope;
    }

    /**
     * Keeps the elements above 0, and multiplies the others by the slope; NaN stays NaN.
     *
     * @param x the input, of any shape
     * @return a new array of the same shape, float32 for float32, else float64
     */
    @Override
    public NDArray infer(NDArray x) {
        return output(x, x.le(0));
    }

    @Override
    public NDArray forward(NDArray x) {
        NDArray mask = x.le(0);
        return remember(mask, output(x, mask));
    }

    private NDArray output(NDArray x, NDArray mask) {
        return NDArray.where(mask, x.mul(slope), x);
    }

    @Override
    Variable output(Variable x) {
        return x.leakyRelu(slope);
    }

    @Override
    NDArray backward(NDArray dout, NDArray mask) {
        return NDArray.where(mask, dout.mul(slope), dout);
    }

    @Override
    public String toString() {
        return "LeakyRelu(slope=%s)".formatted(NDArray.scalar(slope));
    }
}
