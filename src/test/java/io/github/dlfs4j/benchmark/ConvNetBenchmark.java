package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** The inference of the convolutional networks of sections 7.5 and 8.1: the 10,000 test images of MNIST. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ConvNetBenchmark extends OfBothPrecisions {
    private Sequential simple;
    private Sequential deep;
    private Dataset test;

    @Setup
    public void load() throws IOException {
        simple = Networks.simpleConvNet(dtype);
        deep = Networks.deepConvNet(dtype);
        Samples samples = Mnist.options().flatten(false).loadTest();
        test = Dataset.of(samples.images().astype(dtype), samples.labels());
    }

    @Benchmark
    public double simpleInference() {
        return test.accuracy(simple);
    }

    @Benchmark
    public double deepInference() {
        return test.accuracy(deep);
    }
}
