package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.History;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What chapter 6 says of optimisers, first weights, and networks that learn with one technique or another. */
final class ClaimsOfTechniques {
    private static final Once<LossComparison> OPTIMIZERS = Once.of(() -> LossComparison.ofOptimizers(2000));
    private static final Once<LossComparison> INITIALIZATIONS = Once.of(() -> LossComparison.ofInitializations(2000));
    private static final Once<NormalizationComparison> NORMALIZATION =
            Once.of(() -> NormalizationComparison.learn(16, 20));

    /** The networks of the chapter, with a tenth of their accuracies, which take most of the time. */
    private static final Once<Overfitting> OVERFITTING = Once.of(() -> Overfitting.learn(201, 301, 10));

    private static final Once<HyperparameterSearch> SEARCH = Once.of(() -> HyperparameterSearch.run(100, 50));

    private ClaimsOfTechniques() {}

    static List<Claim> claims() {
        return List.of(
                Claim.of(
                        ClaimsOfTechniques::paths,
                        "SGD zigzags down the narrow valley; the others find straighter ways"),
                Claim.of(ClaimsOfTechniques::ends, "Where four optimisers get in 30 steps"),
                Claim.of(
                        ClaimsOfTechniques::sigmoid,
                        "large weights drive outputs to 0 and 1, small ones all to 0.5; Xavier's spread them"),
                Claim.of(
                        ClaimsOfTechniques::tanh,
                        "as with sigmoid, but around 0, so that Xavier's are spread like a bell"),
                Claim.of(
                        ClaimsOfTechniques::relu,
                        "with He's weights every layer spreads as the first; with the others it shrinks (zeros are left out)"),
                Claim.of(() -> assertNames(LossComparison.ofOptimizers(1), 4), "The losses of four optimisers"),
                Claim.of(
                        () -> assertNames(LossComparison.ofInitializations(1), 3),
                        "The losses of three initialisations"),
                Claim.ofTraining(
                        ClaimsOfTechniques::lossesOfOptimizers, "SGD's loss falls slowest, and AdaGrad's fastest here"),
                Claim.ofTraining(
                        ClaimsOfTechniques::lossesOfInitializations,
                        "with a deviation of 0.01 nothing is learned; with He's weights most"),
                Claim.ofTraining(
                        ClaimsOfTechniques::normalization,
                        "solid lines rise for all 16 first weights, dashed ones for 2",
                        "With and without batch normalisation"),
                Claim.ofTraining(
                        ClaimsOfTechniques::overfitting,
                        "the training images are known by heart, the test images far less"),
                Claim.ofTraining(
                        ClaimsOfTechniques::weightDecay,
                        "the two lines come closer, and the training images are not known by heart any more"),
                Claim.ofTraining(ClaimsOfTechniques::dropout, "the two lines come closer, and learning takes longer"),
                Claim.ofTraining(
                        ClaimsOfTechniques::search,
                        "the best choice gets to 0.87 on validation data; the 20th, with a smaller learning rate, to 0.41"));
    }

    /** Returns how often a path changes between up and down. */
    private static long turns(Optimizer optimizer) {
        NDArray y = Chapter06.path(optimizer).transpose().get(1);
        List<Double> rises = ClaimsOfFunctions.rises(y.toDoubleArray());
        return IntStream.range(1, rises.size())
                .filter(i -> rises.get(i) * rises.get(i - 1) < 0)
                .count();
    }

    private static void paths() {
        // Each step of SGD goes to the other side of the valley.
        assertThat(turns(new SGD(0.95))).isEqualTo(29);
        assertThat(List.of(turns(new Momentum(0.1)), turns(new AdaGrad(1.5)), turns(new Adam(0.3))))
                .allMatch(turns -> turns < 6);
    }

    private static void ends() {
        assertThat(Printed.by(Chapter06::ends).lines()).hasSize(4);
        assertThat(Chapter06.path(new SGD(0.95)).shape(0) - 1).isEqualTo(30);
    }

    /** Returns the share of the outputs of all layers that are at most this far from a number. */
    private static double share(List<NDArray> layers, double number, double distance) {
        NDArray all = NDArray.stack(0, layers.toArray(NDArray[]::new));
        return all.sub(number).abs().le(distance).mean().asDouble();
    }

    private static List<NDArray> layers(UnaryOperator<NDArray> function, Initialization initialization) {
        return ActivationHistograms.activations(function, initialization);
    }

    private static void sigmoid() {
        List<NDArray> large = layers(Activations::sigmoid, Initialization.normal(1));
        List<NDArray> small = layers(Activations::sigmoid, Initialization.normal(0.01));
        List<NDArray> xavier = layers(Activations::sigmoid, Initialization.xavier());
        assertThat(share(large, 0, 0.1) + share(large, 1, 0.1)).isGreaterThan(0.7);
        assertThat(share(small, 0.5, 0.1)).isGreaterThan(0.99);
        assertThat(share(xavier, 0, 0.1) + share(xavier, 1, 0.1)).isLessThan(0.1);
        for (int i = 0; i < 5; i++) {
            assertThat(xavier.get(i).std().asDouble())
                    .isGreaterThan(5 * small.get(i).std().asDouble());
        }
    }

