package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The training of section 5.7.4: batches of 100 images of MNIST, and after each epoch the accuracy on all 70,000. There
 * is no warm-up: a user trains a network once, so the first run starts cold.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class TrainingBenchmark {
    private static final int BATCH = 100;
    private static final double LEARNING_RATE = 0.1;

    @Param("10000")
    public int steps;

    private Mnist mnist;

    @Setup
    public void load() throws IOException {
        mnist = Mnist.options().oneHotLabel(true).load();
    }

    @Benchmark
    public double train() {
        RandomState random = new RandomState(0);
        TwoLayerNet net = new TwoLayerNet(784, 50, 10, random);
        NDArray images = mnist.trainImages();
        NDArray labels = mnist.trainLabels();
        Batches batches = Batches.random(Dataset.of(images, labels), BATCH, random);
        Trainer trainer = new Trainer(net, new SGD(LEARNING_RATE), batches);
        double accuracies = 0;
        for (int step = 0; step < steps; step++) {
            trainer.run(1);
            if (step % trainer.stepsPerEpoch() == 0) {
                accuracies += net.accuracy(images, labels) + net.accuracy(mnist.testImages(), mnist.testLabels());
            }
        }
        return accuracies;
    }
}
