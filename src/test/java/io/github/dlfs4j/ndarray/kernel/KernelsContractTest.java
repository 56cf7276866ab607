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

    @Nested
    class EveryFunction {
        private static final long SEED = 20260101;
        private static final int VALUES = 3000;

        @ParameterizedTest
        @EnumSource
        void isWithinItsBoundOfTheExactDouble(KernelFunction function) {
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
        void isWithinItsBoundOfTheExactFloat(KernelFunction function) {
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
        void givesTheSameForEverySizeAndOffsetOfDoubles(KernelFunction function) {
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
        void givesTheSameForEverySizeAndOffsetOfFloats(KernelFunction function) {
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

        /** What is not an ordinary number has a path of its own, which must not touch its neighbours. */
        @ParameterizedTest
        @EnumSource
        void givesDoublesTheSameBesideUnusualOnes(KernelFunction function) {
            double[] unusual = {
                Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0, -3, 800, -800, Double.MIN_VALUE
            };
            Random random = new Random(SEED);
            double[] a = function.doubles(random, 900);
            for (int i = 0; i < a.length; i++) {
                a[i] = random.nextInt(4) == 0 ? unusual[random.nextInt(unusual.length)] : a[i];
            }
            double[] alone = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                function.run(named.kernels(), a, alone, i, i + 1);
            }

            function.run(named.kernels(), a, a, 0, a.length);

            assertThat(a).as("%s, seed %d", function, SEED).containsExactly(alone);
        }

        @ParameterizedTest
        @EnumSource
        void givesFloatsTheSameBesideUnusualOnes(KernelFunction function) {
            float[] unusual = {
                Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, -0f, -3, 95, -95, Float.MIN_VALUE
            };
            Random random = new Random(SEED);
            float[] a = function.floats(random, 900);
            for (int i = 0; i < a.length; i++) {
                a[i] = random.nextInt(4) == 0 ? unusual[random.nextInt(unusual.length)] : a[i];
            }
            float[] alone = new float[a.length];
            for (int i = 0; i < a.length; i++) {
                function.run(named.kernels(), a, alone, i, i + 1);
            }

            function.run(named.kernels(), a, a, 0, a.length);

            assertThat(a).as("%s, seed %d", function, SEED).containsExactly(alone);
        }

        @ParameterizedTest
        @EnumSource
        void mayWriteOverItsOperand(KernelFunction function) {
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
            assertDoubles(KernelFunction.EXP, copies, Double.NaN, Double.NaN);
            assertDoubles(KernelFunction.EXP, copies, infinity, infinity);
            assertDoubles(KernelFunction.EXP, copies, -infinity, 0);
            assertDoubles(KernelFunction.EXP, copies, 0, 1);
            assertDoubles(KernelFunction.EXP, copies, -0.0, 1);
            assertDoubles(KernelFunction.EXP, copies, Double.MIN_VALUE, 1);
            assertDoubles(KernelFunction.EXP, copies, -Double.MIN_VALUE, 1);
            assertDoubles(KernelFunction.EXP, copies, 709.782712893384, 1.7976931348622732e308);
            assertDoubles(KernelFunction.EXP, copies, 709.7827128933841, infinity);
            assertDoubles(KernelFunction.EXP, copies, 1e300, infinity);
            assertDoubles(KernelFunction.EXP, copies, Double.MAX_VALUE, infinity);
            assertDoubles(KernelFunction.EXP, copies, -708.5, Math.exp(-708.5));
            assertDoubles(KernelFunction.EXP, copies, -745.13, Double.MIN_VALUE);
            assertDoubles(KernelFunction.EXP, copies, -745.14, 0);
            assertDoubles(KernelFunction.EXP, copies, -1e300, 0);
            assertFloats(KernelFunction.EXP, copies, Float.NaN, Float.NaN);
            assertFloats(KernelFunction.EXP, copies, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
            assertFloats(KernelFunction.EXP, copies, Float.NEGATIVE_INFINITY, 0);
            assertFloats(KernelFunction.EXP, copies, 0, 1);
            assertFloats(KernelFunction.EXP, copies, -0f, 1);
            assertFloats(KernelFunction.EXP, copies, Float.MIN_VALUE, 1);
            assertFloats(KernelFunction.EXP, copies, 88.72283f, 3.4027985e38f);
            assertFloats(KernelFunction.EXP, copies, 88.72284f, Float.POSITIVE_INFINITY);
            assertFloats(KernelFunction.EXP, copies, Float.MAX_VALUE, Float.POSITIVE_INFINITY);
            assertFloats(KernelFunction.EXP, copies, -103.9f, Float.MIN_VALUE);
            assertFloats(KernelFunction.EXP, copies, -104f, 0);
            assertFloats(KernelFunction.EXP, copies, -1e30f, 0);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 8, 37, 600})
        void logIsAsNumPyHasIt(int copies) {
            double infinity = Double.POSITIVE_INFINITY;
            assertDoubles(KernelFunction.LOG, copies, Double.NaN, Double.NaN);
            assertDoubles(KernelFunction.LOG, copies, -1, Double.NaN);
            assertDoubles(KernelFunction.LOG, copies, 0, -infinity);
            assertDoubles(KernelFunction.LOG, copies, -0.0, -infinity);
            assertDoubles(KernelFunction.LOG, copies, infinity, infinity);
            assertDoubles(KernelFunction.LOG, copies, 1, 0);
            assertDoubles(KernelFunction.LOG, copies, Double.MIN_VALUE, -744.4400719213812);
            assertDoubles(KernelFunction.LOG, copies, Double.MIN_NORMAL, -708.3964185322641);
            assertDoubles(KernelFunction.LOG, copies, Double.MAX_VALUE, 709.782712893384);
            assertDoubles(KernelFunction.LOG, copies, 0x1p600, 415.88830833596717);
            assertFloats(KernelFunction.LOG, copies, Float.NaN, Float.NaN);
            assertFloats(KernelFunction.LOG, copies, -1, Float.NaN);
            assertFloats(KernelFunction.LOG, copies, 0, Float.NEGATIVE_INFINITY);
            assertFloats(KernelFunction.LOG, copies, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
            assertFloats(KernelFunction.LOG, copies, 1, 0);
            assertFloats(KernelFunction.LOG, copies, Float.MIN_VALUE, -103.27893f);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 8, 37, 600})
        void tanhIsAsNumPyHasIt(int copies) {
            assertDoubles(KernelFunction.TANH, copies, Double.NaN, Double.NaN);
            assertDoubles(KernelFunction.TANH, copies, Double.POSITIVE_INFINITY, 1);
            assertDoubles(KernelFunction.TANH, copies, Double.NEGATIVE_INFINITY, -1);
            assertDoubles(KernelFunction.TANH, copies, -0.0, -0.0);
            assertDoubles(KernelFunction.TANH, copies, Double.MIN_VALUE, Double.MIN_VALUE);
            assertDoubles(KernelFunction.TANH, copies, -1000, -1);
            assertFloats(KernelFunction.TANH, copies, Float.NaN, Float.NaN);
            assertFloats(KernelFunction.TANH, copies, Float.POSITIVE_INFINITY, 1);
            assertFloats(KernelFunction.TANH, copies, Float.NEGATIVE_INFINITY, -1);
            assertFloats(KernelFunction.TANH, copies, -0f, -0f);
            assertFloats(KernelFunction.TANH, copies, Float.MIN_VALUE, Float.MIN_VALUE);
            assertFloats(KernelFunction.TANH, copies, -1000, -1);
        }

        private void assertDoubles(KernelFunction function, int copies, double x, double expected) {
            double[] a = new double[copies];
            Arrays.fill(a, x);
            double[] out = new double[copies];
            double[] all = new double[copies];
            Arrays.fill(all, expected);

            function.run(named.kernels(), a, out, 0, copies);

            assertThat(out).as("%s(%s)", function, x).containsExactly(all);
        }

        private void assertFloats(KernelFunction function, int copies, float x, float expected) {
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
    class Sigmoid {
        private static final long SEED = 20260102;

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 7, 70, 1024, 2500})
        void givesTheBitsOfItsFourOperations(int n) {
            double[] a = new Random(SEED).doubles(n, -30, 30).toArray();
            double[] out = new double[n];
            double[] expected = new double[n];
            ArithmeticLoops.negative(a, expected, 0, n);
            named.kernels().exp(expected, expected, 0, n);
            Arrays.setAll(expected, i -> 1 / (expected[i] + 1));

            named.kernels().sigmoid(a, out, 0, n);

            assertThat(out).as("seed %d", SEED).containsExactly(expected);
        }

        /** Far from 0 and beside NaN, too, where exp takes another path. */
        @ParameterizedTest
        @ValueSource(ints = {1, 7, 70, 1024, 2500})
        void givesTheBitsOfItsFourOperationsForFloatsOfAnySize(int n) {
            float[] unusual = {
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                0,
                -0f,
                60,
                -60,
                85.9f,
                86.1f,
                87.5f,
                88,
                -88,
                -88.7f,
                -88.8f,
                -89.1f,
                95,
                -95,
                110,
                -110
            };
            Random random = new Random(SEED);
            float[] a = new float[n];
            for (int i = 0; i < n; i++) {
                boolean isUnusual = random.nextInt(n / 50 + 2) == 0;
                a[i] = isUnusual ? unusual[random.nextInt(unusual.length)] : random.nextFloat() * 20 - 10;
            }
            float[] out = new float[n];
            float[] expected = new float[n];
            ArithmeticLoops.negative(a, expected, 0, n);
            named.kernels().exp(expected, expected, 0, n);
            for (int i = 0; i < n; i++) {
                expected[i] = 1 / (expected[i] + 1);
            }

            named.kernels().sigmoid(a, out, 0, n);
            named.kernels().sigmoid(a, a, 0, n);

            assertThat(out).as("seed %d", SEED).containsExactly(expected);
            assertThat(a).as("in place, seed %d", SEED).containsExactly(expected);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 7, 70, 1024, 2500})
        void givesTheBitsOfItsFourOperationsForDoublesOfAnySize(int n) {
            double[] unusual = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                400,
                -400,
                706.9,
                707.1,
                708.5,
                900,
                -709,
                -709.7,
                -709.8,
                -710.1
            };
            Random random = new Random(SEED);
            double[] a = new double[n];
            for (int i = 0; i < n; i++) {
                boolean isUnusual = random.nextInt(n / 50 + 2) == 0;
                a[i] = isUnusual ? unusual[random.nextInt(unusual.length)] : random.nextDouble() * 60 - 30;
            }
            double[] out = new double[n];
            double[] expected = new double[n];
            ArithmeticLoops.negative(a, expected, 0, n);
            named.kernels().exp(expected, expected, 0, n);
            Arrays.setAll(expected, i -> 1 / (expected[i] + 1));

            named.kernels().sigmoid(a, out, 0, n);
            named.kernels().sigmoid(a, a, 0, n);

            assertThat(out).as("seed %d", SEED).containsExactly(expected);
            assertThat(a).as("in place, seed %d", SEED).containsExactly(expected);
        }

        @Test
        void endsAtZeroAndOne() {
            float[] a = {Float.NEGATIVE_INFINITY, -200, -0f, 200, Float.POSITIVE_INFINITY, Float.NaN, -9};

            named.kernels().sigmoid(a, a, 0, 6);

            assertThat(a).containsExactly(0, 0, 0.5f, 1, 1, Float.NaN, -9);
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
