package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.EveryVectorLength;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every implementation gives the bits of the definition, on one thread or several, in any layout, whether zeros are
 * left out or not. A row has the same bits in every batch.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
@BothKernels
class ProductBitsTest {
    private static final long SEED = 20260103;

    /** An odd number of threads, which starts at the smallest work, so that blocks begin and end everywhere. */
    private static final RowBlocks SPREAD = new RowBlocks(3, 1);

    private static final List<Products> PRODUCTS =
            Stream.of(new RowBlocks(1, 1), SPREAD).flatMap(Products::available).toList();

    @Parameter
    ElementType type;

    /** Random numbers in C or Fortran order, possibly with gaps or reversed. */
    private static final class RandomMatrix {
        final int rows;
        final int columns;
        private final boolean inOrder;
        private final int offset;
        private final int rowStep;
        private final int columnStep;
        private final double[] values;

        RandomMatrix(int rows, int columns, boolean inOrder, Random random) {
            this.rows = rows;
            this.columns = columns;
            this.inOrder = inOrder;
            int inner = inOrder ? columns : rows;
            int gap = random.nextInt(3) == 0 ? 5 : 0;
            int step = random.nextInt(4) == 0 ? 2 : 1;
            int sign = random.nextInt(5) == 0 ? -1 : 1;
            int outerStep = Math.max(1, inner * step + gap) * sign;
            rowStep = inOrder ? outerStep : step * sign;
            columnStep = inOrder ? step * sign : outerStep;
            int span = Math.max(0, rows - 1) * Math.abs(rowStep) + Math.max(0, columns - 1) * Math.abs(columnStep);
            offset = sign < 0 ? span : gap;
            values = random.doubles(span + gap + 1, -1, 1).toArray();
        }

