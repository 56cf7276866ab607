package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.recognition.Rehearsal;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Returns what was printed, without the times, which differ in each run. */
    private String withoutTimes() {
        return text(out).replaceAll("\\(\\d+\\.\\d\\d s\\)", "(time)").replaceAll("\\d+ steps/s", "(speed)");
    }

    @Test
    void theMainJobPrintsShapesAndAccuraciesOfTheBooksNetwork() {
        BookFile.SAMPLE_WEIGHT.showing("its accuracies of 0.9207 and 0.9352");
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
    void theMainJobLeavesNoThreadBehindIfTheImagesAreMissing(@TempDir Path folder) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        assertThat(run("--data", folder.toString())).isEqualTo(2);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(Rehearsal.THREADS) && !before.contains(thread)) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void theMainJobClassifiesWithoutTheBooksWeights(@TempDir Path folder) throws IOException {
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
                          accuracy: 0.9740 (time)
                        pixels from 0 to 1, in batches of 2000
                          accuracy: 0.9740 (time)
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void theMainJobExplainsItsOptions(String option) {
        assertThat(run(option)).isZero();
        assertThat(text(out)).isEqualTo(Option.helpText());
    }

    @Test
    void theMainJobPrintsItsVersion() throws IOException {
        assertThat(run("--version")).isZero();
        Matcher matcher = Pattern.compile("<artifactId>dlfs4j</artifactId>\\s*<version>(.*)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(matcher.find()).isTrue();
        assertThat(text(out)).isEqualTo("dlfs4j " + matcher.group(1) + "\n");
    }

    @Test
    void theMainJobSaysWhichOptionsDoNothingWithoutATraining(@TempDir Path folder) {
        Path file = folder.resolve("a\nb.npz");
        String name = folder.resolve("a\\u000ab.npz").toString();
        assertThat(run("--epochs", "0", "--save", file.toString())).isZero();
        assertThat(text(out)).endsWith("\n--save " + name + " does nothing, since there is no training\n");
        assertThat(file).doesNotExist();
        assertThat(run("--steps", "0", "--resume", file.toString())).isZero();
        assertThat(text(out)).endsWith("\n--resume " + name + " does nothing, since there is no training\n");
    }

    @Test
    void aResumedTrainingIsSavedToItsFileAgainAndSaysSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("state.npz");
        assertThat(run("--steps", "2", "--save", file.toString())).isZero();
        assertThat(text(out)).doesNotContain("saving to it again");
        assertThat(run("--steps", "5", "--resume", file.toString()))
                .as(text(err))
                .isZero();
        assertThat(text(out))
                .contains("\n  going on from " + file
                        + " after step 2\n  and saving to it again, since there is no --save\n")
                .endsWith("\nsaved; --resume " + file + " goes on from there\n");
        assertThat(Checkpoint.read(file).steps()).isEqualTo(5);
    }

    @Test
    void theMainJobFailsIfTheOutputCannotBeWritten() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        PrintStream console = new PrintStream(full, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(Main.run(console, errors, () -> false, "--version")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("standard output cannot be written\n");
    }

    /** Exit code 2 and one line for what the main job cannot use. */
    @Nested
    class RefusesInOneLine {
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
        void theMainJobRefusesAnUnknownArgument() {
            assertUnusable("--speed");
            assertThat(text(err))
                    .isEqualTo("unknown argument: --speed (did you mean --seed?); --help lists the options\n");
        }

        @Test
        void theMainJobRefusesAFolderWithoutMnist() {
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains("t10k-", "--download");
        }

        @Test
        void theMainJobSaysThatAFolderMayNotBeRead() throws IOException {
            Path closed = Files.createDirectory(folder.resolve("closed"));
            Files.setPosixFilePermissions(closed, Set.of());
            assumeFalse(Files.isExecutable(closed), "root may read all folders");
            assertUnusable("--data", closed.toString());
            assertThat(text(err)).endsWith("-ubyte.gz: permission denied\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"missing", "file", "file/below", "missing\nbelow\u001b"})
        void theMainJobRefusesAFolderThatDoesNotExist(String name) throws IOException {
            Files.createFile(folder.resolve("file"));
            assertUnusable("--data", folder.resolve(name).toString());
            assertThat(text(err)).contains("t10k-", "--download").doesNotContain("\u001b");
        }

        @Test
        void theMainJobRefusesAFileAsTheFolderToDownloadTo() throws IOException {
            Path file = Files.createFile(folder.resolve("file"));
            assertUnusable("--download", "--data", file.toString());
            assertThat(text(err)).startsWith(file + ": ").doesNotContain("Exception");
        }

        @Test
        void theMainJobRefusesAFolderWithoutTheTrainingSet() throws IOException {
            copyTestSet();
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains("train-", "--download");
        }

        @Test
        void theMainJobRefusesAMissingFolderToSaveIn() {
            String file = folder.resolve("missing").resolve("state.npz").toString();
            assertUnusable("--save", file);
            assertThat(text(err)).isEqualTo(file + ": no such folder to save in\n");
        }

        private List<Path> files(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        }

        @Test
        void theMainJobRefusesADirectoryAsTheFileToSave() throws IOException {
            Path here = Path.of("").toAbsolutePath();
            assertUnusable("--save", ".");
            assertThat(text(err)).isEqualTo(".: is a directory, so nothing can be saved there\n");
            assertThat(files(here.getParent()))
                    .noneMatch(file -> file.toString().endsWith(".part"));
            assertThat(files(here)).noneMatch(file -> file.toString().endsWith(".part"));
            for (Path directory : new Path[] {folder, folder.resolve("."), folder.resolve(".."), Path.of("/")}) {
                err.reset();
                assertUnusable("--save", directory.toString());
                assertThat(text(err)).startsWith(directory + ": is a directory");
            }
            assertThat(files(folder)).isEmpty();
        }

        @Test
        void theMainJobRefusesALinkToADirectoryAsTheFileToSave() throws IOException {
            Path link = Files.createSymbolicLink(folder.resolve("link.npz"), Path.of("."));
            assertUnusable("--save", link.toString());
            assertThat(text(err)).startsWith(link + ": is a directory");
            assertThat(files(folder)).containsExactly(link);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/dev/null", "/dev/full"})
        void theMainJobRefusesADeviceAsTheFileToSave(String device) {
            assumeTrue(Files.exists(Path.of(device)), "there is no such device here");
            assertUnusable("--save", device);
            assertThat(text(err)).startsWith(device + ": is not a regular file");
        }

        @Test
        void theMainJobRefusesANameToSaveThatIsTooLong() throws IOException {
            assertUnusable("--save", folder.resolve("x".repeat(300)).toString());
            assertThat(text(err)).matches("…x{199}: .*too long\n").hasSizeLessThan(300);
            assertThat(files(folder)).isEmpty();
        }

        /** Not even the superuser can create a file there. */
        @Test
        void theMainJobRefusesAFolderThatTakesNoFile() {
            Path file = Path.of("/proc/self/state.npz");
            assumeTrue(Files.isDirectory(file.getParent()), "there is no such folder here");
            assertUnusable("--save", file.toString());
            assertThat(text(err)).startsWith(file + ": ").doesNotContain("Exception", ".part");
        }

        @Test
        void theMainJobRefusesAFileAsTheFolderToSaveIn() throws IOException {
            Path file = Files.createFile(folder.resolve("file")).resolve("state.npz");
            assertUnusable("--save", file.toString());
            assertThat(text(err)).startsWith(file + ": ");
        }

        @Test
        void theMainJobEscapesControlCharactersInTheNameOfAFile() {
            Path file = folder.resolve("a\u001b[2Jb\n.npz");
            assertUnusable("--resume", file.toString());
            assertThat(text(err)).isEqualTo(folder.resolve("a\\u001b[2Jb\\u000a.npz") + ": no such file\n");
        }

        @Test
        void theMainJobRefusesANameOfAFileThatIsTooLong() {
            String name = "x".repeat(100_000);
            for (String option : new String[] {"--resume", "--save", "--data"}) {
                err.reset();
                assertUnusable(option, folder.resolve(name).toString());
                assertThat(text(err)).contains(": ").hasSizeLessThan(400);
            }
        }

        @Test
        void theMainJobRefusesADirectoryAsTheStateToResume() {
            assertUnusable("--resume", folder.toString());
            assertThat(text(err)).startsWith(folder + ": ");
        }

        @Test
        void theMainJobRefusesAMissingStateToResume() {
            String file = folder.resolve("state.npz").toString();
            assertUnusable("--resume", file);
            assertThat(text(err)).isEqualTo(file + ": no such file\n");
        }

        @Test
        void theMainJobRefusesAFileWithoutAStateToResume() throws IOException {
            Path file = folder.resolve("state.npz");
            Npz.write(file, Map.of("W1", NDArray.zeros(784, 50)));
            assertUnusable("--resume", file.toString());
            assertThat(text(err)).contains(file.toString(), "expected dlfs4j checkpoint 1", "found");
        }

        @Test
        void theMainJobRefusesTheStateOfAnotherTraining() throws IOException {
            Path file = folder.resolve("state.npz");
            RandomState random = new RandomState(0);
            Dataset data = Dataset.of(random.rand(9, 784), random.randint(0, 10, 9));
            TwoLayerNet network = new TwoLayerNet(784, 5, 10, random);
            new Trainer(network, new SGD(0.1), Batches.random(data, 3, random)).save(file);
            assertUnusable("--resume", file.toString());
            assertThat(text(err)).contains(file.toString(), "batches of 3 from 9 samples instead of 3 from 60000");
        }

        @Test
        void theMainJobRefusesDamagedImages() throws IOException {
            copyTestSet();
            Path images = folder.resolve("t10k-images-idx3-ubyte.gz");
            byte[] bytes = Files.readAllBytes(images);
            bytes[bytes.length / 2] ^= 1;
            Files.write(images, bytes);
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains(images.toString(), "byte", "expected", "found");
        }

        @Test
        void theMainJobRefusesDamagedWeights() throws IOException {
            copyTestSet();
            Files.writeString(folder.resolve("sample_weight.pkl"), "not a pickle");
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains("sample_weight.pkl", "expected", "found");
        }
    }
}
