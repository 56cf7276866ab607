package io.github.dlfs4j.ndarray.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** Functions of a double to 50 digits and more, slowly: what the kernels are measured against. */
enum ExactFunction {
    EXP {
        @Override
        BigDecimal of(double x) {
            return exp(new BigDecimal(x));
        }
    },
    LOG {
        /** One step of Newton's method from a value that has 16 digits, with the next term of the series: 48 digits. */
        @Override
        BigDecimal of(double x) {
            BigDecimal start = new BigDecimal(StrictMath.log(x));
            BigDecimal rest =
                    new BigDecimal(x).multiply(exp(start.negate()), DIGITS).subtract(BigDecimal.ONE);
            BigDecimal half = rest.multiply(rest, DIGITS).divide(BigDecimal.valueOf(2), DIGITS);
            return start.add(rest).subtract(half);
        }
    },
    TANH {
        /** Where x is tiny, tanh x is x(1 - x²/3), and the quotient would lose its digits. */
        @Override
        BigDecimal of(double x) {
            if (Math.abs(x) < 1e-20) {
                return new BigDecimal(x);
            }
            BigDecimal squared = exp(new BigDecimal(x).multiply(BigDecimal.valueOf(2)));
            return squared.subtract(BigDecimal.ONE).divide(squared.add(BigDecimal.ONE), DIGITS);
        }
    };

    private static final MathContext DIGITS = new MathContext(80);
    private static final int HALVINGS = 20;
    private static final int TERMS = 14;

    /** The value at a finite x for which it is finite. */
    abstract BigDecimal of(double x);

    /** The series at x/2<sup>20</sup>, then squared 20 times. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        for (int term = TERMS; term > 0; term--) {
            sum = sum.multiply(small, DIGITS)
                    .divide(BigDecimal.valueOf(term), DIGITS)
                    .add(BigDecimal.ONE);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** How far a double is from the exact value, in units of the last place of a double there. */
    static double ulps(double actual, BigDecimal exact) {
        return ulps(actual, exact, Math.ulp(exact.doubleValue()));
    }

    /** How far a float is from the exact value, in units of the last place of a float there. */
    static double ulps(float actual, BigDecimal exact) {
        return ulps(actual, exact, Math.ulp(exact.floatValue()));
    }

    private static double ulps(double actual, BigDecimal exact, double ulp) {
        return new BigDecimal(actual)
                .subtract(exact)
                .divide(new BigDecimal(ulp), DIGITS)
                .abs()
                .doubleValue();
    }
}
