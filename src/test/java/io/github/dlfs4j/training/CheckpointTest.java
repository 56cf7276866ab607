package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private final RandomState random = new RandomState(6);
    private final TwoLayerNet network = new TwoLayerNet(3, 4, 2, random);
    private final Dataset data = Dataset.of(random.randn(9, 3), random.randint(0, 2, 9));
    private final Trainer trainer = new Trainer(network, new SGD(0.1), Batches.shuffled(data, 2, random));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void train() throws IOException {
        trainer.run(7);
        file = folder.resolve("c.npz");
        trainer.save(file);
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() throws IOException {
        assertThat(Checkpoint.read(file)).isEqualTo(trainer.checkpoint());
    }

    @Test
    void aCheckpointTravelsThroughStreams() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Checkpoint.read(file).write(out);
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(file));
        assertThat(Checkpoint.read(new ByteArrayInputStream(out.toByteArray()), "far.npz"))
                .isEqualTo(Checkpoint.read(file));
        assertThatThrownBy(() -> Checkpoint.read(new ByteArrayInputStream(new byte[30]), "far.npz"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("far.npz");
    }

    @Test
    void checkpointsOfEqualStatesAreEqualFiles() throws IOException {
        Path other = folder.resolve("other.npz");
        trainer.checkpoint().write(other);
        assertThat(other).hasSameBinaryContentAs(file);
    }

    @Test
    void aCheckpointIsAnArchiveOfNamedArrays() throws IOException {
        assertThat(Npz.read(file))
                .containsOnlyKeys(
                        "format",
                        "steps",
                        "architecture",
                        "network/W1",
                        "network/b1",
                        "network/W2",
                        "network/b2",
                        "optimizer",
                        "optimizer/lr",
                        "batches/samples",
                        "batches/size",
                        "batches/random/key",
                        "batches/random/pos",
                        "batches/random/has_gauss",
                        "batches/random/cached_gaussian",
                        "batches/order",
                        "batches/next");
    }

    @Test
    void aCheckpointKeepsADescriptionIfThereIsOne() throws IOException {
        assertThat(Checkpoint.read(file).description()).isEmpty();
        trainer.describe("two layers, Übung 1").save(file);
        assertThat(Checkpoint.read(file).description()).isEqualTo("two layers, Übung 1");
        assertThat(Npz.read(file)).containsKey("description");
        Trainer other = new Trainer(network, new SGD(0.1), Batches.shuffled(data, 2, random));
        other.resume(file);
        assertThat(other.checkpoint().description()).isEmpty();
    }

    @Test
    void aCheckpointIsNotChangedByLaterSteps() {
        Checkpoint checkpoint = trainer.checkpoint();
        NDArray w1 = checkpoint.network().get("W1").copy();
        trainer.run(1);
        assertThat(checkpoint.network().get("W1")).isEqualTo(w1);
        assertThat(network.parameters().get("W1")).isNotEqualTo(w1);
    }

    @Test
    void aCheckpointRestoresANetworkOfTheSameKind() throws IOException {
        TwoLayerNet other = new TwoLayerNet(3, 4, 2, new RandomState(0));
        NDArray w1 = other.parameters().get("W1");
        Checkpoint.read(file).restore(other);
        assertThat(other.parameters()).isEqualTo(network.parameters());
        assertThat(other.parameters().get("W1")).isSameAs(w1);
    }

    @Test
    void aCheckpointKeepsTheSignOfZero() throws IOException {
        network.parameters().get("b1").fill(-0.0);
        trainer.save(file);
        network.parameters().get("b1").fill(1);
        Checkpoint.read(file).restore(network);
        assertThat(1 / network.parameters().get("b1").getDouble(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Nested
    class Refuses {
        private void assertRefused(String... parts) {
            assertThatThrownBy(() -> Checkpoint.read(file))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContainingAll(parts)
                    .hasMessageContaining(file.toString());
        }

        private void write(String name, NDArray array) throws IOException {
            Map<String, NDArray> arrays = new LinkedHashMap<>(Npz.read(file));
            arrays.put(name, array);
            Npz.write(file, arrays);
        }

        @Test
        void weightsAloneAreRefusedAsACheckpoint() throws IOException {
            Npz.write(file, Map.of("W1", NDArray.zeros(3, 4)));
            assertRefused("format, byte 0: expected dlfs4j checkpoint 1, found arrays named [W1]");
        }

        @Test
        void aCheckpointOfALaterVersionIsRefused() throws IOException {
            write("format", NDArray.of("dlfs4j checkpoint 2".getBytes(StandardCharsets.UTF_8)));
            assertRefused("expected dlfs4j checkpoint 1, found dlfs4j checkpoint 2");
        }

        @Test
        void aCheckpointWithUnknownArraysIsRefused() throws IOException {
            write("virus", NDArray.zeros(1));
            assertRefused("expected the arrays of a checkpoint and no others, found arrays named [virus]");
        }

        @Test
        void aCheckpointWithStepsThatAreNotANumberIsRefused() throws IOException {
            write("steps", NDArray.scalar(-1));
            assertRefused("steps, byte 0: expected a number from 0 on, found -1");
            write("steps", NDArray.scalar(1.0));
            assertRefused("steps, byte 0: expected a number from 0 on");
            write("steps", NDArray.of(1));
            assertRefused("steps, byte 0: expected a number from 0 on");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 100, 5000})
        void aTruncatedCheckpointIsRefused(int length) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(bytes.length).isGreaterThan(length);
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused("expected");
        }

        @Test
        void aCheckpointIsRefusedForANetworkWithOtherArrays() {
            TwoLayerNet wider = new TwoLayerNet(3, 5, 2, new RandomState(0));
            Map<String, NDArray> before = new LinkedHashMap<>();
            wider.parameters().forEach((name, array) -> before.put(name, array.copy()));
            assertThatThrownBy(() -> trainer.checkpoint().restore(wider))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("W1 is float64 of shape (3, 4) instead of float64 of shape (3, 5)");
            assertThat(wider.parameters()).isEqualTo(before);
        }
    }
}
