package io.github.dlfs4j.ndarray.calculus;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.DoubleStorage;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Differences of neighbours, derivatives and interpolation, from NumPy's chapter <i>Mathematical functions</i>.
 *
 * <pre>{@code
 * NDArray f = NDArray.of(1.0, 2, 4, 7, 11, 16);
 * System.out.println(Calculus.diff(f));
 * System.out.println(Calculus.gradient(f)[0]);
 * System.out.println(Calculus.interp(NDArray.of(0.5, 2.5), NDArray.arange(6), f));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [1. 2. 3. 4. 5.]
 * [1.  1.5 2.5 3.5 4.5 5. ]
 * [1.5 5.5]
 * }</pre>
 */
public final class Calculus {
    private Calculus() {}

    /**
     * Returns the differences of neighbours along the last axis, {@code np.diff(a)}: {@code a[i + 1] - a[i]}, or, for
     * bool, whether they differ.
     *
     * @param a the array
     * @return a new array of the same dtype, one element shorter
     * @throws IllegalArgumentException {@code diff requires input that is at least one dimensional}
     */
    public static NDArray diff(NDArray a) {
        return diff(a, 1);
    }

    /**
     * Returns the differences of neighbours along the last axis, taken n times, {@code np.diff(a, n)}.
     *
     * @param a the array
     * @param n how many times to take differences
     * @return a new array of the same dtype, n elements shorter
     * @throws IllegalArgumentException {@code order must be non-negative but got -1}, or {@code diff requires input
     *     that is at least one dimensional}
     */
    public static NDArray diff(NDArray a, int n) {
        return diff(a, n, -1);
    }

    /**
     * Returns the differences of neighbours along an axis, taken n times, {@code np.diff(a, n, axis)}.
     *
     * @param a the array
     * @param n how many times to take differences
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same dtype, n elements shorter along the axis
     * @throws IllegalArgumentException as for {@link #diff(NDArray, int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray diff(NDArray a, int n, int axis) {
        if (n == 0) {
            return a.copy();
        }
        check(a, n);
        int checked = Axes.check(axis, a.ndim());
        NDArray differences = a;
        // Without elements there are no more differences, however often they are taken.
        for (int i = 0; i < n && (i == 0 || differences.shape(checked) > 0); i++) {
            NDArray behind = part(differences, checked, Index.range(1, null));
            NDArray before = part(differences, checked, Index.range(null, -1));
            differences = a.dtype() == DType.BOOL ? behind.ne(before) : behind.sub(before);
        }
        return differences;
    }

    /**
     * Works like {@link #diff(NDArray, int, int)} after putting elements before and after the array, {@code np.diff(a,
     * n, axis, prepend, append)}.
     *
     * @param a the array
     * @param n how many times to take differences
     * @param axis the axis; a negative one counts from the end
     * @param prepend what to put before the array: a 0-d array, or an array that has the same lengths on the other
     *     axes; null and an array of length 0 on the axis put nothing
     * @param append what to put after the array, in the same way; null puts nothing
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as for {@link #diff(NDArray, int)}, or if the arrays do not fit: {@code all the
     *     input array dimensions except for the concatenation axis must match exactly, …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray diff(NDArray a, int n, int axis, NDArray prepend, NDArray append) {
        if (n == 0) {
            return a.copy();
        }
        check(a, n);
        int checked = Axes.check(axis, a.ndim());
        int[] lengths = a.shape().toArray();
        lengths[checked] = 1;
        Shape one = Shape.of(lengths);
        List<NDArray> parts = new ArrayList<>();
        addTo(parts, prepend, one);
        parts.add(a);
        addTo(parts, append, one);
        return diff(NDArray.concatenate(checked, parts), n, checked);
    }

    private static void check(NDArray a, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("order must be non-negative but got " + n);
        }
        if (a.ndim() == 0) {
            throw new IllegalArgumentException("diff requires input that is at least one dimensional");
        }
    }

    /** Adds an array, a 0-d one as an array of length 1 along the axis, unless it is null. */
    private static void addTo(List<NDArray> parts, NDArray end, Shape one) {
        if (end != null) {
            parts.add(end.ndim() == 0 ? end.broadcastTo(one) : end);
        }
    }

    /**
     * Returns the differences of all neighbours in C order, {@code np.ediff1d(a)}.
     *
     * @param a the array
     * @return a new array of the same dtype with one axis
     * @throws UnsupportedOperationException if the array is bool: {@code numpy boolean subtract, the `-` operator, is
     *     not supported, …}
     */
    public static NDArray ediff1d(NDArray a) {
        NDArray line = a.ravel();
        return line.get(Index.range(1, null)).sub(line.get(Index.range(null, -1)));
    }

