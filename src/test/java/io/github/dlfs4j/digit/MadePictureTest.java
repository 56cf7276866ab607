package io.github.dlfs4j.digit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Sequential;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Makes pictures of digits of each kind and counts how many are read. The page of training says how many are. */
class MadePictureTest {
    /** Families of free fonts; those that are not installed are left out. */
    private static final List<String> FAMILIES = List.of(
            "DejaVu Sans",
            "DejaVu Sans Condensed",
            "DejaVu Serif",
            "Liberation Sans",
            "Liberation Serif",
            "FreeSans",
            "FreeSerif",
            "Nimbus Sans",
            "Lato",
            "Open Sans",
            "Comic Neue",
            "Noto Sans");

    private static Samples test;
    private static Sequential network;
    private static List<Font> fonts;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() throws IOException {
        test = Mnist.options().normalize(false).loadTest();
        network = LeNet.pretrained();
        fonts = new ArrayList<>();
        TreeSet<String> installed = new TreeSet<>();
        if (Fonts.installed()) {
            Collections.addAll(
                    installed, GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        }
        for (String family : FAMILIES) {
            if (installed.contains(family)) {
                fonts.add(new Font(family, Font.PLAIN, 100));
                fonts.add(new Font(family, Font.BOLD, 100));
            }
        }
    }

    private Path write(BufferedImage picture) throws IOException {
        Path file = folder.resolve("picture.png");
        assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
        return file;
    }

    private static DigitGuess guess(DigitImage digit) {
        NDArray x = digit.normalized().reshape(1, 1, 28, 28);
        return DigitGuess.of(Activations.softmax(network.predict(x)).get(0));
    }

    /** Makes a picture of one of three origins in turn: drawn, of MNIST and, if there are fonts, printed. */
    private static BufferedImage picture(PictureKind kind, int number, int digit, Random random) {
        if (number % 3 == 0 && !fonts.isEmpty() && kind != PictureKind.THIN_PEN) {
            return MadePicture.printed(kind, fonts.get(random.nextInt(fonts.size())), digit, random);
        }
        if (number % 3 == 1) {
            int index = random.nextInt(test.labels().size());
            while (test.labels().getLong(index) != digit) {
                index = (index + 1) % test.labels().size();
            }
            return MadePicture.written(kind, test.images().get(index), random);
        }
        return MadePicture.drawn(kind, digit, random);
    }

    @ParameterizedTest
    @EnumSource(PictureKind.class)
    void mostMadePicturesAreRead(PictureKind kind) throws IOException {
        assertMostAreRead(kind, 0, 10);
    }

    @ParameterizedTest
    @EnumSource(PictureKind.class)
    @Tag("long")
    void mostOfManyMoreMadePicturesAreRead(PictureKind kind) throws IOException {
        assertMostAreRead(kind, 10, 40);
    }

    /** Makes pictures of all digits and origins. */
    private void assertMostAreRead(PictureKind kind, int from, int to) throws IOException {
        int read = 0;
        List<String> mistakes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int digit = i % 10;
            Random random = new Random(1000L * List.of(PictureKind.values()).indexOf(kind) + i);
            try {
                DigitGuess guess = guess(DigitImage.read(write(picture(kind, i, digit, random))));
                if (guess.digit() == digit) {
                    read++;
                } else {
                    mistakes.add(i + ": " + digit + " as " + guess);
                }
            } catch (FileFormatException e) {
                mistakes.add(i + ": " + digit + " is not found");
            }
        }
        assertThat(read).as("%s", mistakes).isGreaterThanOrEqualTo((to - from) * 95 / 100);
    }

    /** Digits beside each other are read from left to right. */
    @Test
    void aNumberIsReadFromLeftToRight() throws IOException {
        Random random = new Random(1);
        for (int[] number : new int[][] {{4, 2}, {1, 7, 0}, {9, 3, 5, 8}}) {
            BufferedImage row = new BufferedImage(480 * number.length, 480, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = row.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, row.getWidth(), row.getHeight());
            StringBuilder read = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < number.length; i++) {
                MadePicture.drawInto(graphics, number[i], 480 * i + 240, 240, 300, random);
                expected.append(number[i]);
            }
            graphics.dispose();
            for (DigitImage digit : DigitImage.readAll(write(row))) {
                read.append(guess(digit).digit());
            }
            assertThat(read).hasToString(expected.toString());
        }
    }

    @Test
    void aGuessThatLooksLikeTwoDigitsIsUnsure() {
        DigitGuess guess = DigitGuess.of(NDArray.of(0, 0.45, 0, 0, 0, 0, 0, 0.55, 0, 0));
        assertThat(guess).isEqualTo(new DigitGuess(7, 0.55, 1, 0.45));
        assertThat(guess.isSure()).isFalse();
        assertThat(DigitGuess.of(NDArray.of(0, 0, 0, 0.98, 0, 0, 0, 0, 0.02, 0)).isSure())
                .isTrue();
    }
}
