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
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaygroundTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final PlayPlan PLAN =
            new PlayPlan(PlayData.SPIRAL, 5, 30, 7, List.of(8, 4), PlayActivation.TANH, "adam", 0.03, 10, 0.001, 11);

    private final Playground playground = new Playground(PLAN, Adam::new);

    /** The same in a program that knows the library alone. */
    private Dataset.Split split;

    private Sequential network;
    private Adam adam;
    private Trainer trainer;

    @BeforeEach
    void writeTheProgram() {
        RandomState dataRandom = new RandomState(7);
        split = PlayData.SPIRAL.points(200, 0.05, dataRandom).split(0.3, dataRandom);
        RandomState random = new RandomState(11);
        network = MultiLayerNet.ofSizes(2, 8, 4, 2)
                .activation(Tanh::new)
                .initialization(Initialization.xavier())
                .weightDecay(0.001)
                .build(random);
        adam = new Adam(0.03);
        trainer = new Trainer(network, adam, Batches.shuffled(split.train(), 10, random));
    }

    private void assertThatBothHaveLearnedTheSame() {
        assertThat(playground.network().parameters()).isEqualTo(network.parameters());
        assertThat(playground.score(playground.train()).loss())
                .isEqualTo(split.train().loss(network));
        assertThat(playground.score(playground.test()).loss())
                .isEqualTo(split.test().loss(network));
        assertThat(playground.score(playground.test()).accuracy())
                .isEqualTo(split.test().accuracy(network));
        assertThat(playground.steps()).isEqualTo(trainer.steps());
    }

    @Test
    void hasTheSplitPoints() {
        assertThat(playground.train().inputs()).isEqualTo(split.train().inputs());
        assertThat(playground.test().targets()).isEqualTo(split.test().targets());
        assertThat(playground.train().size()).isEqualTo(280);
        assertThat(playground.stepsPerEpoch()).isEqualTo(28);
    }

    @Test
    void aStepIsAStepOfTheTrainer() {
        assertThatBothHaveLearnedTheSame();
        playground.learn(1, LONG);
        trainer.run(1);
        assertThatBothHaveLearnedTheSame();
        playground.learn(40, LONG);
        trainer.run(40);
        assertThatBothHaveLearnedTheSame();
    }

    @Test
    void continuesWithAnotherLearningRate() {
        playground.learn(5, LONG);
        trainer.run(5);
        playground.learningRate(0.1);
        adam.learningRate(0.1);
        playground.learn(5, LONG);
        trainer.run(5);
        assertThatBothHaveLearnedTheSame();
        assertThat(playground.plan()).isEqualTo(PLAN.withLearningRate(0.1));
    }

    @Test
    void makesAtLeastOneStepInNoTime() {
        playground.learn(1000, Duration.ZERO);
        assertThat(playground.steps()).isOne();
    }

    /** Each cell is answered as a point of its own would be. */
    @Test
    void answersOverThePlane() {
        playground.learn(20, LONG);
        int width = 6;
        Plane.Answers answers = new Plane(width).answers(playground.network());
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
}
