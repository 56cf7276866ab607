package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.History;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Section 7.5: a convolutional network learns MNIST, and how its accuracies go. */
final class ConvNetTraining {
    /** So many images tell the accuracy well enough. */
    private static final int EVALUATED = 1000;

    private static final int BATCH_SIZE = 100;
    private static final int ENTRIES = 10;

    private final int steps;
    private History history;

    /** A network that is to learn so many steps; it does so before the first output. */
    ConvNetTraining(int steps) {
        this.steps = steps;
    }

    private void learnOnce() throws IOException {
        if (history == null) {
            System.err.printf("a convolutional network learns for %d steps%n", steps);
            history = learn(Mnist.options().normalize(true).flatten(false).load());
        }
    }

    private History learn(Mnist mnist) {
        Dataset all = Dataset.of(mnist.trainImages(), mnist.trainLabels());
        Dataset train = first(mnist.trainImages(), mnist.trainLabels());
        Dataset test = first(mnist.testImages(), mnist.testLabels());

        RandomState random = new RandomState(0);
        Network network = SimpleConvNet.initial(random);
        Trainer trainer = new Trainer(network, new Adam(0.001), Batches.random(all, BATCH_SIZE, random));
        History accuracies =
                new History().metric("train", t -> train.accuracy(network)).metric("test", t -> test.accuracy(network));
        trainer.every(Math.max(1, steps / ENTRIES), accuracies).run(steps);
        return accuracies;
    }

    private static Dataset first(NDArray images, NDArray labels) {
        return Dataset.of(images.get(Index.to(EVALUATED)), labels.get(Index.to(EVALUATED)));
    }

    void print(PrintStream out) throws IOException {
        learnOnce();
        for (int i = 0; i < history.steps().size(); i++) {
            out.printf(
                    Locale.ROOT,
                    "step:%d, train acc:%.3f, test acc:%.3f%n",
                    history.steps().getLong(i),
                    history.values("train").getDouble(i),
                    history.values("test").getDouble(i));
        }
    }

    Plot plot() throws IOException {
        learnOnce();
        return new Plot()
                .line("train", history.steps(), history.values("train"))
                .dashed("test", history.steps(), history.values("test"))
                .xLabel("steps")
                .yLabel("accuracy")
                .yLimits(0, 1.0)
                .legend(LegendPosition.InsideSE);
    }
}