    /**
     * Works like {@link #ediff1d(NDArray)} and puts elements before and after the differences, {@code np.ediff1d(a,
     * toEnd, toBegin)}.
     *
     * @param a the array
     * @param toEnd what to put after the differences; may be empty or null
     * @param toBegin what to put before the differences; may be empty or null
     * @return a new array of the same dtype with one axis
     * @throws UnsupportedOperationException {@code dtype of `to_end` must be compatible with input `ary` under the
     *     `same_kind` rule.}, or as for {@link #ediff1d(NDArray)}
     */
    public static NDArray ediff1d(NDArray a, NDArray toEnd, NDArray toBegin) {
        NDArray begin = end("to_begin", toBegin, Objects.requireNonNull(a, "a"));
        return NDArray.concatenate(0, begin, ediff1d(a), end("to_end", toEnd, a));
    }

    /** Returns what stands before or after the differences, in their dtype; nothing for null. */
    private static NDArray end(String name, NDArray end, NDArray a) {
        if (end == null) {
            return NDArray.zeros(a.dtype(), 0);
        }
        if (!Inside.isSameKind(end, a)) {
            throw new UnsupportedOperationException(
                    "dtype of `%s` must be compatible with input `ary` under the `same_kind` rule.".formatted(name));
        }
        return end.ravel().astype(a.dtype());
    }

    /**
     * Returns the derivatives along each axis, {@code np.gradient(f)}: by central differences, and at the ends by
     * differences of two neighbours.
     *
     * @param f values at a distance of 1
     * @return a new array of the same shape for each axis, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Shape of array too small to calculate a numerical gradient, at least
     *     (edge_order + 1) elements are required.}
     * @throws UnsupportedOperationException if the array is bool: {@code numpy boolean subtract, the `-` operator, is
     *     not supported, …}
     */
    public static NDArray[] gradient(NDArray f) {
        return gradient(f, 1);
    }

    /**
     * Works like {@link #gradient(NDArray)}, but with another distance, {@code np.gradient(f, spacing)}.
     *
     * @param f the values
     * @param spacing the distance of neighbours along each axis
     * @return for each axis a new array
     * @throws IllegalArgumentException as for {@link #gradient(NDArray)}
     * @throws UnsupportedOperationException as for {@link #gradient(NDArray)}
     */
    public static NDArray[] gradient(NDArray f, double spacing) {
        NDArray[] gradients = new NDArray[f.ndim()];
        for (int axis = 0; axis < gradients.length; axis++) {
            gradients[axis] = gradient(f, spacing, axis);
        }
        return gradients;
    }

