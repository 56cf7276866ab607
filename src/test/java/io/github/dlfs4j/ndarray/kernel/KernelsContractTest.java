package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every implementation of {@link Kernels} element by element must do; {@link ProductContractTest} has the
 * products.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("available")
class KernelsContractTest {
    @Parameter
    NamedKernels named;

    static Stream<NamedKernels> available() {
        return NamedKernels.available();
    }

    /** A function of {@link Kernels} with its bound, on the values where it is neither infinite nor NaN. */
    enum Function {
        EXP(ExactFunction.EXP, 1.0, -745, 709, -103, 88) {
            @Override
            void run(Kernels kernels, float[] a, float[] out, int from, int to) {
                kernels.exp(a, out, from, to);
            }

            @Override
            void run(Kernels kernels, double[] a, double[] out, int from, int to) {
                kernels.exp(a, out, from, to);
            }
        },
        LOG(ExactFunction.LOG, 1.0, 1e-300, 1e6, 1e-37f, 1e6f) {
            @Override
            void run(Kernels kernels, float[] a, float[] out, int from, int to) {
                kernels.log(a, out, from, to);
            }

            @Override
            void run(Kernels kernels, double[] a, double[] out, int from, int to) {
                kernels.log(a, out, from, to);
            }
        },
        TANH(ExactFunction.TANH, 2.5, -20, 20, -10, 10) {
            @Override
            void run(Kernels kernels, float[] a, float[] out, int from, int to) {
                kernels.tanh(a, out, from, to);
            }

            @Override
            void run(Kernels kernels, double[] a, double[] out, int from, int to) {
                kernels.tanh(a, out, from, to);
            }
        };

        private final ExactFunction exact;
        private final double bound;
        private final double low;
        private final double high;
        private final float floatLow;
        private final float floatHigh;

        Function(ExactFunction exact, double bound, double low, double high, float floatLow, float floatHigh) {
            this.exact = exact;
            this.bound = bound;
            this.low = low;
            this.high = high;
            this.floatLow = floatLow;
            this.floatHigh = floatHigh;
        }

        abstract void run(Kernels kernels, float[] a, float[] out, int from, int to);

        abstract void run(Kernels kernels, double[] a, double[] out, int from, int to);

        /** Half of them over the whole range, half of them near 0, where networks live. */
        double[] doubles(Random random, int count) {
            return random.doubles(count)
                    .map(u -> u < 0.5 ? low + (high - low) * 2 * u : Math.max(low, (u - 0.75) * 8))
                    .toArray();
        }

