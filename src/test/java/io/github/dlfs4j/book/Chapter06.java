package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chapter 6: techniques of learning. Its networks learn for some minutes. */
public final class Chapter06 {
    private Chapter06() {}

    /**
     * The chapter.
     *
     * @param part its networks learn this part of what the book's learn: 1 for all of it, 10 for a tenth
     */
    static Chapter chapter(int part) {
        LossComparison optimizers = LossComparison.ofOptimizers(part(2000, part));
        LossComparison initializations = LossComparison.ofInitializations(part(2000, part));
        NormalizationComparison normalization = new NormalizationComparison(part(16, part), part(20, part));
        Overfitting overfitting = new Overfitting(part(300, part));
        HyperparameterSearch search = new HyperparameterSearch(part(100, part), part(50, part));
        return Chapter.of(
                        "6 Techniques of Learning",
                        section("6.1.7 Where four optimisers get in 30 steps", Chapter06::ends),
                        section("6.1.8 The losses of four optimisers", optimizers::print),
                        section("6.2.2 The spread of activations: sigmoid", ActivationHistograms::sigmoid),
                        section("6.2.3 The spread of activations: ReLU", ActivationHistograms::relu),
                        section("6.2.4 The losses of three initialisations", initializations::print),
                        section("6.3.2 With and without batch normalisation", normalization::print),
                        section("6.4 Overfitting, weight decay and dropout", overfitting::print),
                        section("6.5.2 A search for hyperparameters", search::print))
                .with(
                        figure("6.1.7-optimizer-paths", Chapter06::paths),
                        figure("6.1.8-losses-of-optimizers", () -> optimizers.plot(1)),
                        figure("6.2.2-activations-of-sigmoid", ActivationHistograms::sigmoidPanels),
                        figure("6.2.3-activations-of-relu", ActivationHistograms::reluPanels),
                        figure("6.2.4-losses-of-initializations", () -> initializations.plot(3.5)),
                        figure("6.3.2-batch-normalization", normalization::panels),
                        figure("6.4.1-overfitting", () -> overfitting.plot(Overfitting.NOTHING)),
                        figure("6.4.2-weight-decay", () -> overfitting.plot(Overfitting.WEIGHT_DECAY)),
                        figure("6.4.3-dropout", () -> overfitting.plot(Overfitting.DROPOUT)),
                        figure("6.5.2-hyperparameters", search::panels));
    }

    private static int part(int count, int part) {
        return Math.max(1, count / part);
    }

    /**
     * Prints the chapter and draws its figures; an argument is the part of the book's amount that the networks learn,
     * 10 for a tenth.
     */
    public static void main(String[] args) {
        Chapter chapter = chapter(args.length == 0 ? 1 : Integer.parseInt(args[0]));
        chapter.print(System.out);
        chapter.draw(Chapter.FIGURES, System.err);
    }

    private static Map<String, Optimizer> optimizers() {
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        optimizers.put("SGD", new SGD(0.95));
        optimizers.put("Momentum", new Momentum(0.1));
        optimizers.put("AdaGrad", new AdaGrad(1.5));
        optimizers.put("Adam", new Adam(0.3));
        return optimizers;
    }

    /** The gradient of f(x, y) = x² / 20 + y². */
    private static Map<String, NDArray> df(NDArray x, NDArray y) {
        return Map.of("x", x.div(10.0), "y", y.mul(2.0));
    }

    /** From (-7, 2) down the slopes of f: the start and the place after each of 30 steps, of shape (31, 2). */
    static NDArray path(Optimizer optimizer) {
        Map<String, NDArray> params = Map.of("x", NDArray.scalar(-7.0), "y", NDArray.scalar(2.0));
        List<NDArray> history = new ArrayList<>();
        history.add(NDArray.of(-7.0, 2.0));
        for (int i = 0; i < 30; i++) {
            optimizer.update(params, df(params.get("x"), params.get("y")));
            history.add(NDArray.stack(0, params.get("x"), params.get("y")));
        }
        return NDArray.stack(0, history.toArray(NDArray[]::new));
    }

    static void ends(PrintStream out) {
        optimizers()
                .forEach((name, optimizer) ->
                        out.println(name + " " + path(optimizer).get(-1)));
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
