package io.github.dlfs4j.ndarray.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.EveryVectorLength;
import io.github.dlfs4j.ndarray.kernel.VectorModule;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of every loop of a function: the bits of a result depend neither on the place of the number in an array
 * nor on its neighbours. {@code EveryFloatTest} and {@code NumPyFunctionReplayTest} check that the bits are NumPy's.
 */
@BothKernels
class FunctionsTest {
    private static final long SEED = 20260101;

    private static final double[] UNUSUAL = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0,
        -0.0,
        -3,
        800,
        -800,
        95,
        -95,
        88.7,
        -103.5,
        1e6,
        -1e30,
        Float.MIN_VALUE,
        Double.MIN_VALUE
    };

    /** The loops of a function: plain ones and, or null, those with the Vector API. */
    @SuppressWarnings("ImmutableEnumChecker") // the loops have no state
    enum Function {
        EXP(DoubleExp::exp, null, FloatExp::expInBlocks, (a, out, i, n) -> VectorFloatExp.exp(a, out, i, n)),
        LOG(
                DoubleLog::logInBlocks,
                (a, out, i, n) -> VectorDoubleLog.log(a, out, i, n),
                FloatLog::logInBlocks,
                (a, out, i, n) -> VectorFloatLog.log(a, out, i, n)),
        SIN(DoubleSines::sin, null, FloatSines::sinInBlocks, (a, out, i, n) -> VectorFloatSines.sin(a, out, i, n)),
        COS(DoubleSines::cos, null, FloatSines::cosInBlocks, (a, out, i, n) -> VectorFloatSines.cos(a, out, i, n)),
        TANH(
                DoubleTanh::tanhOneByOne,
                (a, out, i, n) -> VectorDoubleTanh.tanh(a, out, i, n),
                FloatTanh::tanhOneByOne,
                (a, out, i, n) -> VectorFloatTanh.tanh(a, out, i, n));

        final UnaryLoop<double[]> ofDoubles;
        final UnaryLoop<double[]> ofDoublesInVectors;
        final UnaryLoop<float[]> ofFloats;
        final UnaryLoop<float[]> ofFloatsInVectors;

        Function(
                UnaryLoop<double[]> ofDoubles,
                UnaryLoop<double[]> ofDoublesInVectors,
                UnaryLoop<float[]> ofFloats,
                UnaryLoop<float[]> ofFloatsInVectors) {
            this.ofDoubles = ofDoubles;
            this.ofDoublesInVectors = ofDoublesInVectors;
            this.ofFloats = ofFloats;
            this.ofFloatsInVectors = ofFloatsInVectors;
        }
    }

    private static int[] sizes() {
        return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(511, 512, 513, 1025, 1180))
                .toArray();
    }

    /** Returns random numbers; on request, every third one is an unusual number. */
    private static double[] numbers(int n, boolean withUnusual) {
        Random random = new Random(SEED);
        double[] numbers = random.doubles(n, -10, 10).toArray();
        for (int i = 0; withUnusual && i < n; i++) {
            numbers[i] = random.nextInt(3) == 0 ? UNUSUAL[random.nextInt(UNUSUAL.length)] : numbers[i];
        }
        return numbers;
    }

    /** Returns the results of a loop that runs over one number at a time. */
    private static <A> A alone(UnaryLoop<A> loop, A a) {
        int n = Array.getLength(a);
        A out = copy(a);
        for (int i = 0; i < n; i++) {
            loop.run(a, out, i, i + 1);
        }
        return out;
    }

    @SuppressWarnings("unchecked") // an array of the same type
    private static <A> A copy(A a) {
        int n = Array.getLength(a);
        A copy = (A) Array.newInstance(a.getClass().getComponentType(), n);
        System.arraycopy(a, 0, copy, 0, n);
        return copy;
    }

    private static <A> void assertThatPlaceDoesNotMatter(UnaryLoop<A> plain, UnaryLoop<A> loop, A a) {
        A before = copy(a);
        A alone = alone(plain, a);
        for (int size : sizes()) {
            for (int from : new int[] {0, 1, 7, 19}) {
                A out = copy(a);
                A expected = copy(a);
                System.arraycopy(alone, from, expected, from, size);

                loop.run(out, out, from, from + size);

                // A comparison with AssertJ takes a hundred times as long.
                if (!Objects.deepEquals(out, expected)) {
                    assertThat((Object) out)
                            .as("%d numbers from %d, in place, seed %d", size, from, SEED)
                            .isEqualTo(expected);
                }
            }
        }
        A out = copy(a);
        loop.run(a, out, 0, Array.getLength(a));
        assertThat((Object) out).as("seed %d", SEED).isEqualTo(alone);
        assertThat((Object) a).isEqualTo(before);
    }

    @Nested
    class OfDouble {
        private static UnaryLoop<double[]> vectorLoop(Function function) {
            assumeTrue(VectorModule.isPresent(), "needs the module");
            assumeTrue(function.ofDoublesInVectors != null, "has no vectors");
            return function.ofDoublesInVectors;
        }

        private static void assertThatPlaceDoesNotMatter(Function function, UnaryLoop<double[]> loop) {
            for (boolean withUnusual : new boolean[] {false, true}) {
                FunctionsTest.assertThatPlaceDoesNotMatter(function.ofDoubles, loop, numbers(1200, withUnusual));
            }
        }

        @ParameterizedTest
        @EnumSource
        void functionsOfDoublesDoNotDependOnThePlace(Function function) {
            assertThatPlaceDoesNotMatter(function, function.ofDoubles);
        }

        @ParameterizedTest
        @EnumSource
        @EveryVectorLength
        void functionsOfDoublesDoNotDependOnThePlaceInVectors(Function function) {
            assertThatPlaceDoesNotMatter(function, vectorLoop(function));
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                EXP,  NaN,                NaN
                EXP,  Infinity,           Infinity
                EXP, -Infinity,           0
                EXP, -0.0,                1
                EXP,  1,                  2.718281828459045
                EXP,  709.782712893384,   1.7976931348622732e308
                EXP,  709.7827128933841,  Infinity
                EXP, -745.13,             4.9e-324
                EXP, -745.14,             0
                LOG,  NaN,                NaN
                LOG, -1,                  NaN
                LOG, -0.0,               -Infinity
                LOG,  0,                 -Infinity
                LOG,  Infinity,           Infinity
                LOG,  4.9e-324,          -744.4400719213812
                LOG,  1,                  0
                SIN, -0.0,               -0.0
                SIN,  Infinity,           NaN
                COS,  0,                  1
                COS, -Infinity,           NaN
                TANH, NaN,                NaN
                TANH, Infinity,           1
                TANH, -Infinity,         -1
                TANH, -0.0,              -0.0
                TANH, 4.9e-324,           4.9e-324
                """)
        void functionsOfDoublesHandleSpecialValuesAsNumPyDoes(Function function, double x, double expected) {
            assertThat(alone(function.ofDoubles, new double[] {x})).containsExactly(expected);
        }
    }

    @Nested
    class OfFloat {
        private static float[] floats(double... numbers) {
            float[] floats = new float[numbers.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) numbers[i];
            }
            return floats;
        }

        private static void assertThatPlaceDoesNotMatter(Function function, UnaryLoop<float[]> loop) {
            for (boolean withUnusual : new boolean[] {false, true}) {
                float[] a = floats(numbers(1200, withUnusual));
                FunctionsTest.assertThatPlaceDoesNotMatter(function.ofFloats, loop, a);
            }
        }

        @ParameterizedTest
        @EnumSource
        void functionsOfFloatsDoNotDependOnThePlace(Function function) {
            assertThatPlaceDoesNotMatter(function, function.ofFloats);
        }

        @ParameterizedTest
        @EnumSource
        @EveryVectorLength
        void functionsOfFloatsDoNotDependOnThePlaceInVectors(Function function) {
            assumeTrue(VectorModule.isPresent(), "needs the module");
            assertThatPlaceDoesNotMatter(function, function.ofFloatsInVectors);
        }

        static IntStream lengths() {
            return IntStream.of(0, 1, 7, 70, 1024, 2500, 5000);
        }

        @ParameterizedTest
        @ValueSource(
                floats = {
                    -200,
                    -104,
                    -95,
                    -87.4f,
                    -45,
                    -44.7f,
                    -44.3f,
                    43.3f,
                    43.7f,
                    44,
                    64,
                    88,
                    88.7f,
                    88.8f,
                    200,
                    Float.NaN,
                    Float.NEGATIVE_INFINITY,
                    Float.POSITIVE_INFINITY
                })
        void aBlockOfFloatsWithAnyNumberHasTheBitsOfEach(float any) {
            float[] a = floats(numbers(1100, false));
            a[300] = any;
            a[1024] = any;
            a[1099] = any;
            float[] expected = new float[a.length];
            for (int i = 0; i < a.length; i++) {
                expected[i] = FloatExp.exp(a[i]);
            }

            FloatExp.expInBlocks(a, a, 0, a.length);

            assertThat(a).as("seed %d", SEED).containsExactly(expected);
        }

        /** The bits of a NaN could become the exponent of a number. */
        @ParameterizedTest
        @ValueSource(ints = {0x7fc00000, 0x7fc00001, 0x7fc001ff, 0x7fffffff, 0xffc00000, 0xffffffff, 0x7f800001})
        void everyNaNOfFloatsStaysNaN(int bits) {
            float[] a = {1, Float.intBitsToFloat(bits), -1};

            FloatExp.expInBlocks(a, a, 0, a.length);

            assertThat(a[1]).isNaN();
        }

        @ParameterizedTest
        @MethodSource("lengths")
        void sigmoidOfFloatsHasTheBitsOfItsFourOperations(int n) {
            float[] a = floats(numbers(n, true));
            float[] expected = new float[n];
            for (int i = 0; i < n; i++) {
                expected[i] = 1 / (1 + FloatExp.exp(-a[i]));
            }

            FloatSigmoid.sigmoid(a, a, 0, n);

            assertThat(a).as("seed %d", SEED).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "7", "70", "1024", "2500"})
    void sigmoidOfDoublesHasTheBitsOfItsFourOperations(int n) {
        double[] a = numbers(n, true);
        double[] expected =
                Arrays.stream(a).map(x -> 1 / (1 + DoubleExp.exp(-x))).toArray();

        DoubleSigmoid.sigmoid(a, a, 0, n);

        assertThat(a).as("seed %d", SEED).containsExactly(expected);
    }
}
