package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** NumPy's {@code pad}: a margin around an array. */
final class Padding {
    private Padding() {}

    /** Copies the array into a larger one, which {@code filling} has filled with the elements of the margin. */
    static NDArray surround(NDArray a, int[][] widths, Filling filling) {
        int[][] pairs = pairs(a.ndim(), widths);
        int[] lengths = a.shape().toArray();
        Index[] inside = new Index[a.ndim()];
        for (int axis = 0; axis < a.ndim(); axis++) {
            int before = pairs[axis][0];
            inside[axis] = Index.range(before, before + lengths[axis]);
            lengths[axis] = Lengths.checkLength((long) before + lengths[axis] + pairs[axis][1]);
        }
        NDArray padded = filling.array(lengths);
        padded.at(inside).set(a);
        return padded;
    }

    /** A function that creates an array filled with the elements of the margin. */
    @FunctionalInterface
    interface Filling {
        NDArray array(int... lengths);
    }

    static NDArray pad(NDArray a, int[][] widths) {
        return surround(a, widths, lengths -> NDArray.zeros(a.dtype(), lengths));
    }

    static NDArray pad(NDArray a, int[][] widths, PadMode mode) {
        if (mode == PadMode.CONSTANT) {
            return pad(a, widths);
        }
        int[][] pairs = pairs(a.ndim(), widths);
        for (int axis = 0; axis < a.ndim(); axis++) {
            if (a.shape(axis) == 0 && pairs[axis][0] + pairs[axis][1] > 0) {
                throw new IllegalArgumentException(
                        "can't extend empty axis %d using modes other than 'constant' or 'empty'".formatted(axis));
            }
        }
        NDArray padded = a;
        for (int axis = 0; axis < a.ndim(); axis++) {
            int before = pairs[axis][0];
            int after = pairs[axis][1];
            if (before + after > 0) {
                padded = mode.repeats()
                        ? padAxis(padded, axis, before, after, mode)
                        : Margins.around(padded, axis, before, after, mode);
            }
        }
        return padded.storage() == a.storage() ? a.copy() : padded;
    }

    private static NDArray padAxis(NDArray a, int axis, int before, int after, PadMode mode) {
        int length = a.shape(axis);
        long[] positions = new long[Lengths.checkLength((long) before + length + after)];
        Arrays.setAll(positions, i -> mode.source((long) i - before, length));
        return a.take(NDArray.of(positions), axis);
    }

    /** Returns the same width for both ends of every axis. */
    static int[][] everywhere(NDArray a, int width) {
        if (width < 0) {
            throw negativeWidth();
        }
        int[][] pairs = new int[a.ndim()][];
        Arrays.fill(pairs, new int[] {width, width});
        return pairs;
    }

    private static IllegalArgumentException negativeWidth() {
        return new IllegalArgumentException("index can't contain negative values");
    }

    /** Returns a pair for every axis; a single pair is for all axes. */
    private static int[][] pairs(int ndim, int[][] widths) {
        for (int[] pair : widths) {
            if (pair.length != 2) {
                throw new IllegalArgumentException(
                        "each axis needs two widths, before and after it, not " + pair.length);
            }
            if (pair[0] < 0 || pair[1] < 0) {
                throw negativeWidth();
            }
        }
        if (widths.length == ndim) {
            return widths;
        }
        if (widths.length != 1) {
            throw new IllegalArgumentException(
                    ("operands could not be broadcast together with remapped shapes [original->remapped]: (%d,2)  and"
                                    + " requested shape (%d,2)")
                            .formatted(widths.length, ndim));
        }
        int[][] pairs = new int[ndim][];
        Arrays.fill(pairs, widths[0]);
        return pairs;
    }
}
