package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;

/**
 * A picture of brightness, row by row. Loops that go from pixel to pixel by rules of their own see plain numbers.
 *
 * @param values the brightness of each pixel
 * @param rows the height
 * @param columns the width
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares the values
record Levels(double[] values, int rows, int columns) {
    static Levels of(NDArray image) {
        return new Levels(image.flatten().toDoubleArray(), image.shape(0), image.shape(1));
    }

    NDArray toArray() {
        return NDArray.wrap(values, rows, columns);
    }

    int longerSide() {
        return Math.max(rows, columns);
    }

    /** Returns a picture of the same size. */
    Levels with(double[] others) {
        return new Levels(others, rows, columns);
    }

    Levels transposed() {
        double[] turned = new double[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return new Levels(turned, columns, rows);
    }

    double least() {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    double most() {
        double most = values[0];
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /**
     * Returns the number below which a share of all brightnesses are.
     *
     * @param share from 0 to 1
     */
    double quantile(double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
