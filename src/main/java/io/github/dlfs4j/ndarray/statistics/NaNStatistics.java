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
        return NaNReduction.sum(a, Axes.of(a.ndim(), axis), false);
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
        return NaNReduction.product(a, Axes.of(a.ndim(), axis), false);
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
        return NaNReduction.mean(a, Axes.of(a.ndim(), axis), false);
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
        return NaNReduction.maximum(a, Axes.of(a.ndim(), axis), false);
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
        return NaNReduction.minimum(a, Axes.of(a.ndim(), axis), false);
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
        return Quantiles.nanmedian(a, Axes.all(a.ndim()), false);
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
        return Quantiles.nanmedian(a, Axes.moved(a.ndim(), axis), false);
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
        return Quantiles.nanmedian(a, Axes.moved(a.ndim(), axes), keepDims);
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
        return NaNReduction.variance(a, Axes.of(a.ndim(), axis), false, 0);
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
        return NaNReduction.standardDeviation(a, Axes.of(a.ndim(), axis), false, 0);
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
}
