package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The epochs of the book's Trainer, and those of ours by default. */
class EpochsAsTheBookTest {
    private static Dataset data(int samples) {
        NDArray x = new RandomState(9).randn(samples, 3);
        return Dataset.of(x, x.get(Index.all(), Index.at(0)).gt(0).astype(DType.INT64));
    }

    private static Trainer trainer(Batches batches) {
        return new Trainer(new TwoLayerNet(3, 4, 2, new RandomState(0)), new SGD(0.1), batches);
    }

    private static List<Long> evaluations(Trainer trainer, int epochs) {
        List<Long> steps = new ArrayList<>();
        trainer.everyEpoch(t -> steps.add(t.steps())).runEpochs(epochs);
        return steps;
    }

    /** Six epochs of 1.2 steps make 7 steps in all, as in Python, since 1.2 as a double is a little less. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            250 | 4 | 10 | 1, 6    | 1, 3
            300 | 3 |  9 | 1, 4, 7 | 1, 2, 3
             60 | 3 |  3 | 1, 2, 3 | 1, 2, 3
            120 | 5 |  6 | 1       | 1
            120 | 6 |  7 | 1       | 1
            """)
    void theBooksEpochsAreEvaluatedAfterTheirFirstStep(
            int samples, int epochs, long steps, String evaluated, String numbers) {
        Trainer trainer =
                trainer(Batches.random(data(samples), 100, new RandomState(0))).epochsAsTheBook();
        List<Long> numbered = new ArrayList<>();
        trainer.everyEpoch(t -> numbered.add(t.epoch()));
        assertThat(evaluations(trainer, epochs)).hasToString("[" + evaluated + "]");
        assertThat(numbered).hasToString("[" + numbers + "]");
        assertThat(trainer.steps()).isEqualTo(steps);
    }

    @Test
    void byDefaultEpochsAreWholeAndEvaluatedAtTheirEnd() {
        Trainer trainer = trainer(Batches.random(data(250), 100, new RandomState(0)));
        assertThat(evaluations(trainer, 4)).containsExactly(2L, 4L, 6L, 8L);
    }

    @Test
    void shuffledBatchesHaveWholeEpochs() {
        Batches batches = Batches.shuffled(data(250), 100, new RandomState(0));
        assertThat(batches.exactPerEpoch()).isEqualTo(3);
        assertThat(evaluations(trainer(batches).epochsAsTheBook(), 3)).containsExactly(1L, 4L, 7L);
    }

    /** One generator draws a batch, the dropout for the gradient, and the dropout for the loss. */
    @Test
    void theTrainingLossDrawsAsTheBookDoes() {
        MultiLayerNet plan = MultiLayerNet.ofSizes(3, 8, 2).dropout(0.5);
        RandomState random = new RandomState(1);
        Trainer trainer = new Trainer(plan.build(random), new SGD(0.1), Batches.random(data(40), 10, random));
        List<NDArray> losses = new ArrayList<>();
        trainer.every(1, t -> losses.add(t.trainingLoss())).run(5);

        RandomState again = new RandomState(1);
        Network network = plan.build(again);
        Dataset data = data(40);
        for (int i = 0; i < 5; i++) {
            NDArray mask = again.choice(40, 10);
            NDArray x = data.inputs().get(mask);
            NDArray t = data.targets().get(mask);
            new SGD(0.1).update(network.parameters(), network.gradient(x, t));
            assertThat(losses.get(i)).isEqualTo(network.trainingLoss(x, t));
        }
    }

    @Test
    void thereIsNoLossBeforeAStep() {
        assertThatIllegalStateException()
                .isThrownBy(trainer(Batches.random(data(40), 10, new RandomState(0)))::trainingLoss)
                .withMessage("no step has been made");
    }
}
