package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.History;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Section 6.4: a network of seven layers overfits 300 images, and weight decay and dropout reduce this.
 *
 * @param histories the accuracies {@code train} and {@code test} by what is done against overfitting
 */
record Overfitting(Map<String, History> histories) {
    static final String NOTHING = "nothing";
    static final String WEIGHT_DECAY = "weight decay";
    static final String DROPOUT = "dropout";

    private static final Map<String, String> TITLES = Map.of(
            NOTHING, "overfitting, and nothing against it",
            WEIGHT_DECAY, "weight decay against overfitting",
            DROPOUT, "dropout against overfitting");

    private static final int TRAIN_SIZE = 300;
    private static final int BATCH_SIZE = 100;

    /**
     * Trains three networks.
     *
     * @param epochs the number of evaluations, in the book, of the plain network and of that with weight decay
     * @param dropoutEpochs the number of epochs for the network with dropout, which needs more
     * @param period the number of epochs from one classification of all 10,000 test images to the next; 1 in the book
     */
    static Overfitting learn(int epochs, int dropoutEpochs, int period) throws IOException {
        Mnist mnist = Mnist.options().normalize(true).load();
        // The histories live on, and a view in them would keep all training images.
        Dataset train = Dataset.of(
                mnist.trainImages().get(Index.to(TRAIN_SIZE)).copy(),
                mnist.trainLabels().get(Index.to(TRAIN_SIZE)).copy());
        Dataset test = Dataset.of(mnist.testImages(), mnist.testLabels());

        MultiLayerNet plan = MultiLayerNet.ofSizes(784, 100, 100, 100, 100, 100, 100, 10);
        Map<String, History> histories = new LinkedHashMap<>();
        // The book's first two programs end with an evaluation, its third with an epoch.
        long steps = (epochs - 1L) * TRAIN_SIZE / BATCH_SIZE + 1;
        histories.put(NOTHING, learn(plan, train, test, steps, period));
        histories.put(WEIGHT_DECAY, learn(plan.weightDecay(0.1), train, test, steps, period));
        long dropoutSteps = (long) dropoutEpochs * TRAIN_SIZE / BATCH_SIZE;
        histories.put(DROPOUT, learn(plan.dropout(0.2), train, test, dropoutSteps, period));
        return new Overfitting(histories);
    }

    private static History learn(MultiLayerNet plan, Dataset train, Dataset test, long steps, int period) {
        RandomState random = new RandomState(0);
        Network network = plan.build(random);
        Trainer trainer = new Trainer(network, new SGD(0.01), Batches.random(train, BATCH_SIZE, random));
        History history =
                new History().metric("train", t -> train.accuracy(network)).metric("test", t -> test.accuracy(network));
        trainer.epochsAsTheBook().everyEpoch(t -> {
            if (t.steps() / trainer.stepsPerEpoch() % period == 0) {
                history.accept(t);
            }
        });
        trainer.run(steps);
        return history;
    }

    /** Prints the last accuracies, and their differences. */
    void printGaps() {
        histories.forEach((name, history) -> {
            double train = history.values("train").get(-1).asDouble();
            double test = history.values("test").get(-1).asDouble();
            print(format("%s | train acc %.4f, test acc %.4f, gap %.4f", name, train, test, train - test));
        });
    }

    /** Draws the accuracies of a network by epoch. */
    Plot plot(String name) {
        History history = histories.get(name);
        NDArray x = history.steps().sub(1).div(TRAIN_SIZE / BATCH_SIZE);
        return new Plot()
                .line("train", x, history.values("train"))
                .dashed("test", x, history.values("test"))
                .title(TITLES.get(name))
                .xLabel("epochs")
                .yLabel("accuracy")
                .yLimits(0, 1.05)
                .legend(LegendPosition.InsideSE);
    }
}
