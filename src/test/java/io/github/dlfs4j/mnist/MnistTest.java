package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistTest {
    private static final Path DATA = Path.of("data");
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    private Path folder;

    private Path copy(String name) throws IOException {
        return Files.copy(DATA.resolve(name), folder.resolve(name));
    }

    private void write(String name, String hex) throws IOException {
        Files.write(folder.resolve(name), HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Nested
    class ByDefault {
        /** The example of section 3.6.1 of the book, and the shapes of section 3.6.3. */
        @Test
        void mnistIsLoadedAsInTheBook() throws IOException {
            Mnist mnist = Mnist.load();
            assertThat(mnist.trainImages().shape()).hasToString("(60000, 784)");
            assertThat(mnist.trainLabels().shape()).hasToString("(60000,)");
            assertThat(mnist.testImages().shape()).hasToString("(10000, 784)");
            assertThat(mnist.testLabels().shape()).hasToString("(10000,)");
            assertThat(mnist.trainLabels().getLong(0)).isEqualTo(5);
            NDArray image = mnist.trainImages().get(0);
            assertThat(image.shape()).hasToString("(784,)");
            assertThat(image.reshape(28, 28).shape()).hasToString("(28, 28)");
            assertThat(mnist.trainImages().dtype()).isEqualTo(DType.FLOAT32);
            assertThat(mnist.trainLabels().dtype()).isEqualTo(DType.UINT8);
        }

        /** A pixel is {@code np.float32(pixel) / 255.0}, which differs from a multiplication by 1 / 255. */
        @Test
        void pixelsOfMnistAreFloatsFromZeroToOne() throws IOException {
            NDArray normalized = Mnist.options().loadTest().images();
            NDArray raw = Mnist.options().normalize(false).loadTest().images();
            assertThat(normalized.shape()).isEqualTo(raw.shape());
            float[] found = normalized.toFloatArray();
            byte[] pixels = raw.toByteArray();
            float[] expected = new float[pixels.length];
            for (int i = 0; i < pixels.length; i++) {
                expected[i] = (pixels[i] & 0xff) / 255f;
            }
            assertThat(found).isEqualTo(expected);
            assertThat(normalized.max().asDouble()).isEqualTo(1);
            assertThat(normalized.min().asDouble()).isEqualTo(0);
        }

        @Test
        void optionsOfMnistAreTheBooks() {
            assertThat(Mnist.options()).isEqualTo(new MnistOptions(true, true, false, Content.KNOWN));
        }
    }

    @Nested
    class WithOptions {
        @Test
        void rawPixelsOfMnistAreBytes() throws IOException {
            Samples test = Mnist.options().normalize(false).loadTest(DATA);
            assertThat(test.images().dtype()).isEqualTo(DType.UINT8);
            assertThat(test.images().max().asLong()).isEqualTo(255);
            // Python's sum of all pixels of the test images.
            assertThat(test.images().sum().asLong()).isEqualTo(264_923_200L);
        }

        @Test
        void imagesOfMnistKeepTheirRowsAndAChannel() throws IOException {
            Samples flat = Mnist.options().loadTest();
            Samples shaped = Mnist.options().flatten(false).loadTest();
            assertThat(shaped.images().shape()).hasToString("(10000, 1, 28, 28)");
            assertThat(shaped.images().reshape(10_000, 784)).isEqualTo(flat.images());
        }

        @Test
        void labelsOfMnistAreOneHot() throws IOException {
            NDArray labels = Mnist.options().loadTest().labels();
            NDArray oneHot = Mnist.options().oneHotLabel(true).loadTest().labels();
            assertThat(oneHot.shape()).hasToString("(10000, 10)");
            assertThat(oneHot.dtype()).isEqualTo(DType.FLOAT64);
            assertThat(oneHot.argmax(1)).isEqualTo(labels.astype(DType.INT64));
            assertThat(oneHot.sum().asDouble()).isEqualTo(10_000);
            assertThat(oneHot.max(1).min().asDouble()).isEqualTo(1);
        }

        @Test
        void trainingImagesOfMnistAreLoadedAlone() throws IOException {
            Samples training = Mnist.options().normalize(false).loadTraining();
            assertThat(training.images().shape()).hasToString("(60000, 784)");
            assertThat(training.labels().shape()).hasToString("(60000,)");
        }
    }

    @Nested
    class InAFolder {
        @Test
        void theTestSetOfMnistNeedsNoTrainingFiles() throws IOException {
            copy(TEST_IMAGES + ".gz");
            copy(TEST_LABELS + ".gz");
            assertThat(Mnist.options().loadTest(folder).labels().size()).isEqualTo(10_000);
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> Mnist.load(folder))
                    .withMessage(
                            folder.resolve("train-labels-idx1-ubyte.gz")
                                    + ": no such file; it is one of the four files of MNIST, which Mnist.download(Path) fetches");
        }

        @Test
        void filesOfMnistMayBeDecompressed() throws IOException {
            copy(TEST_IMAGES + ".gz");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA.resolve(TEST_LABELS + ".gz")))) {
                Files.copy(in, folder.resolve(TEST_LABELS));
            }
            assertThat(Mnist.options().loadTest(folder))
                    .isEqualTo(Mnist.options().loadTest());
        }
    }

    @Nested
    class OtherContent {
        private void writeTwoSamples(String labels) throws IOException {
            write(TEST_IMAGES, "00000803 00000002 00000001 00000003 000102 ff0000");
            write(TEST_LABELS, "00000801 00000002" + labels);
        }

        @Test
        void otherContentThanMnistIsRefused() throws IOException {
            writeTwoSamples("0901");
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Mnist.options().loadTest(folder))
                    .withMessageStartingWith(folder.resolve(TEST_LABELS) + ", byte 0: expected content with SHA-256 "
                            + "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2, found ");
        }

        /** The file has 60 MB of zeros, none of which is decompressed. */
        @Test
        void otherContentIsRefusedForItsHeaderAlone() throws IOException {
            Path file = folder.resolve(TEST_LABELS + ".gz");
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
                gzip.write(HexFormat.of().parseHex("0000080103938700"));
                gzip.write(new byte[60_000_000]);
            }
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Mnist.options().loadTest(folder))
                    .withMessage(file + ", byte 0: expected content with SHA-256 "
                            + "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2, "
                            + "found an array of 60000000 bytes");
            assertThat(Usage.of(() -> Mnist.options().loadTest(folder)).bytes()).isLessThan(1 << 20);
        }

        /** A label becomes ten float64, so 14 million labels take more than 1 GiB. */
        @Test
        void otherContentIsRefusedForTheMemoryOfTheResult() throws IOException {
            Path file = folder.resolve(TEST_LABELS + ".gz");
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
                gzip.write(HexFormat.of().parseHex("0000080100d59f80"));
                gzip.write(new byte[14_000_000]);
            }
            MnistOptions any = Mnist.options().content(Content.ANY);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> any.oneHotLabel(true).loadTest(folder))
                    .withMessage(
                            "%s, IDX header, byte 4: expected arrays of at most %d bytes in memory, "
                                    + "or a larger maxBytes, found 14000000 elements, which take 1120000000 bytes",
                            file, MemoryBudget.DEFAULT);
        }

        /** The arrays are 7,840,000 pixels of float32 and 10,000 labels. */
        @Test
        void mnistMayTakeExactlyTheMemoryOfTheLimit() throws IOException {
            copy(TEST_IMAGES + ".gz");
            copy(TEST_LABELS + ".gz");
            MnistOptions options = Mnist.options();
            assertThat(options.maxBytes()).isEqualTo(MemoryBudget.DEFAULT);
            assertThat(options.maxBytes(31_370_000).loadTest(folder).images().shape())
                    .hasToString("(10000, 784)");
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> options.maxBytes(31_369_999).loadTest(folder))
                    .withMessageContaining("expected arrays of at most 31369999 bytes in memory, or a larger maxBytes")
                    .withMessageEndingWith("found 7840000 elements, which take 31360000 bytes");
        }

        @ParameterizedTest
        @CsvSource({"00010000 00010000, 4294967296", "7fffffff 7fffffff, 4611686014132420609"})
        void otherContentMayHaveNoImagesButNotTooLargeOnes(String axes, String pixels) throws IOException {
            MnistOptions any = Mnist.options().content(Content.ANY);
            write(TEST_LABELS, "00000801 00000000");
            write(TEST_IMAGES, "00000803 00000000 00000002 00000003");
            assertThat(any.loadTest(folder).images().shape()).hasToString("(0, 6)");
            write(TEST_IMAGES, "00000803 00000000" + axes);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> any.loadTest(folder))
                    .withMessage(folder.resolve(TEST_IMAGES)
                            + ", IDX header, byte 8: expected images of at most 2147483647 pixels, found "
                            + pixels + " pixels");
        }

        @Test
        void mnistIsRefusedForOneFlippedBit() throws IOException {
            copy(TEST_IMAGES + ".gz");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA.resolve(TEST_LABELS + ".gz")))) {
                byte[] content = in.readAllBytes();
                content[5000] ^= 1;
                Files.write(folder.resolve(TEST_LABELS), content);
            }
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Mnist.options().loadTest(folder))
                    .withMessageContaining("expected content with SHA-256");
            assertThat(Mnist.options()
                            .content(Content.ANY)
                            .loadTest(folder)
                            .labels()
                            .size())
                    .isEqualTo(10_000);
        }

        @Test
        void otherContentIsAcceptedOnRequest() throws IOException {
            writeTwoSamples("0901");
            MnistOptions any = Mnist.options().content(Content.ANY);
            Samples samples = any.flatten(false).oneHotLabel(true).loadTest(folder);
            assertThat(samples.images())
                    .isEqualTo(NDArray.of(new float[] {0, 1 / 255f, 2 / 255f, 1, 0, 0}, 2, 1, 1, 3));
            assertThat(samples.labels()).isEqualTo(NDArray.of(new double[][] {
                {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0}
            }));
            assertThat(any.normalize(false).loadTest(folder).images())
                    .isEqualTo(NDArray.of(new byte[] {0, 1, 2, (byte) 255, 0, 0}, 2, 3));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "00000801 00000002 010a                   | labels, byte 1: expected a label from 0 to 9, found 10",
                    "00000801 00000001 01                     | IDX header, byte 4: expected a label for each of 2 images, found 1 labels",
                    "00000802 00000002 00000001 0102          | IDX header, byte 3: expected 1 axes, found 2",
                })
        void otherContentMustStillBeImagesAndLabels(String labels, String message) throws IOException {
            writeTwoSamples("");
            write(TEST_LABELS, labels);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Mnist.options()
                            .content(Content.ANY)
                            .oneHotLabel(true)
                            .loadTest(folder))
                    .withMessage(folder.resolve(TEST_LABELS) + ", " + message);
        }
    }
}
