package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.History;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Sections 6.1.8 and 6.2.4: the losses of networks of five layers that learn MNIST from the same batches. They differ
 * in the optimiser or in their first weights.
 *
 * @param trainLoss the losses of each network after each step
 */
record LossComparison(Map<String, List<NDArray>> trainLoss) {
    /**
     * Compares four optimisers. As in the book, each network continues with the generator of the one before, so they
     * begin with different losses.
     */
    static LossComparison ofOptimizers(int maxIterations) throws IOException {
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        optimizers.put("SGD", new SGD(0.01));
        optimizers.put("Momentum", new Momentum(0.01));
        optimizers.put("AdaGrad", new AdaGrad(0.01));
        optimizers.put("Adam", new Adam(0.001));

        RandomState random = new RandomState(0);
        Map<String, Network> networks = new LinkedHashMap<>();
        for (String key : optimizers.keySet()) {
            networks.put(key, network(Initialization.he(), random));
        }
        return learn(networks, optimizers, maxIterations, random);
    }

    /** Compares three initialisations. */
    static LossComparison ofInitializations(int maxIterations) throws IOException {
        Map<String, Initialization> weightInitTypes = new LinkedHashMap<>();
        weightInitTypes.put("std=0.01", Initialization.normal(0.01));
        weightInitTypes.put("Xavier", Initialization.xavier());
        weightInitTypes.put("He", Initialization.he());

        RandomState random = new RandomState(0);
        Map<String, Network> networks = new LinkedHashMap<>();
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        for (String key : weightInitTypes.keySet()) {
            networks.put(key, network(weightInitTypes.get(key), random));
            optimizers.put(key, new SGD(0.01));
        }
        return learn(networks, optimizers, maxIterations, random);
    }

    private static Network network(Initialization initialization, RandomState random) {
        return MultiLayerNet.ofSizes(784, 100, 100, 100, 100, 10)
                .activation(Relu::new)
                .initialization(initialization)
                .build(random);
    }

    private static LossComparison learn(
            Map<String, Network> networks, Map<String, Optimizer> optimizers, int maxIterations, RandomState random)
            throws IOException {
        Samples train = Mnist.options().normalize(true).loadTraining();
        int trainSize = train.images().shape(0);
        int batchSize = 128;
        Map<String, List<NDArray>> trainLoss = new LinkedHashMap<>();
        for (String key : networks.keySet()) {
            trainLoss.put(key, new ArrayList<>());
        }

        for (int i = 0; i < maxIterations; i++) {
            NDArray batchMask = random.choice(trainSize, batchSize);
            NDArray xBatch = train.images().get(batchMask);
            NDArray tBatch = train.labels().get(batchMask);
            for (String key : networks.keySet()) {
                Network network = networks.get(key);
                Map<String, NDArray> grads = network.gradient(xBatch, tBatch);
                optimizers.get(key).update(network.parameters(), grads);
                trainLoss.get(key).add(network.loss(xBatch, tBatch));
            }
        }
        return new LossComparison(trainLoss);
    }

    /** Returns the losses of a network after each step, of shape (steps,). */
    NDArray losses(String name) {
        return NDArray.stack(0, trainLoss.get(name));
    }

    /** Prints the losses at ten steps. */
    void printLosses() {
        int steps = trainLoss.values().iterator().next().size();
        for (int i = 0; i < steps; i += Math.max(1, steps / 10)) {
            int step = i;
            print(trainLoss.entrySet().stream()
                    .map(losses -> format(
                            "%s:%.4f",
                            losses.getKey(), losses.getValue().get(step).asDouble()))
                    .collect(Collectors.joining(" ", "iteration:" + step + " ", "")));
        }
    }

    /** Draws the smoothed losses, from 0 to an upper limit. */
    Plot plot(double highest) {
        Plot plot = new Plot()
                .xLabel("iterations")
                .yLabel("loss")
                .yLimits(0, highest)
                .legend(LegendPosition.InsideNE);
        for (String name : trainLoss.keySet()) {
            NDArray smooth = History.smooth(losses(name));
            plot.line(name, NDArray.arange(smooth.size()), smooth);
        }
        return plot;
    }
}
