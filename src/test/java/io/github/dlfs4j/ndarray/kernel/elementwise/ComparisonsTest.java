package io.github.dlfs4j.ndarray.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.EveryVectorLength;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of comparisons and choices, with the kernel that is selected. */
@EveryVectorLength
class ComparisonsTest {
    private static final long SEED = 20260112;

    private static final double[] VALUES = {
        -1, 0, -0.0, 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.MIN_VALUE
    };

    static IntStream sizes() {
        return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(1000, 1025));
    }

    private static double[] doubles(int n, Random random) {
        return random.ints(n, 0, VALUES.length).mapToDouble(i -> VALUES[i]).toArray();
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void comparisonsGiveTheResultsOfTheOperatorsOfJava(int n) {
        Random random = new Random(SEED);
        double[] a = doubles(n + 8, random);
        double[] b = doubles(n + 8, random);
        assertCompared(a, b, n, (x, y) -> x == y, DoubleComparisons::equal, FloatComparisons::equal);
        assertCompared(a, b, n, (x, y) -> x != y, DoubleComparisons::notEqual, FloatComparisons::notEqual);
        assertCompared(a, b, n, (x, y) -> x < y, DoubleComparisons::less, FloatComparisons::less);
        assertCompared(a, b, n, (x, y) -> x <= y, DoubleComparisons::lessEqual, FloatComparisons::lessEqual);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void comparisonsWithANumberGiveTheResultsOfTheOperatorsOfJava(int n) {
        double[] a = doubles(n + 8, new Random(SEED));
        for (double value : VALUES) {
            double[] b = new double[n + 8];
            Arrays.fill(b, value);
            assertCompared(a, b, n, (x, y) -> x < y, DoubleComparisons::lessThan, FloatComparisons::lessThan);
            assertCompared(a, b, n, (x, y) -> x <= y, DoubleComparisons::atMost, FloatComparisons::atMost);
            assertCompared(a, b, n, (x, y) -> x > y, DoubleComparisons::greaterThan, FloatComparisons::greaterThan);
            assertCompared(a, b, n, (x, y) -> x >= y, DoubleComparisons::atLeast, FloatComparisons::atLeast);
        }
    }

    @FunctionalInterface
    private interface Relation {
        boolean holds(double x, double y);
    }

    private static void assertCompared(
            double[] a,
            double[] b,
            int n,
            Relation relation,
            BinaryLoop<double[], boolean[]> doubles,
            BinaryLoop<float[], boolean[]> floats) {
        boolean[] expected = new boolean[n + 8];
        Arrays.fill(expected, true);
        for (int i = 5; i < 5 + n; i++) {
            expected[i] = relation.holds(a[i], b[i]);
        }
        boolean[] out = new boolean[n + 8];
        Arrays.fill(out, true);
        doubles.run(a, b, out, 5, 5 + n);
        assertThat(out).as("doubles, seed %d", SEED).containsExactly(expected);
        Arrays.fill(out, true);
        floats.run(floats(a), floats(b), out, 5, 5 + n);
        assertThat(out).as("floats, seed %d", SEED).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void longsAreComparedAndChosenExactly(int n) {
        Random random = new Random(SEED);
        long[] a = random.longs(n + 8).map(x -> x >> 62).toArray();
        long[] b = random.longs(n + 8).map(x -> x >> 62).toArray();
        a[5] = Long.MAX_VALUE;
        b[5] = Long.MAX_VALUE - 1;
        boolean[] less = new boolean[n + 8];
        boolean[] equal = new boolean[n + 8];
        boolean[] greater = new boolean[n + 8];
        long[] smaller = b.clone();

        LongComparisons.less(a, b, less, 5, 5 + n);
        LongComparisons.equal(a, b, equal, 5, 5 + n);
        LongComparisons.greaterThan(a, new long[] {Long.MAX_VALUE - 1}, greater, 5, 5 + n);
        LongComparisons.choose(less, a, b, smaller, 5, 5 + n);

        for (int i = 5; i < 5 + n; i++) {
            assertThat(less[i]).isEqualTo(a[i] < b[i]);
            assertThat(equal[i]).isEqualTo(a[i] == b[i]);
            assertThat(greater[i]).isEqualTo(a[i] > Long.MAX_VALUE - 1);
            assertThat(smaller[i]).as("seed %d", SEED).isEqualTo(Math.min(a[i], b[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void choicesFollowTheCondition(int n) {
        Random random = new Random(SEED);
        double[] x = doubles(n + 8, random);
        double[] y = doubles(n + 8, random);
        boolean[] condition = new boolean[n + 8];
        double[] expected = y.clone();
        for (int i = 5; i < 5 + n; i++) {
            condition[i] = random.nextBoolean();
            expected[i] = condition[i] ? x[i] : y[i];
        }
        float[] floats = floats(y);

        FloatComparisons.choose(condition, floats(x), floats, floats, 5, 5 + n);
        DoubleComparisons.choose(condition, x, y, y, 5, 5 + n);

        assertThat(y).as("seed %d", SEED).containsExactly(expected);
        assertThat(floats).as("seed %d", SEED).containsExactly(floats(expected));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void rectificationGivesTheMaximaAndWhereThereIsNothingPositive(int n) {
        double[] x = doubles(n + 8, new Random(SEED));
        double[] y = new double[n + 8];
        float[] floats = new float[n + 8];
        boolean[] mask = new boolean[n + 8];
        boolean[] maskOfFloats = new boolean[n + 8];
        double[] expected = new double[n + 8];
        boolean[] expectedMask = new boolean[n + 8];
        for (int i = 5; i < 5 + n; i++) {
            expected[i] = Math.max(x[i], 0);
            expectedMask[i] = x[i] <= 0;
        }

        DoubleComparisons.rectify(x, y, mask, 5, 5 + n);
        FloatComparisons.rectify(floats(x), floats, maskOfFloats, 5, 5 + n);

        assertThat(y).as("seed %d", SEED).containsExactly(expected);
        assertThat(floats).as("seed %d", SEED).containsExactly(floats(expected));
        assertThat(mask).containsExactly(expectedMask);
        assertThat(maskOfFloats).containsExactly(expectedMask);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void longsAreRectifiedExactly(int n) {
        long[] x = new Random(SEED).longs(n + 8).map(value -> value >> 62).toArray();
        long[] y = new long[n + 8];
        boolean[] mask = new boolean[n + 8];

        LongComparisons.rectify(x, y, mask, 5, 5 + n);

        for (int i = 5; i < 5 + n; i++) {
            assertThat(y[i]).isEqualTo(Math.max(x[i], 0));
            assertThat(mask[i]).isEqualTo(x[i] <= 0);
        }
    }

    @Test
    void compressionMovesTheChosenElementsToTheFront() {
        boolean[] condition = {false, true, true, false, true, true};
        long[] longs = {1, 2, 3, 4, 5, 6};
        double[] doubles = {1, 2, 3, 4, 5, 6};
        float[] floats = {1, 2, 3, 4, 5, 6};

        assertThat(LongComparisons.compress(condition, longs, 5)).isEqualTo(3);
        assertThat(DoubleComparisons.compress(condition, doubles, 5)).isEqualTo(3);
        assertThat(FloatComparisons.compress(condition, floats, 0)).isZero();

        assertThat(longs).startsWith(2, 3, 5);
        assertThat(doubles).startsWith(2, 3, 5);
    }
}
