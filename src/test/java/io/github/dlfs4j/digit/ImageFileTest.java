package io.github.dlfs4j.digit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes the first test image of MNIST to files in many ways and reads it again. */
class ImageFileTest {
    private static final int SIZE = 112;

    private static NDArray seven;
    private static NDArray enlarged;

    @TempDir
    private Path folder;

    /** A stream that is no picture may be long, and slow. */
    @Test
    void theFirstBytesOfAPictureAreLookedAtBeforeTheOthers() {
        for (String start : new String[] {"GIF89a......", "....ftypheic"}) {
            @SuppressWarnings("InputStreamSlowMultibyteRead") // of none
            InputStream others = new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError("reads on");
                }
            };
            InputStream in = new SequenceInputStream(new ByteArrayInputStream(start.getBytes(ISO_8859_1)), others);
            assertThatThrownBy(() -> DigitImage.readAll(in))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith("the picture: expected a PNG or JPEG image, found ");
        }
    }

    @BeforeAll
    static void load() throws IOException {
        seven = Mnist.options().normalize(false).loadTest().images().get(0);
        enlarged = seven.reshape(28, 28).repeat(4, 0).repeat(4, 1);
    }

    /** Draws ink in dark grey levels on white, or in light ones on black. */
    private static BufferedImage drawn(int type, boolean light) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, type);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int ink = (int) enlarged.getLong(i / SIZE, i % SIZE);
            int level = light ? ink : 255 - ink;
            if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % SIZE, i / SIZE, 0, level);
            } else if (image.getType() == BufferedImage.TYPE_USHORT_GRAY) {
                image.getRaster().setSample(i % SIZE, i / SIZE, 0, level * 257);
            } else {
                image.setRGB(i % SIZE, i / SIZE, new Color(level, level, level).getRGB());
            }
        }
        return image;
    }

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("digit." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private static long largestDifference(NDArray pixels) {
        return pixels.astype(DType.INT64).sub(seven).abs().max().asLong();
    }

    @ParameterizedTest
    @CsvSource({
        "10, png, true, 2", // TYPE_BYTE_GRAY
        "10, png, false, 2",
        "11, png, false, 2", // TYPE_USHORT_GRAY
        "1, png, true, 2", // TYPE_INT_RGB
        "2, png, false, 2", // TYPE_INT_ARGB
        "10, jpg, false, 40",
        "1, jpg, true, 40",
    })
    void aDigitIsRestoredFromEachKindOfFile(int type, String format, boolean light, int tolerance) throws IOException {
        DigitImage digit = DigitImage.read(write(drawn(type, light), format));
        assertThat(largestDifference(digit.pixels())).isLessThanOrEqualTo(tolerance);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transparentPixelsOfAPictureArePaper(boolean light) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int ink = (int) enlarged.getLong(i / SIZE, i % SIZE);
            image.setRGB(i % SIZE, i / SIZE, ink << 24 | (light ? 0xffffff : 0x000060));
        }
        DigitImage digit = DigitImage.read(write(image, "png"));
        assertThat(largestDifference(digit.pixels())).isLessThanOrEqualTo(2);
    }

    @Test
    void onlySomePixelsOfALargePhotographAreRead() throws IOException {
        BufferedImage image = new BufferedImage(2400, 1800, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 1680 * 1680; i++) {
            int ink = (int) enlarged.getLong(i / 1680 / 15, i % 1680 / 15);
            image.getRaster().setSample(360 + i % 1680, 60 + i / 1680, 0, ink);
        }
        assertThat(largestDifference(DigitImage.read(write(image, "png")).pixels()))
                .isLessThanOrEqualTo(40);
    }

    /** The file contains the orientation of the camera, in either byte order. */
    @ParameterizedTest
    @CsvSource({
        "1, UPRIGHT",
        "2, MIRRORED",
        "3, UPSIDE_DOWN",
        "4, UPSIDE_DOWN_MIRRORED",
        "5, LEFT_MIRRORED",
        "6, LEFT",
        "7, RIGHT_MIRRORED",
        "8, RIGHT"
    })
    void aPhotographIsTurnedUpright(int number, Orientation orientation) throws IOException {
        Path upright = write(drawn(BufferedImage.TYPE_BYTE_GRAY, false), "jpg");
        NDArray whole = ImageFile.read(upright);
        byte[] jpeg = Files.readAllBytes(upright);
        for (String tiff :
                new String[] {"II*\0\b\0\0\0\1\0\22\1\3\0\1\0\0\0?\0\0\0", "MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0?\0\0"
                }) {
            ByteArrayOutputStream turned = new ByteArrayOutputStream();
            turned.write(jpeg, 0, 2);
            turned.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (tiff.length() + 8)});
            turned.writeBytes("Exif\0\0".getBytes(ISO_8859_1));
            turned.writeBytes(tiff.replace('?', (char) number).getBytes(ISO_8859_1));
            turned.write(jpeg, 2, jpeg.length - 2);
            Path file = Files.write(folder.resolve("turned.jpg"), turned.toByteArray());
            assertThat(ImageFile.read(file)).isEqualTo(orientation.turned(whole));
        }
    }

    /** The meaning of the standard's orientations, on an image of two rows. */
    @ParameterizedTest
    @CsvSource({
        "UPRIGHT, [1 2 3 4 5 6]",
        "MIRRORED, [3 2 1 6 5 4]",
        "UPSIDE_DOWN, [6 5 4 3 2 1]",
        "UPSIDE_DOWN_MIRRORED, [4 5 6 1 2 3]",
        "LEFT_MIRRORED, [1 4 2 5 3 6]",
        "LEFT, [4 1 5 2 6 3]",
        "RIGHT_MIRRORED, [6 3 5 2 4 1]",
        "RIGHT, [3 6 2 5 1 4]"
    })
    void orientationsAreThoseOfTheStandard(Orientation orientation, String expected) {
        NDArray image = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(orientation.turned(image).ravel()).hasToString(expected);
    }

    @Test
    void aStreamIsReadLikeItsFile() throws IOException {
        Path file = write(drawn(BufferedImage.TYPE_INT_RGB, false), "png");
        try (InputStream in = Files.newInputStream(file)) {
            assertThat(DigitImage.readAll(in).get(0).pixels())
                    .isEqualTo(DigitImage.read(file).pixels());
        }
        InputStream white = new ByteArrayInputStream(
                Files.readAllBytes(write(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY), "png")));
        assertThatThrownBy(() -> DigitImage.readAll(white))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("the picture: expected the image of a digit, found no digit: all pixels are alike");
        assertThatThrownBy(() -> DigitImage.readAll(InputStream.nullInputStream()))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("the picture: expected a PNG or JPEG image, found no bytes");
    }

    @Test
    void filesThatAreNotPicturesAreRefusedByName() throws IOException {
        assertThatThrownBy(() -> DigitImage.read(folder.resolve("none.png"))).isInstanceOf(NoSuchFileException.class);
        assertRefused("", "expected a PNG or JPEG image, found no bytes");
        assertRefused("GIF89a", "expected a PNG or JPEG image, found bytes 47494638");
        assertRefused(
                "\0\0\0\30ftypheic",
                "expected a PNG or JPEG image, found an image in a phone's format; save it as JPEG");
    }

    private void assertRefused(String content, String message) throws IOException {
        Path file = folder.resolve("other");
        Files.write(file, content.getBytes(ISO_8859_1));
        assertThatThrownBy(() -> DigitImage.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aTruncatedPictureIsRefused(String format) throws IOException {
        Path file = write(drawn(BufferedImage.TYPE_BYTE_GRAY, false), format);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {4, 20, whole.length / 2, whole.length * 3 / 4}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> DigitImage.read(file))
                    .as("%d bytes", length)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContaining("a damaged one");
        }
    }

    /** A damaged file gives a digit or an error that names the file. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aDamagedPictureGivesNoOtherError(String format) throws IOException {
        Path file = write(drawn(BufferedImage.TYPE_BYTE_GRAY, false), format);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 3; j++) {
                damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                assertThat(DigitImage.read(file).pixels().size()).isEqualTo(784);
            } catch (FileFormatException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
    }

    @Test
    void aPictureOfABlankPageIsRefused() throws IOException {
        Path file = write(new BufferedImage(30, 30, BufferedImage.TYPE_BYTE_GRAY), "png");
        assertThatThrownBy(() -> DigitImage.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": expected the image of a digit, found no digit: all pixels are alike");
    }

    @Test
    void greyLevelsOfAPictureAreReadUnchanged() throws IOException {
        NDArray grey = ImageFile.read(write(drawn(BufferedImage.TYPE_BYTE_GRAY, true), "png"));
        assertThat(grey.mul(255).round().astype(DType.UINT8)).isEqualTo(enlarged);
        assertThat(grey.get(Index.at(0), Index.at(0))).hasToString("0.0");
    }
}
