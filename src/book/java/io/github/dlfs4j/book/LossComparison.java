package io.github.dlfs4j.book;

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
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Sections 6.1.8 and 6.2.4: the losses of networks of five layers that learn MNIST from the same batches. They differ
 * in the optimiser or in their first weights.
 */
final class LossComparison {
    private final int steps;
    private final RandomState random;
    private final Map<String, Learner> learners;
    private final Map<String, List<NDArray>> trainLoss = new LinkedHashMap<>();

    private record Learner(Network network, Optimizer optimizer) {}

    private LossComparison(int steps, RandomState random, Map<String, Learner> learners) {
        this.steps = steps;
        this.random = random;
        this.learners = learners;
        learners.keySet().forEach(key -> trainLoss.put(key, new ArrayList<>()));
    }

    /**
     * Compares four optimisers; the networks train before the first output. As in the book, each network continues with
     * the generator of the one before, so they begin with different losses.
     */
    static LossComparison ofOptimizers(int steps) {
        RandomState random = new RandomState(0);
        Map<String, Learner> learners = new LinkedHashMap<>();
        learners.put("SGD", new Learner(network(Initialization.he(), random), new SGD(0.01)));
        learners.put("Momentum", new Learner(network(Initialization.he(), random), new Momentum(0.01)));
        learners.put("AdaGrad", new Learner(network(Initialization.he(), random), new AdaGrad(0.01)));
        learners.put("Adam", new Learner(network(Initialization.he(), random), new Adam(0.001)));
        return new LossComparison(steps, random, learners);
    }

    /** Compares three initialisations. */
    static LossComparison ofInitializations(int steps) {
        RandomState random = new RandomState(0);
        Map<String, Learner> learners = new LinkedHashMap<>();
        learners.put("std=0.01", new Learner(network(Initialization.normal(0.01), random), new SGD(0.01)));
        learners.put("Xavier", new Learner(network(Initialization.xavier(), random), new SGD(0.01)));
        learners.put("He", new Learner(network(Initialization.he(), random), new SGD(0.01)));
        return new LossComparison(steps, random, learners);
    }

    private static Network network(Initialization initialization, RandomState random) {
        return MultiLayerNet.ofSizes(784, 100, 100, 100, 100, 10)
                .activation(Relu::new)
                .initialization(initialization)
                .build(random);
    }

    private void learnOnce() throws IOException {
        boolean learned = trainLoss.values().stream().anyMatch(losses -> !losses.isEmpty());
        if (!learned) {
            System.err.printf("%s learn for %d steps%n", String.join(", ", learners.keySet()), steps);
            learn(Mnist.options().normalize(true).loadTraining());
        }
    }

    private void learn(Samples train) {
        int trainSize = train.images().shape(0);
        int batchSize = 128;
        for (int i = 0; i < steps; i++) {
            NDArray batchMask = random.choice(trainSize, batchSize);
            NDArray xBatch = train.images().get(batchMask);
            NDArray tBatch = train.labels().get(batchMask);
            learners.forEach((key, learner) -> {
                Map<String, NDArray> grads = learner.network().gradient(xBatch, tBatch);
                learner.optimizer().update(learner.network().parameters(), grads);
                trainLoss.get(key).add(learner.network().loss(xBatch, tBatch));
            });
        }
    }

    /** Prints the losses at ten steps. */
    void print(PrintStream out) throws IOException {
        learnOnce();
        for (int i = 0; i < steps; i += Math.max(1, steps / 10)) {
            int step = i;
            out.println(trainLoss.entrySet().stream()
                    .map(losses -> String.format(
                            Locale.ROOT,
                            "%s:%.4f",
                            losses.getKey(),
                            losses.getValue().get(step).asDouble()))
                    .collect(Collectors.joining(" ", "iteration:" + step + " ", "")));
        }
    }

    /** Draws the smoothed losses, from 0 to an upper limit. */
    Plot plot(double highest) throws IOException {
        learnOnce();
        Plot plot = new Plot()
                .xLabel("iterations")
                .yLabel("loss")
                .yLimits(0, highest)
                .legend(LegendPosition.InsideNE);
        trainLoss.forEach((name, losses) -> {
            NDArray smooth = History.smooth(NDArray.stack(0, losses.toArray(NDArray[]::new)));
            plot.line(name, NDArray.arange(smooth.size()), smooth);
        });
        return plot;
    }
}
