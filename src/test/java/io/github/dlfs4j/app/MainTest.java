package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final Path DATA = Path.of("data");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(console, new PrintStream(err, true, StandardCharsets.UTF_8), false, args);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** What was printed, without what is another each time. */
    private String withoutTimes() {
        return text(out)
                .replaceAll("\\(\\d+\\.\\d\\d s\\)", "(time)")
                .replaceAll("\\d+ steps/s", "(speed)")
                .replaceAll("(?m)^(classifying|training): .*\n", "");
    }

    @Test
    void printsShapesAndAccuraciesOfTheBooksNetwork() {
        assumeTrue(Files.exists(DATA.resolve("sample_weight.pkl")), "needs data/sample_weight.pkl");
        assertThat(run("--data", DATA.toString(), "--steps", "0")).as(text(err)).isZero();
        assertThat(withoutTimes()).isEqualTo("""
                        test images: (10000, 784), labels: (10000,)
                        W1: (784, 50)
                        b1: (50,)
                        W2: (50, 100)
                        b2: (100,)
                        W3: (100, 10)
                        b3: (10,)
                        pixels from 0 to 255, one by one
                          accuracy: 0.9207 (time)
                        pixels from 0 to 255, in batches of 2000
                          accuracy: 0.9207 (time)
                        pixels from 0 to 1, one by one
                          accuracy: 0.9352 (time)
                        pixels from 0 to 1, in batches of 2000
                          accuracy: 0.9352 (time)
                        """);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void withoutTheBooksWeightsItClassifiesWithTheNetworkOfTheLibrary(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
            Files.copy(DATA.resolve(name), folder.resolve(name));
        }
        assertThat(run("--data", folder.toString(), "--steps", "0"))
                .as(text(err))
                .isZero();
        assertThat(withoutTimes()).isEqualTo("""
                        test images: (10000, 784), labels: (10000,)
                        no sample_weight.pkl (--download fetches it): this is the network of the library
                        pixels from 0 to 1, one by one
                          accuracy: 0.974 (time)
                        pixels from 0 to 1, in batches of 2000
                          accuracy: 0.974 (time)
                        """);
    }

    /** The training, and what it is when the library is used for it. */
    @Nested
    class Trains {
        @TempDir
        private Path folder;

        /** What the training alone prints. */
        private String trainingOf(String... args) throws Exception {
            out.reset();
            PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
            Progress progress = new Progress(console, false, InstantSource.system());
            Samples test = Mnist.options().normalize(false).loadTest(DATA);
            new Training(Options.parse(args), test, console, progress).run();
            return withoutTimes();
        }

        @Test
        void printsALineForEachEpochAndTheFinalAccuracy() throws Exception {
            String printed =
                    trainingOf("--steps", "35", "--batch", "2000", "--lr", "0.3", "--seed", "7", "--hidden", "20");

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
    }

    @Test
    void explainsItsOptions() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).isEqualTo(Options.HELP);
    }

    /** What it cannot use ends with exit code 2 and one line. */
    @Nested
    class Unusable {
        @TempDir
        private Path folder;

        private void assertUnusable(String... args) {
            assertThat(run(args)).isEqualTo(2);
            assertThat(text(err)).endsWith("\n").containsOnlyOnce("\n");
            assertThat(text(out)).isEmpty();
        }

        private void copyTestSet() throws IOException {
            for (String name : new String[] {"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
                Files.copy(DATA.resolve(name), folder.resolve(name));
            }
        }

        @Test
        void argument() {
            assertUnusable("--speed");
            assertThat(text(err)).isEqualTo("unknown argument: --speed; --help lists the options\n");
        }

        @Test
        void folderWithoutMnist() {
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains("t10k-");
        }

        @Test
        void folderWithoutTrainingSet() throws IOException {
            copyTestSet();
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains("train-");
        }

        @Test
        void folderToSaveInThatIsMissing() {
            String file = folder.resolve("missing").resolve("state.npz").toString();
            assertUnusable("--save", file);
            assertThat(text(err)).isEqualTo(file + ": no such folder to save in\n");
        }

        @Test
        void stateThatIsMissing() {
            String file = folder.resolve("state.npz").toString();
            assertUnusable("--resume", file);
            assertThat(text(err)).isEqualTo(file + ": no such file\n");
        }

        @Test
        void stateThatIsNone() throws IOException {
            Path file = folder.resolve("state.npz");
            Npz.write(file, Map.of("W1", NDArray.zeros(784, 50)));
            assertUnusable("--resume", file.toString());
            assertThat(text(err)).contains(file.toString(), "expected dlfs4j checkpoint 1", "found");
        }

        @Test
        void stateOfAnotherTraining() throws IOException {
            Path file = folder.resolve("state.npz");
            RandomState random = new RandomState(0);
            Dataset data = Dataset.of(random.rand(9, 784), random.randint(0, 10, 9));
            TwoLayerNet network = new TwoLayerNet(784, 5, 10, random);
            new Trainer(network, new SGD(0.1), Batches.random(data, 3, random)).save(file);
            assertUnusable("--resume", file.toString());
            assertThat(text(err))
                    .contains(file.toString(), "batches of 3 from 9 samples, where these are of 3 from 60000");
        }

        @Test
        void damagedImages() throws IOException {
            copyTestSet();
            Path images = folder.resolve("t10k-images-idx3-ubyte.gz");
            byte[] bytes = Files.readAllBytes(images);
            bytes[bytes.length / 2] ^= 1;
            Files.write(images, bytes);
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains(images.toString(), "byte", "expected", "found");
        }

        @Test
        void damagedWeights() throws IOException {
            copyTestSet();
            Files.writeString(folder.resolve("sample_weight.pkl"), "not a pickle");
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains("sample_weight.pkl", "expected", "found");
        }
    }
}
