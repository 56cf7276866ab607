package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;

/** The size and position of a digit in its image, as the publishers of MNIST describe them. */
final class SizeNormalization {
    private static final int SIZE = 28;
    private static final int BOX = 20;

    /**
     * Scales the ink to fit a box of 20x20 pixels, and centres it by its mass.
     *
     * @param ink shape (height, width), from 0 to 1, without margins
     * @return 784 pixels of uint8
     */
    static NDArray apply(NDArray ink) {
        int height = ink.shape(0);
        int width = ink.shape(1);
        double scale = (double) BOX / Math.max(height, width);
        int rows = (int) Math.max(1, Math.round(height * scale));
        int columns = (int) Math.max(1, Math.round(width * scale));
        NDArray scaled =
                averages(height, rows).dot(ink).dot(averages(width, columns).transpose());
        NDArray levels = scaled.div(scaled.max()).mul(255).round();
        return centered(levels).astype(DType.UINT8).reshape(SIZE * SIZE);
    }

    /**
     * Returns the matrix of area averaging along one axis: each new pixel is the mean of the old pixels that it covers.
     */
    private static NDArray averages(int from, int to) {
        NDArray starts = NDArray.arange(to).mul((double) from / to).reshape(to, 1);
        NDArray ends = starts.add((double) from / to);
        NDArray old = NDArray.arange(from);
        NDArray overlap = ends.minimum(old.add(1)).sub(starts.maximum(old)).maximum(0.0);
        return overlap.div(overlap.sum(1, true));
    }

    /**
     * Places the digit in an image of 28x28 pixels, with the centre of mass in row 14 and column 14, counted from 0.
     */
    private static NDArray centered(NDArray levels) {
        int top = start(levels.sum(1));
        int left = start(levels.sum(0));
        NDArray image = NDArray.zeros(SIZE, SIZE);
        image.at(Index.range(top, top + levels.shape(0)), Index.range(left, left + levels.shape(1)))
                .set(levels);
        return image;
    }

    /**
     * Returns where the digit begins along one axis, such that its centre of mass is in the middle, or as near as the
     * image allows.
     */
    private static int start(NDArray mass) {
        double centre = mass.mul(NDArray.arange(mass.size())).sum().asDouble()
                / mass.sum().asDouble();
        long start = SIZE / 2 - (long) Math.floor(centre + 0.5);
        return (int) Math.max(0, Math.min(SIZE - mass.size(), start));
    }
}
