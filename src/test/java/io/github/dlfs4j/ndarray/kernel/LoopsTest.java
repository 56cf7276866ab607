package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The edges of the loops that both kernels share. */
class LoopsTest {
    private static final double NAN = Double.NaN;

    @Nested
    class Sign {
        @Test
        void ofDoublesIsZeroForBothZerosAndNaNForNaN() {
            double[] a = {-3.5, -0.0, 0, 2, NAN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
            double[] out = new double[a.length];

            ArithmeticLoops.sign(a, out, 0, a.length);

            assertThat(out).containsExactly(-1, 0, 0, 1, NAN, -1, 1);
        }

        @Test
        void ofFloatsIsZeroForBothZerosAndNaNForNaN() {
            float[] a = {-3.5f, -0f, 0, 2, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
            float[] out = new float[a.length];

            ArithmeticLoops.sign(a, out, 0, a.length);

            assertThat(out).containsExactly(-1, 0, 0, 1, Float.NaN, -1, 1);
        }

        @Test
        void ofLongsReachesTheEnds() {
            long[] a = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
            long[] out = new long[4];

            ArithmeticLoops.sign(a, out, 0, 4);

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

            ArithmeticLoops.power(bases, exponents, out, 0, bases.length);

            assertThat(out).containsExactly(expected);
        }
    }

    @Nested
    class MaximumAndMinimum {
        private final double[] a = {1, NAN, 2, NAN, Double.NEGATIVE_INFINITY};
        private final double[] b = {2, 1, NAN, NAN, Double.POSITIVE_INFINITY};

        @Test
        void ofTwoDoublesAreNaNIfEitherIs() {
            double[] maximum = new double[a.length];
            double[] minimum = new double[a.length];

            ArithmeticLoops.maximum(a, b, maximum, 0, a.length);
            ArithmeticLoops.minimum(a, b, minimum, 0, a.length);

            assertThat(maximum).containsExactly(2, NAN, NAN, NAN, Double.POSITIVE_INFINITY);
            assertThat(minimum).containsExactly(1, NAN, NAN, NAN, Double.NEGATIVE_INFINITY);
        }

        @Test
        void ofARunAreNaNWhereverItIs() {
            for (int at = 0; at < 40; at++) {
                double[] run = new Random(at).doubles(40).toArray();
                run[at] = NAN;
                double[] result = {0, 0};

                ExtremeLoops.maximum(run, 0, 40, result, 0);
                ExtremeLoops.minimum(run, 0, 40, result, 1);

                assertThat(result).as("NaN at %d", at).containsOnly(NAN);
            }
        }
    }

    @Nested
    class Sum {
        private static final long SEED = 20260103;

        @Test
        void ofDoublesIsAddedInNumPysOrder() {
            double[] a = new Random(SEED).doubles(3000, -1, 1).toArray();
            for (int n = 0; n <= 300; n++) {
                assertSum(a, 7, n);
            }
            for (int n : new int[] {1000, 1024, 1025, 2049, 2993}) {
                assertSum(a, 7, n);
            }
        }

        private void assertSum(double[] a, int from, int n) {
            double[] result = {-1, 0.5};

            ReductionLoops.sum(a, from, from + n, result, 1);

            assertThat(result)
                    .as("sum of %d, seed %d", n, SEED)
                    .containsExactly(-1, 0.5 + pairwise(Arrays.copyOfRange(a, from, from + n)));
        }

        /** NumPy's order: up to 128 at a time in eight running sums, more in two halves of whole eights. */
        private double pairwise(double[] a) {
            int n = a.length;
            if (n > 128) {
                int middle = n / 2 / 8 * 8;
                return pairwise(Arrays.copyOf(a, middle)) + pairwise(Arrays.copyOfRange(a, middle, n));
            }
            int whole = n / 8 * 8;
            double[] running = new double[8];
            for (int i = 0; i < whole; i++) {
                running[i % 8] += a[i];
            }
            double sum = treeSum(running, 0, 8);
            for (int i = whole; i < n; i++) {
                sum += a[i];
            }
            return sum;
        }

        private double treeSum(double[] running, int from, int to) {
            int middle = (from + to) / 2;
            return to - from == 1 ? running[from] : treeSum(running, from, middle) + treeSum(running, middle, to);
        }

        @Test
        void ofLongsWraps() {
            long[] result = {0};

            ReductionLoops.sum(new long[] {Long.MAX_VALUE, 1, 5}, 0, 3, result, 0);

            assertThat(result).containsExactly(Long.MIN_VALUE + 5);
        }
    }
}
