package io.github.dlfs4j.ndarray.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The error is below 10<sup>-15</sup> of the result, which the series at zero gives with 60 digits. */
class ErrorFunctionTest {
    private static final MathContext DIGITS = new MathContext(60);

    /** π, with more digits than {@link Math} has. */
    private static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");

    /** Returns 2/√π (x - x³/3 + x<sup>5</sup>/(5 2!) - …). */
    private static BigDecimal series(double number) {
        BigDecimal x = new BigDecimal(number);
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int n = 1; power.abs().compareTo(new BigDecimal("1e-55")) > 0; n++) {
            power = power.multiply(x.multiply(x).negate(), DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS));
        }
        return sum.multiply(BigDecimal.valueOf(2)).divide(PI.sqrt(DIGITS), DIGITS);
    }

    @Test
    void erfIsWithin1EMinus15OfTheSeries() {
        SplittableRandom random = new SplittableRandom(67);
        DoubleStream anywhere = random.doubles(2000, -6.2, 6.2);
        DoubleStream near = random.doubles(1000, 0.99, 1.01);
        DoubleStream tiny = random.doubles(500).map(x -> Math.scalb(x, -(int) (x * 60)));
        DoubleStream.concat(DoubleStream.concat(anywhere, near), tiny).forEach(x -> {
            BigDecimal exact = series(x);
            BigDecimal error = new BigDecimal(erf(x)).subtract(exact).divide(exact, DIGITS);
            assertThat(error.abs()).as("erf(%s)", x).isLessThan(new BigDecimal("1e-15"));
        });
    }

    @Test
    void erfIsOddAndEndsAt1() {
        assertThat(erf(-0.0)).isEqualTo(-0.0);
        assertThat(erf(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(erf(-0.7)).isEqualTo(-erf(0.7));
        assertThat(erf(-3)).isEqualTo(-erf(3));
        assertThat(erf(Math.nextDown(6.0))).isEqualTo(1);
        assertThat(erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(erf(Double.NaN)).isNaN();
    }

    @Test
    void anElementHasTheBitsOfItsNumberAloneInArraysOfBothDTypes() {
        double[] a = new SplittableRandom(80).doubles(1000, -7, 7).toArray();
        double[] special = {0, -0.0, 1, Math.nextDown(1.0), -6, 1e300, Double.MIN_VALUE, Double.NEGATIVE_INFINITY};
        System.arraycopy(special, 0, a, 250, special.length);
        double[] out = a.clone();
        ErrorFunction.erf(out, out, 3, 999);
        float[] floats = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            floats[i] = (float) a[i];
        }
        float[] results = new float[a.length];
        ErrorFunction.erf(floats, results, 3, 999);
        for (int i = 3; i < 999; i++) {
            assertThat(out[i]).isEqualTo(erf(a[i]));
            assertThat(results[i]).isEqualTo((float) erf(floats[i]));
        }
        assertThat(out[999]).isEqualTo(a[999]);
    }

    private static double erf(double x) {
        double[] result = {x};
        ErrorFunction.erf(result, result, 0, 1);
        return result[0];
    }
}
