package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.ReductionArguments;

/**
 * Variances and standard deviations.
 *
 * <p>A variance is the mean of the squared deviations from the mean. It takes two passes, first for the mean and then
 * for the deviations, as in NumPy, so that the rounding errors are the same.
 */
final class Variance {
    static NDArray variance(NDArray a) {
        return squared(a.sub(a.mean())).mean();
    }

    static NDArray variance(NDArray a, int axis, boolean keepDims) {
        NDArray mean = a.mean(axis, true);
        // Along an axis of length 1 the deviations have the shape of the means and can reuse their memory.
        NDArray deviations = a.shape(axis) == 1 ? a.sub(mean, mean) : a.sub(mean);
        return squared(deviations).mean(axis, keepDims);
    }

    static NDArray variance(NDArray a, ReductionOptions options) {
        NDArray counts = MaskedReduction.counts(a, options);
        ReductionArguments<NDArray> arguments = options.arguments();
        ReductionOptions ofMeans = new ReductionOptions(arguments.ofMeans(true));
        NDArray squares = squared(a.sub(MaskedReduction.mean(a, ofMeans)));
        double ddof = arguments.ddof() == null ? 0 : arguments.ddof();
        NDArray divisors = counts.astype(DType.FLOAT64).sub(ddof).maximum(0.0);
        return MaskedReduction.dividedSum(a, squares, divisors, options);
    }

    static NDArray standardDeviation(NDArray a, ReductionOptions options) {
        NDArray variance = variance(a, options);
        return variance.sqrt(variance);
    }

    static NDArray standardDeviation(NDArray a) {
        NDArray variance = variance(a);
        return variance.sqrt(variance);
    }

    static NDArray standardDeviation(NDArray a, int axis, boolean keepDims) {
        NDArray variance = variance(a, axis, keepDims);
        return variance.sqrt(variance);
    }

    private static NDArray squared(NDArray deviations) {
        return deviations.muli(deviations);
    }
}
