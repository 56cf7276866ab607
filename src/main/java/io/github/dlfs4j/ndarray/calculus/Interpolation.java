package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.Storage;

/** Piecewise linear interpolation. */
final class Interpolation {
    private Interpolation() {}

    static NDArray interpolate(NDArray x, NDArray xp, NDArray fp) {
        check(xp, fp, ".");
        NDArray values = fp.astype(DType.FLOAT64);
        return interpolate(x, xp, values, values.getDouble(0), values.getDouble(-1));
    }

    private static void check(NDArray xp, NDArray fp, String end) {
        Lengths.checkLine(xp.ndim());
        Lengths.checkLine(fp.ndim());
        if (xp.size() == 0) {
            throw new IllegalArgumentException("array of sample points is empty");
        }
        if (xp.size() != fp.size()) {
            throw new IllegalArgumentException("fp and xp are not of the same length" + end);
        }
    }

    static NDArray interpolate(NDArray x, NDArray xp, NDArray fp, double left, double right) {
        check(xp, fp, ".");
        double[] points = xp.astype(DType.FLOAT64).toDoubleArray();
        double[] values = fp.astype(DType.FLOAT64).toDoubleArray();
        double[] results = x.astype(DType.FLOAT64).toDoubleArray();
        for (int i = 0; i < results.length; i++) {
            results[i] = at(results[i], points, values, left, right);
        }
        return Inside.around(new Storage.Doubles(results), x.shape().toArray());
    }

    private static double at(double x, double[] points, double[] values, double left, double right) {
        int last = points.length - 1;
        if (last == 0) {
            return x < points[0] ? left : x > points[0] ? right : values[0];
        }
        if (Double.isNaN(x)) {
            return x;
        }
        if (x > points[last]) {
            return right;
        }
        if (x < points[0]) {
            return left;
        }
        int place = interval(x, points);
        if (place == last || points[place] == x) {
            // The next slope may be infinite.
            return values[place];
        }
        double slope = (values[place + 1] - values[place]) / (points[place + 1] - points[place]);
        double fromBelow = slope * (x - points[place]) + values[place];
        if (!Double.isNaN(fromBelow)) {
            return fromBelow;
        }
        double fromAbove = slope * (x - points[place + 1]) + values[place + 1];
        return Double.isNaN(fromAbove) && values[place] == values[place + 1] ? values[place] : fromAbove;
    }

    /** Returns the position of the last point that is not greater than x. */
    private static int interval(double x, double[] points) {
        int low = 0;
        int high = points.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (x >= points[middle]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static NDArray periodic(NDArray x, NDArray xp, NDArray fp, double period) {
        if (period == 0) {
            throw new IllegalArgumentException("period must be a non-zero value");
        }
        check(xp, fp, "");
        double length = Math.abs(period);
        NDArray points = remainder(xp, length);
        NDArray order = points.argsort();
        NDArray sorted = points.take(order, 0);
        NDArray values = fp.astype(DType.FLOAT64).take(order, 0);
        Index first = Index.range(0, 1);
        Index last = Index.range(-1, null);
        return interpolate(
                remainder(x, length),
                NDArray.concatenate(
                        0,
                        sorted.get(last).sub(length),
                        sorted,
                        sorted.get(first).add(length)),
                NDArray.concatenate(0, values.get(last), values, values.get(first)));
    }

    /** Returns Python's remainders, from 0 up to the positive divisor. */
    private static NDArray remainder(NDArray a, double divisor) {
        double[] values = a.astype(DType.FLOAT64).toDoubleArray();
        for (int i = 0; i < values.length; i++) {
            double remainder = values[i] % divisor;
            values[i] = remainder < 0 ? remainder + divisor : remainder == 0 ? 0 : remainder;
        }
        return Inside.around(new Storage.Doubles(values), a.shape().toArray());
    }
}
