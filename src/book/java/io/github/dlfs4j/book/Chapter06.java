package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
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
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chapter 6: training techniques. Its networks train for some minutes. */
public final class Chapter06 {
    private Chapter06() {}

    /**
     * Returns the chapter.
     *
     * @param part 1 for everything that the book shows, 10 for a tenth: fewer steps, fewer networks, and fewer points
     *     of a curve. A network that should learn its images by heart still trains long enough for its curve to rise
     */
    static Chapter chapter(int part) {
        int steps = part(2000, part, 50);
        Once<LossComparison> optimizers = Once.of(
                "four networks with an optimiser each learn for " + steps + " steps",
                () -> LossComparison.ofOptimizers(steps));
        Once<LossComparison> initializations = Once.of(
                "three networks with other first weights learn for " + steps + " steps",
                () -> LossComparison.ofInitializations(steps));
        int scales = part(16, part, 2);
        Once<NormalizationComparison> normalization = Once.of(
                scales + " networks with batch normalisation and as many without learn for 20 epochs",
                () -> NormalizationComparison.learn(scales, 20));
        int epochs = part(201, part, 101);
        Once<Overfitting> overfitting = Once.of(
                "networks with nothing, weight decay and dropout learn for " + epochs + " epochs",
                () -> Overfitting.learn(epochs, part(301, part, 151), Math.min(part, 25)));
        int trials = part(100, part, 4);
        Once<HyperparameterSearch> search =
                Once.of(trials + " networks learn for 50 epochs each", () -> HyperparameterSearch.run(trials, 50));
        int hidden = part(100, part, 10);
        // The losses of the first steps are above the book's figure.
        double highestLoss = part == 1 ? 1 : 2.5;
        return Chapter.of(
                        "6 Techniques of Learning",
                        section("6.1.7 Where four optimisers get in 30 steps", Chapter06::ends),
                        section(
                                "6.1.8 The losses of four optimisers",
                                () -> optimizers.get().printLosses()),
                        section("6.2.2 The spread of activations: sigmoid", ActivationHistograms::sigmoid),
                        section("6.2.2 The spread of activations: tanh", ActivationHistograms::tanh),
                        section("6.2.3 The spread of activations: ReLU", ActivationHistograms::relu),
                        section(
                                "6.2.4 The losses of three initialisations",
                                () -> initializations.get().printLosses()),
                        section("6.3.1 Batch normalisation: the gradient check", () -> normalizationCheck(hidden)),
                        section(
                                "6.3.2 With and without batch normalisation",
                                () -> normalization.get().printAccuracies()),
                        section(
                                "6.4 Overfitting, weight decay and dropout",
                                () -> overfitting.get().printGaps()),
                        section(
                                "6.5.2 A search for hyperparameters",
                                () -> search.get().printBest()))
                .with(
                        figure(
                                "6.1.7-optimizer-paths",
                                "SGD zigzags down the narrow valley; the others find straighter ways",
                                Chapter06::paths),
                        figure(
                                "6.1.8-losses-of-optimizers",
                                look(
                                        part,
                                        "SGD's loss falls slowest, and AdaGrad's fastest here",
                                        "the losses by step"),
                                () -> optimizers.get().plot(highestLoss)),
                        figure(
                                "6.2.2-activations-of-sigmoid",
                                "large weights drive outputs to 0 and 1, small ones all to 0.5; Xavier's spread them",
                                ActivationHistograms::sigmoidPanels),
                        figure(
                                "6.2.2-activations-of-tanh",
                                "as with sigmoid, but around 0, so that Xavier's are spread like a bell",
                                ActivationHistograms::tanhPanels),
                        figure(
                                "6.2.3-activations-of-relu",
                                "with He's weights every layer spreads as the first; with the others it shrinks (zeros are left out)",
                                ActivationHistograms::reluPanels),
                        figure(
                                "6.2.4-losses-of-initializations",
                                look(
                                        part,
                                        "with a deviation of 0.01 nothing is learned; with He's weights most",
                                        "the losses by step"),
                                () -> initializations.get().plot(2.5)),
                        figure(
                                "6.3.2-batch-normalization",
                                look(
                                        part,
                                        "solid lines rise for all 16 first weights, dashed ones for 2",
                                        "the accuracies by epoch"),
                                () -> normalization.get().panels()),
                        figure(
                                "6.4.1-overfitting",
                                look(
                                        part,
                                        "the training images are known by heart, the test images far less",
                                        "the accuracies by epoch"),
                                () -> overfitting.get().plot(Overfitting.NOTHING)),
                        figure(
                                "6.4.2-weight-decay",
                                look(
                                        part,
                                        "the two lines come closer, and the training images are not known by heart any more",
                                        "the accuracies by epoch"),
                                () -> overfitting.get().plot(Overfitting.WEIGHT_DECAY)),
                        figure(
                                "6.4.3-dropout",
                                look(
                                        part,
                                        "the two lines come closer, and learning takes longer",
                                        "the accuracies by epoch"),
                                () -> overfitting.get().plot(Overfitting.DROPOUT)),
                        figure(
                                "6.5.2-hyperparameters",
                                look(
                                        part,
                                        "the best choice gets to 0.87 on validation data; the 20th, with a smaller learning rate, to 0.41",
                                        "the accuracies of the best choices by epoch"),
                                () -> search.get().panels()));
    }

