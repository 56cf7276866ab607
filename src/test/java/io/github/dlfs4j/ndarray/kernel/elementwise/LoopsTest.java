package io.github.dlfs4j.ndarray.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The edge cases of the loops that both kernels share. */
@BothKernels
class LoopsTest {
    private static final double NAN = Double.NaN;

    @Nested
    class Sign {
        @Test
        void ofDoublesIsZeroForBothZerosAndNaNForNaN() {
            double[] a = {-3.5, -0.0, 0, 2, NAN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
            double[] out = new double[a.length];

            DoubleArithmeticLoops.sign(a, out, 0, a.length);

            assertThat(out).containsExactly(-1, 0, 0, 1, NAN, -1, 1);
        }

        @Test
        void ofFloatsIsZeroForBothZerosAndNaNForNaN() {
            float[] a = {-3.5f, -0f, 0, 2, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
            float[] out = new float[a.length];

            FloatArithmeticLoops.sign(a, out, 0, a.length);

            assertThat(out).containsExactly(-1, 0, 0, 1, Float.NaN, -1, 1);
        }

        @Test
        void ofLongsHandlesTheLargestAndTheSmallest() {
            long[] a = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
            long[] out = new long[4];

            LongArithmeticLoops.sign(a, out, 0, 4);

            assertThat(out).containsExactly(-1, -1, 0, 1);
        }
    }

    @Nested
    class Power {
        @Test
        void ofLongsWraps() {
            long[] bases = {0, 0, 2, 2, -2, 3, -7, 10, Long.MIN_VALUE};
            long[] exponents = {0, 5, 62, 64, 63, 41, 101, 30, 1};
            long[] out = new long[bases.length];
            long[] expected = new long[bases.length];
            Arrays.setAll(
                    expected,
                    i -> BigInteger.valueOf(bases[i]).pow((int) exponents[i]).longValue());

            LongPowerLoop.power(bases, exponents, out, 0, bases.length);

            assertThat(out).containsExactly(expected);
        }
    }

    @Nested
    class MaximumAndMinimum {
        private final double[] a = {1, NAN, 2, NAN, Double.NEGATIVE_INFINITY};
        private final double[] b = {2, 1, NAN, NAN, Double.POSITIVE_INFINITY};

        @Test
        void ofDoublesAreNaNIfEitherOperandIs() {
            double[] maximum = new double[a.length];
            double[] minimum = new double[a.length];

            DoubleArithmeticLoops.maximum(a, b, maximum, 0, a.length);
            DoubleArithmeticLoops.minimum(a, b, minimum, 0, a.length);

            assertThat(maximum).containsExactly(2, NAN, NAN, NAN, Double.POSITIVE_INFINITY);
            assertThat(minimum).containsExactly(1, NAN, NAN, NAN, Double.NEGATIVE_INFINITY);
        }
    }
}
