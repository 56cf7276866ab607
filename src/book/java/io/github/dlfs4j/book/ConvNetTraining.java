package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.Output.print;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Sections 7.5 and 8.1.1: a convolutional network that has learned MNIST.
 *
 * @param name the name of the network
 * @param network the network
 * @param amount how much it has learned
 * @param losses the loss after each step, of shape (steps,)
 * @param history the accuracies by epoch on 1,000 training images and 1,000 test images, {@code train} and {@code test}
 * @param finalAccuracy the accuracy on test images in the end
 * @param file the file with the parameters, if they are saved
 */
record ConvNetTraining(
        String name,
        Network network,
        Amount amount,
        NDArray losses,
        History history,
        double finalAccuracy,
        Optional<Path> file) {
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
            return format("%,d images, %d epochs", images, epochs);
        }

        /** Returns a figure whose sentence says no more than how much a network learns, unless that is as usual. */
        Chapter.Drawing unless(Amount usual, Chapter.Drawing figure) {
            return figure.unless(equals(usual), "amount.accuracies", format("%,d", images), epochs);
        }
    }

    /** Trains chapter 7's network. */
    static ConvNetTraining ofSimple(Amount amount) throws IOException {
        RandomState random = new RandomState(0);
        return learn("SimpleConvNet", SimpleConvNet.initial(random), false, amount, random);
    }

    /** Trains chapter 8's network; the book computes its losses with dropout, which draws numbers. */
    static ConvNetTraining ofDeep(Amount amount) throws IOException {
        RandomState random = new RandomState(0);
        return learn("DeepConvNet", DeepConvNet.initial(random), true, amount, random);
    }

    private static ConvNetTraining learn(String name, Network network, boolean drops, Amount amount, RandomState random)
            throws IOException {
        Mnist mnist = Mnist.options().normalize(true).flatten(false).load();
        Dataset train = first(amount.images(), mnist.trainImages(), mnist.trainLabels());
        Dataset test = first(amount.testImages(), mnist.testImages(), mnist.testLabels());
        // The history lives on, and views in it would keep all images of MNIST.
        Dataset trainSample = copy(first(EVALUATED, train.inputs(), train.targets()));
        Dataset testSample = copy(first(EVALUATED, mnist.testImages(), mnist.testLabels()));

        Trainer trainer = new Trainer(network, new Adam(0.001), Batches.random(train, BATCH_SIZE, random));
        List<NDArray> losses = new ArrayList<>();
        History history = new History()
                .metric("train", t -> trainSample.accuracy(network))
                .metric("test", t -> testSample.accuracy(network));
        trainer.every(1, t -> losses.add((drops ? t.trainingLoss() : t.loss()).keep()));
        trainer.epochsAsTheBook().everyEpoch(history).runEpochs(amount.epochs());
        NDArray lossList = NDArray.stack(0, losses);
        return new ConvNetTraining(name, network, amount, lossList, history, test.accuracy(network), Optional.empty());
    }

    private static Dataset first(int count, NDArray images, NDArray labels) {
        return Dataset.of(images.get(Index.to(count)), labels.get(Index.to(count)));
    }

    private static Dataset copy(Dataset data) {
        return Dataset.of(data.inputs().copy(), data.targets().copy());
    }

    /** Saves the parameters to a folder, which is made if it is missing. */
    ConvNetTraining savedTo(Path folder) throws IOException {
        Path parameters = folder.resolve(name + ".npz");
        Files.createDirectories(folder);
        Networks.save(parameters, network);
        return new ConvNetTraining(name, network, amount, losses, history, finalAccuracy, Optional.of(parameters));
    }

    void printAccuracies() {
        for (int i = 0; i < history.steps().size(); i++) {
            print("=== epoch:" + (i + 1) + ", train acc:"
                    + history.values("train").get(i) + ", test acc:"
                    + history.values("test").get(i) + " ===");
        }
        print("=============== Final Test Accuracy ===============");
        print("test acc:" + NDArray.scalar(finalAccuracy) + " of " + amount.testImages() + " images");
        file.ifPresent(parameters -> print("Saved Network Parameters!", parameters));
    }

    Plot plot() {
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
