package io.github.dlfs4j.ndarray;

/**
 * Statistics: order statistics, averages, correlation, histograms, as NumPy has them as functions of the module. The
 * mean, the variance and the standard deviation are methods of {@link NDArray}; what leaves NaN out is in
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

    /**
     * A histogram.
     *
     * @param counts for each bin how many numbers it has, of int64; or the sum of their weights, of the dtype of those
     * @param edges the edges of the bins, one more than there are bins; the last bin has both of its edges, the others
     *     their lower ones
     */
    public record Histogram(NDArray counts, NDArray edges) {
        /**
         * The counts as a density, whose integral over all bins is 1, {@code np.histogram(…, density=True)[0]}.
         *
         * @return a new array of float64
         */
        public NDArray density() {
            NDArray widths = Calculus.diff(edges).astype(DType.FLOAT64);
            return counts.div(widths).div(counts.sum());
        }
    }

    // Order statistics

    /**
     * The median of all elements, {@code np.median(a)}: the middle one in order, or the mean of the two in the middle.
     *
     * @param a the array
     * @return a 0-d array, of float32 for float32, else float64; NaN of no elements, or if one of them is NaN
     */
    public static NDArray median(NDArray a) {
        return Quantiles.median(a, Axes.all(a), false);
    }

    /**
     * The median along an axis, {@code np.median(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as {@link #median(NDArray)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray median(NDArray a, int axis) {
        return median(a, new int[] {axis}, false);
    }

    /**
     * The median along several axes, {@code np.median(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #median(NDArray)}
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray median(NDArray a, int[] axes, boolean keepDims) {
        return Quantiles.median(a, Axes.moved(a, axes), keepDims);
    }

    /**
     * A percentile of all elements, {@code np.percentile(a, q)}: what so large a part of them is not greater than.
     * Between two elements it is interpolated linearly.
     *
     * @param a the array
     * @param q which one, from 0 to 100
     * @return a 0-d array, of float32 for float32, else float64; NaN if one of the elements is NaN
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException of no elements: {@code index -1 is out of bounds for axis 0 with size 0}
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray percentile(NDArray a, double q) {
        return Quantiles.percentile(a, q, Axes.all(a), false, QuantileMethod.LINEAR);
    }

    /**
     * A percentile along an axis, {@code np.percentile(a, q, axis)}.
     *
     * @param a the array
     * @param q which one, from 0 to 100
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as {@link #percentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray percentile(NDArray a, double q, int axis) {
        return Quantiles.percentile(a, q, Axes.moved(a, axis), false, QuantileMethod.LINEAR);
    }

    /**
     * A percentile along several axes, {@code np.percentile(a, q, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which one, from 0 to 100
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #percentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray percentile(NDArray a, double q, int[] axes, boolean keepDims) {
        return Quantiles.percentile(a, q, Axes.moved(a, axes), keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Several percentiles of all elements, {@code np.percentile(a, q)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 100, with at most two axes
     * @return a new array of the shape of {@code q} and of the promoted dtype, or float64
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException of no elements: {@code index -1 is out of bounds for axis 0 with size 0}
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray percentile(NDArray a, NDArray q) {
        return Quantiles.percentile(a, q, Axes.all(a), false, QuantileMethod.LINEAR);
    }

    /**
     * Several percentiles along an axis, {@code np.percentile(a, q, axis)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 100, with at most two axes
     * @param axis the axis; a negative one counts from the end
     * @return a new array, whose first axes are those of {@code q}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray percentile(NDArray a, NDArray q, int axis) {
        return Quantiles.percentile(a, q, Axes.moved(a, axis), false, QuantileMethod.LINEAR);
    }

    /**
     * Several percentiles along several axes, {@code np.percentile(a, q, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 100, with at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, whose first axes are those of {@code q}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray percentile(NDArray a, NDArray q, int[] axes, boolean keepDims) {
        return Quantiles.percentile(a, q, Axes.moved(a, axes), keepDims, QuantileMethod.LINEAR);
    }

    /**
     * A quantile of all elements, {@code np.quantile(a, q)}: what so large a part of them is not greater than. Between
     * two elements it is interpolated linearly.
     *
     * @param a the array
     * @param q which one, from 0 to 1
     * @return a 0-d array, of float32 for float32, else float64; NaN if one of the elements is NaN
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException of no elements: {@code index -1 is out of bounds for axis 0 with size 0}
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray quantile(NDArray a, double q) {
        return Quantiles.quantile(a, q, Axes.all(a), false, QuantileMethod.LINEAR);
    }

    /**
     * A quantile along an axis, {@code np.quantile(a, q, axis)}.
     *
     * @param a the array
     * @param q which one, from 0 to 1
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, as {@link #quantile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray quantile(NDArray a, double q, int axis) {
        return Quantiles.quantile(a, q, Axes.moved(a, axis), false, QuantileMethod.LINEAR);
    }

    /**
     * A quantile along several axes, {@code np.quantile(a, q, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which one, from 0 to 1
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #quantile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray quantile(NDArray a, double q, int[] axes, boolean keepDims) {
        return Quantiles.quantile(a, q, Axes.moved(a, axes), keepDims, QuantileMethod.LINEAR);
    }

    /**
     * Several quantiles of all elements, {@code np.quantile(a, q)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 1, with at most two axes
     * @return a new array of the shape of {@code q} and of the promoted dtype, or float64
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException of no elements: {@code index -1 is out of bounds for axis 0 with size 0}
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray quantile(NDArray a, NDArray q) {
        return Quantiles.quantile(a, q, Axes.all(a), false, QuantileMethod.LINEAR);
    }

    /**
     * Several quantiles along an axis, {@code np.quantile(a, q, axis)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 1, with at most two axes
     * @param axis the axis; a negative one counts from the end
     * @return a new array, whose first axes are those of {@code q}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray quantile(NDArray a, NDArray q, int axis) {
        return Quantiles.quantile(a, q, Axes.moved(a, axis), false, QuantileMethod.LINEAR);
    }

    /**
     * Several quantiles along several axes, {@code np.quantile(a, q, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 1, with at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, whose first axes are those of {@code q}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool
     */
    public static NDArray quantile(NDArray a, NDArray q, int[] axes, boolean keepDims) {
        return Quantiles.quantile(a, q, Axes.moved(a, axes), keepDims, QuantileMethod.LINEAR);
    }

    /**
     * A percentile of all elements by a method, {@code np.percentile(a, q, method=…)}.
     *
     * @param a the array
     * @param q which one, from 0 to 100
     * @param method what a percentile between elements is
     * @return a 0-d array, of the dtype of {@code a} by the methods that choose one of its elements, else as
     *     {@link #percentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray percentile(NDArray a, double q, QuantileMethod method) {
        return Quantiles.percentile(a, q, Axes.all(a), false, method);
    }

    /**
     * A percentile along several axes by a method, {@code np.percentile(a, q, axes, method=…, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which one, from 0 to 100
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param method what a percentile between elements is
     * @return a new array without those axes, of the dtype of {@code a} by the methods that choose one of its elements,
     *     else as {@link #percentile(NDArray, double)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray percentile(NDArray a, double q, int[] axes, boolean keepDims, QuantileMethod method) {
        return Quantiles.percentile(a, q, Axes.moved(a, axes), keepDims, method);
    }

    /**
     * Several percentiles of all elements by a method, {@code np.percentile(a, q, method=…)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 100, with at most two axes
     * @param method what a percentile between elements is
     * @return a new array of the shape of {@code q}, of the dtype of {@code a} by the methods that choose one of its
     *     elements, else as {@link #percentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray percentile(NDArray a, NDArray q, QuantileMethod method) {
        return Quantiles.percentile(a, q, Axes.all(a), false, method);
    }

    /**
     * Several percentiles along several axes by a method, {@code np.percentile(a, q, axes, method=…,
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 100, with at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param method what a percentile between elements is
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} by the methods that
     *     choose one of its elements, else as {@link #percentile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Percentiles must be in the range [0, 100]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray percentile(NDArray a, NDArray q, int[] axes, boolean keepDims, QuantileMethod method) {
        return Quantiles.percentile(a, q, Axes.moved(a, axes), keepDims, method);
    }

    /**
     * A quantile of all elements by a method, {@code np.quantile(a, q, method=…)}.
     *
     * @param a the array
     * @param q which one, from 0 to 1
     * @param method what a quantile between elements is
     * @return a 0-d array, of the dtype of {@code a} by the methods that choose one of its elements, else as
     *     {@link #quantile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray quantile(NDArray a, double q, QuantileMethod method) {
        return Quantiles.quantile(a, q, Axes.all(a), false, method);
    }

    /**
     * A quantile along several axes by a method, {@code np.quantile(a, q, axes, method=…, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which one, from 0 to 1
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param method what a quantile between elements is
     * @return a new array without those axes, of the dtype of {@code a} by the methods that choose one of its elements,
     *     else as {@link #quantile(NDArray, double)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray quantile(NDArray a, double q, int[] axes, boolean keepDims, QuantileMethod method) {
        return Quantiles.quantile(a, q, Axes.moved(a, axes), keepDims, method);
    }

    /**
     * Several quantiles of all elements by a method, {@code np.quantile(a, q, method=…)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 1, with at most two axes
     * @param method what a quantile between elements is
     * @return a new array of the shape of {@code q}, of the dtype of {@code a} by the methods that choose one of its
     *     elements, else as {@link #quantile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray quantile(NDArray a, NDArray q, QuantileMethod method) {
        return Quantiles.quantile(a, q, Axes.all(a), false, method);
    }

    /**
     * Several quantiles along several axes by a method, {@code np.quantile(a, q, axes, method=…, keepdims=keepDims)}.
     *
     * @param a the array
     * @param q which ones, from 0 to 1, with at most two axes
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param method what a quantile between elements is
     * @return a new array, whose first axes are those of {@code q}, of the dtype of {@code a} by the methods that
     *     choose one of its elements, else as {@link #quantile(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Quantiles must be in the range [0, 1]}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or of no elements
     * @throws UnsupportedOperationException if the array is of bool, and the method computes what lies between elements
     */
    public static NDArray quantile(NDArray a, NDArray q, int[] axes, boolean keepDims, QuantileMethod method) {
        return Quantiles.quantile(a, q, Axes.moved(a, axes), keepDims, method);
    }

    // Averages and correlation

    /**
     * The weighted average of all elements, {@code np.average(a, weights=weights)}: the sum of their products with the
     * weights, divided by the sum of the weights.
     *
     * @param a the array
     * @param weights an array of the same shape
     * @return a 0-d array, of the promoted dtype if {@code a} is floating, else float64
     * @throws IllegalArgumentException {@code Weights sum to zero, can't be normalized}
     * @throws UnsupportedOperationException {@code Axis must be specified when shapes of a and weights differ.}
     */
    public static NDArray average(NDArray a, NDArray weights) {
        return Averages.average(a, weights);
    }

    /**
     * The weighted average along axes, {@code np.average(a, axes, weights)}.
     *
     * @param a the array
     * @param weights an array of the same shape, or of the lengths of the axes
     * @param axes the axes; negative ones count from the end
     * @return a new array without the axes, as {@link #average(NDArray, NDArray)}
     * @throws IllegalArgumentException {@code Weights sum to zero, can't be normalized}, or {@code Shape of weights
     *     must be consistent with shape of a along specified axis.}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray average(NDArray a, NDArray weights, int... axes) {
        return Averages.average(a, weights, axes);
    }

    /**
     * The covariance matrix, {@code np.cov(m)}. Sums of products are this library's, as in
     * {@link NDArray#dot(NDArray)}.
     *
     * @param m a row for each variable, a column for each observation; or the observations of one variable
     * @return a new array of float64, (variables, variables), without axes for one variable
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray cov(NDArray m) {
        return cov(m, true, 1);
    }

    /**
     * The covariance matrix, {@code np.cov(m, rowvar=inRows, ddof=ddof)}.
     *
     * @param m the observations
     * @param inRows whether the variables are the rows; else they are the columns
     * @param ddof by how much the sum is divided less than there are observations
     * @return a new array, as {@link #cov(NDArray)}
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray cov(NDArray m, boolean inRows, double ddof) {
        return Averages.covariance(Averages.variables(m, "m", inRows), ddof);
    }

    /**
     * The covariance matrix of the variables of two arrays, {@code np.cov(m, y)}.
     *
     * @param m a row for each variable
     * @param y more variables, with as many observations
     * @return a new array, as {@link #cov(NDArray)}
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}, or if the observations differ in number:
     *     {@code all the input array dimensions except for the concatenation axis must match exactly, …}
     */
    public static NDArray cov(NDArray m, NDArray y) {
        NDArray variables = Averages.variables(m, "m", true);
        NDArray more = Averages.variables(y, "y", true);
        return Averages.covariance(variables.shape(0) == 0 ? variables : NDArray.concatenate(0, variables, more), 1);
    }

    /**
     * The matrix of correlation coefficients, {@code np.corrcoef(m)}: covariances, divided by the standard deviations
     * of both variables.
     *
     * @param m a row for each variable, a column for each observation
     * @return a new array of float64, (variables, variables), from -1 to 1; without axes for one variable
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray corrcoef(NDArray m) {
        return Averages.correlation(cov(m));
    }

    /**
     * The matrix of correlation coefficients, {@code np.corrcoef(m, rowvar=inRows)}.
     *
     * @param m the observations
     * @param inRows whether the variables are the rows; else they are the columns
     * @return a new array, as {@link #corrcoef(NDArray)}
     * @throws IllegalArgumentException {@code m has more than 2 dimensions}
     */
    public static NDArray corrcoef(NDArray m, boolean inRows) {
        return Averages.correlation(cov(m, inRows, 1));
    }

    /**
     * The matrix of correlation coefficients of the variables of two arrays, {@code np.corrcoef(m, y)}.
     *
     * @param m a row for each variable
     * @param y more variables, with as many observations
     * @return a new array, as {@link #corrcoef(NDArray)}
     * @throws IllegalArgumentException as {@link #cov(NDArray, NDArray)}
     */
    public static NDArray corrcoef(NDArray m, NDArray y) {
        return Averages.correlation(cov(m, y));
    }

    // Histograms

    /**
     * A histogram of ten bins of equal width, from the smallest element to the largest, {@code np.histogram(a)}.
     *
     * @param a the array
     * @return the counts, and the edges of float32 for float32, else float64
     * @throws IllegalArgumentException {@code autodetected range of [nan, nan] is not finite}
     */
    public static Histogram histogram(NDArray a) {
        return histogram(a, DEFAULT_BINS);
    }

    /**
     * A histogram of bins of equal width, {@code np.histogram(a, bins)}.
     *
     * @param a the array
     * @param bins how many
     * @return as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException {@code autodetected range of [nan, nan] is not finite}, {@code `bins` must be
     *     positive, when an integer}, or {@code Too many bins for data range. Cannot create 10 finite-sized bins.}
     */
    public static Histogram histogram(NDArray a, int bins) {
        return Histograms.ofRange(a, bins, null);
    }

    /**
     * A histogram of as many bins of equal width as a rule finds good, {@code np.histogram(a, 'auto')}.
     *
     * @param a the array
     * @param rule how many bins
     * @return as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException {@code autodetected range of [nan, nan] is not finite}, or {@code Too many bins
     *     for data range. Cannot create 10 finite-sized bins.}
     */
    public static Histogram histogram(NDArray a, BinRule rule) {
        return Histograms.ofRule(a, rule);
    }

    /**
     * A histogram of as many bins of equal width between two numbers as a rule finds good for what lies between them,
     * {@code np.histogram(a, 'auto', (min, max))}.
     *
     * @param a the array
     * @param rule how many bins
     * @param min the first edge
     * @param max the last edge
     * @return as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException as {@link #histogram(NDArray, int, double, double)}
     */
    public static Histogram histogram(NDArray a, BinRule rule, double min, double max) {
        return Histograms.ofRule(a, rule, min, max);
    }

    /**
     * A weighted histogram of bins of equal width, {@code np.histogram(a, bins, weights=weights)}.
     *
     * @param a the array
     * @param bins how many
     * @param weights an array of the same shape
     * @return as {@link #histogram(NDArray)}, the counts of the dtype of the weights
     * @throws IllegalArgumentException as {@link #histogram(NDArray, int)}, or {@code weights should have the same
     *     shape as a.}
     */
    public static Histogram histogram(NDArray a, int bins, NDArray weights) {
        return Histograms.ofRange(a, bins, weights);
    }

    /**
     * A histogram of bins of equal width between two numbers, {@code np.histogram(a, bins, (min, max))}. Elements that
     * lie elsewhere are left out.
     *
     * @param a the array
     * @param bins how many
     * @param min the first edge
     * @param max the last edge
     * @return as {@link #histogram(NDArray)}
     * @throws IllegalArgumentException {@code max must be larger than min in range parameter.}, {@code supplied range
     *     of [0.0, inf] is not finite}, or as {@link #histogram(NDArray, int)}
     */
    public static Histogram histogram(NDArray a, int bins, double min, double max) {
        return Histograms.ofRange(a, bins, min, max, null);
    }

    /**
     * A weighted histogram of bins of equal width between two numbers.
     *
     * @param a the array
     * @param bins how many
     * @param min the first edge
     * @param max the last edge
     * @param weights an array of the same shape
     * @return as {@link #histogram(NDArray, int, NDArray)}
     * @throws IllegalArgumentException as {@link #histogram(NDArray, int, double, double)}, or {@code weights should
     *     have the same shape as a.}
     */
    public static Histogram histogram(NDArray a, int bins, double min, double max, NDArray weights) {
        return Histograms.ofRange(a, bins, min, max, weights);
    }

    /**
     * A histogram of bins between given edges, {@code np.histogram(a, edges)}.
     *
     * @param a the array
     * @param edges ascending
     * @return the counts, and these edges
     * @throws IllegalArgumentException {@code `bins` must increase monotonically, when an array}, or {@code `bins` must
     *     be 1d, when an array}
     */
    public static Histogram histogram(NDArray a, NDArray edges) {
        return Histograms.ofEdges(a, edges, null);
    }

    /**
     * A weighted histogram of bins between given edges, {@code np.histogram(a, edges, weights=weights)}.
     *
     * @param a the array
     * @param edges ascending
     * @param weights an array of the shape of {@code a}
     * @return the sums of the weights, and these edges
     * @throws IllegalArgumentException as {@link #histogram(NDArray, NDArray)}, or {@code weights should have the same
     *     shape as a.}
     */
    public static Histogram histogram(NDArray a, NDArray edges, NDArray weights) {
        return Histograms.ofEdges(a, edges, weights);
    }

    /**
     * How often each number from 0 on occurs, {@code np.bincount(a)}.
     *
     * @param a integers, not negative, with one axis
     * @return a new array of int64, one element longer than the largest number is
     * @throws IllegalArgumentException {@code 'list' argument must have no negative elements}, {@code object too deep
     *     for desired array}, or {@code object of too small depth for desired array}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'safe'}
     */
    public static NDArray bincount(NDArray a) {
        return bincount(a, 0);
    }

    /**
     * As {@link #bincount(NDArray)}, of a length at least, {@code np.bincount(a, minlength=minlength)}.
     *
     * @param a integers, not negative, with one axis
     * @param minlength the smallest length of the result
     * @return a new array of int64
     * @throws IllegalArgumentException as {@link #bincount(NDArray)}, or {@code 'minlength' must not be negative}
     * @throws UnsupportedOperationException as {@link #bincount(NDArray)}
     */
    public static NDArray bincount(NDArray a, int minlength) {
        return Counting.bincount(a, minlength);
    }

    /**
     * The sum of the weights of each number from 0 on, {@code np.bincount(a, weights)}.
     *
     * @param a integers, not negative, with one axis
     * @param weights one for each
     * @return a new array of float64
     * @throws IllegalArgumentException as {@link #bincount(NDArray)}, or {@code The weights and list don't have the
     *     same length.}
     * @throws UnsupportedOperationException as {@link #bincount(NDArray)}
     */
    public static NDArray bincount(NDArray a, NDArray weights) {
        return bincount(a, weights, 0);
    }

    /**
     * As {@link #bincount(NDArray, NDArray)}, of a length at least.
     *
     * @param a integers, not negative, with one axis
     * @param weights one for each
     * @param minlength the smallest length of the result
     * @return a new array of float64
     * @throws IllegalArgumentException as {@link #bincount(NDArray, NDArray)}, or {@code 'minlength' must not be
     *     negative}
     * @throws UnsupportedOperationException as {@link #bincount(NDArray)}
     */
    public static NDArray bincount(NDArray a, NDArray weights, int minlength) {
        return Counting.bincount(a, weights, minlength);
    }

    /**
     * The bins in which elements lie, {@code np.digitize(a, bins)}: in bin i what is at least {@code bins[i - 1]} and
     * less than {@code bins[i]}; of descending bins, less than the former and at least the latter.
     *
     * @param a the array
     * @param bins edges, ascending or descending, with one axis
     * @return a new array of int64, of the shape of {@code a}
     * @throws IllegalArgumentException {@code bins must be monotonically increasing or decreasing}, {@code object too
     *     deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray digitize(NDArray a, NDArray bins) {
        return digitize(a, bins, false);
    }

    /**
     * As {@link #digitize(NDArray, NDArray)}, {@code np.digitize(a, bins, right)}.
     *
     * @param a the array
     * @param bins edges, ascending or descending, with one axis
     * @param right whether a bin has its upper edge, and not its lower one
     * @return a new array of int64, of the shape of {@code a}
     * @throws IllegalArgumentException as {@link #digitize(NDArray, NDArray)}
     */
    public static NDArray digitize(NDArray a, NDArray bins, boolean right) {
        return Counting.digitize(a, bins, right);
    }
}
