package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * A picture of brightness, row by row. Loops that go from pixel to pixel by rules of their own see plain numbers. To
 * make a picture and to calculate with it as an array each is a walk over its pixels.
 *
 * @param values the brightness of each pixel
 * @param rows the height
 * @param columns the width
 * @param effort counts the walks over this picture and all that is made of it
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares the values
record Levels(double[] values, int rows, int columns, Effort effort) {
    Levels {
        effort.walk(values.length);
    }

    static Levels of(NDArray image) {
        return new Levels(image.toDoubleArray(), image.shape(0), image.shape(1), new Effort());
    }

    NDArray toArray() {
        effort.walk(values.length);
        return NDArray.wrap(values, rows, columns);
    }

    int longerSide() {
        return Math.max(rows, columns);
    }

    /** Returns a picture of the same size. */
    Levels with(double[] others) {
        return new Levels(others, rows, columns, effort);
    }

    Levels with(NDArray other) {
        return new Levels(other.toDoubleArray(), other.shape(0), other.shape(1), effort);
    }

    /** Returns a part. Only its own pixels are visited. */
    Levels part(Index someRows, Index someColumns) {
        return with(NDArray.wrap(values, rows, columns).get(someRows, someColumns));
    }

    Levels transposed() {
        return with(toArray().transpose());
    }

    Levels negative() {
        return with(toArray().neg());
    }

    Levels minus(Levels other) {
        return with(toArray().sub(other.toArray()));
    }

    double least() {
        return toArray().min().asDouble();
    }

    double most() {
        return toArray().max().asDouble();
    }

    /**
     * Returns the number below which a share of all brightnesses are.
     *
     * @param share from 0 to 1
     */
    double quantile(double share) {
        return smallest(with(values.clone()).values, (int) Math.round(share * (values.length - 1)));
    }

    /** Returns the number that stands at a position when all are sorted, and puts them in another order. */
    static double smallest(double[] numbers, int position) {
        NDArray.wrap(numbers, numbers.length).partition(position);
        return numbers[position];
    }

    /** Returns the brightness that best divides dark from light: N. Otsu, <i>A threshold selection method</i>, 1979. */
    double threshold() {
        NDArray sorted = NDArray.sortFlat(toArray());
        int count = values.length;
        NDArray dark = NDArray.arange(1, count);
        NDArray below = sorted.cumsum().get(Index.to(-1));
        NDArray share = below.sub(dark.mul(sorted.mean().asDouble()));
        NDArray rises = sorted.get(Index.from(1)).gt(sorted.get(Index.to(-1)));
        int best = share.mul(share)
                .div(dark.mul(dark.rsub(count)))
                .mul(rises)
                .argmax()
                .asInt();
        return (sorted.getDouble(best) + sorted.getDouble(best + 1)) / 2;
    }
}
