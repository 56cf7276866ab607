package io.github.dlfs4j.digit;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws how ink is told from paper, step by step, below each other: the figure of the page of data. */
final class InkFigure {
    static final Path FILE = Path.of("src/docs/figures/ink.png");

    private static final int ROWS = 120;
    private static final int COLUMNS = 336;
    private static final int GAP = 6;
    private static final int SIZE = 28;
    /** The steps: grey levels, paper, ink, pieces, what the network sees. */
    private static final int STEPS = 5;

    private InkFigure() {}

    /** Writes the figure. */
    public static void main(String[] args) throws IOException {
        ImageIO.write(draw(), "png", FILE.toFile());
    }

    /** Draws the figure of the first three test images of MNIST, on paper that is lit from the left. */
    static BufferedImage draw() throws IOException {
        NDArray images = Mnist.options().normalize(false).loadTest().images();
        NDArray ink = NDArray.zeros(ROWS, COLUMNS);
        for (int i = 0; i < 3; i++) {
            NDArray digit =
                    images.get(i).reshape(SIZE, SIZE).div(255.0).repeat(3, 0).repeat(3, 1);
            int left = 30 + 95 * i;
            ink.at(Index.range(18, 18 + 3 * SIZE), Index.range(left, left + 3 * SIZE))
                    .set(digit);
        }
        NDArray light = NDArray.linspace(1, 0.5, COLUMNS);
        NDArray grey = light.mul(ink.mul(-0.7).add(1));
        NDArray share = Paper.of(Levels.of(grey)).relief().toArray();
        Ink read = Ink.of(Levels.of(grey));
        BufferedImage figure = new BufferedImage(COLUMNS, STEPS * (ROWS + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        paint(figure, 0, grey);
        paint(figure, 1, grey.div(share.rsub(1)).clip(0, 1));
        paint(figure, 2, read.digits().get(0).picture().toArray().rsub(1));
        paint(figure, 3, NDArray.ones(ROWS, COLUMNS));
        paint(figure, 4, NDArray.ones(ROWS, COLUMNS));
        List<DigitImage> digits = DigitImage.allOf(grey);
        for (int i = 0; i < digits.size(); i++) {
            Ink.Digit digit = read.digits().get(i);
            int colour = Color.HSBtoRGB(i / 3f, 1, 0.7f);
            for (int row = 0; row < digit.ink().rows(); row++) {
                for (int column = 0; column < digit.ink().columns(); column++) {
                    if (digit.ink().values()[row * digit.ink().columns() + column] > 0.5) {
                        figure.setRGB(digit.left() + column, 3 * (ROWS + GAP) + digit.top() + row, colour);
                    }
                }
            }
            NDArray seen = digits.get(i).pixels().reshape(SIZE, SIZE).div(255.0);
            NDArray large = seen.rsub(1).repeat(4, 0).repeat(4, 1);
            paint(figure, 4 * (ROWS + GAP), 112 * i, large);
        }
        return figure;
    }

    private static void paint(BufferedImage figure, int step, NDArray levels) {
        paint(figure, step * (ROWS + GAP), 0, levels);
    }

    private static void paint(BufferedImage figure, int top, int left, NDArray levels) {
        for (int row = 0; row < levels.shape(0); row++) {
            for (int column = 0; column < levels.shape(1); column++) {
                int level = (int) Math.round(255 * levels.getDouble(row, column));
                figure.setRGB(left + column, top + row, new Color(level, level, level).getRGB());
            }
        }
    }
}
