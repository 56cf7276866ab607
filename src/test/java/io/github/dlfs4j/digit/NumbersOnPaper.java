package io.github.dlfs4j.digit;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Sequential;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/**
 * Reads the numbers on pictures that {@link MadeNumber} makes, and counts how many are right and how many are unsure.
 */
final class NumbersOnPaper {
    /** The families with digits in Debian's fonts-dejavu, fonts-liberation and fonts-urw-base35. */
    private static final List<String> FAMILIES = List.of(
            "DejaVu Sans",
            "DejaVu Sans Condensed",
            "DejaVu Sans Light",
            "DejaVu Sans Mono",
            "DejaVu Serif",
            "DejaVu Serif Condensed",
            "Liberation Mono",
            "Liberation Sans",
            "Liberation Serif",
            "C059",
            "Nimbus Mono PS",
            "Nimbus Roman",
            "Nimbus Sans",
            "Nimbus Sans Narrow",
            "P052",
            "URW Bookman",
            "URW Gothic",
            "Z003");

    private final Samples images;
    private final List<Font> fonts;
    private final Sequential network = LeNet.pretrained();

    NumbersOnPaper() throws IOException {
        images = Mnist.options().normalize(false).loadTest();
        fonts = new ArrayList<>();
        TreeSet<String> installed = new TreeSet<>();
        if (Fonts.installed()) {
            installed.addAll(
                    List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
        }
        for (String family : FAMILIES) {
            for (int style = Font.PLAIN; installed.contains(family) && style <= (Font.BOLD | Font.ITALIC); style++) {
                fonts.add(new Font(family, style, 100));
            }
        }
    }

    /** Returns whether all families are installed. */
    boolean hasFonts() {
        return fonts.size() == 4 * FAMILIES.size();
    }

    MadeNumber picture(NumberKind kind, int seed) {
        return MadeNumber.of(kind, images, fonts, new Random(kind.seed(seed)));
    }

    /** What is read in a picture. */
    record Answer(String number, boolean isSure) {}

    Answer read(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        StringBuilder number = new StringBuilder();
        boolean isSure = true;
        try {
            for (DigitImage digit : DigitImage.readAll(new ByteArrayInputStream(png.toByteArray()))) {
                NDArray x = digit.normalized().reshape(1, 1, 28, 28);
                DigitGuess guess =
                        DigitGuess.of(Activations.softmax(network.predict(x)).get(0));
                number.append(guess.digit());
                isSure &= guess.isSure() && !digit.isDoubtful();
            }
        } catch (FileFormatException e) {
            return new Answer("", !e.getMessage().contains("found no digit"));
        }
        return new Answer(number.toString(), isSure);
    }

    /** How many pictures are right and sure, right and unsure, wrong and unsure, wrong and sure. */
    record Count(int right, int rightUnsure, int wrongUnsure, int wrong) {
        int all() {
            return right + rightUnsure + wrongUnsure + wrong;
        }

        int read() {
            return right + rightUnsure;
        }

        Count plus(boolean isRight, boolean isSure) {
            return new Count(
                    right + (isRight && isSure ? 1 : 0),
                    rightUnsure + (isRight && !isSure ? 1 : 0),
                    wrongUnsure + (!isRight && !isSure ? 1 : 0),
                    wrong + (!isRight && isSure ? 1 : 0));
        }
    }
}
