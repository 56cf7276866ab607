package io.github.dlfs4j.ndarray;

/**
 * Sums and differences of neighbours: what NumPy's chapter on mathematical functions has under "sums, products,
 * differences", and interpolation.
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
     * The cumulative sum of all elements in C order, {@code np.cumsum(a)}.
     *
     * @param a the array
     * @return a new array with one axis, of int64 for bool and uint8, else of this dtype
     */
    public static NDArray cumsum(NDArray a) {
        return a.cumsum();
    }

    /**
     * The cumulative sum along an axis, {@code np.cumsum(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this shape, of int64 for bool and uint8, else of this dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray cumsum(NDArray a, int axis) {
        return a.cumsum(axis);
    }

    /**
     * The cumulative product of all elements in C order, {@code np.cumprod(a)}.
     *
     * @param a the array
     * @return a new array with one axis, of int64 for bool and uint8, else of this dtype
     */
    public static NDArray cumprod(NDArray a) {
        return a.cumprod();
    }

    /**
     * The cumulative product along an axis, {@code np.cumprod(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this shape, of int64 for bool and uint8, else of this dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray cumprod(NDArray a, int axis) {
        return a.cumprod(axis);
    }

    /**
     * The differences of neighbours along the last axis, {@code np.diff(a)}: {@code a[i + 1] - a[i]}; of bool, whether
     * they differ.
     *
     * @param a the array
     * @return a new array of this dtype, one element shorter
     * @throws IllegalArgumentException {@code diff requires input that is at least one dimensional}
     */
    public static NDArray diff(NDArray a) {
        return diff(a, 1);
    }

    /**
     * The differences of neighbours along the last axis, taken n times, {@code np.diff(a, n)}.
     *
     * @param a the array
     * @param n how many times
     * @return a new array of this dtype, n elements shorter
     * @throws IllegalArgumentException {@code order must be non-negative but got -1}, or {@code diff requires input
     *     that is at least one dimensional}
     */
    public static NDArray diff(NDArray a, int n) {
        return NeighbourDifferences.diff(a, n, -1);
    }

    /**
     * The differences of neighbours along an axis, taken n times, {@code np.diff(a, n, axis)}.
     *
     * @param a the array
     * @param n how many times
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this dtype, n elements shorter along the axis
     * @throws IllegalArgumentException as {@link #diff(NDArray, int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray diff(NDArray a, int n, int axis) {
        return NeighbourDifferences.diff(a, n, axis);
    }

    /**
     * As {@link #diff(NDArray, int, int)}, of the array with something put before and behind it, {@code np.diff(a, n,
     * axis, prepend, append)}.
     *
     * @param a the array
     * @param n how many times
     * @param axis the axis; a negative one counts from the end
     * @param prepend a 0-d array, or one that fits but for the axis; of length 0 there, to put nothing before
     * @param append the same, to put behind
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as {@link #diff(NDArray, int)}, or where the arrays do not fit: {@code all the
     *     input array dimensions except for the concatenation axis must match exactly, …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray diff(NDArray a, int n, int axis, NDArray prepend, NDArray append) {
        return NeighbourDifferences.diff(a, n, axis, prepend, append);
    }

    /**
     * The differences of all neighbours in C order, {@code np.ediff1d(a)}.
     *
     * @param a the array
     * @return a new array of this dtype with one axis
     * @throws UnsupportedOperationException of bool: {@code numpy boolean subtract, the `-` operator, is not supported,
     *     …}
     */
    public static NDArray ediff1d(NDArray a) {
        return NeighbourDifferences.ofLine(a);
    }

    /**
     * As {@link #ediff1d(NDArray)}, with something put before and behind the differences, {@code np.ediff1d(a, toEnd,
     * toBegin)}.
     *
     * @param a the array
     * @param toEnd what to put behind; may be empty
     * @param toBegin what to put before; may be empty
     * @return a new array of this dtype with one axis
     * @throws UnsupportedOperationException {@code dtype of `to_end` must be compatible with input `ary` under the
     *     `same_kind` rule.}, or as {@link #ediff1d(NDArray)}
     */
    public static NDArray ediff1d(NDArray a, NDArray toEnd, NDArray toBegin) {
        return NeighbourDifferences.ofLine(a, toEnd, toBegin);
    }

    /**
     * The derivatives along each axis by central differences, {@code np.gradient(f)}; at the ends by differences of two
     * neighbours.
     *
     * @param f values at a distance of 1
     * @return for each axis a new array of this shape, of float32 for float32, else float64
     * @throws IllegalArgumentException {@code Shape of array too small to calculate a numerical gradient, at least
     *     (edge_order + 1) elements are required.}
     * @throws UnsupportedOperationException of bool: {@code numpy boolean subtract, the `-` operator, is not supported,
     *     …}
     */
    public static NDArray[] gradient(NDArray f) {
        return gradient(f, 1);
    }

    /**
     * As {@link #gradient(NDArray)}, at another distance, {@code np.gradient(f, spacing)}.
     *
     * @param f the values
     * @param spacing their distance along each axis
     * @return for each axis a new array
     * @throws IllegalArgumentException as {@link #gradient(NDArray)}
     * @throws UnsupportedOperationException as {@link #gradient(NDArray)}
     */
    public static NDArray[] gradient(NDArray f, double spacing) {
        NDArray[] gradients = new NDArray[f.ndim()];
        for (int axis = 0; axis < gradients.length; axis++) {
            gradients[axis] = gradient(f, spacing, axis);
        }
        return gradients;
    }

    /**
     * The derivative along an axis, {@code np.gradient(f, spacing, axis=axis)}.
     *
     * @param f the values
     * @param spacing their distance
     * @param axis the axis; a negative one counts from the end
     * @return a new array, as {@link #gradient(NDArray)}
     * @throws IllegalArgumentException as {@link #gradient(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, double spacing, int axis) {
        return gradient(f, spacing, axis, 1);
    }

    /**
     * The derivative along an axis, {@code np.gradient(f, spacing, axis=axis, edge_order=edgeOrder)}.
     *
     * @param f the values
     * @param spacing their distance
     * @param axis the axis; a negative one counts from the end
     * @param edgeOrder 1, or 2 for differences of three neighbours at the ends
     * @return a new array, as {@link #gradient(NDArray)}
     * @throws IllegalArgumentException {@code 'edge_order' greater than 2 not supported}, or as
     *     {@link #gradient(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, double spacing, int axis, int edgeOrder) {
        return Gradients.even(spacing).along(f, axis, edgeOrder);
    }

    /**
     * The derivative along an axis, of values at any coordinates, {@code np.gradient(f, coordinates, axis=axis)}.
     *
     * @param f the values
     * @param coordinates one for each position on the axis, or the distance as a 0-d array
     * @param axis the axis; a negative one counts from the end
     * @return a new array, as {@link #gradient(NDArray)}
     * @throws IllegalArgumentException {@code when 1d, distances must match the length of the corresponding dimension},
     *     {@code distances must be either scalars or 1d}, or as {@link #gradient(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, NDArray coordinates, int axis) {
        return gradient(f, coordinates, axis, 1);
    }

    /**
     * As {@link #gradient(NDArray, NDArray, int)}, {@code np.gradient(f, coordinates, axis=axis,
     * edge_order=edgeOrder)}.
     *
     * @param f the values
     * @param coordinates one for each position on the axis, or the distance as a 0-d array
     * @param axis the axis; a negative one counts from the end
     * @param edgeOrder 1, or 2 for differences of three neighbours at the ends
     * @return a new array, as {@link #gradient(NDArray)}
     * @throws IllegalArgumentException {@code 'edge_order' greater than 2 not supported}, or as
     *     {@link #gradient(NDArray, NDArray, int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException as {@link #gradient(NDArray)}
     */
    public static NDArray gradient(NDArray f, NDArray coordinates, int axis, int edgeOrder) {
        int checked = f.shape().checkAxis(axis);
        return Gradients.between(coordinates, f.shape(checked)).along(f, checked, edgeOrder);
    }

    /**
     * Linear interpolation between points, {@code np.interp(x, xp, fp)}; before the first point its value, behind the
     * last one that.
     *
     * @param x where to interpolate
     * @param xp the points, ascending
     * @param fp their values
     * @return a new array of float64, of the shape of {@code x}
     * @throws IllegalArgumentException {@code array of sample points is empty}, {@code fp and xp are not of the same
     *     length.}, {@code object too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray interp(NDArray x, NDArray xp, NDArray fp) {
        return Interpolation.interpolate(x, xp, fp);
    }

    /**
     * As {@link #interp(NDArray, NDArray, NDArray)}, {@code np.interp(x, xp, fp, left, right)}.
     *
     * @param x where to interpolate
     * @param xp the points, ascending
     * @param fp their values
     * @param left the value before the first point
     * @param right the value behind the last point
     * @return a new array of float64, of the shape of {@code x}
     * @throws IllegalArgumentException as {@link #interp(NDArray, NDArray, NDArray)}
     */
    public static NDArray interp(NDArray x, NDArray xp, NDArray fp, double left, double right) {
        return Interpolation.interpolate(x, xp, fp, left, right);
    }

    /**
     * As {@link #interp(NDArray, NDArray, NDArray)}, of a function that repeats itself, {@code np.interp(x, xp, fp,
     * period=period)}.
     *
     * @param x where to interpolate
     * @param xp the points, in any order
     * @param fp their values
     * @param period after which distance it repeats itself
     * @return a new array of float64, of the shape of {@code x}
     * @throws IllegalArgumentException {@code period must be a non-zero value}, or as {@link #interp(NDArray, NDArray,
     *     NDArray)}
     */
    public static NDArray interp(NDArray x, NDArray xp, NDArray fp, double period) {
        return Interpolation.periodic(x, xp, fp, period);
    }
}
