package io.github.dlfs4j.app;

import static io.github.dlfs4j.app.PrintedTraining.firstTestImages;
import static io.github.dlfs4j.app.PrintedTraining.trainingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that are resumed from a file. */
class ResumptionTest {
    @TempDir
    private Path folder;

    @Test
    void aSavedTrainingIsResumedAsIfItHadNotEnded() throws Exception {
        Path whole = folder.resolve("whole.npz");
        Path parts = folder.resolve("parts.npz");
        String last = trainingOf("--steps", "50", "--seed", "3", "--hidden", "30", "--save", whole.toString());
        assertThat(last).endsWith("\nsaved; --resume " + whole + " goes on from there\n");
        trainingOf("--steps", "20", "--seed", "3", "--hidden", "30", "--save", parts.toString());
        String rest = trainingOf("--steps", "50", "--resume", parts.toString(), "--save", parts.toString());
        assertThat(rest)
                .isEqualTo(last.replace("whole", "parts")
                        .replace("0.1\n", "0.1\n  going on from " + parts + " after step 20\n"));
        assertThat(parts).hasSameBinaryContentAs(whole);
    }

    @Test
    void aResumedTrainingTakesAnotherLearningRateIfOneIsGiven() throws Exception {
        Path file = folder.resolve("state.npz");
        trainingOf("--steps", "2", "--lr", "0.2", "--save", file.toString());
        assertThat(trainingOf("--steps", "3", "--resume", file.toString()))
                .startsWith("training a network of 784-50-10: 3 steps, learning rate 0.2\n");
        assertThat(trainingOf("--steps", "3", "--resume", file.toString(), "--lr", "0.05"))
                .startsWith("training a network of 784-50-10: 3 steps, learning rate 0.05\n");
    }

    /** Dropout draws from the same generator as the batches, and batch normalisation has running averages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--network simple-conv --optimizer adam --batch 10",
                "--network multi-layer --hidden 20,10 --batch-norm --dropout 0.3 --weight-decay 0.01 --optimizer rmsprop",
            })
    void aTrainingIsResumedToTheBit(String options) throws Exception {
        assertResumesToTheBit(options, 5, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--network two-layer --hidden 12 --optimizer adagrad --validation 1000",
                "--network multi-layer --hidden 20,10 --batch-norm --dropout 0.3 --weight-decay 0.01 --dtype float32"
                        + " --optimizer nesterov",
                "--network multi-layer --optimizer nesterov --batch 7",
                "--optimizer momentum --lr 0.02",
                "--dtype float32",
                "--network simple-conv --dtype float32 --optimizer nesterov --batch 10",
                "--network multi-layer --hidden 20,10 --batch-norm --dropout 0.3 --weight-decay 0.01 --dtype float32"
                        + " --optimizer adam"
            })
    @Tag("long")
    void aTrainingIsResumedToTheBitWithEveryNetworkAndOptimizer(String options) throws Exception {
        assertResumesToTheBit(options, 5, 2);
    }

    @Test
    @Tag("long")
    void aTrainingOfTheDeepConvNetIsResumedToTheBit() throws Exception {
        assertResumesToTheBit("--network deep-conv --optimizer adam --batch 3", 2, 1);
    }

    @Test
    void aResumedTrainingKeepsTheDTypeOfTheFile() throws Exception {
        Path file = folder.resolve("state.npz");
        save("--network deep-conv --dtype float32 --optimizer adam --batch 3 --steps 1", file);
        save("--dtype float32 --steps 2 --resume " + file, file);
        Checkpoint saved = Checkpoint.read(file);
        assertThat(saved.steps()).isEqualTo(2);
        assertThat(saved.description()).isEqualTo("--network deep-conv --dtype float32");
        assertThat(saved.network().values()).extracting(NDArray::dtype).containsOnly(DType.FLOAT32);
        assertThat(saved.optimizerState().get("m/W1").dtype()).isEqualTo(DType.FLOAT32);
    }

    /** Files of earlier versions and of programs do not name the dtype. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void resumingFindsTheDTypeOfAFileThatAProgramWrote(DType dtype) throws Exception {
        Path file = folder.resolve("state.npz");
        TwoLayerNet network = new TwoLayerNet(784, 5, 10, new RandomState(0), dtype);
        Dataset data = Dataset.of(NDArray.zeros(DType.UINT8, 60000, 784), NDArray.zeros(DType.UINT8, 60000));
        new Trainer(network, new SGD(0.1), Batches.random(data, 10, new RandomState(0))).save(file);
        save("--steps 1 --resume " + file, file);
        assertThat(Checkpoint.read(file).network().values())
                .extracting(NDArray::dtype)
                .containsOnly(dtype);
    }

    private void assertResumesToTheBit(String options, int steps, int stepsOfPart) throws Exception {
        Path whole = folder.resolve("whole.npz");
        Path parts = folder.resolve("parts.npz");
        save(options + " --seed 9 --steps " + steps, whole);
        save(options + " --seed 9 --steps " + stepsOfPart, parts);
        save("--resume " + parts + " --steps " + steps, parts);
        assertThat(parts).hasSameBinaryContentAs(whole);
    }

    /** Trains, and tests with few images, since deep networks take long for all of them. */
    private static void save(String options, Path file) throws Exception {
        trainingOf(firstTestImages(10), (options + " --save " + file).split(" ", -1));
    }

