package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/** Finds where two arrays differ. */
public final class Differences {
    private Differences() {}

    /** Returns the first difference with its index and both values, or null. */
    public static String first(NDArray expected, NDArray actual, Tolerance tolerance) {
        if (expected.dtype() != actual.dtype()) {
            return "expected dtype %s but was %s".formatted(expected.dtype(), actual.dtype());
        }
        if (!expected.shape().equals(actual.shape())) {
            return "expected shape %s but was %s".formatted(expected.shape(), actual.shape());
        }
        for (int[] index : expected.indices()) {
            if (!close(expected, actual, tolerance, index)) {
                return "at %s expected %s but was %s"
                        .formatted(Arrays.toString(index), text(expected, index), text(actual, index));
            }
        }
        return null;
    }

    /** Returns whether no element differs by more than the bound; a bound of 0 means equal values. */
    public static boolean areWithin(NDArray expected, NDArray actual, double bound) {
        if (expected.dtype() != actual.dtype() || !expected.shape().equals(actual.shape())) {
            return false;
        }
        NDArray difference =
                actual.astype(DType.FLOAT64).sub(expected.astype(DType.FLOAT64)).abs();
        NDArray equal = actual.eq(expected).or(actual.ne(actual).and(expected.ne(expected)));
        return equal.or(difference.le(bound)).all().asBoolean();
    }

    private static boolean close(NDArray expected, NDArray actual, Tolerance tolerance, int... index) {
        return expected.dtype().isFloating()
                ? tolerance.accepts(expected.getDouble(index), actual.getDouble(index), expected.dtype())
                : expected.getLong(index) == actual.getLong(index);
    }

    private static Object text(NDArray array, int... index) {
        return array.dtype().isFloating() ? (Object) array.getDouble(index) : (Object) array.getLong(index);
    }
}
