package io.github.dlfs4j.ndarray.kernel.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.EveryVectorLength;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every implementation of folds and searches, to the bit. */
@ParameterizedClass(name = "{0}")
@MethodSource("available")
@BothKernels
class ReductionsTest {
    private static final long SEED = 20260111;
    private static final double NAN = Double.NaN;

    @Parameter
    Loops loops;

    static Stream<Loops> available() {
        return VectorModule.isPresent() ? Stream.of(plain(), vectors()) : Stream.of(plain());
    }

    private static Loops plain() {
        return new Loops(
                "Plain",
                new LoopsOf<>(
                        DoubleSums::sum,
                        DoubleRowSums::addRows,
                        DoubleExtremes::minimum,
                        DoubleExtremes::maximum,
                        (a, start, length) -> DoublePositions.argmax(a, start, start + length) - start),
                new LoopsOf<>(
                        FloatSums::sum,
                        FloatRowSums::addRows,
                        FloatExtremes::minimum,
                        FloatExtremes::maximum,
                        (a, start, length) -> FloatPositions.argmax(a, start, start + length) - start));
    }

    private static Loops vectors() {
        return new Loops(
                "Vectors",
                new LoopsOf<>(
                        VectorDoubleSums::sum,
                        VectorDoubleRowSums::addRows,
                        VectorDoubleExtremes::minimum,
                        VectorDoubleExtremes::maximum,
                        VectorDoublePositions::argmax),
                new LoopsOf<>(
                        VectorFloatSums::sum,
                        VectorFloatRowSums::addRows,
                        VectorFloatExtremes::minimum,
                        VectorFloatExtremes::maximum,
                        VectorFloatPositions::argmax));
    }

    /** The loops of an implementation. */
    private record Loops(String name, LoopsOf<double[]> ofDoubles, LoopsOf<float[]> ofFloats) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Its loops over arrays of a type. A search returns the position relative to the start. */
    private record LoopsOf<A>(Fold<A> sum, RowSum<A> addRows, Fold<A> minimum, Fold<A> maximum, Search<A> argmax) {}

    /** Folds the elements of a range; a float is the double of the same value. */
    private interface Fold<A> {
        double run(A a, int from, int to);
    }

    private interface RowSum<A> {
        void run(A a, int from, int rows, A sums, int n);
    }

    private interface Search<A> {
        int run(A a, int start, int length);
    }

    static IntStream shortRuns() {
        return IntStream.concat(IntStream.rangeClosed(0, 140), IntStream.of(255, 256, 257, 1000, 1025));
    }

    static IntStream longRuns() {
        return IntStream.of(4095, 4096, 4097, 4128, 5056, 8160, 65_535, 65_539, 65_568, 70_001, 1_000_000);
    }

    private static double[] doubles(int n) {
        return new Random(SEED).doubles(n, -9, 9).toArray();
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @ParameterizedTest
    @MethodSource({"shortRuns", "longRuns"})
    @EveryVectorLength
    void sumsAreAddedInNumPysOrder(int n) {
        double[] a = doubles(n + 9);
        assertThat(loops.ofDoubles().sum().run(a, 3, 3 + n)).as("seed %d", SEED).isEqualTo(DoubleSums.sum(a, 3, 3 + n));

        float[] floats = floats(a);
        assertThat(loops.ofFloats().sum().run(floats, 3, 3 + n))
                .as("seed %d", SEED)
                .isEqualTo(FloatSums.sum(floats, 3, 3 + n));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9, 40})
    @EveryVectorLength
    void rowsAreAddedOneAfterTheOther(int rows) {
        for (int n : new int[] {0, 1, 3, 10, 16, 31, 32, 33, 50, 784, 1030, 2100}) {
            double[] a = doubles(rows * n + 5);
            double[] sums = new double[n + 1];
            Arrays.fill(sums, 0.25);
            double[] expected = sums.clone();
            float[] floats = floats(a);
            float[] floatSums = floats(sums);
            float[] expectedFloats = floats(sums);
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < n; j++) {
                    expected[j] += a[5 + row * n + j];
                    expectedFloats[j] += floats[5 + row * n + j];
                }
            }

            loops.ofDoubles().addRows().run(a, 5, rows, sums, n);
            loops.ofFloats().addRows().run(floats, 5, rows, floatSums, n);

