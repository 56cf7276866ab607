package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/** Finds where two arrays differ. NaN is equal to NaN, and the sign of a zero does not count. */
final class Differences {
    private Differences() {}

    /** The first difference, with index and both values, or null. */
    static String first(NDArray expected, NDArray actual, int ulps) {
        if (expected.dtype() != actual.dtype()) {
            return "expected dtype %s but was %s".formatted(expected.dtype(), actual.dtype());
        }
        if (!expected.shape().equals(actual.shape())) {
            return "expected shape %s but was %s".formatted(expected.shape(), actual.shape());
        }
        for (int[] index : expected.indices()) {
            if (!close(expected, actual, ulps, index)) {
                return "at %s expected %s but was %s"
                        .formatted(Arrays.toString(index), text(expected, index), text(actual, index));
            }
        }
        return null;
    }

    private static boolean close(NDArray expected, NDArray actual, int ulps, int... index) {
        if (!expected.dtype().isFloating()) {
            return expected.getLong(index) == actual.getLong(index);
        }
        double x = expected.getDouble(index);
        double y = actual.getDouble(index);
        if (x == y || (Double.isNaN(x) && Double.isNaN(y))) {
            return true;
        }
        double ulp = expected.dtype() == DType.FLOAT32 ? Math.ulp((float) x) : Math.ulp(x);
        return Double.isFinite(x) && Math.abs(x - y) <= ulps * ulp;
    }

    private static Object text(NDArray array, int... index) {
        return array.dtype().isFloating() ? (Object) array.getDouble(index) : (Object) array.getLong(index);
    }
}
