package io.github.dlfs4j.pretraining;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.CosineDecay;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the weights of {@link LeNet#pretrained()}: trains the network in float32 on the training images of MNIST,
 * distorted anew each time, and on digits that {@link DrawnDigit} draws. It uses the test images only at the end, to
 * compute the accuracy.
 *
 * <p>It makes the same file on every machine and with every kernel, since the arithmetic of the library has the same
 * bits everywhere.
 *
 * <p>Run it from the root of the project, after {@code mvn -q test-compile}:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.pretraining.LeNetTraining \
 *     src/main/resources/io/github/dlfs4j/network/le-net.npz
 * }</pre>
 */
public final class LeNetTraining {
    private static final long SEED = 0;
    private static final int BATCH = 100;
    private static final int STEPS = 9_000;
    private static final double FIRST_RATE = 0.002;
    private static final double LAST_RATE = 0.000_01;
    /** The byte that stands for a weight of 0; the others are at most this far from it. */
    private static final int ZERO = 128;

    private static final int MOST = 127;

    private LeNetTraining() {}

    /** Returns the parameters of a trained network. */
    static Map<String, NDArray> train(Samples samples, int steps) {
        RandomState random = new RandomState(SEED);
        Sequential network = LeNet.initial(random, DType.FLOAT32);
        DistortedBatches batches = new DistortedBatches(samples, BATCH, random);
        Trainer trainer = new Trainer(network, new Adam(FIRST_RATE), batches)
                .learningRate(new CosineDecay(FIRST_RATE, LAST_RATE, steps));
        trainer.every(Math.max(1, steps / 30), t -> System.out.println("step " + t.steps() + ": loss " + t.loss()));
        trainer.run(steps);
        return network.parameters();
    }

    /**
     * Packs each weight into a byte: 128 plus the weight, rounded, in a unit of its own for each filter, and for each
     * column of a matrix.
     */
    static Map<String, NDArray> packed(Map<String, NDArray> parameters) {
        Map<String, NDArray> packed = new LinkedHashMap<>();
        parameters.forEach((name, array) -> {
            if (name.startsWith("b")) {
                packed.put(name, array);
                return;
            }
            NDArray largest = array.abs();
            largest = array.ndim() == 4 ? largest.max(3, true).max(2, true).max(1, true) : largest.max(0, true);
            NDArray unit = largest.div(MOST);
            packed.put(name, array.div(unit).round().add(ZERO).astype(DType.UINT8));
            packed.put("unit" + name.substring(1), unit);
        });
        return packed;
    }

    /**
     * Trains the network and writes its weights.
     *
     * @param args the file, and the number of steps for a shorter trial
     * @throws IOException if MNIST cannot be read from {@code data}, or the file not be written
     */
    public static void main(String[] args) throws IOException {
        int steps = args.length > 1 ? Integer.parseInt(args[1]) : STEPS;
        Map<String, NDArray> parameters = train(Mnist.options().normalize(false).loadTraining(), steps);
        Npz.write(Path.of(args[0]), packed(parameters));
        Samples test = Mnist.options().flatten(false).loadTest();
        Dataset images = Dataset.of(test.images(), test.labels());
        System.out.println("test accuracy: " + images.accuracy(LeNet.of(parameters)));
    }
}
