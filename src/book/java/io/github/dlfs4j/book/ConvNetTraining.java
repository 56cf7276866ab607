package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.History;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Sections 7.5 and 8.1.1: the accuracies of a convolutional network while it learns MNIST. */
final class ConvNetTraining {
    /** The number of images for an accuracy, enough for a good estimate. */
    private static final int EVALUATED = 1000;

    private static final int BATCH_SIZE = 100;

    /**
     * How much a network learns, and on how many images it is tested at the end.
     *
     * @param images the number of training images
     * @param testImages the number of test images
     * @param epochs the number of epochs
     */
    record Amount(int images, int testImages, int epochs) {
        /** All that the book's programs do. */
        static final Amount FULL = new Amount(60_000, 10_000, 20);

        /** Returns the text that lines and titles of figures have. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d images, %d epochs", images, epochs);
        }
    }

    private final String name;
    private final Function<RandomState, Network> maker;
    private final boolean drops;
    private final Amount amount;

    /** The file for the parameters; null if they are not saved. */
    private final Path file;

    private Network network;
    private double finalAccuracy;
    private final List<NDArray> losses = new ArrayList<>();
    private final History history = new History();

    private ConvNetTraining(
            String name, Function<RandomState, Network> maker, boolean drops, Amount amount, Path file) {
        this.name = name;
        this.maker = maker;
        this.drops = drops;
        this.amount = amount;
        this.file = file;
    }

    /** Returns the training of chapter 7's network, which runs before the first output. */
    static ConvNetTraining ofSimple(Amount amount) {
        return new ConvNetTraining("SimpleConvNet", SimpleConvNet::initial, false, amount, null);
    }

    /** Returns the training of chapter 8's network; the book computes its losses with dropout, which draws numbers. */
    static ConvNetTraining ofDeep(Amount amount) {
        return new ConvNetTraining("DeepConvNet", DeepConvNet::initial, true, amount, null);
    }

    /** Returns this training with a folder, to which it saves the parameters when the network has learned. */
    ConvNetTraining savedTo(Path folder) {
        return new ConvNetTraining(name, maker, drops, amount, folder.resolve(name + ".npz"));
    }

    private void learnOnce() throws IOException {
        if (network == null) {
            System.err.println("a " + name + " learns " + amount);
            learn(Mnist.options().normalize(true).flatten(false).load());
            if (saves()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Networks.save(file, network);
            }
        }
    }

    private void learn(Mnist mnist) {
        Dataset train = first(amount.images(), mnist.trainImages(), mnist.trainLabels());
        Dataset trainSample = first(EVALUATED, train.inputs(), train.targets());
        Dataset testSample = first(EVALUATED, mnist.testImages(), mnist.testLabels());

        RandomState random = new RandomState(0);
        network = maker.apply(random);
        Trainer trainer = new Trainer(network, new Adam(0.001), Batches.random(train, BATCH_SIZE, random));
        trainer.every(1, t -> losses.add((drops ? t.trainingLoss() : t.loss()).keep()));
        history.metric("train", t -> trainSample.accuracy(network)).metric("test", t -> testSample.accuracy(network));
        trainer.epochsAsTheBook().everyEpoch(history).runEpochs(amount.epochs());
        finalAccuracy = first(amount.testImages(), mnist.testImages(), mnist.testLabels())
                .accuracy(network);
    }

    private static Dataset first(int count, NDArray images, NDArray labels) {
        return Dataset.of(images.get(Index.to(count)), labels.get(Index.to(count)));
    }

    /** Returns the network after its training. */
    Network network() throws IOException {
        learnOnce();
        return network;
    }

    /**
     * Returns what to look at in the figure, after how much the network learns.
     *
     * @param usual how much it learns without an argument
     * @param shown what the figure then shows
     */
    String look(Amount usual, String shown) {
        return amount + ": " + (amount.equals(usual) ? shown : "the accuracies by epoch");
    }

    /** Returns whether the parameters are saved. */
    boolean saves() {
        return file != null;
    }

    /** Returns the network of the saved file. */
    Network saved() throws IOException {
        learnOnce();
        return Networks.load(file);
    }

    /**
     * Returns the accuracies by epoch on 1,000 training images and 1,000 test images, {@code train} and {@code test}.
     */
    History history() throws IOException {
        learnOnce();
        return history;
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
        out.println("test acc:" + NDArray.scalar(finalAccuracy) + " of " + amount.testImages() + " images");
        if (saves()) {
            out.println("Saved Network Parameters! " + file);
        }
    }

    Plot plot() throws IOException {
        learnOnce();
        NDArray x = NDArray.arange(history.steps().size());
        return new Plot()
                .line("train", x, history.values("train"))
                .dashed("test", x, history.values("test"))
                .title(name + ": " + amount)
                .xLabel("epochs")
                .yLabel("accuracy")
                .yLimits(0, 1.05)
                .legend(LegendPosition.InsideSE);
    }
}