        float[] floats(Random random, int count) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                float u = random.nextFloat();
                values[i] = u < 0.5f ? floatLow + (floatHigh - floatLow) * 2 * u : Math.max(floatLow, (u - 0.75f) * 8);
            }
            return values;
        }
    }

    @Nested
    class EveryFunction {
        private static final long SEED = 20260101;
        private static final int VALUES = 3000;

        @ParameterizedTest
        @EnumSource
        void isWithinItsBoundOfTheExactDouble(Function function) {
            double[] a = function.doubles(new Random(SEED), VALUES);
            double[] out = new double[VALUES];

            function.run(named.kernels(), a, out, 0, VALUES);

            for (int i = 0; i < VALUES; i++) {
                assertThat(ExactFunction.ulps(out[i], function.exact.of(a[i])))
                        .as("ulps of %s(%s) = %s, seed %d", function, a[i], out[i], SEED)
                        .isLessThanOrEqualTo(function.bound);
            }
        }

        @ParameterizedTest
        @EnumSource
        void isWithinItsBoundOfTheExactFloat(Function function) {
            float[] a = function.floats(new Random(SEED), VALUES);
            float[] out = new float[VALUES];

            function.run(named.kernels(), a, out, 0, VALUES);

            for (int i = 0; i < VALUES; i++) {
                assertThat(ExactFunction.ulps(out[i], function.exact.of(a[i])))
                        .as("ulps of %s(%s) = %s, seed %d", function, a[i], out[i], SEED)
                        .isLessThanOrEqualTo(function.bound);
            }
        }

        /**
         * At any place in the array, beside others or alone, a double gives the same bits, and no neighbour changes.
         */
        @ParameterizedTest
        @EnumSource
        void givesTheSameForEverySizeAndOffsetOfDoubles(Function function) {
            double[] a = function.doubles(new Random(SEED), 1200);
            double[] alone = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                function.run(named.kernels(), a, alone, i, i + 1);
            }
            int[] sizes = Stream.concat(Stream.iterate(0, n -> n + 1).limit(71), Stream.of(511, 512, 513, 1025, 1180))
                    .mapToInt(n -> n)
                    .toArray();
            for (int size : sizes) {
                for (int from : new int[] {0, 1, 7, 19}) {
                    double[] out = new double[a.length];
                    Arrays.fill(out, -7);
                    double[] expected = out.clone();
                    System.arraycopy(alone, from, expected, from, size);

                    function.run(named.kernels(), a, out, from, from + size);

                    assertThat(out)
                            .as("%s of %d values from %d, seed %d", function, size, from, SEED)
                            .containsExactly(expected);
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void givesTheSameForEverySizeAndOffsetOfFloats(Function function) {
            float[] a = function.floats(new Random(SEED), 1200);
            float[] alone = new float[a.length];
            for (int i = 0; i < a.length; i++) {
                function.run(named.kernels(), a, alone, i, i + 1);
            }
            int[] sizes = Stream.concat(Stream.iterate(0, n -> n + 1).limit(71), Stream.of(511, 512, 513, 1025, 1180))
                    .mapToInt(n -> n)
                    .toArray();
            for (int size : sizes) {
                for (int from : new int[] {0, 1, 7, 19}) {
                    float[] out = new float[a.length];
                    Arrays.fill(out, -7);
                    float[] expected = out.clone();
                    System.arraycopy(alone, from, expected, from, size);

                    function.run(named.kernels(), a, out, from, from + size);

                    assertThat(out)
                            .as("%s of %d values from %d, seed %d", function, size, from, SEED)
                            .containsExactly(expected);
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void mayWriteOverItsOperand(Function function) {
            double[] a = function.doubles(new Random(SEED), 600);
            double[] expected = new double[a.length];
            function.run(named.kernels(), a, expected, 0, a.length);

            function.run(named.kernels(), a, a, 0, a.length);

            assertThat(a).containsExactly(expected);
        }
    }

    @Nested
    class OfSpecialValues {
        @ParameterizedTest
        @ValueSource(ints = {1, 8, 37, 600})
        void expIsAsNumPyHasIt(int copies) {
            double infinity = Double.POSITIVE_INFINITY;
            assertDoubles(Function.EXP, copies, Double.NaN, Double.NaN);
            assertDoubles(Function.EXP, copies, infinity, infinity);
            assertDoubles(Function.EXP, copies, -infinity, 0);
            assertDoubles(Function.EXP, copies, 0, 1);
            assertDoubles(Function.EXP, copies, -0.0, 1);
            assertDoubles(Function.EXP, copies, Double.MIN_VALUE, 1);
            assertDoubles(Function.EXP, copies, -Double.MIN_VALUE, 1);
            assertDoubles(Function.EXP, copies, 709.782712893384, 1.7976931348622732e308);
            assertDoubles(Function.EXP, copies, 709.7827128933841, infinity);
            assertDoubles(Function.EXP, copies, 1e300, infinity);
            assertDoubles(Function.EXP, copies, Double.MAX_VALUE, infinity);
            assertDoubles(Function.EXP, copies, -708.5, Math.exp(-708.5));
            assertDoubles(Function.EXP, copies, -745.13, Double.MIN_VALUE);
            assertDoubles(Function.EXP, copies, -745.14, 0);
            assertDoubles(Function.EXP, copies, -1e300, 0);
            assertFloats(Function.EXP, copies, Float.NaN, Float.NaN);
            assertFloats(Function.EXP, copies, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
            assertFloats(Function.EXP, copies, Float.NEGATIVE_INFINITY, 0);
            assertFloats(Function.EXP, copies, 0, 1);
            assertFloats(Function.EXP, copies, -0f, 1);
            assertFloats(Function.EXP, copies, Float.MIN_VALUE, 1);
            assertFloats(Function.EXP, copies, 88.72283f, 3.4027985e38f);
            assertFloats(Function.EXP, copies, 88.72284f, Float.POSITIVE_INFINITY);
            assertFloats(Function.EXP, copies, Float.MAX_VALUE, Float.POSITIVE_INFINITY);
            assertFloats(Function.EXP, copies, -103.9f, Float.MIN_VALUE);
            assertFloats(Function.EXP, copies, -104f, 0);
            assertFloats(Function.EXP, copies, -1e30f, 0);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 8, 37, 600})
        void logIsAsNumPyHasIt(int copies) {
            double infinity = Double.POSITIVE_INFINITY;
            assertDoubles(Function.LOG, copies, Double.NaN, Double.NaN);
            assertDoubles(Function.LOG, copies, -1, Double.NaN);
            assertDoubles(Function.LOG, copies, 0, -infinity);
            assertDoubles(Function.LOG, copies, -0.0, -infinity);
            assertDoubles(Function.LOG, copies, infinity, infinity);
            assertDoubles(Function.LOG, copies, 1, 0);
            assertDoubles(Function.LOG, copies, Double.MIN_VALUE, -744.4400719213812);
            assertFloats(Function.LOG, copies, Float.NaN, Float.NaN);
            assertFloats(Function.LOG, copies, -1, Float.NaN);
            assertFloats(Function.LOG, copies, 0, Float.NEGATIVE_INFINITY);
            assertFloats(Function.LOG, copies, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
            assertFloats(Function.LOG, copies, 1, 0);
            assertFloats(Function.LOG, copies, Float.MIN_VALUE, -103.27893f);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 8, 37, 600})
        void tanhIsAsNumPyHasIt(int copies) {
            assertDoubles(Function.TANH, copies, Double.NaN, Double.NaN);
            assertDoubles(Function.TANH, copies, Double.POSITIVE_INFINITY, 1);
            assertDoubles(Function.TANH, copies, Double.NEGATIVE_INFINITY, -1);
            assertDoubles(Function.TANH, copies, -0.0, -0.0);
            assertDoubles(Function.TANH, copies, Double.MIN_VALUE, Double.MIN_VALUE);
            assertDoubles(Function.TANH, copies, -1000, -1);
            assertFloats(Function.TANH, copies, Float.NaN, Float.NaN);
            assertFloats(Function.TANH, copies, Float.POSITIVE_INFINITY, 1);
            assertFloats(Function.TANH, copies, Float.NEGATIVE_INFINITY, -1);
            assertFloats(Function.TANH, copies, -0f, -0f);
            assertFloats(Function.TANH, copies, Float.MIN_VALUE, Float.MIN_VALUE);
            assertFloats(Function.TANH, copies, -1000, -1);
        }

        private void assertDoubles(Function function, int copies, double x, double expected) {
            double[] a = new double[copies];
            Arrays.fill(a, x);
            double[] out = new double[copies];
            double[] all = new double[copies];
            Arrays.fill(all, expected);

            function.run(named.kernels(), a, out, 0, copies);

            assertThat(out).as("%s(%s)", function, x).containsExactly(all);
        }

        private void assertFloats(Function function, int copies, float x, float expected) {
            float[] a = new float[copies];
            Arrays.fill(a, x);
            float[] out = new float[copies];
            float[] all = new float[copies];
            Arrays.fill(all, expected);

            function.run(named.kernels(), a, out, 0, copies);

            assertThat(out).as("%s(%s)", function, x).containsExactly(all);
        }
    }

    @Nested
    class Exp {
        /**
         * Section 3.5.3 of the book: with one of the three an ulp off, a quarter of all cases change the last digit.
         */
        @Test
        void addsUpToTheSumThatTheBookPrints() {
            double[] out = new double[4];

            named.kernels().exp(new double[] {0.3, 2.9, 4.0, 0}, out, 0, 4);

            assertThat(out).containsExactly(1.3498588075760032, 18.17414536944306, 54.598150033144236, 1.0);
            assertThat(((out[0] + out[1]) + out[2]) + out[3]).isEqualTo(75.1221542101633);
        }

        /** They may differ, because only one of them has fused multiply-adds, but not by more than one step. */
        @Test
        void ofDoublesIsTheSameOrTheNextNumberWithEveryKernel() {
            double[] a = new Random(7).doubles(100_000, -760, 720).toArray();
            double[] plain = new double[a.length];
            new PlainKernels().exp(a, plain, 0, a.length);
            double[] out = new double[a.length];

            named.kernels().exp(a, out, 0, a.length);

            for (int i = 0; i < a.length; i++) {
                assertThat(out[i])
                        .as("exp(%s), seed 7", a[i])
                        .isBetween(Math.nextDown(plain[i]), Math.nextUp(plain[i]));
            }
        }

        @Test
        void ofFloatsIsTheSameOrTheNextNumberWithEveryKernel() {
            Random random = new Random(7);
            float[] a = new float[100_000];
            for (int i = 0; i < a.length; i++) {
                a[i] = random.nextFloat() * 200 - 108;
            }
            float[] plain = new float[a.length];
            new PlainKernels().exp(a, plain, 0, a.length);
            float[] out = new float[a.length];

            named.kernels().exp(a, out, 0, a.length);

            for (int i = 0; i < a.length; i++) {
                assertThat(out[i])
                        .as("exp(%s), seed 7", a[i])
                        .isBetween(Math.nextDown(plain[i]), Math.nextUp(plain[i]));
            }
        }
    }
}
