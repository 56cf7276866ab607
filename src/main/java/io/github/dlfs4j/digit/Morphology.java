package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PadMode;
import java.util.Arrays;

/**
 * Dilation, erosion and closing of a picture by squares, and by upright lines: P. Soille, <i>Morphological Image
 * Analysis</i>, 2003.
 */
final class Morphology {
    /**
     * Replaces what is dark and too narrow for a square of the given radius by what is around it.
     *
     * @param margin how far the image goes on beyond its edges as it ends there
     */
    static Levels closed(Levels image, int radius, int margin) {
        int[][] margins = {{margin, margin}, {margin, margin}};
        Levels larger = image.with(image.toArray().pad(margins, PadMode.EDGE));
        NDArray closed =
                dilated(dilated(larger, radius).negative(), radius).negative().toArray();
        Index rows = Index.range(margin, margin + image.rows());
        return image.with(closed.get(rows, Index.range(margin, margin + image.columns())));
    }

    /** Replaces what is dark and less high than a line of the given radius by what is above and below it. */
    static Levels closedUpright(Levels image, int radius) {
        return maximaOfColumns(maximaOfColumns(image, radius).negative(), radius)
                .negative();
    }

    /** Returns the maximum of a square around each pixel. */
    static Levels dilated(Levels image, int radius) {
        return maximaOfColumns(maximaOfColumns(image, radius).transposed(), radius)
                .transposed();
    }

    /**
     * Returns the maxima of windows along the columns, which end at the edges. The maximum of a window is that of two
     * narrower ones that overlap, so few steps make a wide window.
     */
    private static Levels maximaOfColumns(Levels image, int radius) {
        int rows = image.rows();
        int columns = image.columns();
        // Row i is the maximum of the window of rows that begins radius above; rows outside do not count.
        int padded = rows + 2 * radius;
        double[] maxima = new double[padded * columns];
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
        System.arraycopy(image.values(), 0, maxima, radius * columns, rows * columns);
        int width = 1;
        while (width < 2 * radius + 1) {
            int step = Math.min(width, 2 * radius + 1 - width);
            int shift = step * columns;
            image.effort().walk(maxima.length);
            for (int i = 0; i + shift < maxima.length; i++) {
                maxima[i] = Math.max(maxima[i], maxima[i + shift]);
            }
            width += step;
        }
        return image.with(Arrays.copyOf(maxima, rows * columns));
    }
}
