package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            220.00000000000003, 220
            110.00000000000001, 110
            2.2, 2.2
            200.0, 200
            0.0, 0
            -0.0, 0
            3.14159265, 3.1416
            -0.000123456789, -0.00012346
            0.00001, 0.00001
            0.00000123456, 1.2346e-06
            12345.678, 12346
            99999.9, 1e+05
            100000, 100000
            123456, 1.2346e+05
            1000000, 1000000
            123000000, 1.23e+08
            -1.5e300, -1.5e+300
            4.9e-324, 4.9407e-324
            NaN, nan
            Infinity, inf
            -Infinity, -inf
            """)
    void aCaptionOfANumberHasAtMostFiveSignificantDigits(double number, String text) {
        assertThat(Caption.of(NDArray.scalar(number))).isEqualTo(text);
    }

    @Test
    void aCaptionWritesFloat32Exactly() {
        assertThat(Caption.of(NDArray.scalar(0.1f))).isEqualTo("0.1");
    }

    @Test
    void aCaptionWritesIntegersAndTruthValues() {
        assertThat(Caption.of(NDArray.scalar(60_000))).isEqualTo("60000");
        assertThat(Caption.of(NDArray.scalar(1L << 62))).isEqualTo("4.6117e+18");
        assertThat(Caption.of(NDArray.of(true, false))).isEqualTo("[True False]");
        assertThat(Caption.of(NDArray.of(7).astype(DType.UINT8))).isEqualTo("[7]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.3, -0.8, 0.5,                [0.3 -0.8 0.5]
            0.30000000000000004, 2, -1,    [0.3 2.0 -1.0]
            1, 0.3333333333, 0,            [1.0000 0.3333 0.0000]
            -1.2039728, -1.6094, -0.69315, [-1.2040 -1.6094 -0.6932]
            0, -0.0, 0,                    [0 0 0]
            1, 20, 300,                    [1 20 300]
            1000000, 1, 0,                 [1000000 1 0]
            123456, 1, 0,                  [1.2346e+05 1.0000e+00 0.0000e+00]
            0.00001, 0.00025, 0,           [0.00001 0.00025 0.00000]
            100.55, 0.123, 3,              [100.55 0.12 3.00]
            1000.5, 0.123, 3,              [1.0005e+03 1.2300e-01 3.0000e+00]
            1, 1e-17, -0.5,                [1e+00 1e-17 -5e-01]
            NaN, 0.5, -Infinity,           [nan 0.5 -inf]
            NaN, Infinity, -Infinity,      [nan inf -inf]
            """)
    void theNumbersInACaptionHaveOneFormat(double a, double b, double c, String text) {
        assertThat(Caption.of(NDArray.of(a, b, c))).isEqualTo(text);
    }

    @Test
    void integersInACaptionHaveOneFormat() {
        assertThat(Caption.of(NDArray.of(1L << 62, 3))).isEqualTo("[4.6117e+18 3.0000e+00]");
        assertThat(Caption.of(NDArray.of(40_000_000, 3))).isEqualTo("[40000000 3]");
    }

    @Test
    void aCaptionShowsAtMostThreeElements() {
        assertThat(Caption.of(NDArray.of(new double[][] {{1, 2, 3}}))).isEqualTo("[[1 2 3]]");
        assertThat(Caption.of(NDArray.of(new double[][] {{1.0}, {1.0 / 3}}))).isEqualTo("[[1.0000] [0.3333]]");
        assertThat(Caption.isLarge(NDArray.zeros(1, 3))).isFalse();
    }

    @Test
    void aCaptionOfALargerArrayShowsItsShape() {
        assertThat(Caption.of(NDArray.zeros(4))).isEqualTo("(4,)");
        assertThat(Caption.of(NDArray.zeros(2, 2))).isEqualTo("(2, 2)");
        assertThat(Caption.of(NDArray.zeros(100, 784))).isEqualTo("(100, 784)");
        assertThat(Caption.of(NDArray.zeros(0, 3))).isEqualTo("(0, 3)");
        assertThat(Caption.isLarge(NDArray.zeros(2, 2))).isTrue();
    }
}
