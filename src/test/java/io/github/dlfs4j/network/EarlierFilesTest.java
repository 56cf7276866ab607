package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Files of earlier versions still load. Both were saved after four steps by a network that
 * {@code TwoLayerNet.withSigmoid} had made, a method that there is no longer: one by {@code Networks.save}, the other
 * by its trainer.
 */
class EarlierFilesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "saved");
    private static final Path NETWORK = FOLDER.resolve("two-layer-net-with-sigmoid.npz");
    private static final Path CHECKPOINT = FOLDER.resolve("two-layer-net-with-sigmoid-checkpoint.npz");

    private static final NDArray X = NDArray.of(new double[][] {{1, 2, 3, 4}});

    private final RandomState random = new RandomState(0);
    private final TwoLayerNet today = new TwoLayerNet(4, 5, 3, 0.01, new Sigmoid(), random);
    private final Dataset data = Dataset.of(random.randn(6, 4), NDArray.of(0, 1, 2, 0, 1, 2));
    private final Trainer trainer = new Trainer(today, new Momentum(0.1), Batches.random(data, 3, random));

    @Test
    void aNetworkOfAnEarlierVersionIsTheSame() throws IOException {
        assertIsTheOneOfThen(Networks.load(NETWORK));
    }

    @Test
    void aCheckpointOfAnEarlierVersionIsTheSame() throws IOException {
        assertIsTheOneOfThen(Networks.load(CHECKPOINT));
    }

    /** The text is what the earlier version printed. */
    private void assertIsTheOneOfThen(Network network) {
        assertThat(network).isInstanceOf(TwoLayerNet.class).hasToString("TwoLayerNet(4, 5, 3, Sigmoid)");
        assertThat(network.predict(X)).hasToString("[[ 0.24087497 -0.24905893  0.0044264 ]]");
        trainer.run(4);
        assertThat(network.parameters()).isEqualTo(today.parameters());
    }

    @Test
    void aTrainingOfAnEarlierVersionGoesOn() throws IOException {
        trainer.run(7);
        Network loaded = Networks.load(CHECKPOINT);
        Trainer restored = new Trainer(loaded, new Momentum(0.1), Batches.random(data, 3, new RandomState(5)));
        restored.restore(Checkpoint.read(CHECKPOINT));
        restored.run(3);
        assertThat(restored.steps()).isEqualTo(7);
        assertThat(loaded.parameters()).isEqualTo(today.parameters());
    }
}
