package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The book's networks with a dtype. Their weights are the initial ones, since the time that a network takes does not
 * depend on them.
 */
final class Networks {
    private Networks() {}

    /** Returns the layers of section 5.7, for rows of 784 pixels. */
    static Sequential twoLayerNet(DType dtype) {
        Map<String, NDArray> parameters = cast(new TwoLayerNet(784, 50, 10, new RandomState(0)).parameters(), dtype);
        return new Sequential(
                new Affine(parameters.get("W1"), parameters.get("b1")),
                new Relu(),
                new Affine(parameters.get("W2"), parameters.get("b2")));
    }

    /** Returns the network of section 7.5, for images of 28x28 pixels. */
    static Sequential simpleConvNet(DType dtype) {
        return SimpleConvNet.of(cast(SimpleConvNet.initial(new RandomState(0)).parameters(), dtype));
    }

    /** Returns the network of section 8.1, for images of 28x28 pixels. */
    static Sequential deepConvNet(DType dtype) {
        RandomState random = new RandomState(0);
        return DeepConvNet.of(cast(DeepConvNet.initial(random).parameters(), dtype), random);
    }

    private static Map<String, NDArray> cast(Map<String, NDArray> parameters, DType dtype) {
        Map<String, NDArray> cast = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> cast.put(name, parameter.astype(dtype)));
        return cast;
    }
}
