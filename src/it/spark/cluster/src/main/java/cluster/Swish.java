package cluster;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.Serializable;

/** A layer that the library does not have: x times its sigmoid. */
final class Swish implements Layer, Serializable {
    private static final long serialVersionUID = 1;

    // Only backward needs it, so it does not travel.
    private transient NDArray x;

    @Override
    public NDArray forward(NDArray x) {
        this.x = x;
        return infer(x);
    }

    // Remembers nothing, because tasks that classify share the network.
    @Override
    public NDArray infer(NDArray x) {
        return x.mul(Activations.sigmoid(x));
    }

    @Override
    public NDArray backward(NDArray dout) {
        NDArray s = Activations.sigmoid(x);
        return dout.mul(s).mul(s.rsub(1).mul(x).add(1));
    }
}
