package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
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

/**
 * The convolutional networks of sections 7.5 and 8.1, of float64, on the test images of MNIST. The weights are the
 * initial ones, since the time does not depend on them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConvNetBenchmark {
    private static final int BATCH = 100;

    private final Sequential simple = SimpleConvNet.initial(new RandomState(0));
    private final Sequential deep = DeepConvNet.initial(new RandomState(0));
    private final SGD optimizer = new SGD(0.01);
    private Dataset test;
    private NDArray x;
    private NDArray t;

    @Setup
    public void load() throws IOException {
        Samples samples = Mnist.options().flatten(false).loadTest();
        test = Dataset.of(samples.images().astype(DType.FLOAT64), samples.labels());
        Index batch = Index.range(0, BATCH);
        x = test.inputs().get(batch);
        t = NDArray.eye(10).get(samples.labels().get(batch));
    }

    @Benchmark
    public double simpleInference() {
        return test.accuracy(simple);
    }

    @Benchmark
    public double deepInference() {
        return test.accuracy(deep);
    }

    @Benchmark
    @SuppressWarnings("try") // the open scope is used implicitly
    public void simpleTrainingStep() {
        try (ArrayScope scope = ArrayScope.open()) {
            optimizer.update(simple.parameters(), simple.gradient(x, t));
        }
    }
}
