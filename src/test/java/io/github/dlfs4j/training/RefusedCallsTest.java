package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.TorchWeights;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.AdamW;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.state.NamedArrays;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call that networks, models, optimisers or trainings refuse changes nothing. */
class RefusedCallsTest {
    private static final NDArray LABELS = NDArray.of(0, 1, 2, 0, 1, 2);

    /** A network that learns, with its generator, and samples that fit it. */
    record Learner(Network network, RandomState random, NDArray x, NDArray t) {
        Map<String, Object> state() {
            Map<String, Object> state = new LinkedHashMap<>(NamedArrays.mapped(network.state(), NDArray::copy));
            state.put("random", random.state());
            state.put("predictions", network.predict(x));
            return state;
        }
    }

    /** A layer of a user that counts its batches. */
    private static final class Counting implements Layer {
        private final NDArray count = NDArray.zeros(1);

        @Override
        public NDArray forward(NDArray x) {
            count.addi(1);
            return x;
        }

        @Override
        public NDArray infer(NDArray x) {
            return x.add(count);
        }

        @Override
        public NDArray backward(NDArray dout) {
            return dout;
        }

        @Override
        public Map<String, NDArray> statistics() {
            return Map.of("count", count);
        }
    }

    private static final class Normalising extends Model {
        private static final long serialVersionUID = 1;

        private final BatchNorm norm = part("norm", new BatchNorm(4));
        private final Linear linear = part("linear", new Linear(4, 3, new RandomState(1)));
        private final RandomState random;

        Normalising(RandomState random) {
            this.random = random;
        }

        @Override
        public Variable forward(Variable x) {
            return linear.forward(norm.forward(x).invertedDropout(0.5, random));
        }
    }

    private static Learner learner(Function<RandomState, Network> network, NDArray t, int... shape) {
        RandomState random = new RandomState(0);
        return new Learner(network.apply(random), random, new RandomState(1).randn(shape), t);
    }

    static Stream<Learner> learners() {
        Initialization he = Initialization.he();
        MultiLayerNet plan =
                MultiLayerNet.ofSizes(4, 5, 5, 3).batchNormalization().dropout(0.5);
        List<Function<RandomState, Network>> networks = List.of(
                random -> new TwoLayerNet(4, 5, 3, 1, new Dropout(0.5, random), random),
                plan::build,
                plan.dtype(DType.FLOAT32)::build,
                random -> new Sequential(new Counting(), Affine.of(4, 3, he, random)),
                random -> new VariableNetwork(
                        new TreeMap<>(Map.of("W", random.randn(4, 3))),
                        (p, x) -> x.dot(p.get("W")).invertedDropout(0.5, random)),
                random -> new VariableNetwork(new Normalising(random)));
        Learner numbers = learner(plan.lastLayer(IdentityWithLoss::new)::build, NDArray.zeros(6, 3), 6, 4);
        Learner images = learner(
                random -> new Sequential(
                        Convolution.of(1, 2, 2, 1, 0, he, random),
                        BatchNormalization.of(2),
                        Affine.of(8, 3, he, random)),
                LABELS,
                new int[] {6, 1, 3, 3});
        return Stream.concat(
                Stream.of(numbers, images), networks.stream().map(network -> learner(network, LABELS, 6, 4)));
    }

