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
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The numerical gradient of section 4.5: all 39,760 parameters of the network, on a batch of 100 images. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GradientBenchmark {
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
