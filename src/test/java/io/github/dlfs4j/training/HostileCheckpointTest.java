package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A checkpoint that does not fit is refused by the name of what is wrong, and nothing is changed. */
class HostileCheckpointTest {
    private static final int STEPS = 3;

    @TempDir
    private Path folder;

    /** The optimisers; each has another state. */
    enum Kind {
        SGD,
        MOMENTUM,
        NESTEROV,
        ADAGRAD,
        RMSPROP,
        ADAM;

        Optimizer optimizer() {
            return switch (this) {
                case SGD -> new SGD(0.01);
                case MOMENTUM -> new Momentum(0.01);
                case NESTEROV -> new Nesterov(0.01);
                case ADAGRAD -> new AdaGrad(0.01);
                case RMSPROP -> new RMSProp(0.01);
                case ADAM -> new Adam(0.01);
            };
        }

        Training training(long seed) {
            RandomState random = new RandomState(seed);
            Dataset data = Dataset.of(new RandomState(1).randn(11, 3), new RandomState(2).randint(0, 2, 11));
            Sequential network = MultiLayerNet.ofSizes(3, 4, 2)
                    .batchNormalization()
                    .dropout(0.2)
                    .build(random);
            Optimizer optimizer = optimizer();
            Batches batches = Batches.shuffled(data, 4, random);
            Trainer trainer = new Trainer(network, optimizer, batches).describe("a training");
            trainer.run(STEPS);
            return new Training(network, optimizer, batches, trainer);
        }
    }

    private record Training(Sequential network, Optimizer optimizer, Batches batches, Trainer trainer) {}

    /** A fault that any array may have. */
    enum Fault {
        MISSING,
        OTHER_SHAPE,
        MANY_ELEMENTS,
        NO_ELEMENTS,
        MANY_AXES,
        OTHER_DTYPE,
        NAN,
        INFINITE,
        NEGATIVE_INFINITE;

        /** Returns the array with the fault, or null for a missing one. */
        NDArray of(NDArray array) {
            return switch (this) {
                case MISSING -> null;
                case OTHER_SHAPE -> array.expandDims(0);
                case MANY_ELEMENTS -> NDArray.zeros(array.dtype(), 6, 6, 6, 6, 6);
                case NO_ELEMENTS -> NDArray.zeros(array.dtype(), 0);
                case MANY_AXES ->
                    NDArray.zeros(
                            array.dtype(), IntStream.generate(() -> 1).limit(64).toArray());
                case OTHER_DTYPE -> array.astype(DType.FLOAT32);
                case NAN -> withLast(array, Double.NaN);
                case INFINITE -> withLast(array, Double.POSITIVE_INFINITY);
                case NEGATIVE_INFINITE -> withLast(array, Double.NEGATIVE_INFINITY);
            };
        }

        private static NDArray withLast(NDArray array, double value) {
            double[] elements = array.astype(DType.FLOAT64).toDoubleArray();
            elements[elements.length - 1] = value;
            return NDArray.of(elements, array.shape().toArray());
        }
    }

    /** Writes the file of a training with a change. */
    private Path file(Kind kind, UnaryOperator<Map<String, NDArray>> change) throws IOException {
        Path whole = folder.resolve(kind + ".npz");
        if (Files.notExists(whole)) {
            kind.training(7).trainer().save(whole);
        }
        Path file = folder.resolve("state.npz");
        Npz.write(file, change.apply(new LinkedHashMap<>(Npz.read(whole))));
        return file;
    }

    private Path file(Kind kind, String name, NDArray array) throws IOException {
        return file(kind, arrays -> {
            if (array == null) {
                assertThat(arrays.remove(name)).as(name).isNotNull();
            } else {
                arrays.put(name, array);
            }
            return arrays;
        });
    }

