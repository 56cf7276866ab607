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
                        "6",
                        section("6.1.7", Chapter06::ends),
                        section("6.1.8", () -> optimizers.get().printLosses()),
                        section("6.2.2", ActivationHistograms::sigmoid),
                        section("6.2.2-tanh", ActivationHistograms::tanh),
                        section("6.2.3", ActivationHistograms::relu),
                        section("6.2.4", () -> initializations.get().printLosses()),
                        section("6.3.1", () -> normalizationCheck(hidden)),
                        section("6.3.2", () -> normalization.get().printAccuracies()),
                        section("6.4", () -> overfitting.get().printGaps()),
                        section("6.5.2", () -> search.get().printBest()))
                .with(
                        figure("6.1.7-optimizer-paths", Chapter06::paths),
                        figure(
                                        "6.1.8-losses-of-optimizers",
                                        () -> optimizers.get().plot(highestLoss))
                                .unless(part == 1, "part.losses", part),
                        figure("6.2.2-activations-of-sigmoid", ActivationHistograms::sigmoidPanels),
                        figure("6.2.2-activations-of-tanh", ActivationHistograms::tanhPanels),
                        figure("6.2.3-activations-of-relu", ActivationHistograms::reluPanels),
                        figure(
                                        "6.2.4-losses-of-initializations",
                                        () -> initializations.get().plot(2.5))
                                .unless(part == 1, "part.losses", part),
                        figure(
                                        "6.3.2-batch-normalization",
                                        () -> normalization.get().panels())
                                .unless(part == 1, "part.accuracies", part),
                        figure("6.4.1-overfitting", () -> overfitting.get().plot(Overfitting.NOTHING))
                                .unless(part == 1, "part.accuracies", part),
                        figure("6.4.2-weight-decay", () -> overfitting.get().plot(Overfitting.WEIGHT_DECAY))
                                .unless(part == 1, "part.accuracies", part),
                        figure("6.4.3-dropout", () -> overfitting.get().plot(Overfitting.DROPOUT))
                                .unless(part == 1, "part.accuracies", part),
                        figure("6.5.2-hyperparameters", () -> search.get().panels())
                                .unless(part == 1, "part.best", part));
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
