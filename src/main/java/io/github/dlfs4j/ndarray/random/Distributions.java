package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.function.DoubleExp;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLog;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLog1p;
import io.github.dlfs4j.ndarray.kernel.function.DoublePow;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * Random numbers of many distributions, one at a time. The algorithms are those of NumPy's RandomState and use the same
 * uniform and Gaussian numbers in the same order. They need no functions but exp, log, log1p, pow and square roots, so
 * all bits are NumPy's.
 */
final class Distributions {
    private final RandomState random;

    Distributions(RandomState random) {
        this.random = random;
    }

    double exponential() {
        return -DoubleLog.log(1 - random.nextDouble());
    }

    /**
     * Draws from a gamma distribution: up to a shape of 1 by the algorithm of J. H. Ahrens and U. Dieter ("Computer
     * Methods for Sampling from Gamma, Beta, Poisson and Binomial Distributions", Computing 12 (1974), 223–246), beyond
     * by that of G. Marsaglia and W. W. Tsang ("A Simple Method for Generating Gamma Variables", ACM Transactions on
     * Mathematical Software 26 (2000), 363–372).
     */
    double gamma(double shape) {
        if (shape == 1) {
            return exponential();
        }
        if (shape == 0) {
            return 0;
        }
        return shape < 1 ? smallGamma(shape) : largeGamma(shape);
    }

    private double smallGamma(double shape) {
        while (true) {
            double u = random.nextDouble();
            double v = exponential();
            if (u <= 1 - shape) {
                double x = DoublePow.pow(u, 1 / shape);
                if (x <= v) {
                    return x;
                }
            } else {
                double y = -DoubleLog.log((1 - u) / shape);
                double x = DoublePow.pow(1 - shape + shape * y, 1 / shape);
                if (x <= v + y) {
                    return x;
                }
            }
        }
    }