    private static Map<String, NDArray> copies(Map<String, NDArray> arrays) {
        Map<String, NDArray> copies = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copies.put(name, array.copy()));
        return copies;
    }

    private static void assertRefused(Kind kind, Path file, String name) {
        Training training = kind.training(8);
        assertRefused(training, file, name);
        assertGoesOnAsIfNothingHadHappened(training, kind);
    }

    private static void assertRefused(Training training, Path file, String name) {
        Map<String, NDArray> network = copies(training.network().state());
        Map<String, NDArray> optimizer = copies(training.optimizer().state());
        Map<String, NDArray> batches = copies(training.batches().state());
        Throwable refusal = catchThrowable(() -> training.trainer().resume(file));
        assertThat(refusal)
                .as(name)
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(name.startsWith("network/") ? name.substring("network/".length()) : name);
        assertThat(refusal.getMessage().length() - file.toString().length())
                .as(refusal.getMessage())
                .isLessThan(300);
        assertThat(training.trainer().steps()).as(name).isEqualTo(STEPS);
        assertThat(training.network().state()).as(name).isEqualTo(network);
        assertThat(training.optimizer().state()).as(name).isEqualTo(optimizer);
        assertThat(training.batches().state()).as(name).isEqualTo(batches);
    }

    private static void assertGoesOnAsIfNothingHadHappened(Training training, Kind kind) {
        Training undisturbed = kind.training(8);
        training.trainer().run(5);
        undisturbed.trainer().run(5);
        assertThat(training.trainer().checkpoint())
                .isEqualTo(undisturbed.trainer().checkpoint());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theUnchangedFileOfATrainingIsAccepted(Kind kind) throws IOException {
        Training resumed = kind.training(8);
        resumed.trainer().resume(file(kind, arrays -> arrays));
        Training whole = kind.training(7);
        resumed.trainer().run(5);
        whole.trainer().run(5);
        assertThat(resumed.trainer().checkpoint()).isEqualTo(whole.trainer().checkpoint());
    }

    /** Checks every array with Adam, which has the most, and with the others the arrays of their states. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyDamagedArrayOfACheckpointIsRefusedByName(Kind kind) throws IOException {
        Training training = kind.training(8);
        Path whole = file(kind, arrays -> arrays);
        for (Map.Entry<String, NDArray> entry : Npz.read(whole).entrySet()) {
            String name = entry.getKey();
            if (kind != Kind.ADAM && !name.startsWith("optimizer")) {
                continue;
            }
            for (Fault fault : Fault.values()) {
                // A description may be missing.
                boolean optional = name.equals("description") || name.equals("architecture");
                if (!optional || fault != Fault.MISSING) {
                    assertRefused(training, file(kind, name, fault.of(entry.getValue())), name);
                }
            }
        }
        assertGoesOnAsIfNothingHadHappened(training, kind);
    }

    @ParameterizedTest
    @CsvSource({
        "ADAM, steps, -1",
        "ADAM, steps, 9223372036854775807",
        "ADAM, optimizer/iter, -5.0",
        "ADAM, optimizer/iter, -0.5",
        "ADAM, optimizer/iter, 0.0",
        "ADAM, optimizer/iter, 2.5",
        "ADAM, optimizer/iter, 1e300",
        "ADAM, optimizer/beta1, 1.0",
        "ADAM, optimizer/beta1, -0.1",
        "ADAM, optimizer/beta2, 1.5",
        "ADAM, optimizer/lr, -0.1",
        "SGD, optimizer/lr, 0.0",
        "SGD, optimizer/lr, -1.0",
        "MOMENTUM, optimizer/momentum, 1.5",
        "NESTEROV, optimizer/momentum, -0.5",
        "RMSPROP, optimizer/decay, 2.0",
        "SGD, batches/size, 0",
        "SGD, batches/size, -4",
        "SGD, batches/size, NaN",
        "SGD, batches/samples, -1",
        "SGD, batches/random/pos, 625",
        "SGD, batches/random/pos, -1",
        "SGD, batches/random/cached_gaussian, 1e300",
        "SGD, batches/next, 12",
        "SGD, batches/next, 3",
        "SGD, batches/next, -1"
    })
    void aNumberOutOfRangeInACheckpointIsRefusedByName(Kind kind, String name, String number) throws IOException {
        NDArray value = number.matches("-?\\d+")
                ? NDArray.scalar(Long.parseLong(number))
                : NDArray.scalar(Double.parseDouble(number));
        boolean isSize = value.equals(NDArray.scalar(0)) && name.equals("batches/size");
        assertRefused(kind, file(kind, name, value), isSize ? "batches of 0 from 11 samples" : name);
    }

    @ParameterizedTest
    @CsvSource({
        "ADAM, optimizer/v/W1",
        "ADAGRAD, optimizer/h/gamma1",
        "RMSPROP, optimizer/h/b2",
        "SGD, network/runningVariance1",
        "SGD, batches/order",
        "SGD, batches/random/key"
    })
    void aNegativeVarianceOrSquareIsRefusedByName(Kind kind, String name) throws IOException {
        Path whole = file(kind, arrays -> arrays);
        NDArray array = Npz.read(whole).get(name).copy();
        array.reshape(-1).at(1).set(-1);
        assertRefused(kind, file(kind, name, array), name);
    }

    @Test
    void aGeneratorThatOnlyDrawsZerosIsRefused() throws IOException {
        NDArray zeros = NDArray.zeros(DType.INT64, 624);
        assertRefused(Kind.SGD, file(Kind.SGD, "batches/random/key", zeros), "batches/random/key");
    }

    @Test
    void anOrderThatHasASampleTwiceIsRefused() throws IOException {
        NDArray order = NDArray.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9);
        assertRefused(Kind.SGD, file(Kind.SGD, "batches/order", order), "batches/order");
    }

    @ParameterizedTest
    @CsvSource({
        "ADAM, optimizer/v/W9",
        "ADAM, optimizer/h/W1",
        "MOMENTUM, optimizer/m/W1",
        "SGD, optimizer/v/W1",
        "SGD, network/W9",
        "SGD, batches/epoch",
        "SGD, virus"
    })
    void anUnknownArrayOfACheckpointIsRefusedByName(Kind kind, String name) throws IOException {
        assertRefused(kind, file(kind, name, NDArray.zeros(3, 4)), name);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SGD")
    void anOptimizerWithoutItsMemoryIsRefused(Kind kind) throws IOException {
        Path file = file(kind, arrays -> {
            arrays.keySet().removeIf(name -> name.matches("optimizer/./.*"));
            arrays.computeIfPresent("optimizer/iter", (name, array) -> NDArray.scalar(0.0));
            return arrays;
        });
        assertRefused(kind, file, "/W1 is missing");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTrainingThatHasNotBegunIsResumed(Kind kind) throws IOException {
        Path file = folder.resolve("state.npz");
        RandomState random = new RandomState(4);
        Dataset data = Dataset.of(random.randn(11, 3), random.randint(0, 2, 11));
        Sequential network =
                MultiLayerNet.ofSizes(3, 4, 2).batchNormalization().dropout(0.2).build(random);
        new Trainer(network, kind.optimizer(), Batches.shuffled(data, 4, random)).save(file);
        Training training = kind.training(8);
        training.trainer().resume(file);
        assertThat(training.trainer().steps()).isZero();
        assertThat(training.network().state()).isEqualTo(network.state());
        assertThat(training.optimizer().state()).isEqualTo(kind.optimizer().state());
    }

    @Test
    void messagesAboutACheckpointEscapeAndShortenNames() throws IOException {
        String longName = "optimizer/" + "x".repeat(230);
        assertRefused(Kind.ADAM, file(Kind.ADAM, longName, NDArray.zeros(1)), "optimizer/" + "x".repeat(50));
        assertRefused(Kind.ADAM, file(Kind.ADAM, "network/\u202ea", NDArray.zeros(1)), "u202ea");
        NDArray name = NDArray.of("A".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertRefused(Kind.ADAM, file(Kind.ADAM, "optimizer", name), "optimiser AAAA");
    }

    /** As a text the array would be larger than the heap: six elements of each axis are shown, which are all here. */
    @ParameterizedTest
    @CsvSource({"steps", "batches/size", "optimizer/lr", "network/W1", "format", "description"})
    void aMessageAboutACheckpointNamesNoElements(String name) throws IOException {
        NDArray large = NDArray.zeros(DType.UINT8, 6, 6, 6, 6, 6, 6, 6, 6, 6);
        Path file = file(Kind.SGD, name, large);
        Training training = Kind.SGD.training(8);
        Throwable[] refusal = new Throwable[1];
        Usage usage = Usage.of(
                () -> refusal[0] = catchThrowable(() -> training.trainer().resume(file)));
        assertThat(refusal[0])
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("uint8 ")
                .hasMessageContaining("shape (6, 6, 6, 6, 6, 6, 6, 6, 6)");
        assertThat(usage.bytes()).isLessThan(3 * Files.size(file));
    }

    @Test
    void readingACheckpointTakesOnlyTheMemoryOfItsArrays() throws IOException {
        Path file = folder.resolve("large.npz");
        Map<String, NDArray> large = Map.of("W1", NDArray.zeros(1000, 1000));
        new Checkpoint(0, "", large, "SGD", large, large).write(file);
        long ofArrays = Usage.of(() -> Npz.read(file)).bytes();
        assertThat(Usage.of(() -> Checkpoint.read(file)).bytes()).isLessThan(ofArrays + (1 << 20));
    }

    @ParameterizedTest
    @CsvSource({"format", "optimizer", "description"})
    void aTextOfACheckpointThatIsTooLongIsRefused(String name) throws IOException {
        Path file = file(Kind.SGD, name, NDArray.zeros(DType.UINT8, (1 << 20) + 1));
        assertRefused(Kind.SGD, file, name + ", byte 0: expected a text, uint8 of shape (1 to 1048576,)");
        assertThat(catchThrowable(
                        () -> new Checkpoint(0, "x".repeat((1 << 20) + 1), Map.of(), "SGD", Map.of(), Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a description must have at most 1048576 bytes in UTF-8");
        assertThat(catchThrowable(() -> new Checkpoint(-1, "", Map.of(), "SGD", Map.of(), Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps must be from 0 to 9007199254740992, not -1");
    }

    @Test
    void aNetworkIsNotRestoredFromNumbersThatAreNotFinite() throws IOException {
        Sequential network = Kind.SGD.training(8).network();
        Map<String, NDArray> before = copies(network.state());
        Path file = file(Kind.SGD, "network/b2", NDArray.of(0, Double.NaN));
        Checkpoint checkpoint = Checkpoint.read(file);
        assertThat(catchThrowable(() -> checkpoint.restore(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network/b2 must be finite");
        assertThat(network.state()).isEqualTo(before);
    }
}
