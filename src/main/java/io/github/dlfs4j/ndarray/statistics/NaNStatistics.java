package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Axes;

/**
 * Statistics that ignore NaN elements. For bool and integers they equal the statistics in {@link NDArray} and
 * {@link Statistics}.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(new double[][] {{1, Double.NaN}, {3, 4}});
 * System.out.println(NaNStatistics.nansum(a));
 * System.out.println(NaNStatistics.nanmean(a, 0));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 8.0
 * [2. 4.]
 * }</pre>
 */
public final class NaNStatistics {
    private NaNStatistics() {}

    /**
     * Returns the sum of all elements, ignoring NaN, {@code np.nansum(a)}.
     *
     * @param a the array
     * @return a 0-d array, of int64 for bool and uint8, otherwise of the same dtype; 0 where every element is NaN
     */
    public static NDArray nansum(NDArray a) {
        return NaNReduction.sum(a, Axes.all(a.ndim()), false);
    }

    /**
     * Returns the sum along an axis, ignoring NaN, {@code np.nansum(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of int64 for bool and uint8, otherwise of the same dtype; 0 where every
     *     element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nansum(NDArray a, int axis) {
        return NaNReduction.sum(a, Axes.along(a.ndim(), axis), false);
    }

    /**
     * Returns the sum along an axis, ignoring NaN, {@code np.nansum(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of int64 for bool and uint8, otherwise of the same dtype; 0 where every element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nansum(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.sum(a, Axes.along(a.ndim(), axis), keepDims);
    }

    /**
     * Returns the sum along several axes, ignoring NaN, {@code np.nansum(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of int64 for bool and uint8, otherwise of the same dtype; 0 where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nansum(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.sum(a, Axes.of(a.ndim(), axes), keepDims);
    }

    /**
     * Returns the product of all elements, ignoring NaN, {@code np.nanprod(a)}.
     *
     * @param a the array
     * @return a 0-d array, of int64 for bool and uint8, otherwise of the same dtype; 1 where every element is NaN
     */
    public static NDArray nanprod(NDArray a) {
        return NaNReduction.product(a, Axes.all(a.ndim()), false);
    }

    /**
     * Returns the product along an axis, ignoring NaN, {@code np.nanprod(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of int64 for bool and uint8, otherwise of the same dtype; 1 where every
     *     element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanprod(NDArray a, int axis) {
        return NaNReduction.product(a, Axes.along(a.ndim(), axis), false);
    }

    /**
     * Returns the product along an axis, ignoring NaN, {@code np.nanprod(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of int64 for bool and uint8, otherwise of the same dtype; 1 where every element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanprod(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.product(a, Axes.along(a.ndim(), axis), keepDims);
    }

    /**
     * Returns the product along several axes, ignoring NaN, {@code np.nanprod(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of int64 for bool and uint8, otherwise of the same dtype; 1 where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanprod(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.product(a, Axes.of(a.ndim(), axes), keepDims);
    }

    /**
     * Returns the mean of all elements, ignoring NaN, {@code np.nanmean(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanmean(NDArray a) {
        return NaNReduction.mean(a, Axes.all(a.ndim()), false);
    }

    /**
     * Returns the mean along an axis, ignoring NaN, {@code np.nanmean(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, otherwise of float64; NaN where every element is
     *     NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmean(NDArray a, int axis) {
        return NaNReduction.mean(a, Axes.along(a.ndim(), axis), false);
    }

    /**
     * Returns the mean along an axis, ignoring NaN, {@code np.nanmean(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmean(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.mean(a, Axes.along(a.ndim(), axis), keepDims);
    }

    /**
     * Returns the mean along several axes, ignoring NaN, {@code np.nanmean(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmean(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.mean(a, Axes.of(a.ndim(), axes), keepDims);
    }

    /**
     * Returns the largest element, ignoring NaN, {@code np.nanmax(a)}.
     *
     * @param a the array
     * @return a 0-d array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}
     */
    public static NDArray nanmax(NDArray a) {
        return NaNReduction.maximum(a, Axes.all(a.ndim()), false);
    }

