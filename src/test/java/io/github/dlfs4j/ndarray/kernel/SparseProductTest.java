package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the zeros of a row are left out shows where what they would be multiplied by is not a number. */
class RowByRowProductTest {
    private static final int INPUTS = 64;
    private static final int COLUMNS = 12;

    /** The product of a row, which is zero but for the first places, with a matrix that is 2 there, and else NaN. */
    private static double[] product(boolean fused, int nonZeros, boolean finite) {
        double[] a = new double[INPUTS];
        Arrays.fill(a, 0, nonZeros, 3);
        double[] b = new double[INPUTS * COLUMNS];
        Arrays.fill(b, Double.NaN);
        Arrays.fill(b, 0, nonZeros * COLUMNS, 2);
        double[] c = new double[COLUMNS];
        new PlainKernels(fused)
                .multiplyDoubles(
                        new Matrix<>(a, 0, 1, INPUTS, INPUTS, 1),
                        new Matrix<>(b, 0, INPUTS, COLUMNS, COLUMNS, 1, finite),
                        new Matrix<>(c, 0, 1, COLUMNS, COLUMNS, 1));
        return c;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesOutZerosWhereMostOfTheRowIsZeroAndTheMatrixSaidToBeFinite(boolean fused) {
        assertThat(product(fused, 5, true)).containsOnly(5 * 3 * 2.0);
        assertThat(product(fused, 0, true)).containsOnly(0.0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void multipliesByZerosElsewhere(boolean fused) {
        assertThat(product(fused, 5, false)).containsOnly(Double.NaN);
        assertThat(product(fused, INPUTS - 5, true)).containsOnly(Double.NaN);
    }
}
