package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final Path DATA = Path.of("data");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(console, new PrintStream(err, true, StandardCharsets.UTF_8), () -> false, args);
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
    void leavesNoThreadBehindWhereTheImagesAreMissing(@TempDir Path folder) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        assertThat(run("--data", folder.toString())).isEqualTo(2);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(Rehearsal.THREAD) && !before.contains(thread)) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
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
