package io.github.dlfs4j.app.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.playground.Suggestion.Trial;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batch;
import io.github.dlfs4j.training.Dataset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page suggests is true: each trial is made as it says. */
class SuggestionTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    static Stream<Trial> trials() {
        return Suggestion.ALL.stream().flatMap(suggestion -> suggestion.trials().stream());
    }

    private static Trial trial(String name) {
        return trials().filter(trial -> trial.name().equals(name)).findFirst().orElseThrow();
    }

    private static Playground begun(Trial trial) {
        return new Playground(
                trial.plan(), rate -> optimizer(trial.plan().learning().optimizer(), rate));
    }

    private static Optimizer optimizer(String name, double rate) {
        return switch (name) {
            case "sgd" -> new SGD(rate);
            case "adam" -> new Adam(rate);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Playground ended(Trial trial) {
        Playground playground = begun(trial);
        playground.learn(trial.steps(), LONG);
        return playground;
    }

    private static void checkShare(Trial trial, Suggestion.Share share, Playground.Score score) {
        double inPercent = 100 * score.accuracy();
        assertThat(share.isLeast() ? inPercent >= share.percent() : inPercent <= share.percent())
                .as("%s: %s", trial.outcome(), score)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void theOutcomeOfASuggestionIsAsSaid(Trial trial) {
        Playground playground = ended(trial);
        assertThat(playground.steps()).isEqualTo(trial.steps());
        checkShare(trial, trial.train(), playground.score(playground.train()));
        checkShare(trial, trial.test(), playground.score(playground.test()));
    }

    @Test
    void theOutcomeOfASuggestionIsAText() {
        assertThat(trial("3 neurons").outcome())
                .isEqualTo("after 1,000 steps at least 98 % of the training points are right");
        assertThat(trial("no decay").outcome())
                .isEqualTo("after 3,000 steps at least 98 % of the training points and at most 86 % of the test points"
                        + " are right");
    }

    /** Returns for how many training points each neuron of the first layer is above 0. */
    private static NDArray active(Playground playground) {
        NDArray out = playground.train().inputs();
        for (Layer layer : playground.network().layers().subList(0, 2)) {
            out = layer.infer(out);
        }
        return out.gt(0).sum(0);
    }

    @Test
    void aNeuronOfXorBecomesZeroForEveryPoint() {
        assertThat(active(begun(trial("seed 16"))).min().asLong()).isPositive();
        assertThat(active(ended(trial("seed 16"))).eq(0).sum().asLong()).isOne();
        assertThat(active(ended(trial("seed 4"))).min().asLong()).isPositive();
    }

    @Test
    void theTestLossFallsAndThenRisesWithoutWeightDecay() {
        List<Double> losses = testLosses(trial("no decay"));
        double lowest = losses.stream().min(Double::compare).orElseThrow();
        assertThat(losses.get(0)).isGreaterThan(2 * lowest);
        assertThat(losses.get(losses.size() - 1)).isGreaterThan(3 * lowest);
        List<Double> decayed = testLosses(trial("decay 0.01"));
        assertThat(decayed.get(decayed.size() - 1)).isLessThan(0.5);
    }

    private static List<Double> testLosses(Trial trial) {
        Playground playground = begun(trial);
        Dataset test = playground.test();
        return Stream.iterate(0, step -> step <= trial.steps(), step -> step + 100)
                .map(step -> {
                    if (step > 0) {
                        playground.learn(100, LONG);
                    }
                    return playground.score(test).loss();
                })
                .toList();
    }

    /** Returns how much smaller the mean gradient of the first weights is than that of the last. */
    private static double shareOfGradient(Trial trial) {
        Playground playground = begun(trial);
        Batch all = playground.train().batch(0, playground.train().size());
        Map<String, NDArray> gradients = playground.network().gradient(all.x(), all.t());
        return gradients.get("W1").abs().mean().asDouble()
                / gradients.get("W4").abs().mean().asDouble();
    }

    @Test
    void theGradientVanishesThroughLayersOfSigmoid() {
        assertThat(shareOfGradient(trial("sigmoid"))).isLessThan(0.01);
        assertThat(shareOfGradient(trial("ReLU"))).isGreaterThan(0.03);
    }

    @Test
    void aLearningRateThatIsTooLargeEndsMostNeurons() {
        Playground playground = ended(trial("10"));
        assertThat(active(playground).eq(0).sum().asLong()).isGreaterThan(4);
        assertThat(playground.score(playground.train()).loss()).isGreaterThan(1);
    }
}