    private static void tanh() {
        List<NDArray> large = layers(NDArray::tanh, Initialization.normal(1));
        List<NDArray> small = layers(NDArray::tanh, Initialization.normal(0.01));
        List<NDArray> xavier = layers(NDArray::tanh, Initialization.xavier());
        assertThat(share(large, -1, 0.1) + share(large, 1, 0.1)).isGreaterThan(0.7);
        assertThat(share(small, 0, 0.1)).isGreaterThan(0.9);
        // Of all layers and of the last, from the middle to the ends there are fewer and fewer.
        for (List<NDArray> some : List.of(xavier, xavier.subList(4, 5))) {
            assertThat(some.get(0).mean().abs().asDouble()).isLessThan(0.01);
            double[] parts = {
                share(some, 0, 0.25),
                share(some, 0, 0.5) - share(some, 0, 0.25),
                share(some, 0, 0.75) - share(some, 0, 0.5),
                share(some, 0, 1) - share(some, 0, 0.75)
            };
            assertThat(ClaimsOfFunctions.rises(parts)).allMatch(rise -> rise < 0);
        }
    }

    private static double[] deviations(Initialization initialization) {
        return layers(Activations::relu, initialization).stream()
                .mapToDouble(layer -> layer.std().asDouble())
                .toArray();
    }

    private static void relu() {
        double[] he = deviations(Initialization.he());
        for (double deviation : he) {
            assertThat(deviation / he[0]).isBetween(0.8, 1.25);
        }
        for (Initialization other : List.of(Initialization.normal(0.01), Initialization.xavier())) {
            assertThat(ClaimsOfFunctions.rises(deviations(other))).allMatch(rise -> rise < 0);
        }
    }

    private static void assertNames(LossComparison comparison, int count) {
        assertThat(comparison.trainLoss()).hasSize(count);
    }

    /** Returns the first step at which the smoothed loss, which the figure shows, is below a loss. */
    private static int below(LossComparison comparison, String name, double loss) {
        NDArray smooth = History.smooth(comparison.losses(name));
        assertThat(smooth.min().asDouble()).as(name).isLessThan(loss);
        return smooth.lt(loss).argmax().asInt();
    }

    private static void lossesOfOptimizers() throws IOException {
        LossComparison comparison = OPTIMIZERS.get();
        for (double loss : new double[] {1, 0.5, 0.3}) {
            for (String name : List.of("Momentum", "Adam")) {
                assertThat(below(comparison, name, loss))
                        .isGreaterThan(below(comparison, "AdaGrad", loss))
                        .isLessThan(below(comparison, "SGD", loss));
            }
        }
    }

    private static double lastLoss(LossComparison comparison, String name) {
        return comparison.losses(name).get(Index.from(1900)).mean().asDouble();
    }

    private static void lossesOfInitializations() throws IOException {
        LossComparison comparison = INITIALIZATIONS.get();
        double first = comparison.losses("std=0.01").getDouble(0);
        assertThat(lastLoss(comparison, "std=0.01")).isBetween(first - 0.02, first + 0.02);
        assertThat(lastLoss(comparison, "He")).isLessThan(lastLoss(comparison, "Xavier"));
        assertThat(lastLoss(comparison, "Xavier")).isLessThan(first / 2);
    }

    private static double rise(NDArray accuracies) {
        return accuracies.get(-1).sub(accuracies.get(0)).asDouble();
    }

    private static void normalization() throws IOException {
        List<NormalizationComparison.Curves> all = NORMALIZATION.get().all();
        assertThat(all.stream().filter(curves -> rise(curves.normalized()) > 0.3))
                .hasSize(16);
        assertThat(all.stream().filter(curves -> rise(curves.plain()) > 0.3)).hasSize(2);
    }

    private static double last(String name, String metric) throws IOException {
        return OVERFITTING.get().histories().get(name).values(metric).get(-1).asDouble();
    }

    private static double gap(String name) throws IOException {
        return last(name, "train") - last(name, "test");
    }

    private static void overfitting() throws IOException {
        assertThat(last(Overfitting.NOTHING, "train")).isEqualTo(1);
        assertThat(gap(Overfitting.NOTHING)).isGreaterThan(0.2);
    }

    private static void weightDecay() throws IOException {
        assertThat(gap(Overfitting.WEIGHT_DECAY)).isLessThan(gap(Overfitting.NOTHING));
        assertThat(last(Overfitting.WEIGHT_DECAY, "train")).isLessThan(0.97);
    }

    private static void dropout() throws IOException {
        assertThat(gap(Overfitting.DROPOUT)).isLessThan(gap(Overfitting.NOTHING));
        assertThat(stepsTo(Overfitting.DROPOUT)).isGreaterThan(stepsTo(Overfitting.NOTHING));
    }

    /** Returns the steps until a network knows half of its training images. */
    private static long stepsTo(String name) throws IOException {
        History history = OVERFITTING.get().histories().get(name);
        NDArray half = history.values("train").ge(0.5);
        assertThat(half.any().asBoolean()).isTrue();
        return history.steps().getLong(half.argmax().asInt());
    }

    private static void search() throws IOException {
        HyperparameterSearch search = SEARCH.get();
        assertThat(search.history(0).values("validation").get(-1)).isEqualTo(NDArray.scalar(0.87));
        assertThat(search.history(19).values("validation").get(-1)).isEqualTo(NDArray.scalar(0.41));
        assertThat(search.results().get(19).hyperparameters().get("lr"))
                .isLessThan(search.results().get(0).hyperparameters().get("lr"));
    }
}
