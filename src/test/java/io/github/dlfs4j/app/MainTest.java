package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void printsShapesAndAccuraciesOfTheBooksNetwork() {
        assumeTrue(Files.exists(DATA.resolve("sample_weight.pkl")), "needs data/sample_weight.pkl");
        assertThat(run("--data", DATA.toString())).as(text(err)).isZero();
        String withoutTimes =
                text(out).replaceAll("\\(\\d+\\.\\d\\d s\\)", "(time)").replaceAll("(?m)^classifying: .*\n", "");
        assertThat(withoutTimes).isEqualTo("""
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
        void folderWithoutWeights() throws IOException {
            copyTestSet();
            assertUnusable("--data", folder.toString());
            assertThat(text(err)).contains("ch03/sample_weight.pkl");
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
