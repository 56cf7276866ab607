package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code a.astype(np.float16).astype(a.dtype)}. */
@BothKernels
class HalfPrecisionTest {
    /** The expected results are NumPy's. */
    @ParameterizedTest
    @CsvSource({
        "65519.99, 65504",
        "65520, Infinity",
        "-65520, -Infinity",
        "1e-8, 0",
        "2.9802322387695312e-08, 0",
        "2.99e-8, 5.960464477539063e-08",
        "-6.1e-5, -6.097555160522461e-05",
        "2049, 2048",
        "2051, 2052",
        "NaN, NaN",
        "Infinity, Infinity",
        "-0.0, -0.0",
        "1e300, Infinity",
        "1.00048828125, 1",
        "1.0004882821813226, 1.0009765625"
    })
    void halfPrecisionKeepsElevenDigits(double x, double expected) {
        assertThat(NDArray.of(x).roundToFloat16()).isEqualTo(NDArray.of(expected));
    }

    @Test
    void halfPrecisionKeepsShapeAndDType() {
        NDArray x = NDArray.of(new float[] {0.1f, 2, 3, 4, 5, 6}, 2, 3).transpose();
        NDArray rounded = x.roundToFloat16();
        assertThat(rounded.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(rounded)
                .hasToString("[[0.09997559 4.        ]\n [2.         5.        ]\n [3.         6.        ]]");
    }

    /**
     * Rounds like {@code astype(np.float16)}; the results are float64, as for all functions with fractional results.
     */
    @Test
    void halfPrecisionRoundsIntegersAndBools() {
        assertThat(NDArray.of(new byte[] {0, 7, (byte) 255}).roundToFloat16()).isEqualTo(NDArray.of(0.0, 7.0, 255.0));
        assertThat(NDArray.of(2049, -2051, 65519, 65520, Long.MIN_VALUE).roundToFloat16())
                .isEqualTo(NDArray.of(2048.0, -2052.0, 65504.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        assertThat(NDArray.of(true, false).roundToFloat16()).isEqualTo(NDArray.of(1.0, 0.0));
    }
}
