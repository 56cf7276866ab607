package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;

/** NumPy's {@code pad}: a margin around an array. */
final class Padding {
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

    /** Puts a margin before and behind an axis. */
    @FunctionalInterface
    private interface Margin {
        NDArray around(NDArray a, int axis, int before, int after);
    }

    static NDArray pad(NDArray a, int[][] widths) {
        return surround(a, widths, lengths -> NDArray.zeros(a.dtype(), lengths));
    }

    static NDArray pad(NDArray a, int[][] widths, PadMode mode) {
        if (Objects.requireNonNull(mode, "mode") == PadMode.CONSTANT) {
            return pad(a, widths);
        }
        int[][] pairs = pairs(a.ndim(), widths);
        checkNotEmpty(a, pairs);
        return padded(a, pairs, (part, axis, before, after) -> switch (mode) {
            case CONSTANT -> throw new AssertionError(mode);
            case EDGE, REFLECT, SYMMETRIC, WRAP -> repeating(part, axis, before, after, mode);
            case REFLECT_ODD, SYMMETRIC_ODD -> Margins.mirrored(part, axis, before, after, mode);
            case LINEAR_RAMP -> Margins.ramps(part, axis, before, after, 0, 0, DType.FLOAT64);
            case MAXIMUM, MEAN, MEDIAN, MINIMUM ->
                Margins.statistics(part, axis, before, after, mode, part.shape(axis), part.shape(axis));
        });
    }

    /** Pads with statistics of some elements at each end of an axis. */
    static NDArray pad(NDArray a, int[][] widths, PadMode mode, int[][] statLength) {
        int[][] pairs = pairs(a.ndim(), widths);
        if (!mode.isStatistic()) {
            throw mode.unsupported("stat_length");
        }
        if (a.size() == 0) {
            return pad(a, widths, mode);
        }
        int[][] lengths = pairs(a.ndim(), Errors.nonNull("statLength", statLength));
        for (int[] pair : lengths) {
            if ((pair[0] == 0 || pair[1] == 0) && (mode == PadMode.MAXIMUM || mode == PadMode.MINIMUM)) {
                throw new IllegalArgumentException("stat_length of 0 yields no value for padding");
            }
        }
        return padded(
                a,
                pairs,
                (part, axis, before, after) ->
                        Margins.statistics(part, axis, before, after, mode, lengths[axis][0], lengths[axis][1]));
    }

    /** Pads with ramps to numbers at the ends of each axis, or with these numbers. */
    static NDArray pad(NDArray a, int[][] widths, PadMode mode, double[][] values) {
        int[][] pairs = pairs(a.ndim(), widths);
        boolean isRamp = mode == PadMode.LINEAR_RAMP;
        if (!isRamp && mode != PadMode.CONSTANT) {
            throw mode.unsupported("end_values");
        }
        if (a.size() == 0 && isRamp) {
            return pad(a, widths, mode);
        }
        for (double[] pair : Errors.nonNull("values", values)) {
            checkPair(pair.length, "numbers");
        }
        double[][] ends = forEachAxis(a.ndim(), values);
        if (isRamp) {
            // Of one pair, NumPy takes the numbers as float64; of several pairs, as numbers without a dtype.
            DType dtype = values.length > 1 && a.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
            return padded(
                    a,
                    pairs,
                    (part, axis, before, after) ->
                            Margins.ramps(part, axis, before, after, ends[axis][0], ends[axis][1], dtype));
        }
        return padded(
                a,
                pairs,
                (part, axis, before, after) ->
                        Margins.numbers(part, axis, before, after, ends[axis][0], ends[axis][1]));
    }

    private static void checkNotEmpty(NDArray a, int[][] pairs) {
        for (int axis = 0; axis < a.ndim(); axis++) {
            if (a.shape(axis) == 0 && pairs[axis][0] + pairs[axis][1] > 0) {
                throw new IllegalArgumentException(
                        "can't extend empty axis %s using modes other than 'constant' or 'empty'".formatted(axis));
            }
        }
    }

    private static NDArray padded(NDArray a, int[][] pairs, Margin margin) {
        NDArray padded = a;
        for (int axis = 0; axis < a.ndim(); axis++) {
            int before = pairs[axis][0];
            int after = pairs[axis][1];
            if (before + after > 0) {
                padded = margin.around(padded, axis, before, after);
            }
        }
        return padded.storage() == a.storage() ? a.copy() : padded;
    }

    private static NDArray repeating(NDArray a, int axis, int before, int after, PadMode mode) {
        int length = a.shape(axis);
        long[] positions = Allocation.longs(Lengths.checkLength((long) before + length + after));
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

    private static int[][] pairs(int ndim, int[][] widths) {
        for (int[] pair : Errors.nonNull("widths", widths)) {
            checkPair(pair.length, "widths");
            if (pair[0] < 0 || pair[1] < 0) {
                throw negativeWidth();
            }
        }
        return forEachAxis(ndim, widths);
    }

    private static void checkPair(int length, String what) {
        if (length != 2) {
            throw new IllegalArgumentException(
                    "each axis needs two %s, before and after it, not %s".formatted(what, length));
        }
    }

    /** Returns a pair for every axis; a single pair is for all axes. */
    private static <T> T[] forEachAxis(int ndim, T[] pairs) {
        if (pairs.length == ndim) {
            return pairs;
        }
        if (pairs.length != 1) {
            throw new IllegalArgumentException(
                    ("operands could not be broadcast together with remapped shapes [original->remapped]: (%s,2)  and"
                                    + " requested shape (%s,2)")
                            .formatted(pairs.length, ndim));
        }
        T[] all = Arrays.copyOf(pairs, ndim);
        Arrays.fill(all, pairs[0]);
        return all;
    }
}