    /** Returns what to look at in a figure: what all of the book's work shows, or what is drawn if a part is done. */
    private static String look(int part, String shown, String drawn) {
        return part == 1 ? shown : "1/" + part + " of the book's work: " + drawn;
    }

    /** Returns a part of the book's number, but at least the smallest number that makes sense. */
    private static int part(int count, int part, int atLeast) {
        return Math.max(atLeast, count / part);
    }

    /**
     * Prints the chapter and draws its figures; an argument is the part of the book's work to do, such as 10 for a
     * tenth.
     */
    public static void main(String[] args) {
        Chapter chapter = chapter(args.length == 0 ? 1 : Integer.parseInt(args[0]));
        chapter.run();
    }

    /**
     * Prints the differences between backpropagation and numerical gradients for one image, as the book does, and for
     * three. An image alone is its own mean, so normalised it is 0, where ReLU has a corner: beta2 gets half of its
     * gradient from a step to both sides, and none from backpropagation.
     *
     * @param hidden the number of neurons in each of two hidden layers; 100 in the book
     */
    static void normalizationCheck(int hidden) throws IOException {
        print("one image, which batch normalisation makes 0");
        normalizationCheck(hidden, 1);
        print("three images");
        normalizationCheck(10, 3);
    }

    private static void normalizationCheck(int hidden, int images) throws IOException {
        Samples train = Mnist.options().normalize(true).oneHotLabel(true).loadTraining();
        Network network = MultiLayerNet.ofSizes(784, hidden, hidden, 10)
                .batchNormalization()
                .build(new RandomState(0));
        NDArray xBatch = train.images().get(Index.to(images));
        NDArray tBatch = train.labels().get(Index.to(images));
        Map<String, NDArray> gradBackprop = network.gradient(xBatch, tBatch);
        Map<String, NDArray> gradNumerical = network.numericalGradient(xBatch, tBatch);
        gradNumerical.forEach((key, gradient) -> {
            NDArray diff = gradBackprop.get(key).sub(gradient).abs().mean();
            print(key + ":" + diff);
        });
    }

    private static Map<String, Optimizer> optimizers() {
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        optimizers.put("SGD", new SGD(0.95));
        optimizers.put("Momentum", new Momentum(0.1));
        optimizers.put("AdaGrad", new AdaGrad(1.5));
        optimizers.put("Adam", new Adam(0.3));
        return optimizers;
    }

    /** Returns the gradient of f(x, y) = x² / 20 + y². */
    private static Map<String, NDArray> df(NDArray x, NDArray y) {
        return Map.of("x", x.div(10.0), "y", y.mul(2.0));
    }

    /** Returns the path from (-7, 2) down f: the start and the point after each of 30 steps, of shape (31, 2). */
    static NDArray path(Optimizer optimizer) {
        Map<String, NDArray> params = Map.of("x", NDArray.scalar(-7.0), "y", NDArray.scalar(2.0));
        List<NDArray> history = new ArrayList<>();
        history.add(NDArray.of(-7.0, 2.0));
        for (int i = 0; i < 30; i++) {
            optimizer.update(params, df(params.get("x"), params.get("y")));
            history.add(NDArray.stack(0, params.get("x"), params.get("y")));
        }
        return NDArray.stack(0, history);
    }

    static void ends() {
        optimizers().forEach((name, optimizer) -> print(name, path(optimizer).get(-1)));
    }

    static Panels paths() {
        Panels panels = new Panels(2);
        optimizers().forEach((name, optimizer) -> panels.add(pathOnContours(name, path(optimizer))));
        return panels;
    }

    private static Plot pathOnContours(String name, NDArray path) {
        Plot plot =
                new Plot().title(name).xLabel("x").yLabel("y").xLimits(-10, 10).yLimits(-10, 10);
        NDArray angle = NDArray.linspace(0, 2 * Math.PI, 200);
        for (double level : new double[] {0.1, 0.5, 1, 2, 3, 4, 5, 6, 7}) {
            // x² / 20 + y² has the same value along an ellipse.
            plot.contour(angle.cos().mul(Math.sqrt(20 * level)), angle.sin().mul(Math.sqrt(level)));
        }
        NDArray columns = path.transpose();
        return plot.path(name, columns.get(0), columns.get(1));
    }
}
