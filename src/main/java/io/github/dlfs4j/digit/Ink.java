package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * The ink of the digits of a picture. The constants were found by trial: {@code MadePictureTest} counts what is read
 * with them.
 */
final class Ink {
    /** The longest side that is kept. More pixels take time and add nothing to a digit. */
    static final int LONGEST_SIDE = 480;
    /** The least by which ink differs from the paper, if the brightest and the darkest pixel differ by 1. */
    private static final double FAINTEST = 0.05;
    /** The share of the ink that is paler than full ink. A few pixels are darker. */
    private static final double FULL = 0.9;
    /**
     * Paler pixels do not count when the outline of a digit is determined, because JPEG leaves such pixels around it.
     */
    private static final double PALE = 0.06;
    /** The same on grainy paper. */
    private static final double PALE_ON_GRAIN = 0.25;

    private Ink() {}

    /**
     * Returns the ink of each digit, from left to right, without margins.
     *
     * @param grey shape (height, width), finite, of float64
     * @return the digits; the ink is from 0 to 1
     * @throws IllegalArgumentException if there is no ink
     */
    static List<NDArray> ofDigits(NDArray grey) {
        return of(grey, true);
    }

    /** Returns the ink of the digit in the middle, or of the largest one, as {@link #ofDigits} does. */
    static NDArray ofDigit(NDArray grey) {
        return of(grey, false).get(0);
    }

    private static List<NDArray> of(NDArray grey, boolean several) {
        NDArray image = smaller(grey);
        image = image.sub(image.min());
        double range = image.max().asDouble();
        if (range == 0) {
            throw new IllegalArgumentException("an image without ink: all pixels are alike");
        }
        Paper paper = Paper.of(Levels.of(image.divi(range)));
        double most = paper.relief().most();
        if (most < Math.max(FAINTEST, paper.grain())) {
            throw new IllegalArgumentException("an image without ink: its pixels vary no more than those of paper");
        }
        Levels ink = paper.grain() == 0 ? scaled(paper, 0, most) : onGrain(paper, most);
        NDArray mask = ink.toArray().gt(paper.grain() == 0 ? PALE : PALE_ON_GRAIN);
        Pieces pieces = Pieces.of(mask, ink);
        List<Pieces.Piece> digits = pieces.digits();
        if (!several) {
            int label = pieces.main().labels().get(0);
            digits.removeIf(digit -> !digit.labels().contains(label));
        }
        List<NDArray> inks = new ArrayList<>();
        for (Pieces.Piece digit : digits) {
            inks.add(Strokes.widened(pieces.ink(digit, ink)));
        }
        return inks;
    }

    /** Takes for full ink what most of the ink in the middle has. */
    private static Levels onGrain(Paper paper, double most) {
        Levels relief = paper.relief();
        double threshold = Math.max(paper.grain(), 0.35 * relief.quantile(0.999));
        Pieces pieces = Pieces.of(relief.toArray().gt(Math.min(threshold, 0.9 * most)), relief);
        Pieces.Piece main = pieces.main();
        NDArray own = pieces.ink(main, relief);
        double full = Levels.of(own.get(own.gt(0)).reshape(1, -1)).quantile(FULL);
        return scaled(paper, Math.min(Math.max(paper.grain(), 0.25 * full), 0.5 * full), full);
    }

    private static Levels scaled(Paper paper, double none, double full) {
        return Levels.of(paper.relief().toArray().sub(none).div(full - none).clip(0, 1));
    }

    /** Shrinks a large image to the means of square blocks. */
    private static NDArray smaller(NDArray image) {
        int block = (Math.max(image.shape(0), image.shape(1)) - 1) / LONGEST_SIDE + 1;
        if (block == 1) {
            return image;
        }
        int rows = Math.max(1, image.shape(0) / block);
        int columns = Math.max(1, image.shape(1) / block);
        int height = Math.min(image.shape(0), rows * block);
        int width = Math.min(image.shape(1), columns * block);
        return image.get(Index.to(height), Index.to(width))
                .reshape(rows, height / rows, columns, width / columns)
                .mean(3)
                .mean(1);
    }
}
