package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The early stop, the history of metrics, and the random search. */
class TrainingActionsTest {
    private final Dataset data =
            Dataset.of(NDArray.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}), NDArray.of(0, 1, 1, 0));
    private final RandomState random = new RandomState(0);
    private final TwoLayerNet network = new TwoLayerNet(2, 3, 2, 1, new Relu(), random);
    private final Trainer trainer = new Trainer(network, new SGD(0.1), Batches.shuffled(data, 2, random));

    @Test
    void anEarlyStopComesWhenTheBestValueIsTooLongAgo() {
        double[] values = {0.1, 0.5, 0.5, 0.4, 0.6, 0.2, Double.NaN, 0.6, 0.9};
        EarlyStop stop = new EarlyStop(3, t -> values[(int) t.steps() / 2 - 1]);
        assertThat(trainer.every(2, stop).run(100)).isFalse();
        assertThat(trainer.steps()).isEqualTo(16);
        assertThat(stop.best()).isEqualTo(0.6);
    }

    @Test
    void anEarlyStopTakesALossThatShouldFall() {
        double[] values = {0.9, 0.5, 0.5, 0.6, 0.4, 0.8, Double.NaN, 0.4, 0.1};
        EarlyStop stop = EarlyStop.ofLoss(3, t -> values[(int) t.steps() / 2 - 1]);
        assertThat(stop.best()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(trainer.every(2, stop).run(100)).isFalse();
        assertThat(trainer.steps()).isEqualTo(16);
        assertThat(stop.best()).isEqualTo(0.4);
    }

    @Test
    void anEarlyStopRestoresTheNetworkOfTheBestCheck() {
        double[] values = {0.1, 0.6, 0.3, 0.2, 0.5};
        EarlyStop stop = new EarlyStop(3, t -> values[(int) t.steps() - 1]).keepBest();
        List<NDArray> weights = new ArrayList<>();
        trainer.every(1, t -> weights.add(network.parameters().get("W1").copy()));
        assertThat(trainer.every(1, stop).run(100)).isFalse();
        assertThat(weights).hasSize(5);
        assertThat(network.parameters().get("W1")).isEqualTo(weights.get(4)).isNotEqualTo(weights.get(1));
        stop.restoreBest();
        assertThat(network.parameters().get("W1")).isEqualTo(weights.get(1));
    }

    @Test
    void anEarlyStopRestoresNothingThatWasNotKept() {
        EarlyStop stop = new EarlyStop(1, t -> 1);
        trainer.every(1, stop).run(3);
        assertThatIllegalStateException()
                .isThrownBy(stop::restoreBest)
                .withMessage("nothing was kept: call keepBest before the training");
    }

    @Test
    void aTrainingStopsAtTheEndOfTheEpochOfACondition() {
        int epoch = trainer.stepsPerEpoch();
        boolean allSteps = trainer.stopWhen(t -> t.steps() > 2L * epoch).runEpochs(9);
        assertThat(allSteps).isFalse();
        assertThat(trainer.steps()).isEqualTo(3L * epoch);
    }

    @Test
    void anEarlyStopNeedsAPatienceOfAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarlyStop(0, t -> 1))
                .withMessage("patience needs at least 1 check, not 0");
    }

    @Nested
    class OfMetrics {
        private final History history = new History()
                .metric("step", Trainer::steps)
                .metric("loss", t -> t.loss().asDouble());

        @Test
        void aHistoryKeepsEveryEntry() {
            trainer.every(3, history).run(10);
            assertThat(history.steps()).isEqualTo(NDArray.of(3, 6, 9));
            assertThat(history.values("step")).isEqualTo(NDArray.of(3.0, 6.0, 9.0));
            assertThat(history.values("loss").shape(0)).isEqualTo(3);
        }

        @Test
        void aHistoryTakesNumbersAndArraysOfOneElement() {
            History both = new History().metric("number", t -> t.loss().item()).metric("array", Trainer::loss);
            trainer.every(1, both).run(3);
            assertThat(both.values("array")).isEqualTo(both.values("number"));
        }

        @Test
        void aHistoryRefusesWhatIsNoNumberAndRecordsNothing() {
            History odd = new History().metric("fine", t -> 1).metric("odd", t -> NDArray.of(1.0, 2.0));
            trainer.every(1, odd);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trainer.run(1))
                    .withMessage("metric odd is no number: [1. 2.]");
            assertThat(odd.values("fine").size()).isZero();
        }

        @Test
        void aHistoryMakesATableOfItsEntries(@TempDir Path folder) throws IOException {
            double[] values = {0.1, 1e-9, Double.NaN, 1.0 / 3};
            History odd = new History()
                    .metric("loss", t -> values[(int) t.steps() - 1])
                    .metric("a \"b\", c", t -> -2);
            trainer.every(1, odd).run(4);
            Path file = folder.resolve("history.csv");
            odd.writeCsv(file);
            assertThat(Files.readString(file)).isEqualTo(odd.toCsv()).isEqualTo("""
                    step,loss,"a ""b"", c"
                    1,0.1,-2.0
                    2,1e-09,-2.0
                    3,nan,-2.0
                    4,0.3333333333333333,-2.0
                    """);
        }

        /** The numbers are those of the book's {@code smooth_curve}. */
        @Test
        void aHistorySmoothsACurveAsTheBookDoes() {
            assertThat(History.smooth(new RandomState(0).rand(15))).hasToString("""
                    [0.5901676  0.58017835 0.59857076 0.61977399 0.61569101 0.62494069
                     0.63140879 0.63072801 0.65199284 0.63453252 0.60565269 0.59775161
                     0.58537731 0.5543752  0.54249571]""");
            assertThat(History.smooth(NDArray.ones(11)).allClose(NDArray.ones(11), 1e-15, 0))
                    .isTrue();
        }

        @Test
        void aHistoryRefusesToSmoothLessThanAWindow() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> History.smooth(NDArray.ones(10)))
                    .withMessage("a curve to smooth has at least 11 numbers, not the shape (10,)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> History.smooth(NDArray.ones(3, 11)))
                    .withMessage("a curve to smooth has at least 11 numbers, not the shape (3, 11)");
        }

        @Test
        void aHistoryRefusesUnknownAndLateMetrics() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history.values("accuracy"))
                    .withMessage("there is no metric accuracy");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history.metric("loss", t -> 0))
                    .withMessage("there is a metric loss already");
            trainer.every(1, history).run(1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> history.metric("accuracy", t -> 0))
                    .withMessage("a metric must be added before the first entry");
        }
    }

    @Nested
    class OfRandomSearch {
        @Test
        void aRandomSearchDrawsAsTheBookAndPutsTheBestFirst() {
            RandomSearch search = new RandomSearch(Map.of("lr", new RandomSearch.LogRange(-6, -2)));
            List<RandomSearch.Trial> trials =
                    search.run(50, new RandomState(3), drawn -> drawn.get("lr") > 1e-3 ? Double.NaN : drawn.get("lr"));
            NDArray exponents = new RandomState(3).uniform(-6, -2, 50);
            assertThat(trials.stream().map(trial -> trial.hyperparameters().get("lr")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(exponents.toDoubleArray())
                            .mapToObj(exponent -> Math.pow(10, exponent))
                            .toList());
            long scored = trials.stream().filter(trial -> trial.score() <= 1e-3).count();
            assertThat(trials.subList(0, (int) scored))
                    .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
            assertThat(trials.subList((int) scored, 50)).allMatch(trial -> Double.isNaN(trial.score()));
        }

        @Test
        void aRandomSearchDrawsForTrialsThatRunElsewhere() {
            Map<String, RandomSearch.LogRange> ranges = new LinkedHashMap<>();
            ranges.put("lr", new RandomSearch.LogRange(-6, -2));
            ranges.put("weight decay", new RandomSearch.LogRange(-8, -4));
            RandomSearch search = new RandomSearch(ranges);
            ToDoubleFunction<Map<String, Double>> score =
                    drawn -> drawn.get("lr") > 1e-3 ? Double.NaN : drawn.get("weight decay");
            RandomState source = new RandomState(3);
            List<Map<String, Double>> choices =
                    Stream.generate(() -> search.draw(source)).limit(50).toList();
            assertThat(RandomSearch.ranked(choices.stream()
                            .map(drawn -> new RandomSearch.Trial(drawn, score.applyAsDouble(drawn)))
                            .toList()))
                    .isEqualTo(search.run(50, new RandomState(3), score));
        }

        @Test
        void aRandomSearchRefusesARangeThatIsNotFiniteOrReversed() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RandomSearch.LogRange(-2, -6))
                    .withMessage("a range needs finite exponents in order, not -2.0 and -6.0");
        }
    }
}
