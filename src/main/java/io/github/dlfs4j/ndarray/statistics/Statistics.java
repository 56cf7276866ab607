package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Side;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Objects;

/**
 * Order statistics, averages, correlations and histograms, from NumPy's chapter <i>Statistics</i>. The mean, the
 * variance and the standard deviation are methods of {@link NDArray}. Statistics that ignore NaN are in
 * {@link NaNStatistics}.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(new int[][] {{10, 7, 4}, {3, 2, 1}});
 * System.out.println(Statistics.median(a));
 * System.out.println(Statistics.percentile(a, 50, 0));
 * System.out.println(Statistics.bincount(NDArray.of(0, 1, 1, 3)));
 * System.out.println(Statistics.histogram(a, 3).counts());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 3.5
 * [6.5 4.5 2.5]
 * [1 2 0 1]
 * [3 1 2]
 * }</pre>
 */
public final class Statistics {
    private static final int DEFAULT_BINS = 10;

    private Statistics() {}

    // Order statistics

    /**
     * Returns the median of all elements, {@code np.median(a)}: the middle element in ascending order, or the mean of
     * the two in the middle.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN if there are no elements or any element is
     *     NaN
     */
    public static NDArray median(NDArray a) {
        return median(a, ReductionOptions.DEFAULT);
    }

    /**
     * Returns the median along an axis, {@code np.median(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #median(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray median(NDArray a, int axis) {
        return median(a, ReductionOptions.axes(axis));
    }

    /**
     * Returns the median with options, {@code np.median(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, and whether they stay
     * @return a new array, as for {@link #median(NDArray)}
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code median() got an unexpected keyword argument 'where'}
     */
    public static NDArray median(NDArray a, ReductionOptions options) {
        return Quantiles.median(a, options);
    }

    /**
     * Returns a percentile of all elements, {@code np.percentile(a, q)}: the number that q per cent of the elements do
     * not exceed, interpolated linearly between two elements.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN if any element is NaN
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException if there are no elements: {@code index -1 is out of bounds for axis 0 with size
     *     0}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray percentile(NDArray a, double q) {
        return percentile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
    }

    /**
     * Returns a percentile along an axis, {@code np.percentile(a, q, axis)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #percentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray percentile(NDArray a, double q, int axis) {
        return percentile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
    }

    /**
     * Returns several percentiles of all elements, {@code np.percentile(a, q)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @return a new array of the shape of {@code q}, of the promoted dtype or, for integers, float64
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException if there are no elements: {@code index -1 is out of bounds for axis 0 with size
     *     0}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray percentile(NDArray a, NDArray q) {
        return percentile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
    }

    /**
     * Returns several percentiles along an axis, {@code np.percentile(a, q, axis)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param axis the axis; a negative one counts from the end
     * @return a new array, whose first axes are those of {@code q}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray percentile(NDArray a, NDArray q, int axis) {
        return percentile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile of all elements, {@code np.quantile(a, q)}: the number that a share of q of the elements does
     * not exceed, interpolated linearly between two elements.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @return a 0-d array, of float32 for float32, otherwise of float64; NaN if any element is NaN
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException if there are no elements: {@code index -1 is out of bounds for axis 0 with size
     *     0}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray quantile(NDArray a, double q) {
        return quantile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile along an axis, {@code np.quantile(a, q, axis)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #quantile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray quantile(NDArray a, double q, int axis) {
        return quantile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
    }

    /**
     * Returns several quantiles of all elements, {@code np.quantile(a, q)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @return a new array of the shape of {@code q}, of the promoted dtype or, for integers, float64
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException if there are no elements: {@code index -1 is out of bounds for axis 0 with size
     *     0}
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray quantile(NDArray a, NDArray q) {
        return quantile(a, q, ReductionOptions.DEFAULT, QuantileMethod.LINEAR);
    }

    /**
     * Returns several quantiles along an axis, {@code np.quantile(a, q, axis)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param axis the axis; a negative one counts from the end
     * @return a new array, whose first axes are those of {@code q}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray quantile(NDArray a, NDArray q, int axis) {
        return quantile(a, q, ReductionOptions.axes(axis), QuantileMethod.LINEAR);
    }

    /**
     * Returns a percentile with options by a method, {@code np.percentile(a, q, axis, method=method,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentile, from 0 to 100
     * @param options the axes, and whether they stay
     * @param method how to find a percentile that lies between two elements
     * @return a new array without those axes, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #percentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException {@code percentile() got an unexpected keyword argument 'where'}, or if the
     *     array is bool and the method computes values between elements
     */
    public static NDArray percentile(NDArray a, double q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("percentile");
        return Quantiles.quantileOf(a, Quantiles.fractionOfPercent(NDArray.scalar(q)), true, options, method);
    }

