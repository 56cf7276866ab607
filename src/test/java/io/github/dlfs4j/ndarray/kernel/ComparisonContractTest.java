package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every implementation of {@link ComparisonKernels} must do. */
@ParameterizedClass(name = "{0}")
@MethodSource("available")
class ComparisonContractTest {
    private static final long SEED = 20260112;

    private static final double[] VALUES = {
        -1, 0, -0.0, 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.MIN_VALUE
    };

    @Parameter
    NamedKernels named;

    static Stream<NamedKernels> available() {
        return NamedKernels.available();
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
    void comparisonsAreJavas(int n) {
        Random random = new Random(SEED);
        double[] a = doubles(n + 8, random);
        double[] b = doubles(n + 8, random);
        Kernels kernels = named.kernels();
        assertCompared(a, b, n, (x, y) -> x == y, kernels::equal, kernels::equal);
        assertCompared(a, b, n, (x, y) -> x != y, kernels::notEqual, kernels::notEqual);
        assertCompared(a, b, n, (x, y) -> x < y, kernels::less, kernels::less);
        assertCompared(a, b, n, (x, y) -> x <= y, kernels::lessEqual, kernels::lessEqual);
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
    void choicesFollowTheirCondition(int n) {
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

        named.kernels().choose(condition, floats(x), floats, floats, 5, 5 + n);
        named.kernels().choose(condition, x, y, y, 5, 5 + n);

        assertThat(y).as("seed %d", SEED).containsExactly(expected);
        assertThat(floats).as("seed %d", SEED).containsExactly(floats(expected));
    }

    @Test
    void compressionMovesTheChosenTogether() {
        boolean[] condition = {false, true, true, false, true, true};
        long[] longs = {1, 2, 3, 4, 5, 6};
        double[] doubles = {1, 2, 3, 4, 5, 6};
        float[] floats = {1, 2, 3, 4, 5, 6};

        assertThat(ChoiceLoops.compress(condition, longs, 5)).isEqualTo(3);
        assertThat(ChoiceLoops.compress(condition, doubles, 5)).isEqualTo(3);
        assertThat(ChoiceLoops.compress(condition, floats, 0)).isZero();

        assertThat(longs).startsWith(2, 3, 5);
        assertThat(doubles).startsWith(2, 3, 5);
    }
}
