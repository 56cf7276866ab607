package io.github.dlfs4j.app.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final PlayPlan PLAN = new PlayPlan(
            new PlayPlan.Points(PlayData.SPIRAL, 5, 30, 7),
            new PlayPlan.Hidden(List.of(8, 4), PlayActivation.TANH),
            new PlayPlan.Learning("adam", 0.03, 10, 0.001),
            11);

    private final Playground playground = new Playground(PLAN, Adam::new);

    /** The same in a program that knows the library alone. */
    private final Dataset.Split split = split();

    private final Program program = program(split.train());

    private record Program(Sequential network, Optimizer optimizer, Trainer trainer) {}

    private static Dataset.Split split() {
        RandomState random = new RandomState(7);
        return PlayData.SPIRAL.points(200, 0.05, random).split(0.3, random);
    }

    private static Program program(Dataset train) {
        RandomState random = new RandomState(11);
        Sequential network = MultiLayerNet.ofSizes(2, 8, 4, 2)
                .activation(Tanh::new)
                .initialization(Initialization.xavier())
                .weightDecay(0.001)
                .build(random);
        Optimizer optimizer = new Adam(0.03);
        Batches batches = Batches.shuffled(train, 10, random);
        Trainer trainer = new Trainer(network, optimizer, batches);
        trainer.run(1);
        return new Program(network, optimizer, trainer);
    }

    @ParameterizedTest
    @EnumSource
    void anActivationOfPlayShowsTheFirstWeightsThatItTakes(PlayActivation activation) {
        assertThat(activation.initialization().toString().toLowerCase(Locale.ROOT))
                .contains(activation.firstWeights());
    }

    private void assertThatBothHaveLearnedTheSame() {
        assertThat(playground.network().parameters())
                .isEqualTo(program.network().parameters());
        assertThat(playground.score(playground.train()).loss())
                .isEqualTo(split.train().loss(program.network()));
        assertThat(playground.score(playground.test()).loss())
                .isEqualTo(split.test().loss(program.network()));
        assertThat(playground.score(playground.test()).accuracy())
                .isEqualTo(split.test().accuracy(program.network()));
        assertThat(playground.steps()).isEqualTo(program.trainer().steps());
    }

    @Test
    void aPlaygroundHasTheSplitPoints() {
        assertThat(playground.train().inputs()).isEqualTo(split.train().inputs());
        assertThat(playground.test().targets()).isEqualTo(split.test().targets());
        assertThat(playground.train().size()).isEqualTo(280);
        assertThat(playground.stepsPerEpoch()).isEqualTo(28);
    }

    @Test
    void aStepOfAPlaygroundIsAStepOfTheTrainer() {
        playground.learn(1, LONG);
        assertThatBothHaveLearnedTheSame();
        playground.learn(40, LONG);
        program.trainer().run(40);
        assertThatBothHaveLearnedTheSame();
    }

    @Test
    void aPlaygroundContinuesWithAnotherLearningRate() {
        playground.learn(1, LONG);
        playground.learningRate(0.1);
        program.optimizer().learningRate(0.1);
        playground.learn(5, LONG);
        program.trainer().run(5);
        assertThatBothHaveLearnedTheSame();
        assertThat(playground.plan()).isEqualTo(PLAN.withLearningRate(0.1));
    }

    @Test
    void aPlaygroundMakesAtLeastOneStepInNoTime() {
        playground.learn(1000, Duration.ZERO);
        assertThat(playground.steps()).isOne();
    }

    /** Each cell is answered as a point of its own would be. */
    @Test
    void aPlaygroundAnswersOverThePlane() {
        playground.learn(20, LONG);
        int width = 6;
        Plane.Answers answers = new Plane(width)
                .answers(playground.network(), playground.train().preparation());
        assertThat(answers.layers().stream().map(layer -> layer.shape().toString()))
                .containsExactly("(8, 6, 6)", "(4, 6, 6)", "(2, 6, 6)");
        // The cells are 1 wide: the plane goes from -3 to 3, and its first row is its top.
        NDArray cell = NDArray.of(new double[][] {{-1.5, 2.5}});
        NDArray scores = playground.network().predict(cell).get(0);
        assertThat(answers.layers()
                        .get(2)
                        .get(Index.all(), Index.at(0), Index.at(1))
                        .allClose(scores, 1e-12, 1e-12))
                .isTrue();
        NDArray first = playground.network().layers().get(0).infer(cell).tanh().get(0);
        assertThat(answers.layers()
                        .get(0)
                        .get(Index.all(), Index.at(0), Index.at(1))
                        .allClose(first, 1e-12, 1e-12))
                .isTrue();
        double difference = scores.getDouble(1) - scores.getDouble(0);
        assertThat(answers.probability().getDouble(0, 1)).isCloseTo(1 / (1 + Math.exp(-difference)), within(1e-12));
    }

    private static Playground own(List<List<Double>> rows, List<PlayInput> inputs, int testShare) {
        return new Playground(
                new PlayPlan(
                        new PlayPlan.Points(new OwnPoints(rows), 0, testShare, 0),
                        inputs,
                        new PlayPlan.Hidden(List.of(), PlayActivation.TANH),
                        new PlayPlan.Learning("adam", 0.1),
                        0),
                Adam::new);
    }

    /** The sines are the library's, so a program of its user has the same bits. */
    @Test
    void aNetworkOfAPlaygroundSeesTheInputsThatAreSwitchedOn() {
        Playground seeing =
                own(List.of(List.of(0.5, -2.0, 0.0), List.of(1.0, 3.0, 1.0)), List.of(PlayInput.values()), 50);
        assertThat(seeing.network().parameters().get("W1").shape().toArray()).containsExactly(7, 2);
        NDArray inputs = seeing.train().batch(0, 1).x();
        double x = seeing.train().inputs().getDouble(0, 0);
        double y = seeing.train().inputs().getDouble(0, 1);
        NDArray sines = NDArray.of(x, y).sin();
        assertThat(inputs.get(0))
                .isEqualTo(NDArray.of(x, y, x * x, y * y, x * y, sines.getDouble(0), sines.getDouble(1)));
        assertThat(new Plane(4).inputs(seeing.train().preparation()).shape().toArray())
                .containsExactly(7, 4, 4);
        seeing.learn(3, LONG);
        assertThat(seeing.steps()).isEqualTo(3);
    }

    @Test
    void aPlaygroundKeepsAPointForTheTestAndOneToLearnFrom() {
        List<List<Double>> rows = List.of(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), List.of(2.0, 2.0, 1.0));
        assertThat(own(rows, PlayInput.COORDINATES, 10).test().size()).isEqualTo(1);
        assertThat(own(rows, PlayInput.COORDINATES, 90).train().size()).isEqualTo(1);
        assertThat(own(rows.subList(0, 2), PlayInput.COORDINATES, 90).canLearn())
                .isTrue();
        for (int count : new int[] {0, 1}) {
            Playground few = own(rows.subList(0, count), PlayInput.COORDINATES, 50);
            assertThat(few.canLearn()).isFalse();
            assertThat(few.train().size()).isEqualTo(count);
            assertThat(few.score(few.test()).loss()).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aPlaygroundLearnsAbsurdPoints(double other) {
        List<Double> here = List.of(3.0, -3.0, 0.0);
        Playground absurd = own(List.of(here, here, List.of(3.0, -3.0, other)), List.of(PlayInput.values()), 30);
        absurd.learn(100, LONG);
        assertThat(absurd.score(absurd.train()).loss()).isFinite();
    }

    @Test
    void aPlaygroundGoesOnFromAWeightThatIsSet() {
        playground.learn(1, LONG);
        playground.set(1, 3, 2, 0.5);
        playground.set(3, 2, 0, -4);
        program.network().parameters().get("W1").at(1, 2).set(0.5);
        program.network().parameters().get("b3").at(1).set(-4);
        assertThatBothHaveLearnedTheSame();
        playground.learn(5, LONG);
        program.trainer().run(5);
        assertThatBothHaveLearnedTheSame();
        for (int[] place : new int[][] {{4, 1, 0}, {1, 1, 3}, {3, 3, 0}}) {
            assertThatThrownBy(() -> playground.set(place[0], place[1], place[2], 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatBothHaveLearnedTheSame();
    }
}