    /**
     * Returns several percentiles with options by a method, {@code np.percentile(a, q, axis, method=method,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the percentiles, from 0 to 100, in an array of at most two axes
     * @param options the axes, and whether they stay
     * @param method how to find a percentile that lies between two elements
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} for the methods that
     *     choose one of its elements, otherwise as for {@link #percentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException {@code percentile() got an unexpected keyword argument 'where'}, or if the
     *     array is bool and the method computes values between elements
     */
    public static NDArray percentile(NDArray a, NDArray q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("percentile");
        return Quantiles.quantileOf(a, Quantiles.fractionOfPercent(q), false, options, method);
    }

    /**
     * Returns a quantile with options by a method, {@code np.quantile(a, q, axis, method=method, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantile, from 0 to 1
     * @param options the axes, and whether they stay
     * @param method how to find a quantile that lies between two elements
     * @return a new array without those axes, of the dtype of {@code a} for the methods that choose one of its
     *     elements, otherwise as for {@link #quantile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException {@code quantile() got an unexpected keyword argument 'where'}, or if the
     *     array is bool and the method computes values between elements
     */
    public static NDArray quantile(NDArray a, double q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("quantile");
        return Quantiles.quantileOf(a, Quantiles.checkedFraction(NDArray.scalar(q)), true, options, method);
    }

    /**
     * Returns several quantiles with options by a method, {@code np.quantile(a, q, axis, method=method,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q the quantiles, from 0 to 1, in an array of at most two axes
     * @param options the axes, and whether they stay
     * @param method how to find a quantile that lies between two elements
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} for the methods that
     *     choose one of its elements, otherwise as for {@link #quantile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or if there are no
     *     elements
     * @throws UnsupportedOperationException {@code quantile() got an unexpected keyword argument 'where'}, or if the
     *     array is bool and the method computes values between elements
     */
    public static NDArray quantile(NDArray a, NDArray q, ReductionOptions options, QuantileMethod method) {
        Inside.arguments(options).checkTaken("quantile");
        return Quantiles.quantileOf(a, Quantiles.checkedFraction(q), false, options, method);
    }

    // Averages and correlation

    /**
     * Returns the weighted average of all elements, {@code np.average(a, weights=weights)}: the sum of the products of
     * elements and weights, divided by the sum of the weights.
     *
     * @param a the array
     * @param weights an array of the same shape
     * @return a 0-d array, of the promoted dtype if {@code a} is floating-point, otherwise float64
     * @throws IllegalArgumentException {@code Weights sum to zero, can't be normalized}
     * @throws UnsupportedOperationException {@code Axis must be specified when shapes of a and weights differ.}
     */
    public static NDArray average(NDArray a, NDArray weights) {
        return average(a, weights, ReductionOptions.DEFAULT);
    }

    /**
     * Returns the weighted average along an axis, {@code np.average(a, axis, weights)}.
     *
     * @param a the array
     * @param weights an array of the same shape, or of the shape that the lengths of the axes form
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as for {@link #average(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Weights sum to zero, can't be normalized}, {@code Shape of weights must
     *     be consistent with shape of a along specified axis.}, or {@code repeated axis in `axis` argument}
     * @throws IndexOutOfBoundsException {@code axis: axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray average(NDArray a, NDArray weights, int axis) {
        return average(a, weights, ReductionOptions.axes(axis));
    }

    /**
     * Returns the weighted average with options, {@code np.average(a, axis, weights, keepdims=keepDims)}.
     *
     * @param a the array
     * @param weights an array of the same shape, or of the shape that the lengths of the axes form
     * @param options the axes, and whether they stay
     * @return a new array, as for {@link #average(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Weights sum to zero, can't be normalized}, {@code Shape of weights must
     *     be consistent with shape of a along specified axis.}, or {@code repeated axis in `axis` argument}
     * @throws IndexOutOfBoundsException {@code axis: axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code average() got an unexpected keyword argument 'where'}
     */
    public static NDArray average(NDArray a, NDArray weights, ReductionOptions options) {
        return Averages.average(a, weights, options);
    }

