package io.github.dlfs4j.app.playground;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    private static NDArray atCell(NDArray answers) {
        return answers.get(Index.all(), Index.at(0), Index.at(1));
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
        NDArray first = playground.network().layers().get(0).infer(cell).tanh().get(0);
        assertThat(atCell(answers.layers().get(2)).allClose(scores, 1e-12, 1e-12))
                .isTrue();
        assertThat(atCell(answers.layers().get(0)).allClose(first, 1e-12, 1e-12))
                .isTrue();
        double difference = scores.getDouble(1) - scores.getDouble(0);
        assertThat(answers.probability().getDouble(0, 1)).isCloseTo(1 / (1 + Math.exp(-difference)), within(1e-12));
    }

    static Playground own(String lines, int testShare, PlayInput... inputs) {
        return new Playground(
                new PlayPlan(
                        new PlayPlan.Points(new OwnPoints(lines), 0, testShare, 0),
                        List.of(inputs),
                        new PlayPlan.Hidden(List.of(), PlayActivation.TANH),
                        new PlayPlan.Learning("adam", 0.1),
                        0),
                Adam::new);
    }

    @Test
    void aNetworkOfAPlaygroundSeesTheInputsThatAreSwitchedOn() {
        Playground seeing = own("0.5 -2 0\n0.5 -2 1", 50, PlayInput.values());
        NDArray sines = NDArray.of(0.5, -2).sin();
        NDArray expected = NDArray.of(0.5, -2, 0.25, 4, -1, sines.getDouble(0), sines.getDouble(1));
        assertThat(seeing.train().batch(0, 1).x().get(0)).isEqualTo(expected);
        assertThat(seeing.network().parameters().get("W1").shape().toArray()).containsExactly(7, 2);
    }

    /** They lie in one place, or are of one class. */
    @ParameterizedTest
    @CsvSource({"2,90,1", "2,10,1", "3,10,2", "3,90,1", "400,90,40"})
    void aPlaygroundLearnsAbsurdPoints(int count, int testShare, int train) {
        Playground absurd = own("3 -3 1\n".repeat(count), testShare, PlayInput.values());
        assertThat(absurd.train().size()).isEqualTo(train);
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
    }
}
