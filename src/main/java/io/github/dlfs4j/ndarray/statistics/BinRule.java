package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;

/** NumPy's rules for the number of bins of a histogram, under NumPy's names. */
public enum BinRule {
    /**
     * The narrower bins of two rules: {@link #FD}, but at least half as wide as {@link #SQRT}, and {@link #STURGES}.
     */
    AUTO,
    /** The rule of Freedman and Diaconis, by the distance of the quartiles, which a few outliers do not change. */
    FD,
    /** The rule of Doane: {@link #STURGES} with more bins for skewed data. */
    DOANE,
    /** The rule of Scott, by the standard deviation; best for normally distributed data. */
    SCOTT,
    /**
     * The rule of Stone, by the least estimated error of the density; it suits any distribution. If two numbers of bins
     * are equally good, rounding decides.
     */
    STONE,
    /** The rule of Rice: twice the cube root of the number of elements. */
    RICE,
    /** The rule of Sturges: one more than the logarithm to base 2 of the number of elements. */
    STURGES,
    /** The square root of the number of elements. */
    SQRT;

    /** {@link #STONE} tries at least this many numbers of bins. */
    private static final int LEAST_TRIED = 100;

    /** Returns the width of a bin as a 0-d array; 0 if the rule gives no width. */
    NDArray width(NDArray a, NDArray first, NDArray last) {
        int n = a.size();
        NDArray extent = Histograms.distance(a.min(), a.max());
        return switch (this) {
            case AUTO ->
                larger(FD.width(a, first, last), SQRT.width(a, first, last).div(2))
                        .minimum(STURGES.width(a, first, last));
            case FD -> {
                NDArray quartiles = Statistics.percentile(a, NDArray.of(75, 25));
                yield quartiles.get(0).sub(quartiles.get(1)).mul(2).mul(power(n, -1.0 / 3));
            }
            case DOANE -> doane(a, extent);
            case SCOTT -> a.std().mul(power(24 * Math.sqrt(Math.PI) / n, 1.0 / 3));
            case STONE -> stone(a, extent, first.asDouble(), last.asDouble());
            case RICE -> extent.div(2 * power(n, 1.0 / 3));
            case STURGES -> extent.div(log2(n).add(1));
            case SQRT -> extent.div(NDArray.scalar(Math.sqrt(n)));
        };
    }

    private static NDArray larger(NDArray a, NDArray b) {
        return b.gt(a).asBoolean() ? b : a;
    }

    private static double power(double base, double exponent) {
        return NDArray.scalar(base).pow(exponent).asDouble();
    }

    private static NDArray log2(double x) {
        return MathFunctions.log2(NDArray.scalar(x));
    }

    private static NDArray doane(NDArray a, NDArray extent) {
        int n = a.size();
        NDArray deviation = a.std();
        if (n <= 2 || deviation.eq(0).asBoolean()) {
            return NDArray.scalar(0.0);
        }
        double error = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)));
        NDArray skewness = a.sub(a.mean()).div(deviation).pow(3).mean();
        NDArray share = skewness.abs().div(NDArray.scalar(error));
        return extent.div(log2(n).add(1).add(MathFunctions.log2(share.add(1))));
    }

    /** Cross-validates numbers of bins (C. J. Stone, "An asymptotically optimal histogram selection rule"). */
    private static NDArray stone(NDArray a, NDArray extent, double first, double last) {
        int n = a.size();
        if (n <= 1 || extent.eq(0).asBoolean()) {
            return NDArray.scalar(0.0);
        }
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int bins = 1; bins <= Math.max(LEAST_TRIED, (int) Math.sqrt(n)); bins++) {
            NDArray shares =
                    Histograms.ofRange(a, bins, first, last, null).counts().div(n);
            double error = (2 - (n + 1) * shares.dot(shares).asDouble())
                    / extent.div(bins).asDouble();
            if (error < least) {
                least = error;
                best = bins;
            }
        }
        return extent.div(best);
    }
}
