package io.github.dlfs4j.ndarray.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.kernel.VectorModule;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every implementation of {@link Comparisons}. */
@ParameterizedClass(name = "{0}")
@MethodSource("available")
@BothKernels
class ComparisonsTest {
    private static final long SEED = 20260112;

    private static final double[] VALUES = {
        -1, 0, -0.0, 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.MIN_VALUE
    };

    @Parameter
    Loops loops;

    record Loops(String name, Comparisons<double[]> ofDoubles, Comparisons<float[]> ofFloats) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Loops> available() {
        Loops plain = new Loops("plain", new DoubleComparisonLoops(), new FloatComparisonLoops());
        return VectorModule.isPresent()
                ? Stream.of(
                        plain, new Loops("vector", new VectorDoubleComparisonLoops(), new VectorFloatComparisonLoops()))
                : Stream.of(plain);
    }

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
        Comparisons<double[]> doubles = loops.ofDoubles();
        Comparisons<float[]> floats = loops.ofFloats();
        assertCompared(a, b, n, (x, y) -> x == y, doubles::equal, floats::equal);
        assertCompared(a, b, n, (x, y) -> x != y, doubles::notEqual, floats::notEqual);
        assertCompared(a, b, n, (x, y) -> x < y, doubles::less, floats::less);
        assertCompared(a, b, n, (x, y) -> x <= y, doubles::lessEqual, floats::lessEqual);
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

        loops.ofFloats().choose(condition, floats(x), floats, floats, 5, 5 + n);
        loops.ofDoubles().choose(condition, x, y, y, 5, 5 + n);

        assertThat(y).as("seed %d", SEED).containsExactly(expected);
        assertThat(floats).as("seed %d", SEED).containsExactly(floats(expected));
    }

    @Test
    void compressionMovesTheChosenElementsToTheFront() {
        boolean[] condition = {false, true, true, false, true, true};
        long[] longs = {1, 2, 3, 4, 5, 6};
        double[] doubles = {1, 2, 3, 4, 5, 6};
        float[] floats = {1, 2, 3, 4, 5, 6};

        assertThat(new LongComparisonLoops().compress(condition, longs, 5)).isEqualTo(3);
        assertThat(loops.ofDoubles().compress(condition, doubles, 5)).isEqualTo(3);
        assertThat(loops.ofFloats().compress(condition, floats, 0)).isZero();

        assertThat(longs).startsWith(2, 3, 5);
        assertThat(doubles).startsWith(2, 3, 5);
    }
}
