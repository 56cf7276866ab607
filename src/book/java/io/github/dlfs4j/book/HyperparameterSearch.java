package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.History;
import io.github.dlfs4j.training.RandomSearch;
import io.github.dlfs4j.training.RandomSearch.LogRange;
import io.github.dlfs4j.training.RandomSearch.Trial;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Section 6.5.2: a random search for the weight decay and the learning rate with which a network learns best. */
final class HyperparameterSearch {
    private static final String WEIGHT_DECAY = "weight decay";
    private static final String LEARNING_RATE = "lr";

    /** 500 images are enough to see which hyperparameters are good; a fifth is for validation. */
    private static final int SAMPLES = 500;

    private static final int VALIDATION = 100;
    private static final int BATCH_SIZE = 100;
    private static final int BEST = 20;

    private final int trials;
    private final int epochs;
    private final Map<Map<String, Double>, History> histories = new HashMap<>();
    private List<Trial> results = List.of();

    /**
     * Creates a search, which runs before the first output.
     *
     * @param trials the number of trials
     * @param epochs the number of epochs for each trial
     */
    HyperparameterSearch(int trials, int epochs) {
        this.trials = trials;
        this.epochs = epochs;
    }

    private void searchOnce() throws IOException {
        if (!results.isEmpty()) {
            return;
        }
        System.err.printf("%d networks learn for %d epochs each%n", trials, epochs);
        RandomState random = new RandomState(0);
        Samples samples = Mnist.options().normalize(true).loadTraining();
        Dataset shuffled = part(Dataset.of(samples.images(), samples.labels()), Index.to(SAMPLES))
                .shuffled(random);
        Dataset validation = part(shuffled, Index.to(VALIDATION));
        Dataset train = part(shuffled, Index.from(VALIDATION));

        Map<String, LogRange> ranges = new LinkedHashMap<>();
        ranges.put(WEIGHT_DECAY, new LogRange(-8, -4));
        ranges.put(LEARNING_RATE, new LogRange(-6, -2));
        results = new RandomSearch(ranges).run(trials, random, drawn -> {
            History history = learn(train, validation, drawn, random);
            histories.put(drawn, history);
            return history.values("validation").get(-1).asDouble();
        });
    }

    private static Dataset part(Dataset data, Index positions) {
        return Dataset.of(data.inputs().get(positions), data.targets().get(positions));
    }

    /** Trains a network; its weights and batches come from the generator of the hyperparameters, as in the book. */
    private History learn(Dataset train, Dataset validation, Map<String, Double> drawn, RandomState random) {
        Network network = MultiLayerNet.ofSizes(784, 100, 100, 100, 100, 100, 100, 10)
                .weightDecay(drawn.get(WEIGHT_DECAY))
                .build(random);
        Trainer trainer =
                new Trainer(network, new SGD(drawn.get(LEARNING_RATE)), Batches.random(train, BATCH_SIZE, random));
        History history = new History()
                .metric("train", t -> train.accuracy(network))
                .metric("validation", t -> validation.accuracy(network));
        trainer.epochsAsTheBook().everyEpoch(history).runEpochs(epochs);
        return history;
    }

    /** Prints the best trials. */
    void print(PrintStream out) throws IOException {
        searchOnce();
        for (int i = 0; i < Math.min(5, results.size()); i++) {
            Trial trial = results.get(i);
            out.printf(
                    Locale.ROOT,
                    "Best-%d(val acc:%.2f) | lr:%.2e, weight decay:%.2e%n",
                    i + 1,
                    trial.score(),
                    trial.hyperparameters().get(LEARNING_RATE),
                    trial.hyperparameters().get(WEIGHT_DECAY));
        }
    }

    /** Draws the accuracies of the best trials. */
    Panels panels() throws IOException {
        searchOnce();
        Panels panels = new Panels(5);
        for (int i = 0; i < Math.min(BEST, results.size()); i++) {
            History history = histories.get(results.get(i).hyperparameters());
            NDArray x = NDArray.arange(epochs);
            Plot plot = new Plot(200, 150)
                    .line("validation", x, history.values("validation"))
                    .dashed("train", x, history.values("train"))
                    .xLabel("epochs")
                    .yLabel("accuracy")
                    .yLimits(0, 1.05);
            panels.legend(plot).add(plot, "Best-" + (i + 1));
        }
        return new Panels(1).add(panels, "accuracy on the validation data and on the training data, best trial first");
    }
}
