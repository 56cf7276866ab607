package io.github.dlfs4j.layer;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;

/** The sigmoid linear unit as a layer, {@link Activations#silu Activations.silu}. */
public final class SiLU extends ElementwiseLayer {
    private static final long serialVersionUID = 1;

    /** Creates a layer. */
    public SiLU() {}

    @Override
    public NDArray infer(NDArray x) {
        return Activations.silu(x);
    }

    @Override
    public NDArray forward(NDArray x) {
        return remember(x, infer(x));
    }

    @Override
    Variable output(Variable x) {
        return x.silu();
    }

    @Override
    NDArray backward(NDArray dout, NDArray x) {
        return dout.mul(Activations.siluGradient(x));
    }
}
