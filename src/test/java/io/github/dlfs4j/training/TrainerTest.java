package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    /** Twenty-two samples, so that batches of 4 leave a rest; the class is the sign of the first input. */
    private static Dataset data() {
        NDArray x = new RandomState(9).randn(22, 3);
        return Dataset.of(x, x.get(Index.all(), Index.at(0)).gt(0).astype(DType.INT64));
    }

    /** The batches and the optimiser of a training. */
    enum Setting {
        RANDOM,
        SHUFFLED,
        MOMENTUM;

        Training training(long seed) {
            RandomState random = new RandomState(seed);
            TwoLayerNet network = new TwoLayerNet(3, 5, 2, 0.5, new Relu(), random);
            Batches batches =
                    this == SHUFFLED ? Batches.shuffled(data(), 4, random) : Batches.random(data(), 4, random);
            Optimizer optimizer = this == MOMENTUM ? new Rolling(0.9) : new SGD(0.1);
            return new Training(network, new Trainer(network, optimizer, batches));
        }
    }

    private record Training(Network network, Trainer trainer) {
        Map<String, NDArray> parameters() {
            return network.parameters();
        }
    }

    /** A user's optimiser, with a velocity as its state. */
    private static final class Rolling implements Optimizer {
        private double friction;
        private final Map<String, NDArray> velocities = new LinkedHashMap<>();

        Rolling(double friction) {
            this.friction = friction;
        }

        @Override
        public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
            parameters.forEach((name, parameter) -> {
                NDArray velocity = velocities.computeIfAbsent(name, n -> NDArray.zerosLike(parameter));
                velocity.muli(friction).subi(gradients.get(name).mul(0.1));
                parameter.addi(velocity);
            });
        }

        @Override
        public Map<String, NDArray> state() {
            Map<String, NDArray> state = new LinkedHashMap<>();
            state.put("friction", NDArray.scalar(friction));
            velocities.forEach((name, velocity) -> state.put("v/" + name, velocity.copy()));
            return state;
        }

        @Override
        public void restore(Map<String, NDArray> state) {
            friction = state.get("friction").asDouble();
            velocities.clear();
            state.forEach((name, array) -> {
                if (name.startsWith("v/")) {
                    velocities.put(name.substring(2), array.copy());
                }
            });
        }
    }

    /** A user's optimiser that overrides no more than it must. */
    private record Signs(double rate) implements Optimizer {
        @Override
        public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
            parameters.forEach(
                    (name, array) -> array.subi(gradients.get(name).sign().mul(rate)));
        }
    }

    private static final String WITHOUT_STATE =
            "Signs has no state, which checkpoints and schedules need: override state and restore";

    @Test
    void anOptimiserThatCannotBeSavedTrains() {
        Network network = training(0).network();
        double before = data().loss(network);
        Trainer trainer = new Trainer(network, new Signs(0.01), Batches.shuffled(data(), 4, new RandomState(0)));
        trainer.runEpochs(20);
        assertThat(data().loss(network)).isLessThan(before);
        assertThatThrownBy(() -> trainer.saveEvery(1, Path.of("none.npz")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(WITHOUT_STATE);
        assertThatThrownBy(() -> trainer.learningRate(step -> 0.1).run(1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(WITHOUT_STATE);
        assertThatThrownBy(() -> new Signs(1).restore(Map.of()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(WITHOUT_STATE);
    }

    private static Training training(long seed) {
        return Setting.RANDOM.training(seed);
    }

    /** A user's layer and optimiser, which make their state in their first call, as those of the book do. */
    private static final class OwnState {
        static final class Layer implements io.github.dlfs4j.layer.Layer {
            private NDArray runningMean;

            @Override
            public NDArray forward(NDArray x) {
                NDArray mean = x.mean(0);
                if (runningMean == null) {
                    runningMean = NDArray.zerosLike(mean);
                }
                runningMean.muli(0.9).addi(mean.mul(0.1));
                return x.sub(runningMean);
            }

            @Override
            public NDArray backward(NDArray dout) {
                return dout;
            }
        }

        static final class Optimizer implements io.github.dlfs4j.optimizer.Optimizer {
            private final Map<String, NDArray> velocities = new HashMap<>();

            @Override
            public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
                parameters.forEach((name, parameter) -> {
                    NDArray v = velocities.computeIfAbsent(name, key -> NDArray.zerosLike(parameter));
                    v.muli(0.9).subi(gradients.get(name).mul(0.1));
                    parameter.addi(v);
                });
            }

            @Override
            public Map<String, NDArray> state() {
                return velocities;
            }

            @Override
            public void restore(Map<String, NDArray> state) {
                velocities.putAll(state);
            }
        }
    }

    @Test
    void arraysOfYourOwnLayersOutliveTheSteps() {
        OwnState.Layer layer = new OwnState.Layer();
        OwnState.Optimizer optimizer = new OwnState.Optimizer();
        RandomState random = new RandomState(0);
        Sequential network = new Sequential(layer, new Affine(random.randn(3, 2), NDArray.zeros(2)));
        Dataset samples = Dataset.of(random.rand(8, 3), random.randint(0, 2, 8));
        Trainer trainer = new Trainer(network, optimizer, Batches.random(samples, 4, random));
        trainer.run(5);
        assertThat(layer.runningMean.shape()).isEqualTo(Shape.of(3));
        assertThat(layer.runningMean.sum().asDouble()).isPositive();
        assertThat(optimizer.state().get("W1").toDoubleArray()).doesNotContain(0);
        assertThat(trainer.loss().asDouble()).isPositive();
    }

    @Test
    void aTrainerMakesTheStepsOfTheBook() {
        Training training = training(3);
        training.trainer().run(30);

        RandomState random = new RandomState(3);
        TwoLayerNet net = new TwoLayerNet(3, 5, 2, 0.5, new Relu(), random);
        for (int step = 0; step < 30; step++) {
            NDArray batchMask = random.choice(22, 4);
            NDArray xBatch = data().inputs().get(batchMask);
            NDArray tBatch = data().targets().get(batchMask);
            Map<String, NDArray> grad = net.gradient(xBatch, tBatch);
            net.parameters()
                    .forEach((key, parameter) -> parameter.subi(grad.get(key).mul(0.1)));
        }
        assertThat(training.parameters()).isEqualTo(net.parameters());
    }

    @Test
    void aTrainerLearns() {
        Training training = training(0);
        assertThat(data().accuracy(training.network())).isLessThan(0.8);
        training.trainer().run(1000);
        assertThat(data().accuracy(training.network())).isGreaterThan(0.9);
    }

    @Test
    void aTrainerCountsStepsAndEpochs() {
        Trainer trainer = training(0).trainer();
        assertThat(trainer.steps()).isZero();
        assertThat(trainer.epoch()).isZero();
        assertThat(trainer.stepsPerEpoch()).isEqualTo(5);
        List<Long> epochs = new ArrayList<>();
        trainer.every(1, t -> epochs.add(t.epoch()));
        assertThat(trainer.runEpochs(2)).isTrue();
        assertThat(epochs).containsExactly(1L, 1L, 1L, 1L, 1L, 2L, 2L, 2L, 2L, 2L);
        assertThat(trainer.steps()).isEqualTo(10);
        assertThat(trainer.run(0)).isTrue();
        assertThat(trainer.run(3)).isTrue();
        assertThat(trainer.steps()).isEqualTo(13);
    }

    @Test
    void aTrainerRunsActionsEverySoManySteps() {
        Training training = training(0);
        List<String> log = new ArrayList<>();
        training.trainer()
                .every(3, trainer -> log.add("three " + trainer.steps()))
                .every(2, trainer -> log.add("two " + trainer.steps()));
        training.trainer().run(4);
        training.trainer().run(3);
        assertThat(log).containsExactly("two 2", "three 3", "two 4", "three 6", "two 6");
    }

    @Test
    void aTrainerComputesTheLossOfTheLastBatchAfterTheUpdate() {
        Training training = training(4);
        training.trainer().run(2);
        RandomState random = new RandomState(4);
        random.randn(3, 5);
        random.randn(5, 2);
        random.choice(22, 4);
        Batch second = data().batch(random.choice(22, 4));
        assertThat(training.trainer().loss()).isEqualTo(training.network().loss(second.x(), second.t()));
    }

    private static Network ofParts(int count) {
        Layer[] layers = new Layer[count];
        for (int i = 0; i < count; i++) {
            layers[i] = new Affine(NDArray.eye(2), NDArray.zeros(2));
        }
        return new Sequential(layers);
    }

    private static Trainer trainer(Network network, Optimizer optimizer) {
        Dataset data = Dataset.of(NDArray.ones(2, 2), NDArray.zeros(DType.INT64, 2));
        return new Trainer(network, optimizer, Batches.shuffled(data, 1, new RandomState(0)));
    }

    @Test
    void aTrainingThatNoFileCanHoldIsRefusedBeforeItBegins(@TempDir Path folder) {
        Trainer trainer = trainer(ofParts(5000), new SGD(0.1));
        assertThatThrownBy(() -> trainer.saveEvery(100, folder.resolve("c.npz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this training cannot be saved: an archive holds at most 10000 arrays");
        assertThat(trainer.run(1)).isTrue();
    }

    @Test
    void aTrainingWithTooManyArraysIsRefusedAfterOneStep(@TempDir Path folder) {
        Trainer trainer = trainer(ofParts(2000), new Adam(0.1)).saveEvery(100, folder.resolve("c.npz"));
        assertThatThrownBy(() -> trainer.run(1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this training cannot be saved: an archive holds at most 10000 arrays");
        assertThat(trainer.steps()).isEqualTo(1);
    }

    @Test
    void anInfiniteLossIsShownBeforeTheNextSave(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("c.npz");
        SGD sgd = new SGD(0.1);
        TwoLayerNet network = new TwoLayerNet(3, 5, 2, new RandomState(0));
        Trainer trainer = new Trainer(network, sgd, Batches.random(data(), 4, new RandomState(0)));
        trainer.every(2, t -> {
            if (!Double.isFinite(t.loss().asDouble())) {
                throw new ArithmeticException("not finite after step " + t.steps());
            }
        });
        trainer.saveEvery(2, file).run(4);
        Checkpoint good = trainer.checkpoint();
        sgd.learningRate(1e300);
        assertThatThrownBy(() -> trainer.run(100))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("not finite after step 6");
        assertThat(Checkpoint.read(file)).isEqualTo(good);
        trainer.resume(file);
        assertThat(trainer.steps()).isEqualTo(4);
        assertThat(trainer.checkpoint()).isEqualTo(good);
    }

    @Test
    void anyParameterThatIsNaNMakesTheLossNaN() {
        for (String name : List.of("W1", "b1", "W2", "b2")) {
            Training training = training(0);
            training.trainer().run(1);
            NDArray parameter = training.parameters().get(name);
            parameter.reshape(-1).at(0).set(Double.NaN);
            assertThat(training.trainer().loss().asDouble()).as(name).isNaN();
        }
    }

    @Nested
    class Stops {
        @Test
        void aTrainerStopsEarlyIfAnActionCallsStop() {
            Training training = training(0);
            training.trainer().every(3, trainer -> {
                if (trainer.steps() == 6) {
                    trainer.stop();
                }
            });
            assertThat(training.trainer().run(100)).isFalse();
            assertThat(training.trainer().steps()).isEqualTo(6);
            assertThat(training.trainer().run(2)).isTrue();
            assertThat(training.trainer().steps()).isEqualTo(8);
        }

        @Test
        void aTrainerStopsBeforeTheFirstStepIfStopIsCalledBefore() {
            Trainer trainer = training(0).trainer();
            trainer.stop();
            assertThat(trainer.run(5)).isFalse();
            assertThat(trainer.steps()).isZero();
        }

        @Test
        void aTrainerStopsIfAnotherThreadCallsStop() throws InterruptedException {
            Trainer trainer = training(0).trainer();
            Thread other = new Thread(trainer::stop);
            trainer.every(10, t -> {
                if (t.steps() == 10) {
                    other.start();
                }
            });
            assertThat(trainer.run(Long.MAX_VALUE / 2)).isFalse();
            other.join();
            assertThat(trainer.steps()).isGreaterThanOrEqualTo(10);
        }
    }

    /** A training that is resumed from a checkpoint goes on as without it, to the bit. */
    @Nested
    class Resumes {
        @TempDir
        private Path folder;

        @ParameterizedTest
        @EnumSource
        void aTrainingResumesAtEachStepAsIfItHadNeverEnded(Setting setting) throws IOException {
            Training whole = setting.training(1);
            List<Checkpoint> checkpoints = new ArrayList<>();
            whole.trainer().every(1, trainer -> checkpoints.add(trainer.checkpoint()));
            whole.trainer().run(18);
            Path file = folder.resolve("checkpoint.npz");
            for (int step = 1; step <= 18; step++) {
                checkpoints.get(step - 1).write(file);
                Training rest = setting.training(2);
                rest.trainer().run(1);
                rest.trainer().resume(file);
                assertThat(rest.trainer().steps()).isEqualTo(step);
                rest.trainer().run(18 - step);
                assertThat(rest.trainer().checkpoint())
                        .isEqualTo(whole.trainer().checkpoint());
                assertThat(rest.parameters()).isEqualTo(whole.parameters());
            }
        }

        @ParameterizedTest
        @EnumSource
        void aTrainingResumesFromTheLastOfManyCheckpoints(Setting setting) throws IOException {
            Training whole = setting.training(1);
            whole.trainer().run(20);
            Path file = folder.resolve("checkpoint.npz");
            Training killed = setting.training(1);
            killed.trainer().saveEvery(4, file).run(11);
            Training rest = setting.training(2);
            rest.trainer().resume(file);
            assertThat(rest.trainer().steps()).isEqualTo(8);
            rest.trainer().saveEvery(4, file).run(12);
            assertThat(rest.parameters()).isEqualTo(whole.parameters());
            assertThat(Checkpoint.read(file)).isEqualTo(whole.trainer().checkpoint());
            assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        }

        @Test
        void aTrainingResumesWithTheLearningRateThatWasSaved() throws IOException {
            TwoLayerNet network = new TwoLayerNet(3, 5, 2, new RandomState(0));
            SGD sgd = new SGD(0.1);
            Trainer trainer = new Trainer(network, sgd, Batches.random(data(), 4, new RandomState(0)));
            sgd.learningRate(0.01);
            trainer.save(folder.resolve("c.npz"));
            sgd.learningRate(3);
            trainer.resume(folder.resolve("c.npz"));
            assertThat(sgd.learningRate()).isEqualTo(0.01);
        }

        @Test
        void aTrainingResumesItsActionsAfterTheSameSteps() {
            Training first = training(0);
            first.trainer().run(4);
            Training second = training(1);
            second.trainer().restore(first.trainer().checkpoint());
            List<Long> acted = new ArrayList<>();
            second.trainer().every(5, trainer -> acted.add(trainer.steps()));
            second.trainer().run(7);
            assertThat(acted).containsExactly(5L, 10L);
        }
    }

    @Nested
    class Refuses {
        @TempDir
        private Path folder;

        @ParameterizedTest
        @ValueSource(longs = {0, -1})
        void aTrainerRefusesAPeriodOfNoSteps(long period) {
            Trainer trainer = training(0).trainer();
            assertThatThrownBy(() -> trainer.every(period, t -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an action needs a period of at least 1 step, not " + period);
        }

        @Test
        void aTrainerRefusesANegativeNumberOfSteps() {
            Trainer trainer = training(0).trainer();
            assertThatThrownBy(() -> trainer.run(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the number of steps must not be negative, but is -1");
        }

        @Test
        void aTrainerRefusesALossBeforeTheFirstStep() {
            assertThatThrownBy(() -> training(0).trainer().loss())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no step has been made");
        }

        @Test
        void aTrainerRefusesToGoOnIfACheckpointCannotBeSaved() {
            Path file = folder.resolve("missing").resolve("c.npz");
            Trainer trainer = training(0).trainer().saveEvery(2, file);
            assertThatThrownBy(() -> trainer.run(3)).isInstanceOf(UncheckedIOException.class);
            assertThat(trainer.steps()).isEqualTo(2);
        }

        private void assertRefused(Trainer other, String found) throws IOException {
            Path file = folder.resolve("other.npz");
            other.run(1);
            other.save(file);
            Trainer trainer = training(0).trainer();
            trainer.run(1);
            Checkpoint before = trainer.checkpoint();
            assertThatThrownBy(() -> trainer.resume(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage("%s: expected a checkpoint of this training, found %s", file, found);
            assertThat(trainer.checkpoint()).isEqualTo(before);
        }

        @Test
        void aTrainerRefusesAnotherNetwork() throws IOException {
            TwoLayerNet larger = new TwoLayerNet(3, 6, 2, new RandomState(0));
            assertRefused(
                    new Trainer(larger, new SGD(0.1), Batches.random(data(), 4, new RandomState(0))),
                    "W1 is float64 of shape (3, 6) instead of float64 of shape (3, 5)");
        }

        @Test
        void aTrainerRefusesAnotherOptimizer() throws IOException {
            assertRefused(Setting.MOMENTUM.training(0).trainer(), "optimiser Rolling instead of SGD");
        }

        @Test
        void aTrainerRefusesOtherBatches() throws IOException {
            TwoLayerNet network = new TwoLayerNet(3, 5, 2, new RandomState(0));
            assertRefused(
                    new Trainer(network, new SGD(0.2), Batches.random(data(), 3, new RandomState(0))),
                    "batches of 3 from 22 samples instead of 4 from 22");
        }

        @Test
        void aTrainerRefusesAMissingFile() {
            assertThatThrownBy(() -> training(0).trainer().resume(folder.resolve("none.npz")))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }
}
