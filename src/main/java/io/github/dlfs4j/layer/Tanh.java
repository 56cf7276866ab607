package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * The hyperbolic tangent as a layer, the third activation function of section 6.2. Like {@link Sigmoid}, but from -1 to
 * 1 and symmetric about 0. Its derivative follows from its output: <i>∂y/∂x = 1 - y²</i>.
 *
 * <pre>{@code
 * Tanh tanh = new Tanh();
 * System.out.println(tanh.forward(NDArray.of(-1.0, 0.0, 2.0)));
 * System.out.println(tanh.backward(NDArray.of(1.0, 1.0, 1.0)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [-0.76159416  0.          0.96402758]
 * [0.41997434 1.         0.07065082]
 * }</pre>
 */
public final class Tanh extends ElementwiseLayer {
    private static final long serialVersionUID = 1;

    /** Creates a layer. */
    public Tanh() {}

    /**
     * Computes the hyperbolic tangent of each element.
     *
     * @param x the input, of any shape
     * @return an array of the same shape, float32 for float32, else float64; do not change it before {@link #backward
     *     backward}
     */
    @Override
    public NDArray infer(NDArray x) {
        return x.tanh();
    }

    @Override
    Variable output(Variable x) {
        return x.tanh();
    }

    @Override
    NDArray backward(NDArray dout, NDArray y) {
        return dout.mul(y.pow(2).rsub(1));
    }
}
