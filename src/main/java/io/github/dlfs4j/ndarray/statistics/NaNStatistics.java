package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;

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
        return nansum(a, ReductionOptions.DEFAULT);
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
        return nansum(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the sum with options, ignoring NaN, {@code np.nansum(a, axis, initial=initial, where=mask, out=out,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, whether they stay, the elements that are taken, and what else NumPy's function takes
     * @return a new array, of int64 for bool and uint8, otherwise of the same dtype; 0 where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nansum() got an unexpected keyword argument 'ddof'}
     */
    public static NDArray nansum(NDArray a, ReductionOptions options) {
        Inside.arguments(options).checkTaken("nansum", "where", "initial", "out");
        return NaNReduction.replaced(a, 0).sum(options);
    }

    /**
     * Returns the product of all elements, ignoring NaN, {@code np.nanprod(a)}.
     *
     * @param a the array
     * @return a 0-d array, of int64 for bool and uint8, otherwise of the same dtype; 1 where every element is NaN
     */
    public static NDArray nanprod(NDArray a) {
        return nanprod(a, ReductionOptions.DEFAULT);
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
        return nanprod(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the product with options, ignoring NaN, {@code np.nanprod(a, axis, initial=initial, where=mask, out=out,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, whether they stay, the elements that are taken, and what else NumPy's function takes
     * @return a new array, of int64 for bool and uint8, otherwise of the same dtype; 1 where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanprod() got an unexpected keyword argument 'ddof'}
     */
    public static NDArray nanprod(NDArray a, ReductionOptions options) {
        Inside.arguments(options).checkTaken("nanprod", "where", "initial", "out");
        return NaNReduction.replaced(a, 1).prod(options);
    }

    /**
     * Returns the mean of all elements, ignoring NaN, {@code np.nanmean(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanmean(NDArray a) {
        return nanmean(a, ReductionOptions.DEFAULT);
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
        return nanmean(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the mean with options, ignoring NaN, {@code np.nanmean(a, axis, where=mask, out=out, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, whether they stay, the elements that are taken, and what else NumPy's function takes
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanmean() got an unexpected keyword argument 'ddof'}
     */
    public static NDArray nanmean(NDArray a, ReductionOptions options) {
        return NaNReduction.mean(a, options);
    }

    /**
     * Returns the largest element, ignoring NaN, {@code np.nanmax(a)}.
     *
     * @param a the array
     * @return a 0-d array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}
     */
    public static NDArray nanmax(NDArray a) {
        return nanmax(a, ReductionOptions.DEFAULT);
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
        return nanmax(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the largest element with options, ignoring NaN, {@code np.nanmax(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, and whether they stay
     * @return a new array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmax which has no identity}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanmax() got an unexpected keyword argument 'where'}
     */
    public static NDArray nanmax(NDArray a, ReductionOptions options) {
        Inside.arguments(options).checkTaken("nanmax");
        NaNReduction.checkNotEmpty("fmax", a, options);
        return NaNReduction.withNaN(
                NaNReduction.replaced(a, Double.NEGATIVE_INFINITY).max(options), a, options);
    }

    /**
     * Returns the smallest element, ignoring NaN, {@code np.nanmin(a)}.
     *
     * @param a the array
     * @return a 0-d array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}
     */
    public static NDArray nanmin(NDArray a) {
        return nanmin(a, ReductionOptions.DEFAULT);
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
        return nanmin(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the smallest element with options, ignoring NaN, {@code np.nanmin(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, and whether they stay
     * @return a new array, of the same dtype; NaN where every element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation fmin which has no identity}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanmin() got an unexpected keyword argument 'where'}
     */
    public static NDArray nanmin(NDArray a, ReductionOptions options) {
        Inside.arguments(options).checkTaken("nanmin");
        NaNReduction.checkNotEmpty("fmin", a, options);
        return NaNReduction.withNaN(
                NaNReduction.replaced(a, Double.POSITIVE_INFINITY).min(options), a, options);
    }

    /**
     * Returns the median of all elements, ignoring NaN, {@code np.nanmedian(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanmedian(NDArray a) {
        return nanmedian(a, ReductionOptions.DEFAULT);
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
        return nanmedian(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the median with options, ignoring NaN, {@code np.nanmedian(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, and whether they stay
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanmedian() got an unexpected keyword argument 'where'}
     */
    public static NDArray nanmedian(NDArray a, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken("nanmedian");
        if (a.size() == 0) {
            return NaNReduction.mean(a, options); // with its errors, as in NumPy
        }
        Axes axes = arguments.movedAxesOf(a.ndim());
        NDArray sorted = Quantiles.sortedLines(a, axes);
        NDArray count = sorted.eq(sorted).sum(-1, true);
        NDArray low = NaNReduction.halved(count.sub(1).maximum(0));
        NDArray high = NaNReduction.halved(count);
        NDArray pair = NDArray.concatenate(
                -1, IndexRoutines.takeAlongAxis(sorted, low, -1), IndexRoutines.takeAlongAxis(sorted, high, -1));
        NDArray single = pair.get(Index.ellipsis(), Index.range(0, 1)).mean(-1);
        NDArray isSingle = low.eq(high).get(Index.ellipsis(), 0);
        return Quantiles.inShape(NDArray.where(isSingle, single, pair.mean(-1)), a.shape(), axes, arguments.keepDims());
    }

    /**
     * Returns the variance of all elements, ignoring NaN, {@code np.nanvar(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanvar(NDArray a) {
        return nanvar(a, ReductionOptions.DEFAULT);
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
        return nanvar(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the variance with options, ignoring NaN, {@code np.nanvar(a, axis, ddof=ddof, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, whether they stay, and the correction {@code ddof}: the sum of squares is divided by the
     *     number of elements other than NaN, minus {@code ddof}
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN, or where too
     *     few are left for {@code ddof}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanvar() got an unexpected keyword argument 'out'}
     */
    public static NDArray nanvar(NDArray a, ReductionOptions options) {
        return NaNReduction.variance("nanvar", a, options);
    }

    /**
     * Returns the standard deviation of all elements, ignoring NaN, {@code np.nanstd(a)}.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN where every element is NaN
     */
    public static NDArray nanstd(NDArray a) {
        return nanstd(a, ReductionOptions.DEFAULT);
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
        return nanstd(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the standard deviation with options, ignoring NaN, {@code np.nanstd(a, axis, ddof=ddof,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, whether they stay, and the correction {@code ddof}: the sum of squares is divided by the
     *     number of elements other than NaN, minus {@code ddof}
     * @return a new array, of float32 for float32, otherwise of float64; NaN where every element is NaN, or where too
     *     few are left for {@code ddof}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanstd() got an unexpected keyword argument 'out'}
     */
    public static NDArray nanstd(NDArray a, ReductionOptions options) {
        return NaNReduction.variance("nanstd", a, options).sqrt();
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
        return nanargmax(a, ReductionOptions.DEFAULT);
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
        return nanargmax(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the position of the first largest element with options, ignoring NaN, {@code np.nanargmax(a, axis,
     * out=out, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options one axis, or none for the position in C order; whether it stays; an output of integers or bool
     * @return a new array of int64, or the output
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmax of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanargmax() got an unexpected keyword argument 'where'}
     */
    public static NDArray nanargmax(NDArray a, ReductionOptions options) {
        NaNReduction.checkNumbers("nanargmax", a, options);
        return NaNReduction.replaced(a, Double.NEGATIVE_INFINITY).argmax(options);
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
        return nanargmin(a, ReductionOptions.DEFAULT);
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
        return nanargmin(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the position of the first smallest element with options, ignoring NaN, {@code np.nanargmin(a, axis,
     * out=out, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options one axis, or none for the position in C order; whether it stays; an output of integers or bool
     * @return a new array of int64, or the output
     * @throws IllegalArgumentException {@code All-NaN slice encountered}, or {@code attempt to get argmin of an empty
     *     sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanargmin() got an unexpected keyword argument 'where'}
     */
    public static NDArray nanargmin(NDArray a, ReductionOptions options) {
        NaNReduction.checkNumbers("nanargmin", a, options);
        return NaNReduction.replaced(a, Double.POSITIVE_INFINITY).argmin(options);
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
        return nanpercentile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
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
        return nanpercentile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
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
        return nanpercentile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
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
        return nanpercentile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
    }

    /**
     * Returns a percentile with options by a method, ignoring NaN, {@code np.nanpercentile(a, q, axis, method=method,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param options the axes, and whether they stay
     * @param method how to find a percentile that lies between two elements
     * @return a new array without those axes, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanpercentile() got an unexpected keyword argument 'where'}, or if
     *     the array is bool and the method computes values between elements
     */
    public static NDArray nanpercentile(NDArray a, double q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("nanpercentile");
        return NaNQuantiles.quantileOf(a, Quantiles.fractionOfPercent(NDArray.scalar(q)), true, options, method);
    }

    /**
     * Returns several percentiles with options by a method, ignoring NaN, {@code np.nanpercentile(a, q, axis,
     * method=method, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param options the axes, and whether they stay
     * @param method how to find a percentile that lies between two elements
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} for the methods that
     *     choose one of its elements, otherwise as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanpercentile() got an unexpected keyword argument 'where'}, or if
     *     the array is bool and the method computes values between elements
     */
    public static NDArray nanpercentile(NDArray a, NDArray q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("nanpercentile");
        return NaNQuantiles.quantileOf(a, Quantiles.fractionOfPercent(q), false, options, method);
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
        return nanquantile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
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
        return nanquantile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
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
        return nanquantile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
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
        return nanquantile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile with options by a method, ignoring NaN, {@code np.nanquantile(a, q, axis, method=method,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param options the axes, and whether they stay
     * @param method how to find a quantile that lies between two elements
     * @return a new array without those axes, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #nanpercentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanquantile() got an unexpected keyword argument 'where'}, or if the
     *     array is bool and the method computes values between elements
     */
    public static NDArray nanquantile(NDArray a, double q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("nanquantile");
        return NaNQuantiles.quantileOf(a, Quantiles.checkedFraction(NDArray.scalar(q)), true, options, method);
    }

    /**
     * Returns several quantiles with options by a method, ignoring NaN, {@code np.nanquantile(a, q, axis,
     * method=method, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param options the axes, and whether they stay
     * @param method how to find a quantile that lies between two elements
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} for the methods that
     *     choose one of its elements, otherwise as for {@link #nanpercentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code nanquantile() got an unexpected keyword argument 'where'}, or if the
     *     array is bool and the method computes values between elements
     */
    public static NDArray nanquantile(NDArray a, NDArray q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("nanquantile");
        return NaNQuantiles.quantileOf(a, Quantiles.checkedFraction(q), false, options, method);
    }

    /**
     * Returns the running sums of all elements in C order, {@code np.nancumsum(a)}; NaN counts as 0.
     *
     * @param a the array
     * @return a new array with one axis, of int64 for bool and uint8, otherwise of the same dtype
     */
    public static NDArray nancumsum(NDArray a) {
        return NaNReduction.replaced(a, 0).cumsum();
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
        return NaNReduction.replaced(a, 0).cumsum(axis);
    }

    /**
     * Returns the running products of all elements in C order, {@code np.nancumprod(a)}; NaN counts as 1.
     *
     * @param a the array
     * @return a new array with one axis, of int64 for bool and uint8, otherwise of the same dtype
     */
    public static NDArray nancumprod(NDArray a) {
        return NaNReduction.replaced(a, 1).cumprod();
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
        return NaNReduction.replaced(a, 1).cumprod(axis);
    }
}
