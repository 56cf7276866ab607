package io.github.dlfs4j.ndarray;

/** How many bins of equal width a histogram gets, by the numbers in it: NumPy's rules, by its names. */
public enum BinRule {
    /** {@link #FD}, of which at least the half of {@link #SQRT}, or {@link #STURGES}: the narrower bins. */
    AUTO,
    /** Freedman and Diaconis: by the distance of the quartiles, which a few numbers far outside do not change. */
    FD,
    /** {@link #STURGES}, with more bins for skewed numbers. */
    DOANE,
    /** By the standard deviation; best for numbers of a normal distribution. */
    SCOTT,
    /**
     * By the least estimated error of the density, as {@link #SCOTT} for numbers of any distribution. Where two numbers
     * of bins are equally good, rounding decides.
     */
    STONE,
    /** Twice the cube root of how many numbers there are. */
    RICE,
    /** One more than the logarithm to base 2 of how many numbers there are. */
    STURGES,
    /** The square root of how many numbers there are. */
    SQRT;

    /** {@link #STONE} tries so many numbers of bins at least. */
    private static final int TRIED = 100;

    /** The width of a bin, 0-d; 0 where the rule knows none. */
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

    /** Cross-validation over numbers of bins (C. J. Stone, "An asymptotically optimal histogram selection rule"). */
    private static NDArray stone(NDArray a, NDArray extent, double first, double last) {
        int n = a.size();
        if (n <= 1 || extent.eq(0).asBoolean()) {
            return NDArray.scalar(0.0);
        }
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int bins = 1; bins <= Math.max(TRIED, (int) Math.sqrt(n)); bins++) {
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