    /**
     * Returns the covariance matrix, {@code np.cov(m)}. Sums of products are added as in {@link NDArray#dot(NDArray)},
     * so they differ from NumPy's by rounding.
     *
     * @param m a row for each variable and a column for each observation, or a vector of observations of one variable
     * @return a new array of float64 of shape (variables, variables), or a 0-d array for one variable
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray cov(NDArray m) {
        return cov(m, true);
    }

    /**
     * Returns the covariance matrix, {@code np.cov(m, rowvar=inRows)}.
     *
     * @param m the observations
     * @param inRows whether the variables are the rows; otherwise they are the columns
     * @return a new array, as for {@link #cov(NDArray)}
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray cov(NDArray m, boolean inRows) {
        return cov(m, inRows, 1);
    }

    /**
     * Returns the covariance matrix, {@code np.cov(m, rowvar=inRows, ddof=ddof)}.
     *
     * @param m the observations
     * @param inRows whether the variables are the rows; otherwise they are the columns
     * @param ddof the delta degrees of freedom: the sum is divided by the number of observations minus {@code ddof}
     * @return a new array, as for {@link #cov(NDArray)}
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray cov(NDArray m, boolean inRows, double ddof) {
        return Averages.covariance(Averages.variables(m, "m", inRows), ddof);
    }

    /**
     * Returns the covariance matrix of the variables of two arrays, {@code np.cov(m, y)}.
     *
     * @param m a row for each variable
     * @param y more variables, with the same number of observations
     * @return a new array, as for {@link #cov(NDArray)}
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}, or, if the numbers of observations differ,
     *     {@code all the input array dimensions except for the concatenation axis must match exactly, …}
     */
    public static NDArray cov(NDArray m, NDArray y) {
        NDArray variables = Averages.variables(m, "m", true);
        NDArray more = Averages.variables(Objects.requireNonNull(y, "y"), "y", true);
        return Averages.covariance(variables.shape(0) == 0 ? variables : NDArray.concatenate(0, variables, more), 1);
    }

    /**
     * Returns the matrix of correlation coefficients, {@code np.corrcoef(m)}: the covariances divided by the standard
     * deviations of both variables.
     *
     * @param m a row for each variable and a column for each observation
     * @return a new array of float64 of shape (variables, variables), from -1 to 1, or a 0-d array for one variable
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray corrcoef(NDArray m) {
        return Averages.correlation(cov(m));
    }

    /**
     * Returns the matrix of correlation coefficients, {@code np.corrcoef(m, rowvar=inRows)}.
     *
     * @param m the observations
     * @param inRows whether the variables are the rows; otherwise they are the columns
     * @return a new array, as for {@link #corrcoef(NDArray)}
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray corrcoef(NDArray m, boolean inRows) {
        return Averages.correlation(cov(m, inRows));
    }

    /**
     * Returns the matrix of correlation coefficients of the variables of two arrays, {@code np.corrcoef(m, y)}.
     *
     * @param m a row for each variable
     * @param y more variables, with the same number of observations
     * @return a new array, as for {@link #corrcoef(NDArray)}
     * @throws IllegalArgumentException as for {@link #cov(NDArray, NDArray)}
     */
    public static NDArray corrcoef(NDArray m, NDArray y) {
        return Averages.correlation(cov(m, y));
    }

    // Histograms

    /**
     * Returns a histogram with ten bins of equal width, from the smallest element to the largest,
     * {@code np.histogram(a)}.
     *
     * @param a the array
     * @return the counts and the edges, which are float32 for float32 and float64 otherwise
     * @throws IllegalArgumentException {@code autodetected range of [nan, nan] is not finite}
     */
    public static Histogram histogram(NDArray a) {
        return histogram(a, DEFAULT_BINS);
    }

    /**
     * Returns a histogram with bins of equal width, {@code np.histogram(a, bins)}.
     *
     * @param a the array
     * @param bins the number of bins
     * @return the same as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException {@code autodetected range of [nan, nan] is not finite}, {@code `bins` must be
     *     positive, when an integer}, or {@code Too many bins for data range. Cannot create 10 finite-sized bins.}
     */
    public static Histogram histogram(NDArray a, int bins) {
        return Histograms.ofRange(a, bins, null);
    }

    /**
     * Returns a histogram with as many bins of equal width as a rule chooses, {@code np.histogram(a, 'auto')}.
     *
     * @param a the array
     * @param rule the rule for the number of bins
     * @return the same as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException {@code autodetected range of [nan, nan] is not finite}, or {@code Too many bins
     *     for data range. Cannot create 10 finite-sized bins.}
     */
    public static Histogram histogram(NDArray a, BinRule rule) {
        return Histograms.ofRule(a, Objects.requireNonNull(rule, "rule"));
    }