    /** Makes calls, each of which is refused and leaves what it was asked of as it was. */
    private static void assertRefused(Supplier<?> state, ThrowingCallable... calls) {
        Object before = state.get();
        for (int i = 0; i < calls.length; i++) {
            assertThatThrownBy(calls[i]).as("call %s", i).isInstanceOf(RuntimeException.class);
            assertThat(state.get()).as("after call %s", i).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void networksStayAsTheyAre(Learner learner) {
        Network network = learner.network();
        NDArray x = learner.x();
        for (NDArray t : List.of(NDArray.arange(7), NDArray.full(DType.INT64, 3, 6), NDArray.zeros(6, 2))) {
            assertRefused(
                    learner::state,
                    () -> network.gradient(x, t),
                    () -> network.trainingLoss(x, t),
                    () -> network.numericalGradient(x, t),
                    () -> network.loss(x, t));
        }
        for (NDArray other : new NDArray[] {NDArray.zeros(6, 5), NDArray.zeros(6, 2, 3, 3), null}) {
            assertRefused(
                    learner::state,
                    () -> network.gradient(other, learner.t()),
                    () -> network.trainingLoss(other, learner.t()),
                    () -> network.numericalGradient(other, learner.t()),
                    () -> network.accuracy(other, learner.t()),
                    () -> network.predict(other),
                    () -> new Checkpoint(0, "", network, new SGD(1), Map.of()).restore(new Sequential()),
                    () -> TorchWeights.of(network).load(Map.of("0.weight", NDArray.ones(4, 4))));
        }
    }

    /** Without samples there is no mean; predictions were NaN from then on. */
    @ParameterizedTest
    @MethodSource("learners")
    void noSamplesSpoilNoPrediction(Learner learner) {
        learner.network().gradient(learner.x().get(Index.to(0)), learner.t().get(Index.to(0)));
        NDArray predictions = learner.network().predict(learner.x());
        assertThat(Logic.isFinite(predictions).all().asBoolean()).isTrue();
    }

    static Stream<DoubleFunction<Optimizer>> optimizers() {
        return Stream.of(SGD::new, Momentum::new, Nesterov::new, AdaGrad::new, RMSProp::new, Adam::new, AdamW::new);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void optimisersStayAsTheyAre(DoubleFunction<Optimizer> kind) {
        Optimizer optimizer = kind.apply(0.1);
        NDArray a = NDArray.of(1.0, 2);
        Map<String, NDArray> parameters = new TreeMap<>(Map.of("a", a, "b", NDArray.of(3.0, 4)));
        Map<String, NDArray> ones = Map.of("a", NDArray.ones(2), "b", NDArray.ones(2));
        optimizer.update(parameters, ones);
        Map<String, NDArray> broken = new LinkedHashMap<>(optimizer.state());
        broken.put("lr", NDArray.scalar(Double.NaN));
        assertRefused(
                () -> List.of(optimizer.state(), a.copy()),
                () -> optimizer.update(parameters, Map.of("a", NDArray.ones(2))),
                () -> optimizer.update(parameters, Map.of("a", NDArray.ones(2), "b", NDArray.ones(3))),
                () -> optimizer.update(new TreeMap<>(Map.of("a", a, "b", NDArray.of(3, 4))), ones),
                () -> optimizer.update(
                        new TreeMap<>(Map.of("a", a, "b", NDArray.ones(2).readOnlyCopy())), ones),
                () -> optimizer.learningRate(-1),
                () -> optimizer.restore(broken),
                () -> optimizer.restore(Map.of()));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void trainingsStayAsTheyAre(Learner learner) {
        boolean[] fits = {true};
        Dataset data = Dataset.of(learner.x(), learner.t()).prepared(x -> fits[0] ? x : x.reshape(-1));
        for (Batches batches :
                List.of(Batches.shuffled(data, 4, learner.random()), Batches.random(data, 4, learner.random()))) {
            Trainer trainer = new Trainer(learner.network(), new Momentum(0.01), batches);
            Supplier<?> state = () -> List.of(learner.state(), trainer.checkpoint());
            trainer.run(2);
            fits[0] = false;
            assertRefused(
                    state,
                    () -> trainer.run(-1),
                    () -> trainer.run(1),
                    () -> trainer.learningRate(step -> 0.5).run(1),
                    () -> trainer.saveEvery(0, Path.of("none")),
                    () -> trainer.every(0, t -> {}),
                    () -> trainer.clipGradients(0),
                    () -> new Trainer(learner.network(), new Adam(1), batches).restore(trainer.checkpoint()));
            fits[0] = true;
            assertRefused(state, () -> trainer.learningRate(step -> -1).run(1));
        }
    }
}
