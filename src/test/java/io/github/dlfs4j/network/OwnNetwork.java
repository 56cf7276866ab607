package io.github.dlfs4j.network;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;

/** A network of a user, whose outputs are its inputs. */
public final class OwnNetwork implements Network {
    /** Creates the network. */
    public OwnNetwork() {}

    @Override
    public Map<String, NDArray> parameters() {
        return Map.of();
    }

    @Override
    public NDArray predict(NDArray x) {
        return x;
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        return x;
    }

    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        return Map.of();
    }
}
