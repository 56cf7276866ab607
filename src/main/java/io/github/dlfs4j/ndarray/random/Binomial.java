package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.kernel.function.DoubleExp;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLog;

/**
 * Random numbers of a binomial distribution whose probability is at most one half. If few successes are expected, they
 * are drawn by inversion, otherwise by the algorithm BTPE of V. Kachitvichyanukul and B. W. Schmeiser ("Binomial Random
 * Variate Generation", Communications of the ACM 31 (1988), 216–222): the histogram is covered by a triangle, two
 * parallelograms and two exponential tails.
 */
final class Binomial {
    private static final double MAX_MEAN_FOR_INVERSION = 30;

    private final RandomState random;
    private final long n;
    private final double p;
    private final double q;
    private final double variance;
    /** The number of successes at which the histogram is highest. */
    private final long mode;

    private final double halfWidth;
    private final double middle;
    private final double left;
    private final double right;
    private final double slope;
    private final double leftRate;
    private final double rightRate;
    private final double upToParallelograms;
    private final double upToLeftTail;
    private final double upToRightTail;

    private Binomial(RandomState random, long n, double p) {
        this.random = random;
        this.n = n;
        this.p = Math.min(p, 1 - p);
        this.q = 1 - this.p;
        double peak = n * this.p + this.p;
        this.variance = n * this.p * q;
        this.mode = (long) Math.floor(peak);
        this.halfWidth = Math.floor(2.195 * Math.sqrt(variance) - 4.6 * q) + 0.5;
        this.middle = mode + 0.5;
        this.left = middle - halfWidth;
        this.right = middle + halfWidth;
        this.slope = 0.134 + 20.5 / (15.3 + mode);
        this.leftRate = rate((peak - left) / (peak - left * this.p));
        this.rightRate = rate((right - peak) / (right * q));
        this.upToParallelograms = halfWidth * (1 + 2 * slope);
        this.upToLeftTail = upToParallelograms + slope / leftRate;
        this.upToRightTail = upToLeftTail + slope / rightRate;
    }

    private static double rate(double a) {
        return a * (1 + a / 2);
    }

    static long draw(RandomState random, long n, double p) {
        return p * n <= MAX_MEAN_FOR_INVERSION ? invert(random, n, p) : new Binomial(random, n, p).draw();
    }

    /** Draws by inversion: adds up probabilities until they exceed a uniform number. */
    private static long invert(RandomState random, long n, double p) {
        double q = 1 - p;
        double none = DoubleExp.exp(n * DoubleLog.log(q));
        double expected = n * p;
        long bound = (long) Math.min((double) n, expected + 10 * Math.sqrt(expected * q + 1));
        long successes = 0;
        double probability = none;
        double u = random.nextDouble();
        while (u > probability) {
            successes++;
            if (successes > bound) {
                successes = 0;
                probability = none;
                u = random.nextDouble();
            } else {
                u -= probability;
                probability = ((n - successes + 1) * p * probability) / (successes * q);
            }
        }
        return successes;
    }

    private long draw() {
        while (true) {
            double u = random.nextDouble() * upToRightTail;
            double v = random.nextDouble();
            if (u <= halfWidth) {
                return (long) Math.floor(middle - halfWidth * v + u);
            }
            long y;
            if (u <= upToParallelograms) {
                double x = left + (u - halfWidth) / slope;
                v = v * slope + 1 - Math.abs(mode - x + 0.5) / halfWidth;
                if (v > 1) {
                    continue;
                }
                y = (long) Math.floor(x);
            } else if (u <= upToLeftTail) {
                y = (long) Math.floor(left + DoubleLog.log(v) / leftRate);
                if (y < 0 || v == 0) {
                    continue;
                }
                v = v * (u - upToParallelograms) * leftRate;
            } else {
                y = (long) Math.floor(right - DoubleLog.log(v) / rightRate);
                if (y > n || v == 0) {
                    continue;
                }
                v = v * (u - upToLeftTail) * rightRate;
            }
            if (isBelow(v, y)) {
                return y;
            }
        }
    }

    /** Returns whether v, in units of the histogram's highest value, lies below the histogram at y. */
    private boolean isBelow(double v, long y) {
        long distance = Math.abs(y - mode);
        if (distance <= 20 || distance >= variance / 2 - 1) {
            return v <= height(y);
        }
        double rho =
                (distance / variance) * ((distance * (distance / 3.0 + 0.625) + 0.16666666666666666) / variance + 0.5);
        double t = -distance * distance / (2 * variance);
        double log = DoubleLog.log(v);
        if (log < t - rho) {
            return true;
        }
        return log <= t + rho && log <= logHeight(y);
    }

    /** Returns the height of the histogram at y, in units of its highest value. */
    private double height(long y) {
        double s = p / q;
        double a = s * (n + 1);
        double height = 1;
        for (long i = mode + 1; i <= y; i++) {
            height *= a / i - s;
        }
        for (long i = y + 1; i <= mode; i++) {
            height /= a / i - s;
        }
        return height;
    }

    /** Returns the logarithm of {@link #height}, by Stirling's series. */
    private double logHeight(long y) {
        double x1 = y + 1;
        double f1 = mode + 1;
        double z = n + 1 - mode;
        double w = n - y + 1;
        return middle * DoubleLog.log(f1 / x1)
                + (n - mode + 0.5) * DoubleLog.log(z / w)
                + (y - mode) * DoubleLog.log(w * p / (x1 * q))
                + stirling(f1)
                + stirling(z)
                + stirling(x1)
                + stirling(w);
    }

    private static double stirling(double x) {
        double square = x * x;
        return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
    }
}
