package io.github.dlfs4j.ndarray.kernel.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the additions in plain sums. */
@BothKernels
class SumsTest {
    private static final long SEED = 20260103;

    /**
     * Returns lengths below and above the one from which two parts of a run are added side by side, with all
     * remainders.
     */
    static IntStream lengths() {
        return IntStream.concat(
                IntStream.rangeClosed(0, 300),
                IntStream.of(
                        1000, 1024, 1025, 2049, 2993, 4095, 4096, 4097, 4104, 4112, 4128, 5056, 8160, 65_568, 100_000,
                        131_077, 190_000));
    }

    private static double[] numbers(int n) {
        return new Random(SEED).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void plainSumsOfDoublesHaveNumPysOrder(int n) {
        double[] a = numbers(n + 9);
        double[] result = {-1, 0.5};

        result[1] += DoubleSums.sum(a, 7, 7 + n);

        double sum = pairwise(Arrays.copyOfRange(a, 7, 7 + n), x -> x);
        assertThat(result).as("seed %d", SEED).containsExactly(-1, 0.5 + sum);
    }

    /** A long array is read in a different way from a short one. */
    @ParameterizedTest
    @MethodSource("lengths")
    void aPlainSumDoesNotDependOnTheLengthOfTheArray(int n) {
        double[] a = numbers(n);
        double[] sum = new double[1];
        double[] sumInLongArray = new double[1];

        sum[0] += DoubleSums.sum(a, 0, n);
        sumInLongArray[0] += DoubleSums.sum(Arrays.copyOf(a, 1_000_000), 0, n);

        assertThat(sumInLongArray).as("seed %d", SEED).containsExactly(sum);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void plainSumsOfFloatsHaveNumPysOrder(int n) {
        double[] numbers = numbers(n + 9);
        float[] a = new float[numbers.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) numbers[i];
            numbers[i] = a[i];
        }
        float[] result = {-1, 0};

        result[1] += FloatSums.sum(a, 7, 7 + n);

        // The sum of two floats in double, rounded to float, is their sum in float.
        double sum = pairwise(Arrays.copyOfRange(numbers, 7, 7 + n), x -> (float) x);
        assertThat(result).as("seed %d", SEED).containsExactly(-1, (float) sum);
    }

    /**
     * Adds in NumPy's order: up to 128 elements in eight running sums, more in two parts, of which the first is a
     * multiple of eight.
     */
    private double pairwise(double[] a, DoubleUnaryOperator round) {
        int n = a.length;
        if (n > 128) {
            int middle = n / 2 / 8 * 8;
            double first = pairwise(Arrays.copyOf(a, middle), round);
            return round.applyAsDouble(first + pairwise(Arrays.copyOfRange(a, middle, n), round));
        }
        int whole = n / 8 * 8;
        double[] running = new double[8];
        for (int i = 0; i < whole; i++) {
            running[i % 8] = round.applyAsDouble(running[i % 8] + a[i]);
        }
        double sum = treeSum(running, 0, 8, round);
        for (int i = whole; i < n; i++) {
            sum = round.applyAsDouble(sum + a[i]);
        }
        return sum;
    }

    private double treeSum(double[] running, int from, int to, DoubleUnaryOperator round) {
        int middle = (from + to) / 2;
        return to - from == 1
                ? running[from]
                : round.applyAsDouble(treeSum(running, from, middle, round) + treeSum(running, middle, to, round));
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 2056, 4088, 131_064, 5_000_000, 134_217_728, 268_435_448, 536_870_904, 1_073_741_816})
    void aLongRunHasRoomForEveryLevelOfItsHalves(int n) {
        assertThat(levels(n)).isLessThanOrEqualTo(PairwiseSums.levels(n));
    }

    /** Returns the number of levels. The second half is the longer one. */
    private int levels(int n) {
        return n <= PairwiseSums.BLOCK ? 1 : 1 + levels(n - PairwiseSums.firstHalf(n));
    }

    @Test
    void theSumOfLongsWraps() {
        long[] result = {0};

        LongFold.SUM.run(new long[] {Long.MAX_VALUE, 1, 5}, 0, 3, result, 0);

        assertThat(result).containsExactly(Long.MIN_VALUE + 5);
    }
}
