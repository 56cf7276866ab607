package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.EveryVectorLength;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every implementation of the matrix product, for both types. */
@ParameterizedClass(name = "{0} {1}")
@MethodSource("productsAndTypes")
@BothKernels
class ProductContractTest {
    private static final long SEED = 20260102;

    /** Sizes larger than any tile, and sizes one below and one above multiples of all vector lengths. */
    private static final int[] EDGES = {
        1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 15, 16, 17, 23, 24, 25, 31, 32, 33, 47, 48, 49, 50, 65
    };

    @Parameter(0)
    Products products;

    @Parameter(1)
    ElementType type;

    static Stream<Arguments> productsAndTypes() {
        return Products.available()
                .flatMap(products -> Stream.of(ElementType.values()).map(type -> Arguments.of(products, type)));
    }

    /** The layout of a matrix in its array. */
    enum Layout {
        C_ORDER,
        C_ORDER_WITH_GAPS,
        TRANSPOSED,
        TRANSPOSED_WITH_GAPS,
        EVERY_OTHER_COLUMN,
        REVERSED;

        Matrix<double[]> lay(double[][] matrix, int columns) {
            int rows = matrix.length;
            int gap = this == C_ORDER_WITH_GAPS || this == TRANSPOSED_WITH_GAPS ? 5 : 0;
            boolean transposed = this == TRANSPOSED || this == TRANSPOSED_WITH_GAPS;
            int columnStep = this == EVERY_OTHER_COLUMN ? 2 : transposed ? rows + gap : 1;
            int rowStep = transposed ? 1 : columns * columnStep + gap;
            int offset = gap;
            if (this == REVERSED) {
                offset = Math.max(0, rows - 1) * rowStep + Math.max(0, columns - 1) * columnStep;
                rowStep = -rowStep;
                columnStep = -columnStep;
            }
            double[] values = new double[(rows + gap) * (columns + gap) * 2 + 2 * gap];
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    values[offset + i * rowStep + j * columnStep] = matrix[i][j];
                }
            }
            return new Matrix<>(values, offset, rows, columns, rowStep, columnStep);
        }
    }

    private static Matrix<double[]> knownToBeFinite(Matrix<double[]> matrix) {
        return new Matrix<>(
                matrix.values(),
                matrix.offset(),
                matrix.rows(),
                matrix.columns(),
                matrix.rowStep(),
                matrix.columnStep(),
                true);
    }

    private static double[][] matrix(int rows, int columns, DoubleSupplier values) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, j -> values.getAsDouble());
        }
        return matrix;
    }

    /** Returns small integers, whose products and sums are exact even in float. */
    private static double[][] integers(int rows, int columns, Random random) {
        return matrix(rows, columns, () -> random.nextInt(17) - 8);
    }

    private double[][] reals(int rows, int columns, Random random) {
        return matrix(rows, columns, () -> type.round(random.nextGaussian()));
    }

    private static double[][] naiveProduct(double[][] a, double[][] b, int n) {
        double[][] c = new double[a.length][n];
        for (int i = 0; i < a.length; i++) {
            for (int p = 0; p < b.length; p++) {
                for (int j = 0; j < n; j++) {
                    c[i][j] += a[i][p] * b[p][j];
                }
            }
        }
        return c;
    }

    private static double[] flat(double[][] matrix) {
        return Stream.of(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Computes the product into the middle of an array of NaN, whose ends must not change. */
    private double[] product(Matrix<double[]> a, Matrix<double[]> b, int m, int n) {
        int offset = 3;
        double[] c = new double[offset + m * n + offset];
        Arrays.fill(c, Double.NaN);
        double[] result = type.multiply(products, a, b, new Matrix<>(c, offset, m, n, n, 1));
        assertBits(Arrays.copyOf(result, offset), Arrays.copyOf(c, offset), "before c");
        assertBits(
                Arrays.copyOfRange(result, offset + m * n, c.length),
                Arrays.copyOfRange(c, offset + m * n, c.length),
                "after c");
        return Arrays.copyOfRange(result, offset, offset + m * n);
    }

    private static void assertBits(double[] actual, double[] expected, String description) {
        // A comparison with AssertJ takes a hundred times as long.
        if (!Arrays.equals(actual, expected)) {
            assertThat(actual).as("%s, seed %d", description, SEED).isEqualTo(expected);
        }
    }

    private void assertExact(int m, int k, int n, Layout layoutOfA, Layout layoutOfB, Random random) {
        double[][] a = integers(m, k, random);
        double[][] b = integers(k, n, random);

        double[] actual = product(layoutOfA.lay(a, k), layoutOfB.lay(b, n), m, n);

        double[] expected = flat(naiveProduct(a, b, n));
        assertThat(Arrays.equals(actual, expected))
                .as("(%dx%d %s)·(%dx%d %s), seed %d", m, k, layoutOfA, k, n, layoutOfB, SEED)
                .isTrue();
    }

    @Test
    void productsAreExactForIntegersOfAllSmallSizes() {
        Random random = new Random(SEED);
        Layout[] layouts = Layout.values();
        for (int m = 0; m <= 20; m++) {
            for (int k = 0; k <= 20; k++) {
                for (int n = 0; n <= 20; n++) {
                    Layout ofA = layouts[random.nextInt(layouts.length)];
                    Layout ofB = layouts[random.nextInt(layouts.length)];
                    assertExact(m, k, n, ofA, ofB, random);
                }
            }
        }
    }

    /** Every size occurs once as m, as k and as n, with two other sizes. */
    @Test
    @EveryVectorLength
    void productsAreExactForIntegersOfAllSizesUpTo70() {
        Random random = new Random(SEED);
        Layout[] layouts = Layout.values();
        for (int size = 0; size <= 70; size++) {
            for (Layout ofA : layouts) {
                Layout ofB = layouts[random.nextInt(layouts.length)];
                assertExact(size, random.nextInt(71), random.nextInt(71), ofA, ofB, random);
                assertExact(random.nextInt(71), size, random.nextInt(71), ofA, ofB, random);
                assertExact(random.nextInt(71), random.nextInt(71), size, ofA, ofB, random);
            }
        }
    }

    @Test
    void productsAreExactAroundTheEdgesOfTilesInEveryLayout() {
        Random random = new Random(SEED);
        for (int m : EDGES) {
            for (int n : EDGES) {
                for (Layout ofA : Layout.values()) {
                    Layout ofB = Layout.values()[random.nextInt(Layout.values().length)];
                    assertExact(m, 1 + random.nextInt(40), n, ofA, ofB, random);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, 300, 100",
        "100, 784, 50",
        "3, 1030, 70",
        "1, 784, 50",
        "784, 100, 50",
        "70, 513, 1600",
        "9, 520, 517",
        "1, 1, 2000",
        "2000, 1, 1",
        "1, 3000, 1",
        "150, 255, 530",
        "66, 1025, 1540"
    })
    void productsAreExactForLargerMatrices(int m, int k, int n) {
        Random random = new Random(SEED);
        assertExact(m, k, n, Layout.C_ORDER, Layout.C_ORDER, random);
        assertExact(m, k, n, Layout.TRANSPOSED, Layout.C_ORDER, random);
        assertExact(m, k, n, Layout.C_ORDER_WITH_GAPS, Layout.TRANSPOSED, random);
        assertExact(m, k, n, Layout.TRANSPOSED_WITH_GAPS, Layout.EVERY_OTHER_COLUMN, random);
    }

    @ParameterizedTest
    @CsvSource({"200, 300, 100", "100, 784, 50", "5, 7, 3", "1, 1000, 19", "33, 600, 1"})
    void productsAreWithinTheRoundingErrorOfRealNumbers(int m, int k, int n) {
        Random random = new Random(SEED);
        double[][] a = reals(m, k, random);
        double[][] b = reals(k, n, random);
        double[][] expected = naiveProduct(a, b, n);
        double[][] bound = naiveProduct(absolute(a), absolute(b), n);

        double[] actual = product(Layout.C_ORDER.lay(a, k), Layout.C_ORDER.lay(b, n), m, n);

        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(Math.abs(actual[i * n + j] - expected[i][j]))
                        .as("error at (%d, %d), seed %d", i, j, SEED)
                        .isLessThanOrEqualTo(4 * k * type.epsilon * bound[i][j]);
            }
        }
    }

    /** This is why the output of a chapter does not depend on the kernel. */
    @Test
    void productsRoundOnceForEachMultiplyAdd() {
        Random random = new Random(SEED);
        for (int i = 0; i < 3000; i++) {
            int k = 1 + random.nextInt(1 + random.nextInt(128));
            int m = 1 + random.nextInt(128 / k);
            int n = 1 + random.nextInt(128 / (k * m));
            double[][] a = reals(m, k, random);
            double[][] b = reals(k, n, random);
            if (i % 3 == 0) {
                a[random.nextInt(m)][random.nextInt(k)] = special(random);
                b[random.nextInt(k)][random.nextInt(n)] = special(random);
            }
            Layout ofA = Layout.values()[random.nextInt(Layout.values().length)];
            Layout ofB = Layout.values()[random.nextInt(Layout.values().length)];
            Matrix<double[]> left = ofA.lay(a, k);
            Matrix<double[]> right = ofB.lay(b, n);

            assertBits(
                    product(left, right, m, n),
                    type.definition(left, right),
                    "(%sx%s %s)·(%sx%s %s)".formatted(m, k, ofA, k, n, ofB));
        }
    }

    private double special(Random random) {
        double[] values = {
            0.0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            Double.MIN_NORMAL,
            0x1p600,
            0x1p-600,
            Float.MAX_VALUE,
            Float.MIN_VALUE
        };
        return type.round(values[random.nextInt(values.length)]);
    }

    private static double[][] absolute(double[][] matrix) {
        return Stream.of(matrix)
                .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @CsvSource({"37, 700, 130", "100, 784, 50", "8, 20, 11", "50, 300, 9"})
    void productsGiveTheSameBitsForRowsByThemselves(int m, int k, int n) {
        Random random = new Random(SEED);
        double[][] a = reals(m, k, random);
        double[][] b = reals(k, n, random);
        double[] whole = product(Layout.C_ORDER.lay(a, k), Layout.C_ORDER.lay(b, n), m, n);

        int first = 1 + random.nextInt(m - 1);
        double[] above = product(Layout.C_ORDER.lay(Arrays.copyOf(a, first), k), Layout.C_ORDER.lay(b, n), first, n);
        double[] below =
                product(Layout.C_ORDER.lay(Arrays.copyOfRange(a, first, m), k), Layout.C_ORDER.lay(b, n), m - first, n);

        assertThat(above).as("seed %d", SEED).containsExactly(Arrays.copyOf(whole, first * n));
        assertThat(below).as("seed %d", SEED).containsExactly(Arrays.copyOfRange(whole, first * n, m * n));
    }

    @ParameterizedTest
    @CsvSource({"13, 40, 50", "3, 9, 70", "70, 9, 3", "20, 600, 1", "1, 5, 1"})
    void productsCarryInfinitiesAndNaN(int m, int k, int n) {
        Random random = new Random(SEED);
        double[][] a = integers(m, k, random);
        double[][] b = integers(k, n, random);
        a[random.nextInt(m)][random.nextInt(k)] = Double.POSITIVE_INFINITY;
        a[random.nextInt(m)][random.nextInt(k)] = Double.NaN;
        b[random.nextInt(k)][random.nextInt(n)] = Double.NEGATIVE_INFINITY;
        b[random.nextInt(k)][random.nextInt(n)] = Double.POSITIVE_INFINITY;
        double[] expected = flat(naiveProduct(a, b, n));

        for (Layout ofA : Layout.values()) {
            for (Layout ofB : Layout.values()) {
                assertBits(product(ofA.lay(a, k), ofB.lay(b, n), m, n), expected, ofA + ", " + ofB);
            }
        }
    }

    @Test
    void productsOfEmptyOperandsAreZero() {
        assertThat(product(Layout.C_ORDER.lay(new double[3][0], 0), Layout.C_ORDER.lay(new double[0][50], 50), 3, 50))
                .containsOnly(0.0)
                .hasSize(150);
    }

    /**
     * Images are mostly zeros, which may be left out if b is finite. A NaN in the last column of b makes all kernels
     * compute with every zero. The bits of the other columns must be the same in both cases.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 784, 50",
        "1, 784, 53",
        "1, 100, 10",
        "1, 33, 9",
        "1, 15, 12",
        "3, 200, 50",
        "4, 64, 20",
        "8, 70, 48",
        "13, 39, 51",
        "40, 300, 50",
        "57, 64, 97",
        "100, 36, 50"
    })
    void productsGiveTheSameBitsIfZerosMayBeLeftOut(int m, int k, int n) {
        Random random = new Random(SEED);
        for (double share : new double[] {0, 0.2, 0.5, 1}) {
            double[][] a = matrix(
                    m,
                    k,
                    () -> random.nextDouble() < share ? type.round(random.nextGaussian()) : random.nextInt(2) * -0.0);
            double[][] b = reals(k, n, random);
            double[][] notFinite = Stream.of(b).map(double[]::clone).toArray(double[][]::new);
            notFinite[k - 1][n - 1] = Double.NaN;
            double[] nan = new double[m];
            Arrays.fill(nan, Double.NaN);
            for (Layout ofA : Layout.values()) {
                for (Layout ofB : Layout.values()) {
                    Matrix<double[]> left = ofA.lay(a, k);
                    Matrix<double[]> right = ofB.lay(b, n);
                    double[] all = product(left, ofB.lay(notFinite, n), m, n);
                    double[] usual = product(left, right, m, n);
                    double[] finite = product(left, knownToBeFinite(right), m, n);
                    String description = "(%sx%s %s)·(%sx%s %s), %s not 0".formatted(m, k, ofA, k, n, ofB, share);
                    assertBits(column(all, n, n - 1), nan, description);
                    assertBits(finite, usual, description);
                    for (int j = 0; j < n - 1; j++) {
                        assertBits(column(usual, n, j), column(all, n, j), description);
                    }
                }
            }
        }
    }

    private static double[] column(double[] c, int n, int j) {
        double[] column = new double[c.length / n];
        Arrays.setAll(column, i -> c[i * n + j]);
        return column;
    }

    /** A broadcast operand repeats its elements by a step of 0. */
    @Test
    void productsReadRepeatedElements() {
        int m = 11;
        int k = 6;
        int n = 40;
        double[] row = {1, 2, 3, 4, 5, 6};
        double[] column = {2, -3, 5, 7, -1, 4};
        Matrix<double[]> a = new Matrix<double[]>(row, 0, m, k, 0, 1);
        Matrix<double[]> b = new Matrix<double[]>(column, 0, k, n, 1, 0);

        assertThat(product(a, b, m, n)).hasSize(m * n).containsOnly(2 - 6 + 15 + 28 - 5 + 24.0);
    }
}
