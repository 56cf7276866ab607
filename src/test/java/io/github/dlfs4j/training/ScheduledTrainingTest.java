package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.CosineDecay;
import io.github.dlfs4j.optimizer.LearningRateSchedule;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.optimizer.StepDecay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training with a schedule for the learning rate. */
class ScheduledTrainingTest {
    private static final int STEPS = 15;
    private static final LearningRateSchedule COSINE = new CosineDecay(0.1, 0.001, 12);

    static Stream<Supplier<Optimizer>> optimizers() {
        return Stream.of(
                () -> new SGD(0.5),
                () -> new Momentum(0.5),
                () -> new Nesterov(0.5),
                () -> new AdaGrad(0.5),
                () -> new RMSProp(0.5),
                () -> new Adam(0.5),
                Own::new);
    }

    /** A user's optimiser, which only has its learning rate in its state. */
    private static final class Own implements Optimizer {
        private double rate = 0.5;

        @Override
        public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
            parameters.forEach((name, parameter) ->
                    parameter.subi(gradients.get(name).sign().mul(rate)));
        }

        @Override
        public Map<String, NDArray> state() {
            return Map.of("lr", NDArray.scalar(rate));
        }

        @Override
        public void restore(Map<String, NDArray> state) {
            rate = state.get("lr").asDouble();
        }
    }

    private static Trainer trainer(long seed, Optimizer optimizer) {
        RandomState random = new RandomState(seed);
        Dataset data = Dataset.of(new RandomState(1).randn(22, 3), new RandomState(2).randint(0, 2, 22));
        TwoLayerNet network = new TwoLayerNet(3, 5, 2, 0.5, new Relu(), random);
        return new Trainer(network, optimizer, Batches.shuffled(data, 4, random));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aScheduledTrainingHasTheRateOfEachStep(Supplier<Optimizer> make) {
        Optimizer optimizer = make.get();
        List<Double> rates = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        Trainer trainer = trainer(0, optimizer).learningRate(COSINE).every(1, t -> {
            rates.add(optimizer.learningRate());
            expected.add(COSINE.rate(t.steps() - 1));
        });
        trainer.run(STEPS);
        assertThat(rates).isEqualTo(expected).startsWith(0.1).endsWith(0.001);
    }

    /** The expected weights come from a loop that sets the rate itself. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void aScheduleGivesTheWeightsOfRatesSetByHand(Supplier<Optimizer> make) {
        Trainer scheduled = trainer(0, make.get()).learningRate(COSINE);
        scheduled.run(STEPS);
        Optimizer optimizer = make.get();
        Trainer byHand = trainer(0, optimizer);
        for (int step = 0; step < STEPS; step++) {
            optimizer.learningRate(COSINE.rate(step));
            byHand.run(1);
        }
        assertThat(scheduled.checkpoint()).isEqualTo(byHand.checkpoint());
        Trainer constant = trainer(0, make.get());
        constant.run(STEPS);
        assertThat(constant.checkpoint().network())
                .isNotEqualTo(scheduled.checkpoint().network());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aScheduledTrainingGoesOnFromACheckpoint(Supplier<Optimizer> make, @TempDir Path folder) throws IOException {
        for (LearningRateSchedule schedule : List.of(COSINE, new StepDecay(0.1, 0.3, 4))) {
            Trainer whole = trainer(0, make.get()).learningRate(schedule);
            whole.run(STEPS);
            for (int end : new int[] {1, 4, 7, 13}) {
                Trainer first = trainer(0, make.get()).learningRate(schedule);
                first.run(end);
                Path file = folder.resolve("c.npz");
                first.save(file);
                Trainer rest = trainer(5, make.get()).learningRate(schedule);
                rest.resume(file);
                rest.run(STEPS - end);
                assertThat(rest.checkpoint()).isEqualTo(whole.checkpoint());
            }
        }
    }

    @Test
    void aScheduleMayGiveNoRateThatIsNotAboveZero() {
        Trainer trainer = trainer(0, new Adam(0.1)).learningRate(step -> step < 3 ? 0.1 : 0);
        assertThatThrownBy(() -> trainer.run(STEPS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lr of Adam must be above 0, but is 0.0");
        assertThat(trainer.steps()).isEqualTo(3);
    }

    @Test
    void aScheduleNeedsAnOptimizerWithALearningRate() {
        Optimizer none = new Optimizer() {
            @Override
            public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {}

            @Override
            public Map<String, NDArray> state() {
                return Map.of();
            }

            @Override
            public void restore(Map<String, NDArray> state) {}

            @Override
            public String name() {
                return "None";
            }
        };
        Trainer trainer = trainer(0, none).learningRate(COSINE);
        assertThatThrownBy(() -> trainer.run(1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("None has no learning rate named lr");
        assertThatThrownBy(none::learningRate)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("None has no learning rate named lr");
    }
}
