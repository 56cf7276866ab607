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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Section 6.5.2: a random search for the weight decay and the learning rate with which a network learns best.
 *
 * @param results the trials, the best one first
 * @param histories the accuracies {@code train} and {@code validation} by hyperparameters
 */
record HyperparameterSearch(List<Trial> results, Map<Map<String, Double>, History> histories) {
    private static final String WEIGHT_DECAY = "weight decay";
    private static final String LEARNING_RATE = "lr";

    /** 500 images are enough to see which hyperparameters are good; a fifth is for validation. */
    private static final int SAMPLES = 500;

    private static final int VALIDATION = 100;
    private static final int BATCH_SIZE = 100;
    private static final int BEST = 20;

    /**
     * Runs a search.
     *
     * @param trials the number of trials
     * @param epochs the number of epochs for each trial
     */
    static HyperparameterSearch run(int trials, int epochs) throws IOException {
        RandomState random = new RandomState(0);
        Samples samples = Mnist.options().normalize(true).loadTraining();
        Dataset shuffled = part(Dataset.of(samples.images(), samples.labels()), Index.to(SAMPLES))
                .shuffled(random);
        Dataset validation = part(shuffled, Index.to(VALIDATION));
        Dataset train = part(shuffled, Index.from(VALIDATION));

        Map<String, LogRange> ranges = new LinkedHashMap<>();
        ranges.put(WEIGHT_DECAY, new LogRange(-8, -4));
        ranges.put(LEARNING_RATE, new LogRange(-6, -2));
        Map<Map<String, Double>, History> histories = new HashMap<>();
        List<Trial> results = new RandomSearch(ranges).run(trials, random, drawn -> {
            History history = learn(train, validation, drawn, epochs, random);
            histories.put(drawn, history);
            return history.values("validation").get(-1).asDouble();
        });
        return new HyperparameterSearch(results, histories);
    }

    private static Dataset part(Dataset data, Index positions) {
        return Dataset.of(data.inputs().get(positions), data.targets().get(positions));
    }

    /** Trains a network; its weights and batches come from the generator of the hyperparameters, as in the book. */
    private static History learn(
            Dataset train, Dataset validation, Map<String, Double> drawn, int epochs, RandomState random) {
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

    /** Returns the accuracies of a trial, of the best one for 0. */
    History history(int place) {
        return histories.get(results.get(place).hyperparameters());
    }

    /** Prints the best trials. */
    void printBest() {
        for (int i = 0; i < Math.min(5, results.size()); i++) {
            Trial trial = results.get(i);
            print(format(
                    "Best-%d(val acc:%.2f) | lr:%.2e, weight decay:%.2e",
                    i + 1,
                    trial.score(),
                    trial.hyperparameters().get(LEARNING_RATE),
                    trial.hyperparameters().get(WEIGHT_DECAY)));
        }
    }

    /** Draws the accuracies of the best trials. */
    Panels panels() {
        Panels panels = new Panels(5);
        for (int i = 0; i < Math.min(BEST, results.size()); i++) {
            History history = history(i);
            NDArray x = NDArray.arange(history.steps().size());
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