            assertThat(sums).as("%d rows of %d, seed %d", rows, n, SEED).containsExactly(expected);
            assertThat(floatSums).as("%d rows of %d, seed %d", rows, n, SEED).containsExactly(expectedFloats);
        }
    }

    @ParameterizedTest
    @MethodSource("shortRuns")
    @EveryVectorLength
    void extremesOfARunAreFoundAtEveryPosition(int n) {
        assertExtremesAreFound(n);
    }

    @ParameterizedTest
    @MethodSource("longRuns")
    void extremesOfALongRunAreFoundAtEveryPosition(int n) {
        assertExtremesAreFound(n);
    }

    private void assertExtremesAreFound(int n) {
        double[] a = new double[n + 4];
        Random random = new Random(SEED);
        for (int at = 3; at < 3 + n; at += 1 + random.nextInt(1 + n / 20)) {
            Arrays.fill(a, 0);
            a[2] = 99;
            a[3 + n] = -99;
            a[at] = 5;
            assertExtremes(a, 3, 3 + n, n == 1 ? 5 : 0, 5);
            a[at] = -5;
            assertExtremes(a, 3, 3 + n, -5, n == 1 ? -5 : 0);
            a[at] = NAN;
            assertExtremes(a, 3, 3 + n, NAN, NAN);
        }
    }

    private void assertExtremes(double[] a, int from, int to, double smallest, double largest) {
        double[] result = {
            loops.ofDoubles().minimum().run(a, from, to),
            loops.ofDoubles().maximum().run(a, from, to)
        };
        assertThat(result).containsExactly(smallest, largest);
        float[] floats = floats(a);
        double[] floatResult = {
            loops.ofFloats().minimum().run(floats, from, to),
            loops.ofFloats().maximum().run(floats, from, to)
        };
        assertThat(floatResult).containsExactly(smallest, largest);
    }

    @Test
    void extremesIncludeThePreviousResult() {
        double[] a = {1, 2, 3};
        double[] result = {0.5, 9, NAN};
        DoubleFold.MINIMUM.run(a, 0, 3, result, 0);
        DoubleFold.MAXIMUM.run(a, 0, 3, result, 1);
        DoubleFold.MAXIMUM.run(a, 0, 3, result, 2);
        assertThat(result).containsExactly(0.5, 9, NAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 10, 16, 17, 31, 40, 70, 784, 4096, 4100, 10_000})
    @EveryVectorLength
    void theFirstLargestElementOfEachRunIsFound(int length) {
        int runs = 5;
        Random random = new Random(SEED);
        double[] a = random.ints(3 + runs * length + 40, -length, length)
                .asDoubleStream()
                .toArray();
        for (int special = 0; special < 6; special++) {
            int run = random.nextInt(runs);
            int start = 3 + run * length;
            switch (special) {
                case 0 -> {}
                case 1 -> a[start + random.nextInt(length)] = NAN;
                case 2 -> Arrays.fill(a, start, start + length, Double.NEGATIVE_INFINITY);
                case 3 -> a[start + random.nextInt(length)] = Double.POSITIVE_INFINITY;
                case 4 -> Arrays.fill(a, start, start + length, NAN);
                default -> {
                    Arrays.fill(a, start, start + length, -0.0);
                    a[start + length - 1] = 0;
                }
            }
            for (int i = 0; i < runs; i++) {
                int from = 3 + i * length;
                int expected = firstLargest(Arrays.copyOfRange(a, from, from + length));
                assertThat(loops.ofDoubles().argmax().run(a, from, length))
                        .as("run of %d, seed %d", length, SEED)
                        .isEqualTo(expected);
                assertThat(loops.ofFloats().argmax().run(floats(a), from, length))
                        .as("run of %d, seed %d", length, SEED)
                        .isEqualTo(expected);
            }
        }
    }

    private static int firstLargest(double[] run) {
        int best = 0;
        for (int i = 0; i < run.length && !Double.isNaN(run[best]); i++) {
            best = run[i] > run[best] || Double.isNaN(run[i]) ? i : best;
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 70, 4097, 100_000})
    @EveryVectorLength
    void negativeZeroIsSmallerThanPositiveZero(int n) {
        double[] a = new double[n];
        Arrays.fill(a, -0.0);
        assertExtremes(a, 0, n, -0.0, -0.0);
        a[n / 3] = 0;
        assertExtremes(a, 0, n, n == 1 ? 0 : -0.0, 0);
        Arrays.fill(a, 0);
        a[n / 2] = -0.0;
        assertExtremes(a, 0, n, -0.0, n == 1 ? -0.0 : 0);
    }

    @Test
    void aRunMayBeginWithItsLargestElementOrWithNaN() {
        double[] a = {1, 7, 7, NAN, 2, NAN, -1, -1, -3};
        long[] positions = new long[3];

        DoublePositions.LARGEST.find(a, 0, 3, positions, 0, 3);

        assertThat(positions).containsExactly(1, 0, 0);
    }
}
