package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Manipulation;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PadMode;
import io.github.dlfs4j.ndarray.Statistics;

/** Tells the ink of a digit from the paper below it, which may be unevenly lit, and grainy as photographs are. */
final class Ink {
    /** More pixels along a side say no more of a digit, and take time. */
    private static final int LONGEST_SIDE = 336;
    /** Noise that is normally distributed exceeds so many standard deviations once in 30,000 pixels. */
    private static final double NOISE_DEVIATIONS = 4;
    /** Of normally distributed numbers, the standard deviation by their median absolute deviation. */
    private static final double DEVIATION_BY_MEDIAN = 1.4826;
    /** Ink differs by more than that from the paper, where the brightest and the darkest pixel differ by 1. */
    private static final double FAINTEST = 0.01;
    /** Full ink; a few pixels are darker still. */
    private static final double FULL = 95;
    /** Paler pixels do not tell where a digit ends: JPEG leaves such ones around it. */
    private static final double PALE = 0.06;
    /** A piece with a smaller share of the largest one's ink is a speck. */
    private static final double SPECK = 0.02;
    /** The widths of strokes, as shares of the longer side: MNIST hardly has thinner ones, and often these. */
    private static final double THIN = 1.25 / 20;

    private static final double USUAL = 2.0 / 20;

    private Ink() {}

    /**
     * The ink, without margins.
     *
     * @param grey shape (height, width), finite, of float64
     * @return shape of the digit, from 0 to 1
     * @throws IllegalArgumentException if there is none
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

    /** The means of square blocks. */
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

    /** How much each pixel differs from the paper, from 0 to 1, for full ink. */
    private static NDArray relief(NDArray image) {
        NDArray flat = image.sub(plane(image));
        // Ink is what few pixels are, but those differ much.
        NDArray light = flat.square().mul(flat).sum().asDouble() < 0 ? flat.neg() : flat;
        NDArray relief = topHat(light);
        if (!relief.gt(PALE).any().asBoolean()) {
            throw new IllegalArgumentException("an image without ink: its pixels differ as those of paper do");
        }
        return relief;
    }

    /** The top-hat transform, which leaves of what is light no more than is narrow, as strokes are; less the noise. */
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

    /** The brightness of paper that is lit from a side: the plane through the medians of the four edges. */
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

    /** The largest of the numbers in a square around each: a dilation. The edges are as if continued. */
    private static NDArray maxima(NDArray image, int radius) {
        return maximaOfColumns(maximaOfColumns(image, radius).transpose(), radius)
                .transpose();
    }

    /** Maxima of two windows beside each other are those of one as wide as both. */
    private static NDArray maximaOfColumns(NDArray image, int radius) {
        NDArray maxima = Manipulation.pad(image, new int[][] {{radius, radius}, {0, 0}}, PadMode.EDGE);
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

    /** A thin pen leaves next to nothing in 20x20. The strokes become as wide as some of MNIST are. */
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
     * A stroke has its length on both sides, and its length times its width as area. The length of a slanted outline on
     * a grid is, on average, 4/pi of the true one.
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
