package io.github.dlfs4j.ndarray.kernel.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.EveryVectorLength;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that zeros are left out: they would be multiplied by NaN in a matrix that is declared to be finite. */
@ParameterizedClass(name = "{0}")
@MethodSource("kernels")
@EveryVectorLength
class SparseProductTest {
    private static final int INPUTS = 64;
    private static final int COLUMNS = 48;

    @Parameter
    Products products;

    static Stream<Products> kernels() {
        return Products.available();
    }

    /** Multiplies rows that are zero except at the last places by a matrix that is 2 there and NaN elsewhere. */
    private double[] product(int rows, int nonZeros, boolean transposed, boolean finite) {
        return product(rows, COLUMNS, nonZeros, transposed, finite);
    }

    private double[] product(int rows, int width, int nonZeros, boolean transposed, boolean finite) {
        double[] a = new double[rows * INPUTS];
        for (int i = 0; i < rows; i++) {
            for (int k = INPUTS - nonZeros; k < INPUTS; k++) {
                a[transposed ? i + k * rows : i * INPUTS + k] = 3;
            }
        }
        double[] b = new double[INPUTS * width];
        Arrays.fill(b, Double.NaN);
        Arrays.fill(b, (INPUTS - nonZeros) * width, b.length, 2);
        double[] c = new double[rows * width];
        products.ofDoubles()
                .multiply(
                        new Matrix<>(a, 0, rows, INPUTS, transposed ? 1 : INPUTS, transposed ? rows : 1),
                        new Matrix<>(b, 0, INPUTS, width, width, 1, finite),
                        new Matrix<>(c, 0, rows, width, width, 1));
        return c;
    }

    private boolean isPlain() {
        return products.name().equals(Products.PLAIN);
    }

    private boolean areLongestVectors() {
        return !isPlain() && Kernel.vectorBits() == 512;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 30, 100})
    void zerosOfManyRowsAreLeftOutExceptWithShorterVectors(int rows) {
        boolean leavesOut = isPlain() || areLongestVectors();

        assertThat(product(rows, 5, false, true)).containsOnly(leavesOut ? 5 * 3 * 2.0 : Double.NaN);
        assertThat(product(rows, 0, false, true)).containsOnly(leavesOut ? 0.0 : Double.NaN);
    }

    @Test
    void zerosOfASingleRowAreLeftOut() {
        assertThat(product(1, 5, false, true)).containsOnly(5 * 3 * 2.0);
        assertThat(product(1, 0, false, true)).containsOnly(0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 104})
    void zerosOfColumnsAreLeftOutWithTheLongestVectors(int rows) {
        assertThat(product(rows, 5, true, true)).containsOnly(areLongestVectors() ? 5 * 3 * 2.0 : Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 30})
    void zerosInOtherProductsAreMultiplied(int rows) {
        assertThat(product(rows, 5, false, false)).containsOnly(Double.NaN);
        assertThat(product(rows, 5, true, false)).containsOnly(Double.NaN);
        assertThat(product(rows, INPUTS - 5, false, true)).containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 100})
    void zerosAreMultipliedIfTheMatrixIsLarge(int rows) {
        assertThat(product(rows, 1500, 5, false, true)).containsOnly(Double.NaN);
    }

    /** Vectors read a large matrix for few rows like a small one. */
    @ParameterizedTest
    @ValueSource(ints = {20, 30})
    void zerosOfFewRowsOfALargeMatrixAreLeftOutByLongVectors(int rows) {
        assertThat(product(rows, 1500, 5, false, true)).containsOnly(areLongestVectors() ? 5 * 3 * 2.0 : Double.NaN);
    }
}