    /**
     * Returns the derivative along an axis, {@code np.gradient(f, spacing, axis=axis)}.
     *
     * @param f the values
     * @param spacing the distance of neighbours
     * @param axis the axis; a negative one counts from the end
     * @return a new array, as for {@link #gradient(NDArray)}
     * @throws IllegalArgumentException as for {@link #gradient(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as for {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, double spacing, int axis) {
        return gradient(f, spacing, axis, 1);
    }

    /**
     * Returns the derivative along an axis, {@code np.gradient(f, spacing, axis=axis, edge_order=edgeOrder)}.
     *
     * @param f the values
     * @param spacing the distance of neighbours
     * @param axis the axis; a negative one counts from the end
     * @param edgeOrder 1 for differences of two neighbours at the ends, 2 for differences of three
     * @return a new array, as for {@link #gradient(NDArray)}
     * @throws IllegalArgumentException {@code 'edge_order' greater than 2 not supported}, or as for
     *     {@link #gradient(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as for {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, double spacing, int axis, int edgeOrder) {
        return Gradients.even(spacing).along(Objects.requireNonNull(f, "f"), axis, edgeOrder);
    }

    /**
     * Returns the derivative along an axis of values at given coordinates, {@code np.gradient(f, coordinates,
     * axis=axis)}.
     *
     * @param f the values
     * @param coordinates a coordinate for each position on the axis, or the distance of neighbours as a 0-d array
     * @param axis the axis; a negative one counts from the end
     * @return a new array, as for {@link #gradient(NDArray)}
     * @throws IllegalArgumentException {@code when 1d, distances must match the length of the corresponding dimension},
     *     {@code distances must be either scalars or 1d}, or as for {@link #gradient(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as for {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, NDArray coordinates, int axis) {
        return gradient(f, coordinates, axis, 1);
    }

    /**
     * Works like {@link #gradient(NDArray, NDArray, int)}, with a choice of the differences at the ends,
     * {@code np.gradient(f, coordinates, axis=axis, edge_order=edgeOrder)}.
     *
     * @param f the values
     * @param coordinates a coordinate for each position on the axis, or the distance of neighbours as a 0-d array
     * @param axis the axis; a negative one counts from the end
     * @param edgeOrder 1 for differences of two neighbours at the ends, 2 for differences of three
     * @return a new array, as for {@link #gradient(NDArray)}
     * @throws IllegalArgumentException {@code 'edge_order' greater than 2 not supported}, or as for
     *     {@link #gradient(NDArray, NDArray, int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as for {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, NDArray coordinates, int axis, int edgeOrder) {
        int checked = Axes.check(axis, f.ndim());
        return Gradients.between(coordinates, f.shape(checked)).along(f, checked, edgeOrder);
    }

    /**
     * Interpolates linearly between points, {@code np.interp(x, xp, fp)}. Before the first point the result is the
     * first value, after the last point the last value.
     *
     * @param x where to interpolate
     * @param xp the points, in ascending order
     * @param fp the values at the points
     * @return a new array of float64, of the shape of {@code x}
     * @throws IllegalArgumentException {@code array of sample points is empty}, {@code fp and xp are not of the same
     *     length.}, {@code object too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray interp(NDArray x, NDArray xp, NDArray fp) {
        checkSamples(xp, fp, ".");
        NDArray values = fp.astype(DType.FLOAT64);
        return interp(x, xp, values, values.getDouble(0), values.getDouble(-1));
    }

    /**
     * Works like {@link #interp(NDArray, NDArray, NDArray)}, with given values outside the points, {@code np.interp(x,
     * xp, fp, left, right)}.
     *
     * @param x where to interpolate
     * @param xp the points, in ascending order
     * @param fp the values at the points
     * @param left the value before the first point
     * @param right the value after the last point
     * @return a new array of float64, of the shape of {@code x}
     * @throws IllegalArgumentException as for {@link #interp(NDArray, NDArray, NDArray)}
     */
    public static NDArray interp(NDArray x, NDArray xp, NDArray fp, double left, double right) {
        checkSamples(xp, fp, ".");
        double[] points = xp.astype(DType.FLOAT64).toDoubleArray();
        double[] values = fp.astype(DType.FLOAT64).toDoubleArray();
        double[] results = x.astype(DType.FLOAT64).toDoubleArray();
        Arrays.setAll(results, i -> interpolated(results[i], points, values, left, right));
        return Inside.around(new DoubleStorage(results), x.shape().toArray());
    }

    /**
     * Works like {@link #interp(NDArray, NDArray, NDArray)}, for a periodic function, {@code np.interp(x, xp, fp,
     * period=period)}.
     *
     * @param x where to interpolate
     * @param xp the points, in any order
     * @param fp the values at the points
     * @param period the distance after which the function repeats itself
     * @return a new array of float64, of the shape of {@code x}
     * @throws IllegalArgumentException {@code period must be a non-zero value}, or as for {@link #interp(NDArray,
     *     NDArray, NDArray)}
     */
    public static NDArray interp(NDArray x, NDArray xp, NDArray fp, double period) {
        if (period == 0) {
            throw new IllegalArgumentException("period must be a non-zero value");
        }
        checkSamples(xp, fp, "");
        double length = Math.abs(period);
        NDArray points = remainder(xp, length);
        NDArray order = points.argsort();
        NDArray sorted = points.take(order, 0);
        NDArray values = fp.astype(DType.FLOAT64).take(order, 0);
        Index first = Index.range(0, 1);
        Index last = Index.range(-1, null);
        return interp(
                remainder(x, length),
                NDArray.concatenate(
                        0,
                        sorted.get(last).sub(length),
                        sorted,
                        sorted.get(first).add(length)),
                NDArray.concatenate(0, values.get(last), values, values.get(first)));
    }

    /**
     * Integrates along the last axis by the trapezoidal rule, {@code np.trapezoid(y)}.
     *
     * @param y values at a distance of 1
     * @return a new array without the last axis, of float32 for float32, otherwise of float64; 0 for fewer than two
     *     values
     * @throws IndexOutOfBoundsException {@code list assignment index out of range} for a 0-d array
     */
    public static NDArray trapezoid(NDArray y) {
        return trapezoid(y, 1, -1);
    }

    /**
     * Integrates along the last axis by the trapezoidal rule, {@code np.trapezoid(y, dx=dx)}.
     *
     * @param y the values
     * @param dx the distance of neighbours
     * @return a new array, as for {@link #trapezoid(NDArray)}
     * @throws IndexOutOfBoundsException {@code list assignment index out of range} for a 0-d array
     */
    public static NDArray trapezoid(NDArray y, double dx) {
        return trapezoid(y, dx, -1);
    }