    /**
     * Returns a histogram with bins of equal width between two numbers, as many as a rule chooses for the elements
     * between them, {@code np.histogram(a, 'auto', (min, max))}.
     *
     * @param a the array
     * @param rule the rule for the number of bins
     * @param min the first edge
     * @param max the last edge
     * @return the same as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException as for {@link #histogram(NDArray, int, double, double)}
     */
    public static Histogram histogram(NDArray a, BinRule rule, double min, double max) {
        return Histograms.ofRule(a, Objects.requireNonNull(rule, "rule"), min, max);
    }

    /**
     * Returns a weighted histogram with bins of equal width, {@code np.histogram(a, bins, weights=weights)}.
     *
     * @param a the array
     * @param bins the number of bins
     * @param weights an array of the same shape
     * @return the same as {@link #histogram(NDArray)}, but the counts are sums of weights, of the dtype of the weights
     * @throws IllegalArgumentException as for {@link #histogram(NDArray, int)}, or {@code weights should have the same
     *     shape as a.}
     */
    public static Histogram histogram(NDArray a, int bins, NDArray weights) {
        return Histograms.ofRange(a, bins, Objects.requireNonNull(weights, "weights"));
    }

    /**
     * Returns a histogram with bins of equal width between two numbers, {@code np.histogram(a, bins, (min, max))}.
     * Elements outside are ignored.
     *
     * @param a the array
     * @param bins the number of bins
     * @param min the first edge
     * @param max the last edge
     * @return the same as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException {@code max must be larger than min in range parameter.}, {@code supplied range
     *     of [0.0, inf] is not finite}, or as for {@link #histogram(NDArray, int)}
     */
    public static Histogram histogram(NDArray a, int bins, double min, double max) {
        return Histograms.ofRange(a, bins, min, max, null);
    }

    /**
     * Returns a weighted histogram with bins of equal width between two numbers, {@code np.histogram(a, bins, (min,
     * max), weights=weights)}.
     *
     * @param a the array
     * @param bins the number of bins
     * @param min the first edge
     * @param max the last edge
     * @param weights an array of the same shape
     * @return the same as {@link #histogram(NDArray, int, NDArray)}
     * @throws IllegalArgumentException as for {@link #histogram(NDArray, int, double, double)}, or {@code weights
     *     should have the same shape as a.}
     */
    public static Histogram histogram(NDArray a, int bins, double min, double max, NDArray weights) {
        return Histograms.ofRange(a, bins, min, max, Objects.requireNonNull(weights, "weights"));
    }

    /**
     * Returns a histogram with bins between given edges, {@code np.histogram(a, edges)}.
     *
     * @param a the array
     * @param edges the edges, ascending
     * @return the counts, and these edges
     * @throws IllegalArgumentException {@code `bins` must increase monotonically, when an array}, or {@code `bins` must
     *     be 1d, when an array}
     */
    public static Histogram histogram(NDArray a, NDArray edges) {
        return Histograms.ofEdges(a, edges, null);
    }

    /**
     * Returns a weighted histogram with bins between given edges, {@code np.histogram(a, edges, weights=weights)}.
     *
     * @param a the array
     * @param edges the edges, ascending
     * @param weights an array of the shape of {@code a}
     * @return the sums of the weights, and these edges
     * @throws IllegalArgumentException as for {@link #histogram(NDArray, NDArray)}, or {@code weights should have the
     *     same shape as a.}
     */
    public static Histogram histogram(NDArray a, NDArray edges, NDArray weights) {
        return Histograms.ofEdges(a, edges, Objects.requireNonNull(weights, "weights"));
    }

    /**
     * Counts how often each integer from 0 on occurs, {@code np.bincount(a)}.
     *
     * @param a a vector of integers that are not negative
     * @return a new array of int64, whose length is one more than the largest integer
     * @throws IllegalArgumentException {@code 'list' argument must have no negative elements}, {@code object too deep
     *     for desired array}, or {@code object of too small depth for desired array}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'safe'}
     */
    public static NDArray bincount(NDArray a) {
        return bincount(a, 0);
    }

