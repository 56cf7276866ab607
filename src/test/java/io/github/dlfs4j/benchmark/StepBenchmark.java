package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A step of gradient descent with a batch of 100 test images of MNIST, always the same. */
public class StepBenchmark extends OfBothPrecisions {
    private static final int BATCH = 100;

    private final SGD optimizer = new SGD(0.01);
    private Network twoLayer;
    private Sequential simple;
    private Sequential deep;
    private NDArray rows;
    private NDArray images;
    private NDArray t;

    @Setup
    public void load() throws IOException {
        twoLayer = Networks.twoLayerNet(dtype);
        simple = Networks.simpleConvNet(dtype);
        deep = Networks.deepConvNet(dtype);
        Samples test = Mnist.options().flatten(false).loadTest();
        Index batch = Index.range(0, BATCH);
        images = test.images().get(batch).astype(dtype);
        rows = images.reshape(BATCH, -1);
        t = NDArray.eye(10).astype(dtype).get(test.labels().get(batch));
    }

    @Benchmark
    public void twoLayerNet() {
        step(twoLayer, rows);
    }

    @Benchmark
    public void simpleConvNet() {
        step(simple, images);
    }

    @Benchmark
    public void deepConvNet() {
        step(deep, images);
    }

    @SuppressWarnings("try") // the open scope is used implicitly
    private void step(Network network, NDArray x) {
        try (ArrayScope scope = ArrayScope.open()) {
            optimizer.update(network.parameters(), network.gradient(x, t));
        }
    }
}