    @Nested
    class Refuses {
        /** The same training for all, since each takes as long as it takes to read the images. */
        private static byte[] saved;

        private Path file;

        @BeforeEach
        void train() throws Exception {
            file = folder.resolve("state.npz");
            if (saved == null) {
                save("--network multi-layer --hidden 5,4 --batch 10 --optimizer adam --steps 1", file);
                saved = Files.readAllBytes(file);
            }
            Files.write(file, saved);
        }

        private void assertRefused(String expected, String found, String... options) {
            assertThatThrownBy(() -> trainingOf(options, "--resume", file.toString()))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageEndingWith("expected %s, found %s", expected, found);
        }

        private void write(String name, NDArray array) throws IOException {
            Map<String, NDArray> arrays = new LinkedHashMap<>(Npz.read(file));
            arrays.put(name, array);
            Npz.write(file, arrays);
        }

        private NDArray text(String text) {
            return NDArray.of(text.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void resumingRefusesAnotherNetwork() {
            assertRefused("a training with --network deep-conv", "--network multi-layer", "--network", "deep-conv");
        }

        @Test
        void resumingRefusesAnotherDType() throws Exception {
            assertRefused("a training with --dtype float32", "--dtype float64", "--dtype", "float32");
            save("--hidden 5 --batch 10 --dtype float32 --steps 1", file);
            assertRefused("a training with --dtype float64", "--dtype float32", "--dtype", "float64");
        }

        @Test
        void resumingRefusesTheDescriptionOfAnotherDType() throws IOException {
            write("description", text("--network multi-layer --hidden 5,4 --dtype float32"));
            assertRefused(
                    "a checkpoint of this training",
                    "W1 is float64 of shape (784, 5) instead of float32 of shape (784, 5)");
        }

        @Test
        void resumingRefusesAnotherOptimizer() {
            assertRefused("a training with --optimizer sgd", "--optimizer adam", "--optimizer", "sgd");
        }

        @Test
        void resumingAcceptsTheNetworkAndOptimizerOfTheFile() throws Exception {
            String[] options = "--network multi-layer --optimizer adam --steps 2 --resume".split(" ", -1);
            assertThat(trainingOf(options, file.toString())).contains("going on from " + file + " after step 1\n");
        }

        @Test
        void resumingRefusesPatienceWithoutValidationImages() {
            assertRefused("a training with --validation, which --patience needs", "one without", "--patience", "2");
        }

        @Test
        void resumingRefusesAnUnknownOptimizerInTheFile() throws IOException {
            write("optimizer", text("Oracle"));
            assertRefused("an optimiser of the library", "'Oracle'");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "an experiment",
                    "--network multi-layer --hidden 5,4 --save /tmp/other.npz",
                    "--hidden 5,4 --network multi-layer",
                    "--network multi-layer --hidden 5,4 --dtype float64",
                    "--network transformer"
                })
        void resumingRefusesAWrongDescriptionInTheFile(String description) throws IOException {
            write("description", text(description));
            assertRefused("options such as --network simple-conv", "'" + description + "'");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--network multi-layer --hidden 5,10000 | shape (5, 10000) | shape (5, 4)",
                    "--network multi-layer --hidden 10000,4 | shape (784, 10000) | shape (784, 5)",
                    "--network multi-layer --hidden 5,4,10,3 | shape (10, 3) | none"
                })
        void resumingRefusesTheDescriptionOfALargerNetwork(String description, String expected, String found)
                throws IOException {
            write("description", text(description));
            assertRefused(expected, found);
        }

        @Test
        void resumingRefusesTheDescriptionOfAnotherNetwork() throws IOException {
            write("description", text("--network simple-conv"));
            assertThatThrownBy(() -> trainingOf("--resume", file.toString()))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContaining("instead of");
        }

        @Test
        void resumingRefusesBatchesWithoutASize() throws IOException {
            write("batches/size", NDArray.scalar(0));
            assertRefused("a number from 1 to 60000", "0");
        }

        @Test
        void resumingRefusesBatchesWhoseSizeIsNotANumber() throws IOException {
            write("batches/size", NDArray.scalar(Double.NaN));
            assertRefused("a number from 1 to 60000", "float64 of shape ()");
            write("batches/size", NDArray.zeros(DType.INT64, 6, 6, 6, 6, 6, 6));
            assertRefused("a number from 1 to 60000", "int64 of shape (6, 6, 6, 6, 6, 6)");
        }
    }
}
