package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** The numerical gradient of section 4.5: all 39,760 parameters of the network, on a batch of 100 images. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GradientBenchmark extends AverageTime {
    private TwoLayerNet net;
    private NDArray x;
    private NDArray t;

    @Setup
    public void load() throws IOException {
        Samples training = Mnist.options().oneHotLabel(true).loadTraining();
        net = new TwoLayerNet(784, 50, 10, new RandomState(0));
        x = training.images().get(Index.range(0, 100));
        t = training.labels().get(Index.range(0, 100));
    }

    @Benchmark
    public Map<String, NDArray> numericalGradient() {
        return net.numericalGradient(x, t);
    }
}
