package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Section 6.3.2: how fast networks with and without batch normalisation learn 1000 images, for several deviations.
 *
 * @param all the curves for each deviation
 */
record NormalizationComparison(List<Curves> all) {
    private static final int TRAIN_SIZE = 1000;
    private static final int BATCH_SIZE = 100;
    private static final double LEARNING_RATE = 0.01;

    /** The accuracies after the first step of each epoch, of shape (epochs,). */
    record Curves(double scale, NDArray normalized, NDArray plain) {}

    /**
     * Trains the networks.
     *
     * @param scales the number of deviations of the first weights, from 1 to 0.0001
     * @param epochs the number of epochs for each network
     */
    static NormalizationComparison learn(int scales, int epochs) throws IOException {
        Samples train = Mnist.options().normalize(true).loadTraining();
        NDArray x = train.images().get(Index.to(TRAIN_SIZE));
        NDArray t = train.labels().get(Index.to(TRAIN_SIZE));
        RandomState random = new RandomState(0);
        List<Curves> all = new ArrayList<>();
        NDArray exponents = NDArray.linspace(0, -4, scales);
        for (int i = 0; i < scales; i++) {
            double scale = Math.pow(10, exponents.getDouble(i));
            MultiLayerNet plan = MultiLayerNet.ofSizes(784, 100, 100, 100, 100, 100, 10)
                    .initialization(Initialization.normal(scale));
            Network normalized = plan.batchNormalization().build(random);
            Network plain = plan.build(random);
            all.add(learn(epochs, scale, normalized, plain, x, t, random));
        }
        return new NormalizationComparison(all);
    }

    /** Trains both networks on the same batches. */
    private static Curves learn(
            int epochs,
            double scale,
            Network normalized,
            Network plain,
            NDArray xTrain,
            NDArray tTrain,
            RandomState random) {
        Optimizer optimizer = new SGD(LEARNING_RATE);
        int iterPerEpoch = TRAIN_SIZE / BATCH_SIZE;
        double[] normalizedAcc = new double[epochs];
        double[] plainAcc = new double[epochs];
        for (int i = 0; i <= (epochs - 1) * iterPerEpoch; i++) {
            NDArray batchMask = random.choice(TRAIN_SIZE, BATCH_SIZE);
            NDArray xBatch = xTrain.get(batchMask);
            NDArray tBatch = tTrain.get(batchMask);
            for (Network network : List.of(normalized, plain)) {
                optimizer.update(network.parameters(), network.gradient(xBatch, tBatch));
            }
            if (i % iterPerEpoch == 0) {
                normalizedAcc[i / iterPerEpoch] = normalized.accuracy(xTrain, tTrain);
                plainAcc[i / iterPerEpoch] = plain.accuracy(xTrain, tTrain);
            }
        }
        return new Curves(scale, NDArray.of(normalizedAcc), NDArray.of(plainAcc));
    }

    /** Prints the last accuracies. */
    void printAccuracies() {
        for (Curves curves : all) {
            print(format(
                    "W:%.6f | batch normalisation %.3f, none %.3f",
                    curves.scale(),
                    curves.normalized().get(-1).asDouble(),
                    curves.plain().get(-1).asDouble()));
        }
    }

    Panels panels() {
        Panels panels = new Panels(4);
        for (Curves curves : all) {
            NDArray x = NDArray.arange(curves.plain().size());
            Plot plot = new Plot(220, 160)
                    .line("batch normalisation", x, curves.normalized())
                    .dashed("without", x, curves.plain())
                    .xLabel("epochs")
                    .yLabel("accuracy")
                    .yLimits(0, 1.05);
            panels.legend(plot).add(plot, format("W:%.6f", curves.scale()));
        }
        return new Panels(1).add(panels, "accuracy by the deviation W of the first weights");
    }
}
