package io.github.dlfs4j.layer;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * The rectified linear unit as a layer, section 5.5.1. What was above 0 passes, both ways; the rest becomes 0.
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
 * <p>For the way back the layer keeps where its last input was not above 0, in an array of bool, from call to call; not
 * the input.
 */
public final class Relu implements Layer {
    private NDArray mask;

    /** A layer that has seen no input. */
    public Relu() {}

    /**
     * The input where it is above 0, else 0; NaN stays NaN.
     *
     * @param x the input, of any shape
     * @return a new array of the shape and dtype of x
     */
    @Override
    public NDArray forward(NDArray x) {
        return forward(x, null);
    }

    @Override
    public NDArray forward(NDArray x, NDArray spare) {
        mask = Spare.orNew(mask, DType.BOOL, x.shape());
        NDArray zero = NDArray.zeros(x.dtype());
        NDArray out = Spare.orNew(spare, x.dtype(), x.shape());
        Batch.forEachBlock(x.shape(), part -> {
            part.of(x).le(zero, part.of(mask));
            part.of(x).maximum(zero, part.of(out));
        });
        return out;
    }

    @Override
    public NDArray infer(NDArray x) {
        return Activations.relu(x);
    }

    @Override
    public NDArray infer(NDArray x, NDArray spare) {
        return Spare.fits(spare, x.dtype(), x.shape()) ? x.maximum(NDArray.zeros(x.dtype()), spare) : infer(x);
    }

    @Override
    public NDArray backward(NDArray dout) {
        return backward(dout, null);
    }

    @Override
    public NDArray backward(NDArray dout, NDArray spare) {
        Upstream.check(this, mask == null ? null : mask.shape(), dout);
        NDArray zero = NDArray.zeros(dout.dtype());
        NDArray dx = Spare.orNew(spare, dout.dtype(), dout.shape());
        Batch.forEachBlock(dout.shape(), part -> NDArray.where(part.of(mask), zero, part.of(dout), part.of(dx)));
        return dx;
    }
}
