package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checkpoints with wrong values in intact files. A trainer accepts values from which it can resume. It refuses others
 * with the documented exception and keeps its state. Resuming takes less than a second, and less memory than the arrays
 * plus 64 MiB.
 */
class CheckpointFuzzTest {
    private static final long SEED = Long.getLong("dlfs4j.seed", 1);
    private static final long MAX_NANOSECONDS = 1_000_000_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_MESSAGE = 300;

    private static final List<DType> DTYPES = List.of(DType.values());
    private static final List<Change> CHANGES = List.of(Change.values());
    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        2,
        4,
        -5,
        0.5,
        1.5,
        624,
        625,
        1e-300,
        1e300,
        -1e300,
        0x1p53,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    @TempDir
    private Path folder;

    /** A change of one array, or of all arrays. */
    private enum Change {
        REMOVED,
        RENAMED,
        SWAPPED,
        RESHAPED,
        CAST,
        MANY_AXES,
        FILLED,
        ONE_ELEMENT,
        PERMUTED;

        void apply(Map<String, NDArray> arrays, SplittableRandom random) {
            List<String> names = new ArrayList<>(arrays.keySet());
            String name = names.get(random.nextInt(names.size()));
            NDArray array = arrays.get(name);
            switch (this) {
                case REMOVED -> arrays.remove(name);
                case RENAMED -> {
                    arrays.remove(name);
                    String other = names.get(random.nextInt(names.size()));
                    arrays.put(random.nextBoolean() ? other : name + "\u202e" + "x".repeat(random.nextInt(200)), array);
                }
                case SWAPPED -> {
                    String other = names.get(random.nextInt(names.size()));
                    arrays.put(name, arrays.get(other));
                    arrays.put(other, array);
                }
                case RESHAPED -> arrays.put(name, random.nextBoolean() ? array.expandDims(0) : array.reshape(-1));
                case CAST -> arrays.put(name, array.astype(DTYPES.get(random.nextInt(DTYPES.size()))));
                case MANY_AXES -> {
                    int[] shape = new SplittableRandom(random.nextLong())
                            .ints(random.nextInt(9), 0, 7)
                            .toArray();
                    arrays.put(name, NDArray.zeros(array.dtype(), shape));
                }
                case FILLED -> arrays.put(name, array.copy().mul(0).add(1));
                case ONE_ELEMENT -> arrays.put(name, withOne(array, random));
                case PERMUTED -> {
                    if (array.ndim() > 0) {
                        arrays.put(name, new RandomState(random.nextInt(1000)).permutation(array));
                    }
                }
            }
        }

        private static NDArray withOne(NDArray array, SplittableRandom random) {
            double number = NUMBERS[random.nextInt(NUMBERS.length)];
            double[] elements = array.astype(DType.FLOAT64).toDoubleArray();
            if (elements.length > 0) {
                elements[random.nextInt(elements.length)] = number;
            }
            NDArray changed = NDArray.of(elements, array.shape().toArray());
            return random.nextInt(8) == 0 ? changed : changed.astype(array.dtype());
        }
    }

    private static Trainer trainer(long seed) {
        RandomState random = new RandomState(seed);
        Dataset data = Dataset.of(new RandomState(1).randn(11, 3), new RandomState(2).randint(0, 2, 11));
        Trainer trainer = new Trainer(
                MultiLayerNet.ofSizes(3, 4, 2).batchNormalization().dropout(0.2).build(random),
                new Adam(0.01),
                Batches.shuffled(data, 4, random));
        trainer.describe("a training").run(3);
        return trainer;
    }

    @Test
    void aCheckpointIsAcceptedOrRefusedAsAWhole() throws IOException {
        resume(250);
    }

    @Tag("fuzz")
    @Test
    void eachOfThousandsOfCheckpointsIsAcceptedOrRefusedAsAWhole() throws IOException {
        resume(5000);
    }

    private void resume(int mutants) throws IOException {
        Path whole = folder.resolve("whole.npz");
        trainer(7).save(whole);
        Map<String, NDArray> arrays = Npz.read(whole);
        int refused = 0;
        for (int i = 0; i < mutants; i++) {
            SplittableRandom random = new SplittableRandom(1_000_000 * SEED + i);
            Map<String, NDArray> changed = new LinkedHashMap<>(arrays);
            List<Change> changes = new ArrayList<>();
            for (int count = 1 + random.nextInt(2); count > 0; count--) {
                Change change = CHANGES.get(random.nextInt(CHANGES.size()));
                changes.add(change);
                change.apply(changed, random);
            }
            Path file = folder.resolve("changed.npz");
            Npz.write(file, changed);
            try {
                refused += isRefused(file) ? 1 : 0;
            } catch (AssertionError | Exception e) {
                throw new AssertionError("%s, seed %s, number %s".formatted(changes, SEED, i), e);
            }
        }
        System.out.printf("values of checkpoints, seed %d: %d of %d refused%n", SEED, refused, mutants);
        assertThat(refused).isBetween(mutants / 4, mutants - mutants / 50);
    }

    private static boolean isRefused(Path file) throws IOException {
        Trainer trainer = trainer(8);
        Checkpoint before = trainer.checkpoint();
        Throwable[] refusal = new Throwable[1];
        Usage usage = Usage.of(() -> refusal[0] = catchThrowable(() -> trainer.resume(file)));
        assertThat(usage.nanoseconds()).as("nanoseconds").isLessThan(MAX_NANOSECONDS);
        assertThat(usage.bytes()).as("bytes of the heap").isLessThan(MAX_BYTES + 3 * Files.size(file));
        if (refusal[0] == null) {
            Checkpoint saved = Checkpoint.read(file);
            assertThat(trainer.checkpoint().network()).isEqualTo(saved.network());
            assertThat(trainer.checkpoint().optimizerState()).isEqualTo(saved.optimizerState());
            assertThat(trainer.checkpoint().batches()).isEqualTo(saved.batches());
            assertThat(trainer.steps()).isEqualTo(saved.steps());
            trainer.run(7);
            return false;
        }
        assertThat(refusal[0]).isInstanceOf(FileFormatException.class).hasMessageStartingWith(file.toString());
        String message = refusal[0].getMessage().substring(file.toString().length());
        assertThat(message.length()).as(message).isLessThan(MAX_MESSAGE);
        assertThat(message).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
        assertThat(trainer.checkpoint()).isEqualTo(before);
        return true;
    }
}
