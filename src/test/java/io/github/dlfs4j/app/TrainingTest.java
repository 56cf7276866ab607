package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.training.Checkpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The training, and what it is when the library is used for it. */
class TrainingTest {
    private static final Path DATA = Path.of("data");

    @TempDir
    private Path folder;

    /** What the training alone prints, without what is another each time. */
    private static String trainingOf(String... args) throws Exception {
        return trainingOf(Mnist.options().normalize(false).loadTest(DATA), args);
    }

    private static String trainingOf(String[] options, String... more) throws Exception {
        return trainingOf(
                Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new));
    }

    private static String trainingOf(Samples test, String... args) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(console, false, InstantSource.system());
        new Training(Options.parse(args), test, console, progress).run();
        return out.toString(StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n")
                .replaceAll("\\d+ steps/s", "(speed)")
                .replaceAll("(?m)^training: .*\n", "");
    }

    @Test
    void printsALineForEachEpochAndTheFinalAccuracy() throws Exception {
        String printed = trainingOf("--steps", "35", "--batch", "2000", "--lr", "0.3", "--seed", "7", "--hidden", "20");

        Samples images = Mnist.options().loadTraining(DATA);
        Samples test = Mnist.options().loadTest(DATA);
        RandomState random = new RandomState(7);
        TwoLayerNet net = new TwoLayerNet(784, 20, 10, random);
        StringBuilder expected = new StringBuilder();
        expected.append("training a network of 784-20-10: 35 steps, learning rate 0.3\n");
        for (int step = 1; step <= 35; step++) {
            NDArray choice = random.choice(60000, 2000);
            NDArray x = images.images().get(choice);
            NDArray t = images.labels().get(choice);
            Map<String, NDArray> gradients = net.gradient(x, t);
            net.parameters()
                    .forEach((key, parameter) ->
                            parameter.subi(gradients.get(key).mul(0.3)));
            if (step % 30 == 0) {
                expected.append("epoch %d: loss %.4f, train accuracy %.4f, test accuracy %.4f, (speed)\n"
                        .formatted(
                                step / 30,
                                net.loss(x, t).asDouble(),
                                net.accuracy(images.images(), images.labels()),
                                net.accuracy(test.images(), test.labels())));
            }
        }
        expected.append("final test accuracy: " + net.accuracy(test.images(), test.labels()) + "\n");
        assertThat(printed).isEqualTo(expected.toString());
    }

    @Test
    void goesOnFromWhatItSavedAsIfItHadNotEnded() throws Exception {
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
    void goesOnWithAnotherLearningRateWhereOneIsGiven() throws Exception {
        Path file = folder.resolve("state.npz");
        trainingOf("--steps", "2", "--lr", "0.2", "--save", file.toString());
        assertThat(trainingOf("--steps", "3", "--resume", file.toString()))
                .startsWith("training a network of 784-50-10: 3 steps, learning rate 0.2\n");
        assertThat(trainingOf("--steps", "3", "--resume", file.toString(), "--lr", "0.05"))
                .startsWith("training a network of 784-50-10: 3 steps, learning rate 0.05\n");
    }

    @Test
    void trainsTheConvNetByAdamAsTheLibraryDoes() throws Exception {
        Path file = folder.resolve("state.npz");
        String options = "--network simple-conv --optimizer adam --batch 20 --steps 3 --seed 5 --save " + file;
        String printed = trainingOf(firstTestImages(500), options.split(" ", -1));

        Samples images = Mnist.options().flatten(false).loadTraining(DATA);
        RandomState random = new RandomState(5);
        Sequential net = SimpleConvNet.initial(random);
        Adam adam = new Adam(0.001);
        for (int step = 1; step <= 3; step++) {
            NDArray choice = random.choice(60000, 20);
            adam.update(
                    net.parameters(),
                    net.gradient(images.images().get(choice), images.labels().get(choice)));
        }
        Samples test = Mnist.options().flatten(false).loadTest(DATA);
        assertThat(printed).isEqualTo("""
                        training the simple ConvNet with Adam: 3 steps, learning rate 0.001
                        final test accuracy: %s
                        saved; --resume %s goes on from there
                        """.formatted(
                net.accuracy(test.images().get(Index.to(500)), test.labels().get(Index.to(500))), file));
        Checkpoint saved = Checkpoint.read(file);
        assertThat(saved.description()).isEqualTo("--network simple-conv");
        assertThat(saved.network()).isEqualTo(net.parameters());
        assertThat(saved.optimizer()).isEqualTo("Adam");
        assertThat(saved.optimizerState()).isEqualTo(adam.state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network multi-layer | a network of 784-100-100-10: 2 steps, learning rate 0.1",
                "--network multi-layer --hidden 30,20,30 --batch-norm --optimizer momentum"
                        + " | a network of 784-30-20-30-10 (batch normalisation) with Momentum: 2 steps, learning rate 0.01",
                "--network multi-layer --hidden 8 --dropout 0.2 --weight-decay 1e-4 --optimizer nesterov"
                        + " | a network of 784-8-10 (dropout 0.2, weight decay 1.0E-4) with Nesterov: 2 steps, learning rate 0.01",
                "--optimizer adagrad | a network of 784-50-10 with AdaGrad: 2 steps, learning rate 0.01",
                "--optimizer rmsprop | a network of 784-50-10 with RMSProp: 2 steps, learning rate 0.001",
                "--optimizer sgd --network two-layer | a network of 784-50-10: 2 steps, learning rate 0.1",
                "--optimizer adam --lr 0.01 | a network of 784-50-10 with Adam: 2 steps, learning rate 0.01"
            })
    void saysWhatItTrains(String options, String what) throws Exception {
        assertThat(trainingOf((options + " --steps 2 --batch 10").split(" ", -1)))
                .startsWith("training " + what + "\n");
    }

    /** Dropout draws from the same generator as the batches, batch normalisation has averages that run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--network simple-conv --optimizer adam --batch 10",
                "--network multi-layer --hidden 20,10 --batch-norm --dropout 0.3 --weight-decay 0.01 --optimizer rmsprop",
                "--network two-layer --hidden 12 --optimizer adagrad --validation 1000",
                "--network multi-layer --optimizer nesterov --batch 7",
                "--optimizer momentum --lr 0.02"
            })
    void goesOnToTheBitWithEachKindOfNetworkAndOptimizer(String options) throws Exception {
        assertGoesOnToTheBit(options, 5, 2);
    }

    @Test
    void goesOnToTheBitWithTheDeepConvNet() throws Exception {
        assertGoesOnToTheBit("--network deep-conv --optimizer adam --batch 3", 2, 1);
    }

    private void assertGoesOnToTheBit(String options, int steps, int stepsOfPart) throws Exception {
        Path whole = folder.resolve("whole.npz");
        Path parts = folder.resolve("parts.npz");
        save(options + " --seed 9 --steps " + steps, whole);
        save(options + " --seed 9 --steps " + stepsOfPart, parts);
        save("--resume " + parts + " --steps " + steps, parts);
        assertThat(parts).hasSameBinaryContentAs(whole);
    }

    /** Trains, and hardly tests: deep networks take long for all test images. */
    private static void save(String options, Path file) throws Exception {
        trainingOf(firstTestImages(10), (options + " --save " + file).split(" ", -1));
    }

    private static Samples firstTestImages(int count) throws IOException {
        Samples test = Mnist.options().normalize(false).loadTest(DATA);
        Index first = Index.to(count);
        return new Samples(test.images().get(first), test.labels().get(first));
    }

    @Test
    void countsEpochsAsItCountsSteps() throws Exception {
        String[] options = "--batch 20000 --hidden 5 --epochs 2".split(" ", -1);
        assertThat(trainingOf(options))
                .startsWith("training a network of 784-5-10: 6 steps, learning rate 0.1\nepoch 1: ")
                .contains("\nepoch 2: ")
                .doesNotContain("\nepoch 3: ");
    }

    /** Trained without the last images, and tested on them. */
    @Test
    void tellsTheAccuracyOnImagesKeptForValidation() throws Exception {
        String[] options = "--validation 20000 --batch 4000 --hidden 5 --epochs 1 --seed 2".split(" ", -1);
        String printed = trainingOf(options);

        Samples images = Mnist.options().loadTraining(DATA);
        Samples test = Mnist.options().loadTest(DATA);
        RandomState random = new RandomState(2);
        TwoLayerNet net = new TwoLayerNet(784, 5, 10, random);
        for (int step = 1; step <= 10; step++) {
            NDArray choice = random.choice(40000, 4000);
            Map<String, NDArray> gradients =
                    net.gradient(images.images().get(choice), images.labels().get(choice));
            net.parameters()
                    .forEach((key, parameter) ->
                            parameter.subi(gradients.get(key).mul(0.1)));
        }
        Index kept = Index.from(40000);
        assertThat(printed)
                .contains(", validation accuracy %.4f, "
                        .formatted(net.accuracy(
                                images.images().get(kept), images.labels().get(kept))))
                .endsWith("final test accuracy: " + net.accuracy(test.images(), test.labels()) + "\n");
    }

    /** With learning rate 0 nothing gets better after the first epoch. */
    @Test
    void stopsWhenItsPatienceIsAtItsEnd() throws Exception {
        Path file = folder.resolve("state.npz");
        String[] options =
                "--validation 100 --patience 2 --lr 0 --batch 30000 --hidden 2 --epochs 9 --save".split(" ", -1);
        assertThat(trainingOf(options, file.toString()))
                .contains("\nepoch 3: ", "\nstopped after step 3, since the accuracy no longer got better\nfinal test ")
                .doesNotContain("\nepoch 4: ", "interrupted");
        assertThat(Checkpoint.read(file).steps()).isEqualTo(3);
        assertThat(trainingOf("--epochs", "9", "--patience", "1", "--resume", file.toString()))
                .contains("\nstopped after step 5, since");
    }

    @Nested
    class RefusesToGoOn {
        private Path file;

        @BeforeEach
        void train() throws Exception {
            file = folder.resolve("state.npz");
            save("--network multi-layer --hidden 5,4 --batch 10 --optimizer adam --steps 1", file);
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
        void withAnotherNetwork() {
            assertRefused("a training with --network deep-conv", "--network multi-layer", "--network", "deep-conv");
        }

        @Test
        void withAnotherOptimizer() {
            assertRefused("a training with --optimizer sgd", "--optimizer adam", "--optimizer", "sgd");
        }

        @Test
        void unlessTheyAreThoseOfTheFile() throws Exception {
            String[] options = "--network multi-layer --optimizer adam --steps 2 --resume".split(" ", -1);
            assertThat(trainingOf(options, file.toString())).contains("going on from " + file + " after step 1\n");
        }

        @Test
        void withPatienceWhereThereIsNothingToTestOn() {
            assertRefused("a training with --validation, which --patience needs", "one without", "--patience", "2");
        }

        @Test
        void fromAnOptimizerItDoesNotKnow() throws IOException {
            write("optimizer", text("Oracle"));
            assertRefused("an optimiser of the library", "'Oracle'");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "an experiment",
                    "--network multi-layer --hidden 5,4 --save /tmp/other.npz",
                    "--hidden 5,4 --network multi-layer",
                    "--network transformer"
                })
        void fromADescriptionThatIsNone(String description) throws IOException {
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
        void fromADescriptionOfALargerNetwork(String description, String expected, String found) throws IOException {
            write("description", text(description));
            assertRefused(expected, found);
        }

        @Test
        void fromADescriptionOfAnotherNetwork() throws IOException {
            write("description", text("--network simple-conv"));
            assertThatThrownBy(() -> trainingOf("--resume", file.toString()))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContaining("where the network has");
        }

        @Test
        void fromBatchesOfNoSize() throws IOException {
            write("batches/size", NDArray.scalar(0));
            assertRefused("a number from 1 to 60000", "0");
        }
    }
}
