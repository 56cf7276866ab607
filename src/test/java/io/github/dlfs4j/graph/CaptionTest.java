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
    void aNumberHasAtMostFiveSignificantDigits(double number, String text) {
        assertThat(Caption.of(NDArray.scalar(number))).isEqualTo(text);
    }

    @Test
    void float32IsWrittenExactly() {
        assertThat(Caption.of(NDArray.scalar(0.1f))).isEqualTo("0.1");
    }

    @Test
    void integersAndTruthValuesAreWrittenToo() {
        assertThat(Caption.of(NDArray.scalar(60_000))).isEqualTo("60000");
        assertThat(Caption.of(NDArray.of(1L << 62, 3))).isEqualTo("[4.6117e+18 3]");
        assertThat(Caption.of(NDArray.of(true, false))).isEqualTo("[True False]");
        assertThat(Caption.of(NDArray.of(7).astype(DType.UINT8))).isEqualTo("[7]");
    }

    @Test
    void anArrayOfAtMostFourElementsShowsThem() {
        assertThat(Caption.of(NDArray.of(0.3, -0.8, 0.5))).isEqualTo("[0.3 -0.8 0.5]");
        assertThat(Caption.of(NDArray.of(new double[][] {{1, 2}, {3, 4}}))).isEqualTo("[[1 2] [3 4]]");
        assertThat(Caption.of(NDArray.of(new double[][] {{1.0}, {1.0 / 3}}))).isEqualTo("[[1] [0.33333]]");
    }

    @Test
    void anyOtherArrayShowsItsShape() {
        assertThat(Caption.of(NDArray.zeros(5))).isEqualTo("(5,)");
        assertThat(Caption.of(NDArray.zeros(100, 784))).isEqualTo("(100, 784)");
        assertThat(Caption.of(NDArray.zeros(0, 3))).isEqualTo("(0, 3)");
    }
}