    /**
     * Works like {@link #bincount(NDArray)}, with a result of at least a given length, {@code np.bincount(a,
     * minlength=minlength)}.
     *
     * @param a a vector of integers that are not negative
     * @param minlength the smallest length of the result
     * @return a new array of int64
     * @throws IllegalArgumentException as for {@link #bincount(NDArray)}, or {@code 'minlength' must not be negative}
     * @throws UnsupportedOperationException as for {@link #bincount(NDArray)}
     */
    public static NDArray bincount(NDArray a, int minlength) {
        return Counting.bincount(a, minlength);
    }

    /**
     * Adds up the weights of each integer from 0 on, {@code np.bincount(a, weights)}.
     *
     * @param a a vector of integers that are not negative
     * @param weights a weight for each integer
     * @return a new array of float64
     * @throws IllegalArgumentException as for {@link #bincount(NDArray)}, or {@code The weights and list don't have the
     *     same length.}
     * @throws UnsupportedOperationException as for {@link #bincount(NDArray)}
     */
    public static NDArray bincount(NDArray a, NDArray weights) {
        return bincount(a, weights, 0);
    }

    /**
     * Works like {@link #bincount(NDArray, NDArray)}, with a result of at least a given length, {@code np.bincount(a,
     * weights, minlength)}.
     *
     * @param a a vector of integers that are not negative
     * @param weights a weight for each integer
     * @param minlength the smallest length of the result
     * @return a new array of float64
     * @throws IllegalArgumentException as for {@link #bincount(NDArray, NDArray)}, or {@code 'minlength' must not be
     *     negative}
     * @throws UnsupportedOperationException as for {@link #bincount(NDArray)}
     */
    public static NDArray bincount(NDArray a, NDArray weights, int minlength) {
        return Counting.bincount(a, weights, minlength);
    }

    /**
     * Returns the bins in which the elements lie, {@code np.digitize(a, bins)}. If the edges ascend, an element x lies
     * in bin i if {@code bins[i - 1] <= x < bins[i]}; if they descend, if {@code bins[i - 1] > x >= bins[i]}.
     *
     * @param a the array
     * @param bins a vector of edges, ascending or descending
     * @return a new array of int64, of the shape of {@code a}
     * @throws IllegalArgumentException {@code bins must be monotonically increasing or decreasing}, {@code object too
     *     deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray digitize(NDArray a, NDArray bins) {
        return digitize(a, bins, false);
    }

    /**
     * Works like {@link #digitize(NDArray, NDArray)}, with a choice of the edge that a bin includes,
     * {@code np.digitize(a, bins, right)}.
     *
     * @param a the array
     * @param bins a vector of edges, ascending or descending
     * @param right whether a bin includes its upper edge instead of its lower edge
     * @return a new array of int64, of the shape of {@code a}
     * @throws IllegalArgumentException as for {@link #digitize(NDArray, NDArray)}
     */
    public static NDArray digitize(NDArray a, NDArray bins, boolean right) {
        Lengths.checkLine(bins.ndim());
        boolean falls = Counting.falls(bins);
        if (!falls) {
            return bins.searchsorted(Objects.requireNonNull(a, "a"), right ? Side.LEFT : Side.RIGHT);
        }
        NDArray reversed = bins.get(Index.range(null, null, -1));
        return reversed.searchsorted(a, right ? Side.LEFT : Side.RIGHT).rsub((long) bins.size());
    }

    /**
     * Returns a histogram of pairs with ten times ten bins of equal width, from the smallest numbers to the largest,
     * {@code np.histogram2d(x, y)}.
     *
     * @param x the first number of each pair, {@code (n,)}
     * @param y the second number of each pair, {@code (n,)}
     * @return the counts and the edges, which are float32 for float32 and float64 otherwise
     * @throws IllegalArgumentException {@code x and y must have the same length.}, or {@code autodetected range of
     *     [nan, nan] is not finite}
     */
    public static Histogram2D histogram2d(NDArray x, NDArray y) {
        return histogram2d(x, y, DEFAULT_BINS);
    }

    /**
     * Returns a histogram of pairs with as many bins of equal width for x as for y, {@code np.histogram2d(x, y, bins)}.
     *
     * @param x the first number of each pair, {@code (n,)}
     * @param y the second number of each pair, {@code (n,)}
     * @param bins the number of bins of each
     * @return the counts and the edges, which are float32 for float32 and float64 otherwise
     * @throws IllegalArgumentException {@code x and y must have the same length.}, {@code `bins[0]` must be positive,
     *     when an integer}, or {@code autodetected range of [nan, nan] is not finite}
     */
    public static Histogram2D histogram2d(NDArray x, NDArray y, int bins) {
        return histogram2d(x, y, bins, bins);
    }

