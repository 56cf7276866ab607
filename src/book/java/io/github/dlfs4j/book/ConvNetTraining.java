package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.History;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Sections 7.5 and 8.1.1: the accuracies of a convolutional network while it learns MNIST. */
final class ConvNetTraining {
    /** The number of images for an accuracy, enough for a good estimate. */
    private static final int EVALUATED = 1000;

    private static final int BATCH_SIZE = 100;

    private final Function<RandomState, Network> maker;
    private final boolean drops;
    private final int images;
    private final int epochs;
    private Network network;
    private double finalAccuracy;
    private final List<NDArray> losses = new ArrayList<>();
    private final History history = new History();

    private ConvNetTraining(Function<RandomState, Network> maker, boolean drops, int images, int epochs) {
        this.maker = maker;
        this.drops = drops;
        this.images = images;
        this.epochs = epochs;
    }

    /** Returns the training of chapter 7's network for some images and epochs, which runs before the first output. */
    static ConvNetTraining ofSimple(int images, int epochs) {
        return new ConvNetTraining(SimpleConvNet::initial, false, images, epochs);
    }

    /** Returns the training of chapter 8's network; the book computes its losses with dropout, which draws numbers. */
    static ConvNetTraining ofDeep(int images, int epochs) {
        return new ConvNetTraining(DeepConvNet::initial, true, images, epochs);
    }

    private void learnOnce() throws IOException {
        if (network == null) {
            System.err.printf("a convolutional network learns %d images for %d epochs%n", images, epochs);
            learn(Mnist.options().normalize(true).flatten(false).load());
        }
    }

    private void learn(Mnist mnist) {
        Dataset train = first(images, mnist.trainImages(), mnist.trainLabels());
        Dataset trainSample = first(EVALUATED, train.inputs(), train.targets());
        Dataset testSample = first(EVALUATED, mnist.testImages(), mnist.testLabels());

        RandomState random = new RandomState(0);
        network = maker.apply(random);
        Trainer trainer = new Trainer(network, new Adam(0.001), Batches.random(train, BATCH_SIZE, random));
        trainer.every(1, t -> losses.add((drops ? t.trainingLoss() : t.loss()).keep()));
        history.metric("train", t -> trainSample.accuracy(network)).metric("test", t -> testSample.accuracy(network));
        trainer.epochsAsTheBook().everyEpoch(history).runEpochs(epochs);
        finalAccuracy = testSample.accuracy(network);
    }

    private static Dataset first(int count, NDArray images, NDArray labels) {
        return Dataset.of(images.get(Index.to(count)), labels.get(Index.to(count)));
    }

    /** Returns the network after its training. */
    Network network() throws IOException {
        learnOnce();
        return network;
    }

    /** Returns the loss after each step, of shape (steps,). */
    NDArray losses() throws IOException {
        learnOnce();
        return NDArray.stack(0, losses.toArray(NDArray[]::new));
    }

    void print(PrintStream out) throws IOException {
        learnOnce();
        for (int i = 0; i < history.steps().size(); i++) {
            out.println("=== epoch:" + (i + 1) + ", train acc:"
                    + history.values("train").get(i) + ", test acc:"
                    + history.values("test").get(i) + " ===");
        }
        out.println("=============== Final Test Accuracy ===============");
        out.println("test acc:" + NDArray.scalar(finalAccuracy));
    }

    Plot plot() throws IOException {
        learnOnce();
        NDArray x = NDArray.arange(history.steps().size());
        return new Plot()
                .line("train", x, history.values("train"))
                .dashed("test", x, history.values("test"))
                .title("a %s network learns %d images"
                        .formatted(drops ? "deep convolutional" : "convolutional", images))
                .xLabel("epochs")
                .yLabel("accuracy")
                .yLimits(0, 1.05)
                .legend(LegendPosition.InsideSE);
    }
}
