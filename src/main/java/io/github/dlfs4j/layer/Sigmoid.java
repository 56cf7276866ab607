package io.github.dlfs4j.layer;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * The sigmoid function as a layer, section 5.5.2. Its derivative follows from its output: <i>∂y/∂x = y(1 - y)</i>.
 *
 * <pre>{@code
 * Sigmoid sigmoid = new Sigmoid();
 * System.out.println(sigmoid.forward(NDArray.of(-1.0, 0.0, 2.0)));
 * System.out.println(sigmoid.backward(NDArray.of(1.0, 1.0, 1.0)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0.26894142 0.5        0.88079708]
 * [0.19661193 0.25       0.10499359]
 * }</pre>
 */
public final class Sigmoid extends ElementwiseLayer {
    private static final long serialVersionUID = 1;

    /** Creates a layer. */
    public Sigmoid() {}

    /**
     * Computes the sigmoid of each element.
     *
     * @param x the input, of any shape
     * @return an array of the same shape, float32 for float32, else float64; do not change it before {@link #backward
     *     backward}
     */
    @Override
    public NDArray infer(NDArray x) {
        return Activations.sigmoid(x);
    }

    @Override
    Variable output(Variable x) {
        return x.sigmoid();
    }

    @Override
    NDArray backward(NDArray dout, NDArray y) {
        return dout.mul(y.rsub(1)).mul(y);
    }
}