        /** Makes most elements zero, of either sign, and every fourth column. */
        RandomMatrix mostlyZero(Random random) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    if (j % 4 == 0 || random.nextInt(5) > 0) {
                        values[offset + i * rowStep + j * columnStep] = random.nextBoolean() ? 0.0 : -0.0;
                    }
                }
            }
            return this;
        }

        /** Scales all elements. */
        RandomMatrix times(double factor) {
            Arrays.setAll(values, i -> values[i] * factor);
            return this;
        }

        Matrix<double[]> matrix(ElementType type, boolean finite) {
            double[] rounded = Arrays.stream(values).map(type::round).toArray();
            return new Matrix<>(rounded, offset, rows, columns, rowStep, columnStep, finite);
        }

        @Override
        public String toString() {
            return rows + "x" + columns + (inOrder ? " C" : " F") + " by " + rowStep + ", " + columnStep;
        }
    }

    private void check(int m, int k, int n, boolean aInOrder, boolean bInOrder, Random random) {
        check(new RandomMatrix(m, k, aInOrder, random), new RandomMatrix(k, n, bInOrder, random), false);
    }

    private void check(RandomMatrix a, RandomMatrix b, boolean finite) {
        Matrix<double[]> left = a.matrix(type, false);
        Matrix<double[]> right = b.matrix(type, finite);
        double[] expected = type.definition(left, right);
        for (Products products : PRODUCTS) {
            assertBits(multiply(products, left, right), expected, "%s: (%s)·(%s)".formatted(products, a, b));
        }
    }

    private double[] multiply(Products products, Matrix<double[]> a, Matrix<double[]> b) {
        int n = b.columns();
        double[] c = new double[a.rows() * n];
        Arrays.fill(c, Double.NaN);
        return type.multiply(products, a, b, new Matrix<>(c, 0, a.rows(), n, n, 1));
    }

    private static void assertBits(double[] actual, double[] expected, String product) {
        // A comparison with AssertJ takes a hundred times as long.
        if (!Arrays.equals(actual, expected)) {
            assertThat(actual).as("%s, seed %d", product, SEED).isEqualTo(expected);
        }
    }

    @Test
    @EveryVectorLength
    void productsEqualTheDefinitionForAllSizesUpTo70() {
        Random random = new Random(SEED);
        for (int size = 0; size <= 70; size++) {
            for (int round = 0; round < 6; round++) {
                int other = random.nextInt(71);
                int another = random.nextInt(71);
                check(size, other, another, random.nextBoolean(), random.nextBoolean(), random);
                check(other, size, another, random.nextBoolean(), random.nextBoolean(), random);
                check(other, another, size, random.nextBoolean(), random.nextBoolean(), random);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, 784, 50",
        "784, 100, 50",
        "50, 100, 10",
        "100, 10, 50",
        "1, 784, 50",
        "70, 513, 1600",
        "97, 131, 139",
        "257, 40, 11"
    })
    void productsEqualTheDefinitionForLargerMatricesInEveryOrder(int m, int k, int n) {
        checkEveryOrder(m, k, n);
    }

    @ParameterizedTest
    @CsvSource({"66, 1030, 1545", "150, 700, 300"})
    @Tag("long")
    void productsEqualTheDefinitionForMatricesOfMoreBlocks(int m, int k, int n) {
        checkEveryOrder(m, k, n);
    }

    /**
     * A single column is summed in several chains from 32 elements on, two to four columns from 256 elements on, and a
     * single row never.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1000, 1",
        "300, 500, 1",
        "1, 31, 1",
        "1, 32, 1",
        "5, 33, 1",
        "70, 47, 1",
        "700, 100, 1",
        "2, 20, 1",
        "64, 31, 1",
        "1, 1000, 2",
        "1, 500, 300",
        "70, 255, 4",
        "70, 256, 4",
        "9, 300, 3",
        "300, 1030, 2",
        "1200, 270, 3",
        "2100, 300, 1",
        "50, 256, 5"
    })
    void productsEqualTheDefinitionForFewColumnsOrASingleRow(int m, int k, int n) {
        checkEveryOrder(m, k, n);
    }

    private void checkEveryOrder(int m, int k, int n) {
        Random random = new Random(SEED);
        for (boolean aInOrder : new boolean[] {true, false}) {
            for (boolean bInOrder : new boolean[] {true, false}) {
                check(m, k, n, aInOrder, bInOrder, random);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"37, 64, 48", "8, 33, 100", "4, 300, 24", "20, 50, 7"})
    @EveryVectorLength
    void productsEqualTheDefinitionIfZerosMayBeLeftOut(int m, int k, int n) {
        checkWithZeros(m, k, n);
    }

    @ParameterizedTest
    @CsvSource({"100, 784, 50", "784, 100, 50", "61, 90, 145"})
    void largerProductsEqualTheDefinitionIfZerosMayBeLeftOut(int m, int k, int n) {
        checkWithZeros(m, k, n);
    }

    private void checkWithZeros(int m, int k, int n) {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            RandomMatrix a = new RandomMatrix(m, k, random.nextBoolean(), random).mostlyZero(random);
            check(a, new RandomMatrix(k, n, random.nextBoolean(), random), random.nextBoolean());
        }
    }

    /** A sum that has underflowed to -0 would become 0 with another term of zero. */
    @ParameterizedTest
    @CsvSource({"100, 64, 50", "1, 784, 50", "3, 2, 5", "40, 64, 1", "12, 64, 12"})
    void productsEqualTheDefinitionIfSumsUnderflow(int m, int k, int n) {
        Random random = new Random(SEED);
        double tiny = type == ElementType.FLOAT ? 0x1p-75 : 0x1p-538;
        for (int round = 0; round < 20; round++) {
            RandomMatrix a = new RandomMatrix(m, k, random.nextBoolean(), random).mostlyZero(random);
            check(a.times(tiny), new RandomMatrix(k, n, random.nextBoolean(), random).times(tiny), round % 2 == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"784, 50", "100, 10", "50, 100", "30, 1", "784, 1", "9, 2", "600, 200", "64, 17"})
    void productsOfARowAreTheSameInEveryBatchAndView(int k, int n) {
        Random random = new Random(SEED);
        for (boolean zeros : new boolean[] {false, true}) {
            RandomMatrix batch = new RandomMatrix(2000, k, true, random);
            Matrix<double[]> all = (zeros ? batch.mostlyZero(random) : batch).matrix(type, false);
            for (boolean inOrder : new boolean[] {true, false}) {
                Matrix<double[]> b = new RandomMatrix(k, n, inOrder, random).matrix(type, zeros);
                for (Products products : PRODUCTS) {
                    double[] whole = multiply(products, all, b);
                    for (int size : new int[] {1, 2, 7, 100}) {
                        int first = random.nextInt(2000 - size);
                        double[] expected = Arrays.copyOfRange(whole, first * n, (first + size) * n);
                        Matrix<double[]> rows = all.rows(first, first + size);
                        String text = "%s: %s rows from %s on, k = %s, n = %s".formatted(products, size, first, k, n);
                        assertBits(multiply(products, rows, b), expected, text);
                        assertBits(multiply(products, copy(rows, 1), b), expected, text + ", transposed");
                        assertBits(multiply(products, copy(rows, 3), b), expected, text + ", stepped");
                    }
                }
            }
        }
    }

    /** Returns a copy in which the elements of a column are {@code step} places apart. */
    private static Matrix<double[]> copy(Matrix<double[]> matrix, int step) {
        int m = matrix.rows();
        double[] values = new double[m * matrix.columns() * step];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                values[(j * m + i) * step] =
                        matrix.values()[matrix.offset() + i * matrix.rowStep() + j * matrix.columnStep()];
            }
        }
        return new Matrix<>(values, 0, m, matrix.columns(), step, m * step);
    }
}
