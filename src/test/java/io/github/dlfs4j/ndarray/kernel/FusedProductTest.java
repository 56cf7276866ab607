package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The products that stand in for each other must agree to the bit: the vector code, the plain code that serves until it
 * is warm, and both on several threads.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class FusedProductTest {
    private static final long SEED = 20260103;
    private static final RowBlocks ALONE = new RowBlocks(1, 1);

    /** Of odd numbers, and starting at the smallest work, so that blocks begin and end everywhere. */
    private static final RowBlocks SPREAD = new RowBlocks(3, 1);

    @Parameter
    Type type;

    /** The element type, with the products under test and the definition of an element as one chain. */
    enum Type {
        FLOAT {
            @Override
            Stream<Matrix<?>> products(RandomMatrix a, RandomMatrix b) {
                Matrix<float[]> left = a.floats();
                Matrix<float[]> right = b.floats();
                SummationOrder order = new VectorFloatProduct(ALONE).plan().order();
                return Stream.of(
                                new VectorFloatProduct(ALONE),
                                new VectorFloatProduct(SPREAD),
                                new FusedFloatProduct(ALONE, order),
                                new FusedFloatProduct(SPREAD, order))
                        .map(product -> {
                            int n = right.columns();
                            Matrix<float[]> c = new Matrix<>(new float[a.rows * n], 0, a.rows, n, n, 1);
                            product.multiply(left, right, c);
                            return c;
                        });
            }

            @Override
            SummationOrder order() {
                return new VectorFloatProduct(ALONE).plan().order();
            }

            @Override
            Object chains(RandomMatrix a, RandomMatrix b) {
                float[] c = new float[a.rows * b.columns];
                for (int i = 0; i < a.rows; i++) {
                    for (int j = 0; j < b.columns; j++) {
                        for (int p = 0; p < b.rows; p++) {
                            int at = i * b.columns + j;
                            c[at] = Math.fma((float) a.at(i, p), (float) b.at(p, j), c[at]);
                        }
                    }
                }
                return c;
            }
        },
        DOUBLE {
            @Override
            Stream<Matrix<?>> products(RandomMatrix a, RandomMatrix b) {
                Matrix<double[]> left = a.doubles();
                Matrix<double[]> right = b.doubles();
                SummationOrder order = new VectorDoubleProduct(ALONE).plan().order();
                return Stream.of(
                                new VectorDoubleProduct(ALONE),
                                new VectorDoubleProduct(SPREAD),
                                new FusedDoubleProduct(ALONE, order),
                                new FusedDoubleProduct(SPREAD, order))
                        .map(product -> {
                            int n = right.columns();
                            Matrix<double[]> c = new Matrix<>(new double[a.rows * n], 0, a.rows, n, n, 1);
                            product.multiply(left, right, c);
                            return c;
                        });
            }

            @Override
            SummationOrder order() {
                return new VectorDoubleProduct(ALONE).plan().order();
            }

            @Override
            Object chains(RandomMatrix a, RandomMatrix b) {
                double[] c = new double[a.rows * b.columns];
                for (int i = 0; i < a.rows; i++) {
                    for (int j = 0; j < b.columns; j++) {
                        for (int p = 0; p < b.rows; p++) {
                            int at = i * b.columns + j;
                            c[at] = Math.fma(a.at(i, p), b.at(p, j), c[at]);
                        }
                    }
                }
                return c;
            }
        };

        /** The product by each algorithm. */
        abstract Stream<Matrix<?>> products(RandomMatrix a, RandomMatrix b);

        abstract SummationOrder order();

        /** The product whose elements are one chain each, as an array. */
        abstract Object chains(RandomMatrix a, RandomMatrix b);
    }

    /** Gaussian numbers in a layout of C or F order, perhaps with gaps or backwards. */
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

        /** Makes most elements zero, and one column of four. */
        RandomMatrix mostlyZero(Random random) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    if (j % 4 == 0 || random.nextInt(5) > 0) {
                        values[offset + i * rowStep + j * columnStep] = 0;
                    }
                }
            }
            return this;
        }

        double at(int i, int j) {
            return values[offset + i * rowStep + j * columnStep];
        }

        Matrix<double[]> doubles() {
            return new Matrix<>(values, offset, rows, columns, rowStep, columnStep);
        }

        Matrix<float[]> floats() {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return new Matrix<>(floats, offset, rows, columns, rowStep, columnStep);
        }

        @Override
        public String toString() {
            return rows + "x" + columns + (inOrder ? " C" : " F") + " by " + rowStep + ", " + columnStep;
        }
    }

    /** Asking for the kernels also makes our module read the one of the Vector API. */
    @BeforeEach
    void needsTheModule() {
        assumeTrue(KernelSelector.isVectorModuleRead());
    }

    private void assertAllTheSame(int m, int k, int n, boolean aInOrder, boolean bInOrder, Random random) {
        assertAllTheSame(new RandomMatrix(m, k, aInOrder, random), new RandomMatrix(k, n, bInOrder, random));
    }

    private void assertAllTheSame(RandomMatrix a, RandomMatrix b) {
        Object[] results = type.products(a, b).map(Matrix::values).toArray();
        for (Object result : results) {
            assertThat(result).as("(%s)·(%s), seed %d", a, b, SEED).isEqualTo(results[0]);
        }
        SummationOrder order = type.order();
        boolean dots = order.dotColumns(a.doubles(), b.doubles()) > 0 || a.rows == 1 || b.columns == 1;
        if (!dots) {
            assertThat(results[0]).as("(%s)·(%s), seed %d", a, b, SEED).isEqualTo(type.chains(a, b));
        }
    }

    @Test
    void forAllSizesUpTo70() {
        Random random = new Random(SEED);
        for (int size = 0; size <= 70; size++) {
            for (int round = 0; round < 6; round++) {
                int other = random.nextInt(71);
                int another = random.nextInt(71);
                assertAllTheSame(size, other, another, random.nextBoolean(), random.nextBoolean(), random);
                assertAllTheSame(other, size, another, random.nextBoolean(), random.nextBoolean(), random);
                assertAllTheSame(other, another, size, random.nextBoolean(), random.nextBoolean(), random);
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
        "1, 1000, 1",
        "300, 500, 1",
        "70, 513, 1600",
        "66, 1030, 1545",
        "150, 700, 300",
        "257, 40, 11"
    })
    void forLargerOnesInEveryOrder(int m, int k, int n) {
        Random random = new Random(SEED);
        assertAllTheSame(m, k, n, true, true, random);
        assertAllTheSame(m, k, n, false, true, random);
        assertAllTheSame(m, k, n, true, false, random);
        assertAllTheSame(m, k, n, false, false, random);
    }

    @ParameterizedTest
    @CsvSource({"100, 784, 50", "784, 100, 50", "37, 64, 48", "8, 33, 100", "4, 300, 24", "61, 90, 145", "20, 50, 7"})
    void forMatricesThatAreMostlyZero(int m, int k, int n) {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            RandomMatrix a = new RandomMatrix(m, k, random.nextBoolean(), random).mostlyZero(random);
            assertAllTheSame(a, new RandomMatrix(k, n, random.nextBoolean(), random));
        }
    }
}