    /**
     * Returns a histogram of pairs with bins of equal width, {@code np.histogram2d(x, y, [xBins, yBins])}.
     *
     * @param x the first number of each pair, {@code (n,)}
     * @param y the second number of each pair, {@code (n,)}
     * @param xBins the number of bins of x
     * @param yBins the number of bins of y
     * @return the counts and the edges, which are float32 for float32 and float64 otherwise
     * @throws IllegalArgumentException {@code x and y must have the same length.}, {@code `bins[0]` must be positive,
     *     when an integer}, or {@code autodetected range of [nan, nan] is not finite}
     */
    public static Histogram2D histogram2d(NDArray x, NDArray y, int xBins, int yBins) {
        return PairHistograms.ofRange(x, y, xBins, yBins, null);
    }

    /**
     * Returns a histogram of pairs that adds up weights, {@code np.histogram2d(x, y, [xBins, yBins], weights=weights)}.
     *
     * @param x the first number of each pair, {@code (n,)}
     * @param y the second number of each pair, {@code (n,)}
     * @param xBins the number of bins of x
     * @param yBins the number of bins of y
     * @param weights the weight of each pair, {@code (n,)}
     * @return the counts and the edges, which are float32 for float32 and float64 otherwise
     * @throws IllegalArgumentException {@code x and y must have the same length.}, {@code `bins[0]` must be positive,
     *     when an integer}, {@code autodetected range of [nan, nan] is not finite}, or {@code The weights and list
     *     don't have the same length.}
     */
    public static Histogram2D histogram2d(NDArray x, NDArray y, int xBins, int yBins, NDArray weights) {
        return PairHistograms.ofRange(x, y, xBins, yBins, Objects.requireNonNull(weights, "weights"));
    }

    /**
     * Returns a histogram of pairs with bins of equal width between given numbers, {@code np.histogram2d(x, y, [xBins,
     * yBins], range=[xRange, yRange])}.
     *
     * @param x the first number of each pair, {@code (n,)}
     * @param y the second number of each pair, {@code (n,)}
     * @param xBins the number of bins of x
     * @param yBins the number of bins of y
     * @param xRange the lower end and the upper end of the bins of x
     * @param yRange the lower end and the upper end of the bins of y
     * @return the counts and the edges
     * @throws IllegalArgumentException {@code x and y must have the same length.}, {@code `bins[0]` must be positive,
     *     when an integer}, {@code max must be larger than min in range parameter.}, or {@code supplied range of [nan,
     *     nan] is not finite}
     */
    public static Histogram2D histogram2d(
            NDArray x, NDArray y, int xBins, int yBins, double[] xRange, double[] yRange) {
        return PairHistograms.ofRange(x, y, xBins, yBins, xRange, yRange, null);
    }

    /**
     * Returns a histogram of pairs with bins between given edges, {@code np.histogram2d(x, y, [xEdges, yEdges])}.
     *
     * @param x the first number of each pair, {@code (n,)}
     * @param y the second number of each pair, {@code (n,)}
     * @param xEdges the edges of the bins of x, ascending
     * @param yEdges the edges of the bins of y, ascending
     * @return the counts and the edges
     * @throws IllegalArgumentException {@code x and y must have the same length.}, {@code `bins[0]` must be
     *     monotonically increasing, when an array}, or {@code `bins[0]` must be a scalar or 1d array}
     */
    public static Histogram2D histogram2d(NDArray x, NDArray y, NDArray xEdges, NDArray yEdges) {
        return PairHistograms.ofEdges(x, y, xEdges, yEdges, null);
    }

    /**
     * Returns a histogram of pairs with bins between given edges, that adds up weights, {@code np.histogram2d(x, y,
     * [xEdges, yEdges], weights=weights)}.
     *
     * @param x the first number of each pair, {@code (n,)}
     * @param y the second number of each pair, {@code (n,)}
     * @param xEdges the edges of the bins of x, ascending
     * @param yEdges the edges of the bins of y, ascending
     * @param weights the weight of each pair, {@code (n,)}
     * @return the counts and the edges
     * @throws IllegalArgumentException {@code x and y must have the same length.}, {@code `bins[0]` must be
     *     monotonically increasing, when an array}, or {@code `bins[0]` must be a scalar or 1d array}
     */
    public static Histogram2D histogram2d(NDArray x, NDArray y, NDArray xEdges, NDArray yEdges, NDArray weights) {
        return PairHistograms.ofEdges(x, y, xEdges, yEdges, Objects.requireNonNull(weights, "weights"));
    }
}
