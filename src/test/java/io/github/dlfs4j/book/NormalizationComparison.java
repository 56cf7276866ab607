package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Section 6.3.2: how fast networks with and without batch normalisation learn 1000 images, by their first weights. */
final class NormalizationComparison {
    private static final int TRAIN_SIZE = 1000;
    private static final int BATCH_SIZE = 100;
    private static final double LEARNING_RATE = 0.01;

    private final int scales;
    private final int epochs;
    private final List<Curves> all = new ArrayList<>();

    /** The accuracies at the beginning of each epoch and after the last, of shape (epochs + 1,). */
    private record Curves(double scale, NDArray normalized, NDArray plain) {}

    /**
     * A comparison; the networks learn before the first output.
     *
     * @param scales how many deviations of the first weights are tried, from 1 to 0.0001
     * @param epochs how long each network learns
     */
    NormalizationComparison(int scales, int epochs) {
        this.scales = scales;
        this.epochs = epochs;
    }

    private void learnOnce() throws IOException {
        if (!all.isEmpty()) {
            return;
        }
        System.err.printf(
                "%d networks with batch normalisation and as many without learn for %d epochs%n", scales, epochs);
        Samples train = Mnist.options().normalize(true).loadTraining();
        NDArray x = train.images().get(Index.to(TRAIN_SIZE));
        NDArray t = train.labels().get(Index.to(TRAIN_SIZE));
        NDArray exponents = NDArray.linspace(0, -4, scales);
        for (int i = 0; i < scales; i++) {
            double scale = Math.pow(10, exponents.getDouble(i));
            MultiLayerNet plan = MultiLayerNet.ofSizes(784, 100, 100, 100, 100, 100, 10)
                    .initialization(Initialization.normal(scale));
            all.add(new Curves(
                    scale,
                    learn(plan.batchNormalization().build(new RandomState(0)), x, t),
                    learn(plan.build(new RandomState(0)), x, t)));
        }
    }

    private NDArray learn(Network network, NDArray xTrain, NDArray tTrain) {
        RandomState random = new RandomState(0);
        Optimizer optimizer = new SGD(LEARNING_RATE);
        int iterPerEpoch = TRAIN_SIZE / BATCH_SIZE;
        double[] trainAcc = new double[epochs + 1];
        for (int i = 0; i <= epochs * iterPerEpoch; i++) {
            if (i % iterPerEpoch == 0) {
                trainAcc[i / iterPerEpoch] = network.accuracy(xTrain, tTrain);
            }
            NDArray batchMask = random.choice(TRAIN_SIZE, BATCH_SIZE);
            Map<String, NDArray> grads = network.gradient(xTrain.get(batchMask), tTrain.get(batchMask));
            optimizer.update(network.parameters(), grads);
        }
        return NDArray.of(trainAcc);
    }

    /** Prints the accuracies in the end. */
    void print(PrintStream out) throws IOException {
        learnOnce();
        for (Curves curves : all) {
            out.printf(
                    Locale.ROOT,
                    "W:%.6f | batch normalisation %.3f, none %.3f%n",
                    curves.scale(),
                    curves.normalized().get(-1).asDouble(),
                    curves.plain().get(-1).asDouble());
        }
    }

    Panels panels() throws IOException {
        learnOnce();
        Panels panels = new Panels(4);
        NDArray x = NDArray.arange(epochs + 1);
        for (Curves curves : all) {
            Plot plot = new Plot(220, 160)
                    .line("batch normalisation", x, curves.normalized())
                    .dashed("none", x, curves.plain())
                    .yLimits(0, 1);
            panels.add(plot, String.format(Locale.ROOT, "W:%.6f", curves.scale()));
        }
        return new Panels(1).add(panels, "accuracy by epoch with batch normalisation and, dashed, without");
    }
}
