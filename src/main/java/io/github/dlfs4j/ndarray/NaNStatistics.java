package io.github.dlfs4j.ndarray;

/**
 * Statistics that leave NaN out, as if it were not there. Of bool and integers they are those of {@link NDArray} and
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
     * The sum of all elements but NaN, {@code np.nansum(a)}.
     *
     * @param a the array
     * @return a 0-d array, of int64 for bool and uint8, else of this dtype; 0 where there is nothing but NaN
     */
    public static NDArray nansum(NDArray a) {
        return NaNReduction.sum(a, Axes.all(a), false);
    }

    /**
     * The sum along an axis but for NaN, {@code np.nansum(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of int64 for bool and uint8, else of this dtype; 0 where there is nothing
     *     but NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nansum(NDArray a, int axis) {
        return NaNReduction.sum(a, Axes.of(a, axis), false);
    }

    /**
     * The sum along several axes but for NaN, {@code np.nansum(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of int64 for bool and uint8, else of this dtype; 0 where there is nothing but NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nansum(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.sum(a, Axes.of(a, axes), keepDims);
    }

    /**
     * The product of all elements but NaN, {@code np.nanprod(a)}.
     *
     * @param a the array
     * @return a 0-d array, of int64 for bool and uint8, else of this dtype; 1 where there is nothing but NaN
     */
    public static NDArray nanprod(NDArray a) {
        return NaNReduction.product(a, Axes.all(a), false);
    }

    /**
     * The product along an axis but for NaN, {@code np.nanprod(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of int64 for bool and uint8, else of this dtype; 1 where there is nothing
     *     but NaN
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanprod(NDArray a, int axis) {
        return NaNReduction.product(a, Axes.of(a, axis), false);
    }

    /**
     * The product along several axes but for NaN, {@code np.nanprod(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of int64 for bool and uint8, else of this dtype; 1 where there is nothing but NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanprod(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.product(a, Axes.of(a, axes), keepDims);
    }

    /**
     * The mean of all elements but NaN, {@code np.nanmean(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, else float64; NaN where there is nothing else
     */
    public static NDArray nanmean(NDArray a) {
        return NaNReduction.mean(a, Axes.all(a), false);
    }

    /**
     * The mean along an axis but for NaN, {@code np.nanmean(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmean(NDArray a, int axis) {
        return NaNReduction.mean(a, Axes.of(a, axis), false);
    }

    /**
     * The mean along several axes but for NaN, {@code np.nanmean(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmean(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.mean(a, Axes.of(a, axes), keepDims);
    }

    /**
     * The largest element of all elements but NaN, {@code np.nanmax(a)}.
     *
     * @param a the array
     * @return a 0-d array, of this dtype; NaN where there is nothing else
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}
     */
    public static NDArray nanmax(NDArray a) {
        return NaNReduction.maximum(a, Axes.all(a), false);
    }

    /**
     * The largest element along an axis but for NaN, {@code np.nanmax(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of this dtype; NaN where there is nothing else
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmax(NDArray a, int axis) {
        return NaNReduction.maximum(a, Axes.of(a, axis), false);
    }

    /**
     * The largest element along several axes but for NaN, {@code np.nanmax(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of this dtype; NaN where there is nothing else
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmax(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.maximum(a, Axes.of(a, axes), keepDims);
    }

    /**
     * The smallest element of all elements but NaN, {@code np.nanmin(a)}.
     *
     * @param a the array
     * @return a 0-d array, of this dtype; NaN where there is nothing else
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}
     */
    public static NDArray nanmin(NDArray a) {
        return NaNReduction.minimum(a, Axes.all(a), false);
    }

    /**
     * The smallest element along an axis but for NaN, {@code np.nanmin(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of this dtype; NaN where there is nothing else
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmin(NDArray a, int axis) {
        return NaNReduction.minimum(a, Axes.of(a, axis), false);
    }

    /**
     * The smallest element along several axes but for NaN, {@code np.nanmin(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of this dtype; NaN where there is nothing else
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmin(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.minimum(a, Axes.of(a, axes), keepDims);
    }

    /**
     * The median of all elements but NaN, {@code np.nanmedian(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, else float64; NaN where there is nothing else
     */
    public static NDArray nanmedian(NDArray a) {
        return Quantiles.nanmedian(a, Axes.all(a), false);
    }

    /**
     * The median along an axis but for NaN, {@code np.nanmedian(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmedian(NDArray a, int axis) {
        return Quantiles.nanmedian(a, Axes.moved(a, axis), false);
    }

    /**
     * The median along several axes but for NaN, {@code np.nanmedian(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanmedian(NDArray a, int[] axes, boolean keepDims) {
        return Quantiles.nanmedian(a, Axes.moved(a, axes), keepDims);
    }

    /**
     * The variance of all elements but NaN, {@code np.nanvar(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, else float64; NaN where there is nothing else
     */
    public static NDArray nanvar(NDArray a) {
        return NaNReduction.variance(a, Axes.all(a), false, 0);
    }

    /**
     * The variance along an axis but for NaN, {@code np.nanvar(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int axis) {
        return NaNReduction.variance(a, Axes.of(a, axis), false, 0);
    }

    /**
     * The variance along several axes but for NaN, {@code np.nanvar(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.variance(a, Axes.of(a, axes), keepDims, 0);
    }

    /**
     * The variance along several axes but for NaN, {@code np.nanvar(a, axes, keepdims=keepDims, ddof=ddof)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param ddof by how much the sum of squares is divided less than there are elements
     * @return a new array, of float32 for float32, else float64; NaN where there is nothing else, or too few for
     *     {@code ddof}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanvar(NDArray a, int[] axes, boolean keepDims, double ddof) {
        return NaNReduction.variance(a, Axes.of(a, axes), keepDims, ddof);
    }

    /**
     * The standard deviation of all elements but NaN, {@code np.nanstd(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, else float64; NaN where there is nothing else
     */
    public static NDArray nanstd(NDArray a) {
        return NaNReduction.standardDeviation(a, Axes.all(a), false, 0);
    }

    /**
     * The standard deviation along an axis but for NaN, {@code np.nanstd(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int axis) {
        return NaNReduction.standardDeviation(a, Axes.of(a, axis), false, 0);
    }

    /**
     * The standard deviation along several axes but for NaN, {@code np.nanstd(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of float32 for float32, else float64; NaN where there is nothing else
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int[] axes, boolean keepDims) {
        return NaNReduction.standardDeviation(a, Axes.of(a, axes), keepDims, 0);
    }

    /**
     * The standard deviation along several axes but for NaN, {@code np.nanstd(a, axes, keepdims=keepDims, ddof=ddof)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param ddof by how much the sum of squares is divided less than there are elements
     * @return a new array, of float32 for float32, else float64; NaN where there is nothing else, or too few for
     *     {@code ddof}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanstd(NDArray a, int[] axes, boolean keepDims, double ddof) {
        return NaNReduction.standardDeviation(a, Axes.of(a, axes), keepDims, ddof);
    }

    /**
     * The position of the first largest element in C order but for NaN, {@code np.nanargmax(a)}.
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
     * The position of the first largest element along an axis but for NaN, {@code np.nanargmax(a, axis)}.
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
     * The position of the first largest element along an axis but for NaN, {@code np.nanargmax(a, axis,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array of int64
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmax of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanargmax(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.argmax(a, axis, keepDims);
    }

    /**
     * The position of the first smallest element in C order but for NaN, {@code np.nanargmin(a)}.
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
     * The position of the first smallest element along an axis but for NaN, {@code np.nanargmin(a, axis)}.
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
     * The position of the first smallest element along an axis but for NaN, {@code np.nanargmin(a, axis,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array of int64
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmin of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nanargmin(NDArray a, int axis, boolean keepDims) {
        return NaNReduction.argmin(a, axis, keepDims);
    }
}
