package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BothKernels
class SparsityTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 64;

    /** Returns a matrix in C order whose rows are zero except at the first places. */
    private static Matrix<double[]> matrix(int nonZeros) {
        double[] values = new double[ROWS * COLUMNS];
        for (int i = 0; i < ROWS; i++) {
            Arrays.fill(values, i * COLUMNS, i * COLUMNS + nonZeros, 0.5);
        }
        return new Matrix<>(values, 0, ROWS, COLUMNS, COLUMNS, 1);
    }

    private static Matrix<float[]> floats(Matrix<double[]> matrix) {
        float[] values = new float[matrix.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) matrix.values()[i];
        }
        return new Matrix<>(values, 0, ROWS, COLUMNS, COLUMNS, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20})
    void sparsityIsFoundInRowsAndInTheColumnsOfTheTranspose(int nonZeros) {
        Matrix<double[]> matrix = matrix(nonZeros);

        assertThat(Sparsity.isMostlyZero(matrix)).isTrue();
        assertThat(Sparsity.isMostlyZero(matrix.transpose())).isTrue();
        assertThat(Sparsity.isMostlyZero(matrix.rows(0, 1))).isTrue();
        assertThat(Sparsity.isMostlyZero(floats(matrix))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, COLUMNS})
    void sparsityIsNotFoundIfMostElementsAreNotZero(int nonZeros) {
        Matrix<double[]> matrix = matrix(nonZeros);

        assertThat(Sparsity.isMostlyZero(matrix)).isFalse();
        assertThat(Sparsity.isMostlyZero(matrix.transpose())).isFalse();
        assertThat(Sparsity.isMostlyZero(floats(matrix))).isFalse();
    }

    /** The matrix is like the result of a ReLU: half of each row is zero, but rarely at the same places. */
    @Test
    void sparsityIsNotFoundIfZerosOfRowsAreAtDifferentPlaces() {
        Matrix<double[]> matrix = matrix(COLUMNS / 2);
        Arrays.fill(matrix.values(), COLUMNS, COLUMNS + COLUMNS / 2, 0);
        Arrays.fill(matrix.values(), COLUMNS + COLUMNS / 2, 2 * COLUMNS, -1);

        assertThat(Sparsity.isMostlyZero(matrix)).isFalse();
    }

    @Test
    void sparsityIsNotSearchedForInFewColumns() {
        assertThat(Sparsity.isMostlyZero(matrix(0).columns(0, 31))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void sparsityFindsInfinitiesAndNaNInTheMatrixAlone(double value) {
        Matrix<double[]> matrix = matrix(7);
        Matrix<double[]> inner = matrix.block(1, 2, 3, COLUMNS - 4);
        matrix.values()[COLUMNS + 1] = value;
        matrix.values()[2 * COLUMNS - 2] = value;
        assertThat(DoubleSparsity.areFinite(inner)).isTrue();
        assertThat(FloatSparsity.areFinite(floats(matrix).block(1, 2, 3, COLUMNS - 4)))
                .isTrue();

        matrix.values()[4 * COLUMNS - 3] = value;
        assertThat(DoubleSparsity.areFinite(inner)).isFalse();
        assertThat(FloatSparsity.areFinite(floats(matrix).block(1, 2, 3, COLUMNS - 4)))
                .isFalse();
    }

    @Test
    void sparsityListsTheNonZeroColumns() {
        double[] row = {9, 0, -0.0, Double.MIN_VALUE, Double.NaN, 0, Double.NEGATIVE_INFINITY, 0, 9};
        float[] floats = {9, 0, -0.0f, Float.MIN_VALUE, Float.NaN, 0, Float.NEGATIVE_INFINITY, 0, 9};
        int[] columns = new int[7];

        assertThat(DoubleSparsity.nonZeroColumns(row, 1, 7, columns)).isEqualTo(3);
        assertThat(columns).startsWith(2, 3, 5);
        Arrays.fill(columns, -1);
        assertThat(FloatSparsity.nonZeroColumns(floats, 1, 7, columns)).isEqualTo(3);
        assertThat(columns).startsWith(2, 3, 5);
    }
}