    /**
     * Returns the largest element along an axis, ignoring NaN, {@code np.nanmax(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmax(NDArray a, int axis) {
        return NaNReduction.maximum(a, Axes.along(a.ndim(), axis), false);
    }

    /**
     * Returns the largest element along an axis, ignoring NaN, {@code np.nanmax(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmax(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.maximum(a, Axes.along(a.ndim(), axis), keepDims);
    }

    /**
     * Returns the largest element along several axes, ignoring NaN, {@code np.nanmax(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmax(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.maximum(a, Axes.of(a.ndim(), axes), keepDims);
    }

    /**
     * Returns the smallest element, ignoring NaN, {@code np.nanmin(a)}.
     *
     * @param a the array
     * @return a 0-d array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}
     */
    public static NDArray nanmin(NDArray a) {
        return NaNReduction.minimum(a, Axes.all(a.ndim()), false);
    }

    /**
     * Returns the smallest element along an axis, ignoring NaN, {@code np.nanmin(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmin(NDArray a, int axis) {
        return NaNReduction.minimum(a, Axes.along(a.ndim(), axis), false);
    }

    /**
     * Returns the smallest element along an axis, ignoring NaN, {@code np.nanmin(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmin(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.minimum(a, Axes.along(a.ndim(), axis), keepDims);
    }

    /**
     * Returns the smallest element along several axes, ignoring NaN, {@code np.nanmin(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmin(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.minimum(a, Axes.of(a.ndim(), axes), keepDims);
    }

    /**
     * Returns the median of all elements, ignoring NaN, {@code np.nanmedian(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanmedian(NDArray a) {
        return Quantiles.nanmedian(a, null, false);
    }

    /**
     * Returns the median along an axis, ignoring NaN, {@code np.nanmedian(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, otherwise of float64; NaN where every element is
     *     NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmedian(NDArray a, int axis) {
        return Quantiles.nanmedian(a, new int[] {axis}, false);
    }

    /**
     * Returns the median along an axis, ignoring NaN, {@code np.nanmedian(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmedian(NDArray a, int axis, boolean keepDims) {
        return Quantiles.nanmedian(a, new int[] {axis}, keepDims);
    }

    /**
     * Returns the median along several axes, ignoring NaN, {@code np.nanmedian(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmedian(NDArray a, int[] axes, boolean keepDims) {
        return Quantiles.nanmedian(a, axes, keepDims);
    }

    /**
     * Returns the variance of all elements, ignoring NaN, {@code np.nanvar(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanvar(NDArray a) {
        return NaNReduction.variance(a, Axes.all(a.ndim()), false, 0);
    }

    /**
     * Returns the variance along an axis, ignoring NaN, {@code np.nanvar(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, otherwise of float64; NaN where every element is
     *     NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int axis) {
        return NaNReduction.variance(a, Axes.along(a.ndim(), axis), false, 0);
    }

    /**
     * Returns the variance along an axis, ignoring NaN, {@code np.nanvar(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.variance(a, Axes.along(a.ndim(), axis), keepDims, 0);
    }

    /**
     * Returns the variance along an axis, ignoring NaN, {@code np.nanvar(a, axis, keepdims=keepDims, ddof=ddof)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @param ddof as for {@link #nanvar(NDArray, int[], boolean, double)}
     * @return a new array, as for {@link #nanvar(NDArray, int[], boolean, double)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int axis, boolean keepDims, double ddof) {
        return NaNReduction.variance(a, Axes.along(a.ndim(), axis), keepDims, ddof);
    }

    /**
     * Returns the variance along several axes, ignoring NaN, {@code np.nanvar(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.variance(a, Axes.of(a.ndim(), axes), keepDims, 0);
    }

    /**
     * Returns the variance along several axes, ignoring NaN, {@code np.nanvar(a, axes, keepdims=keepDims, ddof=ddof)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @param ddof the delta degrees of freedom: the sum of squares is divided by the number of elements other than NaN,
     *     minus {@code ddof}
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN, or where too
     *     few are left for {@code ddof}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int[] axes, boolean keepDims, double ddof) {
        return NaNReduction.variance(a, Axes.of(a.ndim(), axes), keepDims, ddof);
    }

    /**
     * Returns the standard deviation of all elements, ignoring NaN, {@code np.nanstd(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanstd(NDArray a) {
        return NaNReduction.standardDeviation(a, Axes.all(a.ndim()), false, 0);
    }

    /**
     * Returns the standard deviation along an axis, ignoring NaN, {@code np.nanstd(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, otherwise of float64; NaN where every element is
     *     NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int axis) {
        return NaNReduction.standardDeviation(a, Axes.along(a.ndim(), axis), false, 0);
    }

    /**
     * Returns the standard deviation along an axis, ignoring NaN, {@code np.nanstd(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.standardDeviation(a, Axes.along(a.ndim(), axis), keepDims, 0);
    }

    /**
     * Returns the standard deviation along an axis, ignoring NaN, {@code np.nanstd(a, axis, keepdims=keepDims,
     * ddof=ddof)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @param ddof as for {@link #nanstd(NDArray, int[], boolean, double)}
     * @return a new array, as for {@link #nanstd(NDArray, int[], boolean, double)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int axis, boolean keepDims, double ddof) {
        return NaNReduction.standardDeviation(a, Axes.along(a.ndim(), axis), keepDims, ddof);
    }

    /**
     * Returns the standard deviation along several axes, ignoring NaN, {@code np.nanstd(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.standardDeviation(a, Axes.of(a.ndim(), axes), keepDims, 0);
    }

    /**
     * Returns the standard deviation along several axes, ignoring NaN, {@code np.nanstd(a, axes, keepdims=keepDims,
     * ddof=ddof)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @param ddof the delta degrees of freedom: the sum of squares is divided by the number of elements other than NaN,
     *     minus {@code ddof}
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN, or where too
     *     few are left for {@code ddof}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int[] axes, boolean keepDims, double ddof) {
        return NaNReduction.standardDeviation(a, Axes.of(a.ndim(), axes), keepDims, ddof);
    }

    /**
     * Returns the position of the first largest element in C order, ignoring NaN, {@code np.nanargmax(a)}.
     *
     * @param a the array
     * @return a 0-d array of int64
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmax of an empty
     *     sequence}
     */
    public static NDArray nanargmax(NDArray a) {
        return NaNReduction.argmax(a.reshape(-1), 0, false);
    }

