package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PadMode;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.statistics.Statistics;

/** Separates the ink of a digit from the paper, which may be unevenly lit and, in a photograph, grainy. */
final class Ink {
    /** The longest side that is kept. More pixels take time and add nothing to a digit. */
    private static final int LONGEST_SIDE = 336;
    /** The standard deviations that normally distributed noise exceeds once in 30,000 pixels. */
    private static final double NOISE_DEVIATIONS = 4;
    /** The ratio of the standard deviation to the median absolute deviation of normally distributed numbers. */
    private static final double DEVIATION_BY_MEDIAN = 1.4826;
    /** The least by which ink differs from the paper, if the brightest and the darkest pixel differ by 1. */
    private static final double FAINTEST = 0.01;
    /** The percentile of the ink that counts as full ink. A few pixels are darker. */
    private static final double FULL = 95;
    /**
     * Paler pixels do not count when the outline of a digit is determined, because JPEG leaves such pixels around it.
     */
    private static final double PALE = 0.06;
    /** A piece is a speck if its ink is less than this share of the largest piece's. */
    private static final double SPECK = 0.02;
    /** The width below which a stroke is thin, as a share of the longer side. MNIST has hardly any thinner strokes. */
    private static final double THIN = 1.25 / 20;

    private static final double USUAL = 2.0 / 20;

    private Ink() {}

    /**
     * Returns the ink, without margins.
     *
     * @param grey shape (height, width), finite, of float64
     * @return the ink from 0 to 1, in the shape of the digit
     * @throws IllegalArgumentException if there is no ink
     */
    static NDArray of(NDArray grey) {
        NDArray image = smaller(grey);
        image = image.sub(image.min());
        double range = image.max().asDouble();
        if (range == 0) {
            throw new IllegalArgumentException("an image without ink: all pixels are alike");
        }
        NDArray relief = relief(image.divi(range));
        NDArray ink = ConnectedComponents.of(relief.gt(PALE)).withoutSpecks(relief, SPECK);
        return withoutMargins(widened(withoutMargins(ink)));
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

    /** Returns how much each pixel differs from the paper, from 0 to 1 for full ink. */
    private static NDArray relief(NDArray image) {
        NDArray flat = image.sub(plane(image));
        // Ink covers few pixels, which differ much from the mean. Their sign decides the sum of cubes.
        NDArray light = flat.square().mul(flat).sum().asDouble() < 0 ? flat.neg() : flat;
        NDArray relief = topHat(light);
        if (!relief.gt(PALE).any().asBoolean()) {
            throw new IllegalArgumentException("an image without ink: its pixels vary no more than those of paper");
        }
        return relief;
    }

    /**
     * Applies the top-hat transform, which keeps only what is light and narrow, as strokes are, and subtracts the
     * noise.
     */
    private static NDArray topHat(NDArray light) {
        int radius = Math.max(1, Math.max(light.shape(0), light.shape(1)) / 4);
        NDArray paper = maxima(maxima(light.neg(), radius).neg(), radius);
        NDArray hat = light.sub(paper);
        double grain = median(hat);
        double deviation = DEVIATION_BY_MEDIAN * median(hat.sub(grain).abs());
        if (deviation == 0) {
            return hat.div(hat.max().maximum(FAINTEST));
        }
        double threshold = Otsu.threshold(hat);
        double full = Statistics.percentile(hat.get(hat.gt(threshold)), FULL).asDouble();
        double none = Math.min(threshold, Math.max(grain + NOISE_DEVIATIONS * deviation, threshold / 2));
        return hat.sub(none).div(Math.max(full - none, FAINTEST)).clip(0.0, 1.0);
    }

    /** Returns the brightness of paper that is lit from a side: the plane through the medians of the four edges. */
    private static NDArray plane(NDArray image) {
        int rows = image.shape(0);
        int columns = image.shape(1);
        double top = median(image.get(Index.at(0)));
        double bottom = median(image.get(Index.at(-1)));
        double left = median(image.get(Index.all(), Index.at(0)));
        double right = median(image.get(Index.all(), Index.at(-1)));
        NDArray vertical = NDArray.linspace(top, bottom, rows).reshape(rows, 1);
        NDArray horizontal = NDArray.linspace(left, right, columns);
        return vertical.add(horizontal).sub((top + bottom + left + right) / 4);
    }

    private static double median(NDArray numbers) {
        return Statistics.median(numbers).asDouble();
    }

    /** Returns the maximum of a square around each pixel, a dilation. The edges are repeated outwards. */
    private static NDArray maxima(NDArray image, int radius) {
        return maximaOfColumns(maximaOfColumns(image, radius).transpose(), radius)
                .transpose();
    }

    /**
     * Returns the maxima of windows along the columns. The maximum of a window is that of two overlapping or adjacent
     * narrower ones, so few steps make a wide window.
     */
    private static NDArray maximaOfColumns(NDArray image, int radius) {
        NDArray maxima = image.pad(new int[][] {{radius, radius}, {0, 0}}, PadMode.EDGE);
        int width = 1;
        while (width < 2 * radius + 1) {
            int step = Math.min(width, 2 * radius + 1 - width);
            maxima = maxima.get(Index.from(step)).maximum(maxima.get(Index.to(-step)));
            width += step;
        }
        return maxima;
    }

    private static NDArray withoutMargins(NDArray ink) {
        NDArray seen = ink.gt(PALE);
        return ink.get(extent(seen.any(1)), extent(seen.any(0)));
    }

    private static Index extent(NDArray seen) {
        int last = seen.size() - Manipulation.flip(seen).argmax().asInt();
        return Index.range(seen.argmax().asInt(), last);
    }

    /** Widens thin strokes to a usual width of MNIST. Scaled to 20x20 pixels, a thin stroke would almost vanish. */
    private static NDArray widened(NDArray ink) {
        int side = Math.max(ink.shape(0), ink.shape(1));
        double width = strokeWidth(ink);
        if (width >= THIN * side) {
            return ink;
        }
        int radius = (int) Math.round((USUAL * side - width) / 2);
        return maxima(ink.pad(new int[][] {{radius, radius}, {radius, radius}}), radius);
    }

    /**
     * Estimates the width of the strokes. The outline of a stroke is twice its length, and its area is its length times
     * its width. On a grid, an outline is on average 4/pi times as long as the true one.
     */
    private static double strokeWidth(NDArray ink) {
        NDArray area = ink.gt(0.5).pad(new int[][] {{1, 1}, {1, 1}}).astype(DType.INT64);
        double outline = (steps(area) + steps(area.transpose())) * Math.PI / 4;
        return 2 * area.sum().asDouble() / Math.max(1, outline);
    }

    private static double steps(NDArray area) {
        return area.get(Index.from(1)).sub(area.get(Index.to(-1))).abs().sum().asDouble();
    }
}
