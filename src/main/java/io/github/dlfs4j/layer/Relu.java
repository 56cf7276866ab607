package io.github.dlfs4j.layer;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.image.Rectification;
import io.github.dlfs4j.state.Scales;

/**
 * The rectified linear unit as a layer, section 5.5.1: <i>y = max(x, 0)</i>, and <i>∂L/∂x = ∂L/∂y</i> where <i>x &gt;
 * 0</i>, 0 elsewhere.
 *
 * <pre>{@code
 * Relu relu = new Relu();
 * System.out.println(relu.forward(NDArray.of(new double[][] {{1, -0.5}, {-2, 3}})));
 * System.out.println(relu.backward(NDArray.of(new double[][] {{10, 20}, {30, 40}})));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[1. 0.]
 *  [0. 3.]]
 * [[10.  0.]
 *  [ 0. 40.]]
 * }</pre>
 *
 * <p>For the backward pass the layer remembers where its last input was not above 0.
 */
@Scales
public final class Relu extends ElementwiseLayer {
    private static final long serialVersionUID = 1;

    /** Creates a layer. */
    public Relu() {}

    /**
     * Keeps the elements above 0, and sets the others to 0; NaN stays NaN.
     *
     * @param x the input, of any shape
     * @return a new array of the shape and dtype of x
     */
    @Override
    public NDArray infer(NDArray x) {
        return Activations.relu(x);
    }

    /** Computes the output and the mask in one pass. */
    @Override
    public NDArray forward(NDArray x) {
        Rectification rectification = Rectification.of(x);
        return remember(rectification.mask(), rectification.output());
    }

    @Override
    Variable output(Variable x) {
        return x.relu();
    }

    @Override
    NDArray backward(NDArray dout, NDArray mask) {
        return NDArray.where(mask, 0, dout);
    }
}