    /**
     * Returns the position of the first largest element along an axis, ignoring NaN, {@code np.nanargmax(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 without that axis
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmax of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanargmax(NDArray a, int axis) {
        return NaNReduction.argmax(a, axis, false);
    }

    /**
     * Returns the position of the first largest element along an axis, ignoring NaN, {@code np.nanargmax(a, axis,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array of int64
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmax of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanargmax(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.argmax(a, axis, keepDims);
    }

    /**
     * Returns the position of the first smallest element in C order, ignoring NaN, {@code np.nanargmin(a)}.
     *
     * @param a the array
     * @return a 0-d array of int64
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmin of an empty
     *     sequence}
     */
    public static NDArray nanargmin(NDArray a) {
        return NaNReduction.argmin(a.reshape(-1), 0, false);
    }

    /**
     * Returns the position of the first smallest element along an axis, ignoring NaN, {@code np.nanargmin(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 without that axis
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmin of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanargmin(NDArray a, int axis) {
        return NaNReduction.argmin(a, axis, false);
    }

    /**
     * Returns the position of the first smallest element along an axis, ignoring NaN, {@code np.nanargmin(a, axis,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array of int64
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmin of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanargmin(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.argmin(a, axis, keepDims);
    }

    /**
     * Returns a percentile of all elements, ignoring NaN, {@code np.nanpercentile(a, q)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN. Without
     *     elements it is their mean, NaN
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, double q) {
        return NaNQuantiles.percentile(a, q, null, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns a percentile along an axis, ignoring NaN, {@code np.nanpercentile(a, q, axis)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, double q, int axis) {
        return NaNQuantiles.percentile(a, q, new int[] {axis}, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns a percentile along an axis, ignoring NaN, {@code np.nanpercentile(a, q, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, double q, int axis, boolean keepDims) {
        return NaNQuantiles.percentile(a, q, new int[] {axis}, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns a percentile along several axes, ignoring NaN, {@code np.nanpercentile(a, q, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array without those axes, as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, double q, int[] axes, boolean keepDims) {
        return NaNQuantiles.percentile(a, q, axes, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns several percentiles of all elements, ignoring NaN, {@code np.nanpercentile(a, q)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @return a new array of the shape of {@code q}, of float32 for float32 if {@code q} is float32 too, otherwise of
     *     float64; NaN where every element is NaN. Without elements it is their mean, NaN
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, NDArray q) {
        return NaNQuantiles.percentile(a, q, null, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns several percentiles along an axis, ignoring NaN, {@code np.nanpercentile(a, q, axis)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param axis the axis; a negative one counts from the end
     * @return a new array, whose first axes are those of {@code q}, as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, NDArray q, int axis) {
        return NaNQuantiles.percentile(a, q, new int[] {axis}, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns several percentiles along an axis, ignoring NaN, {@code np.nanpercentile(a, q, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, whose first axes are those of {@code q}, as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, NDArray q, int axis, boolean keepDims) {
        return NaNQuantiles.percentile(a, q, new int[] {axis}, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns several percentiles along several axes, ignoring NaN, {@code np.nanpercentile(a, q, axes,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, whose first axes are those of {@code q}, as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanpercentile(NDArray a, NDArray q, int[] axes, boolean keepDims) {
        return NaNQuantiles.percentile(a, q, axes, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns a percentile of all elements by a method, ignoring NaN, {@code np.nanpercentile(a, q, method=…)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param method how to find a percentile that lies between two elements
     * @return a 0-d array, of the dtype of {@code a} for the methods that choose one of its elements, otherwise as for
     *     {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanpercentile(NDArray a, double q, QuantileMethod method) {
        return NaNQuantiles.percentile(a, q, null, false, method);
    }

    /**
     * Returns a percentile along several axes by a method, ignoring NaN, {@code np.nanpercentile(a, q, axes, method=…,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @param method how to find a percentile that lies between two elements
     * @return a new array without those axes, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanpercentile(NDArray a, double q, int[] axes, boolean keepDims, QuantileMethod method) {
        return NaNQuantiles.percentile(a, q, axes, keepDims, method);
    }

    /**
     * Returns several percentiles of all elements by a method, ignoring NaN, {@code np.nanpercentile(a, q, method=…)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param method how to find a percentile that lies between two elements
     * @return a new array of the shape of {@code q}, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanpercentile(NDArray a, NDArray q, QuantileMethod method) {
        return NaNQuantiles.percentile(a, q, null, false, method);
    }

    /**
     * Returns several percentiles along several axes by a method, ignoring NaN, {@code np.nanpercentile(a, q, axes,
     * method=…, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @param method how to find a percentile that lies between two elements
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} for the methods that
     *     choose one of its elements, otherwise as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanpercentile(NDArray a, NDArray q, int[] axes, boolean keepDims, QuantileMethod method) {
        return NaNQuantiles.percentile(a, q, axes, keepDims, method);
    }

    /**
     * Returns a quantile of all elements, ignoring NaN, {@code np.nanquantile(a, q)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @return a 0-d array, as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, double q) {
        return NaNQuantiles.quantile(a, q, null, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile along an axis, ignoring NaN, {@code np.nanquantile(a, q, axis)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, double q, int axis) {
        return NaNQuantiles.quantile(a, q, new int[] {axis}, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile along an axis, ignoring NaN, {@code np.nanquantile(a, q, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, double q, int axis, boolean keepDims) {
        return NaNQuantiles.quantile(a, q, new int[] {axis}, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile along several axes, ignoring NaN, {@code np.nanquantile(a, q, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array without those axes, as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, double q, int[] axes, boolean keepDims) {
        return NaNQuantiles.quantile(a, q, axes, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns several quantiles of all elements, ignoring NaN, {@code np.nanquantile(a, q)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @return a new array of the shape of {@code q}, as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, NDArray q) {
        return NaNQuantiles.quantile(a, q, null, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns several quantiles along an axis, ignoring NaN, {@code np.nanquantile(a, q, axis)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param axis the axis; a negative one counts from the end
     * @return a new array, whose first axes are those of {@code q}, as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, NDArray q, int axis) {
        return NaNQuantiles.quantile(a, q, new int[] {axis}, false, QuantileMethod.LINEAR);
    }

    /**
     * Returns several quantiles along an axis, ignoring NaN, {@code np.nanquantile(a, q, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, whose first axes are those of {@code q}, as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, NDArray q, int axis, boolean keepDims) {
        return NaNQuantiles.quantile(a, q, new int[] {axis}, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns several quantiles along several axes, ignoring NaN, {@code np.nanquantile(a, q, axes,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, whose first axes are those of {@code q}, as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray nanquantile(NDArray a, NDArray q, int[] axes, boolean keepDims) {
        return NaNQuantiles.quantile(a, q, axes, keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile of all elements by a method, ignoring NaN, {@code np.nanquantile(a, q, method=…)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param method how to find a quantile that lies between two elements
     * @return a 0-d array, of the dtype of {@code a} for the methods that choose one of its elements, otherwise as for
     *     {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanquantile(NDArray a, double q, QuantileMethod method) {
        return NaNQuantiles.quantile(a, q, null, false, method);
    }

    /**
     * Returns a quantile along several axes by a method, ignoring NaN, {@code np.nanquantile(a, q, axes, method=…,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @param method how to find a quantile that lies between two elements
     * @return a new array without those axes, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanquantile(NDArray a, double q, int[] axes, boolean keepDims, QuantileMethod method) {
        return NaNQuantiles.quantile(a, q, axes, keepDims, method);
    }

    /**
     * Returns several quantiles of all elements by a method, ignoring NaN, {@code np.nanquantile(a, q, method=…)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param method how to find a quantile that lies between two elements
     * @return a new array of the shape of {@code q}, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanquantile(NDArray a, NDArray q, QuantileMethod method) {
        return NaNQuantiles.quantile(a, q, null, false, method);
    }

    /**
     * Returns several quantiles along several axes by a method, ignoring NaN, {@code np.nanquantile(a, q, axes,
     * method=…, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @param method how to find a quantile that lies between two elements
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} for the methods that
     *     choose one of its elements, otherwise as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the array is bool and the method computes values between elements
     */
    public static NDArray nanquantile(NDArray a, NDArray q, int[] axes, boolean keepDims, QuantileMethod method) {
        return NaNQuantiles.quantile(a, q, axes, keepDims, method);
    }

    /**
     * Returns the running sums of all elements in C order, {@code np.nancumsum(a)}; NaN counts as 0.
     *
     * @param a the array
     * @return a new array with one axis, of int64 for bool and uint8, otherwise of the same dtype
     */
    public static NDArray nancumsum(NDArray a) {
        return NaNReduction.cumulativeSum(a);
    }

    /**
     * Returns the running sums along an axis, {@code np.nancumsum(a, axis)}; NaN counts as 0.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape, of int64 for bool and uint8, otherwise of the same dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nancumsum(NDArray a, int axis) {
        return NaNReduction.cumulativeSum(a, axis);
    }

    /**
     * Returns the running products of all elements in C order, {@code np.nancumprod(a)}; NaN counts as 1.
     *
     * @param a the array
     * @return a new array with one axis, of int64 for bool and uint8, otherwise of the same dtype
     */
    public static NDArray nancumprod(NDArray a) {
        return NaNReduction.cumulativeProduct(a);
    }

    /**
     * Returns the running products along an axis, {@code np.nancumprod(a, axis)}; NaN counts as 1.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape, of int64 for bool and uint8, otherwise of the same dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nancumprod(NDArray a, int axis) {
        return NaNReduction.cumulativeProduct(a, axis);
    }
}