    private double largeGamma(double shape) {
        double b = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * b);
        while (true) {
            double x;
            double v;
            do {
                x = random.nextGaussian();
                v = 1 + c * x;
            } while (v <= 0);
            v = v * v * v;
            double u = random.nextDouble();
            if (u < 1 - 0.0331 * (x * x) * (x * x) || DoubleLog.log(u) < 0.5 * x * x + b * (1 - v + DoubleLog.log(v))) {
                return b * v;
            }
        }
    }

    /**
     * Draws from a beta distribution: if both parameters are at most 1, by the algorithm of M. D. Jöhnk ("Erzeugung von
     * betaverteilten und gammaverteilten Zufallszahlen", Metrika 8 (1964), 5–15), otherwise as a quotient of gamma
     * numbers.
     */
    double beta(double a, double b) {
        if (!(a <= 1 && b <= 1)) {
            double first = gamma(a);
            return first / (first + gamma(b));
        }
        while (true) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            double x = DoublePow.pow(u, 1 / a);
            double y = DoublePow.pow(v, 1 / b);
            if (x + y <= 1) {
                return x + y > 0 ? x / (x + y) : underflown(DoubleLog.log(u) / a, DoubleLog.log(v) / b);
            }
        }
    }

    /** Computes x / (x + y) from the logarithms of x and y, if both have underflowed to 0. */
    private static double underflown(double logX, double logY) {
        double greater = logX > logY ? logX : logY;
        double x = logX - greater;
        double y = logY - greater;
        return DoubleExp.exp(x - DoubleLog.log(DoubleExp.exp(x) + DoubleExp.exp(y)));
    }

    double standardT(double degrees) {
        double gaussian = random.nextGaussian();
        double gamma = gamma(degrees / 2);
        return Math.sqrt(degrees / 2) * gaussian / Math.sqrt(gamma);
    }

    double laplace(double location, double scale) {
        double u = random.nextDouble();
        while (u == 0) {
            u = random.nextDouble();
        }
        return u >= 0.5 ? location - scale * DoubleLog.log(2 - u - u) : location + scale * DoubleLog.log(u + u);
    }

    double logistic(double location, double scale) {
        double u = random.nextDouble();
        while (u == 0) {
            u = random.nextDouble();
        }
        return location + scale * DoubleLog.log(u / (1 - u));
    }

    double triangular(double left, double mode, double right) {
        double base = right - left;
        double leftBase = mode - left;
        double u = random.nextDouble();
        return u <= leftBase / base
                ? left + Math.sqrt(u * (leftBase * base))
                : right - Math.sqrt((1 - u) * ((right - mode) * base));
    }

    /**
     * Draws from a Poisson distribution: below a rate of 10 by multiplying uniform numbers (D. E. Knuth, "Seminumerical
     * Algorithms", 3.4.1), otherwise by transformed rejection (W. Hörmann, "The Transformed Rejection Method for
     * Generating Poisson Random Variables", Insurance: Mathematics and Economics 12 (1993), 39–45).
     */
    long poisson(double rate) {
        if (rate >= 10) {
            return poissonByRejection(rate);
        }
        if (rate == 0) {
            return 0;
        }
        double end = DoubleExp.exp(-rate);
        double product = 1;
        for (long count = 0; ; count++) {
            product *= random.nextDouble();
            if (product <= end) {
                return count;
            }
        }
    }

    private long poissonByRejection(double rate) {
        double logRate = DoubleLog.log(rate);
        double b = 0.931 + 2.53 * Math.sqrt(rate);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double accepted = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            long k = (long) Math.floor((2 * a / us + b) * u + rate + 0.43);
            if (us >= 0.07 && v <= accepted) {
                return k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double left = DoubleLog.log(v) + DoubleLog.log(inverseAlpha) - DoubleLog.log(a / (us * us) + b);
            if (left <= -rate + k * logRate - LogGamma.of(k + 1.0)) {
                return k;
            }
        }
    }

    /**
     * Draws by inversion if p is below 1/3, otherwise by adding up probabilities until they exceed a uniform number.
     */
    long geometric(double p) {
        if (p < 1.0 / 3) {
            return (long) Math.ceil(DoubleLog1p.log1p(-random.nextDouble()) / DoubleLog.log(1 - p));
        }
        long trials = 1;
        double probability = p;
        double sum = p;
        double u = random.nextDouble();
        while (u > sum) {
            probability *= 1 - p;
            sum += probability;
            trials++;
        }
        return trials;
    }

    long binomial(long n, double p) {
        return p <= 0.5 ? Binomial.draw(random, n, p) : n - Binomial.draw(random, n, 1 - p);
    }

    /** Draws from a multinomial distribution: each count is a binomial number of the trials that are left. */
    void multinomial(long n, double[] probabilities, long[] counts, int at) {
        int last = probabilities.length - 1;
        double sum = 1;
        long left = n;
        for (int i = 0; i < last && left > 0; i++) {
            double p = probabilities[i] / sum;
            counts[at + i] = p == 0 ? 0 : binomial(left, p); // without a random number for 0, as in NumPy
            left -= counts[at + i];
            sum -= probabilities[i];
        }
        if (left > 0 && last >= 0) {
            counts[at + last] = left;
        }
    }

    /** Draws a number for each element of a new array, which the distribution gets by its position in C order. */
    static NDArray draw(IntToDoubleFunction distribution, int... shape) {
        NDArray result = NDArray.empty(shape);
        double[] values = (double[]) Inside.storage(result).values();
        for (int i = 0; i < result.size(); i++) {
            values[i] = distribution.applyAsDouble(i);
        }
        return result;
    }

    /** Draws an integer for each element, as {@link #draw} does a number. */
    static NDArray drawIntegers(IntToLongFunction distribution, int... shape) {
        NDArray result = NDArray.empty(DType.INT64, shape);
        long[] values = (long[]) Inside.storage(result).values();
        for (int i = 0; i < result.size(); i++) {
            values[i] = distribution.applyAsLong(i);
        }
        return result;
    }
}