    /**
     * Integrates along an axis by the trapezoidal rule, {@code np.trapezoid(y, dx=dx, axis=axis)}.
     *
     * @param y the values
     * @param dx the distance of neighbours
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #trapezoid(NDArray)}
     * @throws IndexOutOfBoundsException {@code list assignment index out of range} if there is no such axis
     */
    public static NDArray trapezoid(NDArray y, double dx, int axis) {
        int checked = checkedAxis(y, axis);
        NDArray sums = neighbours(y, checked);
        NDArray scaled = dx == 1 ? sums : sums.mul(dx);
        return halved(scaled).sum(checked);
    }

    /**
     * Integrates along the last axis by the trapezoidal rule, {@code np.trapezoid(y, x)}.
     *
     * @param y the values
     * @param x the coordinates, of one axis or of the shape of {@code y}
     * @return a new array without the last axis, of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,) (3,)}, or
     *     {@code diff requires input that is at least one dimensional}
     * @throws IndexOutOfBoundsException {@code list assignment index out of range} for a 0-d array
     */
    public static NDArray trapezoid(NDArray y, NDArray x) {
        return trapezoid(y, x, -1);
    }

    /**
     * Integrates along an axis by the trapezoidal rule, {@code np.trapezoid(y, x, axis=axis)}.
     *
     * @param y the values
     * @param x the coordinates, of one axis or of the shape of {@code y}
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #trapezoid(NDArray, NDArray)}
     * @throws IllegalArgumentException as for {@link #trapezoid(NDArray, NDArray)}
     * @throws IndexOutOfBoundsException {@code list assignment index out of range} or {@code axis 2 is out of bounds
     *     for array of dimension 2} if there is no such axis
     */
    public static NDArray trapezoid(NDArray y, NDArray x, int axis) {
        NDArray distances = x.ndim() == 1 ? alongAxis(diff(x, 1, -1), y, axis) : null;
        if (distances == null) {
            distances = diff(x, 1, axis);
        }
        NDArray sums = neighbours(y, checkedAxis(y, axis));
        // The axis counts in the product, which may have more axes than y.
        return halved(distances.mul(sums)).sum(axis);
    }

    /** Halves an array that is needed for nothing else. */
    private static NDArray halved(NDArray a) {
        return a.dtype().isFloating() ? a.divi(2.0) : a.div(2.0);
    }

    private static NDArray alongAxis(NDArray distances, NDArray y, int axis) {
        int[] shape = new int[y.ndim()];
        Arrays.fill(shape, 1);
        shape[checkedAxis(y, axis)] = distances.size();
        return distances.reshape(shape);
    }

    /** Selects a part of one axis and all of the others. */
    static NDArray part(NDArray a, int axis, Index part) {
        Index[] index = new Index[axis + 1];
        Arrays.fill(index, Index.all());
        index[axis] = part;
        return a.get(index);
    }

    /** Returns the sums of neighbours. */
    private static NDArray neighbours(NDArray y, int axis) {
        return part(y, axis, Index.range(1, null)).add(part(y, axis, Index.range(null, -1)));
    }

    /** Checks the axis as Python does, where it is the position in a list of slices. */
    private static int checkedAxis(NDArray y, int axis) {
        if (axis < -y.ndim() || axis >= y.ndim()) {
            throw new IndexOutOfBoundsException("list assignment index out of range");
        }
        return axis < 0 ? axis + y.ndim() : axis;
    }

    private static void checkSamples(NDArray xp, NDArray fp, String end) {
        Lengths.checkLine(xp.ndim());
        Lengths.checkLine(fp.ndim());
        if (xp.size() == 0) {
            throw new IllegalArgumentException("array of sample points is empty");
        }
        if (xp.size() != fp.size()) {
            throw new IllegalArgumentException("fp and xp are not of the same length" + end);
        }
    }

    private static double interpolated(double x, double[] points, double[] values, double left, double right) {
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

    /** Returns Python's remainders, from 0 up to the positive divisor. */
    private static NDArray remainder(NDArray x, double divisor) {
        double[] values = x.astype(DType.FLOAT64).toDoubleArray();
        for (int i = 0; i < values.length; i++) {
            double remainder = values[i] % divisor;
            values[i] = remainder < 0 ? remainder + divisor : remainder == 0 ? 0 : remainder;
        }
        return Inside.around(new DoubleStorage(values), x.shape().toArray());
    }
}
