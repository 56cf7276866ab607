package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;

/** A layer that applies a function to each element. */
abstract class ElementwiseLayer extends SerializableLayer {
    private static final long serialVersionUID = 1;

    private NDArray remembered;

    @Override
    public NDArray forward(NDArray x) {
        NDArray y = infer(x);
        return remember(y, y);
    }

    /**
     * Remembers what the derivative depends on, of the shape of the output: the output, unless {@link #forward} is
     * overridden. Returns the output.
     */
    final NDArray remember(NDArray dependence, NDArray y) {
        remembered = dependence;
        return y;
    }

    @Override
    public abstract NDArray infer(NDArray x);

    @Override
    public NDArray backward(NDArray dout) {
        Upstream.check(this, remembered, dout);
        return backward(dout, remembered);
    }

    abstract NDArray backward(NDArray dout, NDArray remembered);

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
