package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;

/**
 * The book's networks, not trained, since the time that a network takes does not depend on its weights. They take
 * images of 28x28 pixels.
 */
final class Networks {
    private Networks() {}

    /** Returns the network of section 5.7, which takes rows of pixels. */
    static Network twoLayerNet(DType dtype) {
        return new TwoLayerNet(784, 50, 10, new RandomState(0), dtype);
    }

    /** Returns the network of section 7.5. */
    static Sequential simpleConvNet(DType dtype) {
        return SimpleConvNet.ofImages(1, 28, 28).dtype(dtype).build(new RandomState(0));
    }

    /** Returns the network of section 8.1. */
    static Sequential deepConvNet(DType dtype) {
        return DeepConvNet.ofImages(1, 28, 28).dtype(dtype).build(new RandomState(0));
    }
}
