package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DTypeTest {
    /** Made by {@code np.promote_types} of NumPy 2.4.6. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            BOOL,    BOOL,    BOOL
            BOOL,    UINT8,   UINT8
            BOOL,    INT64,   INT64
            BOOL,    FLOAT32, FLOAT32
            BOOL,    FLOAT64, FLOAT64
            UINT8,   UINT8,   UINT8
            UINT8,   INT64,   INT64
            UINT8,   FLOAT32, FLOAT32
            UINT8,   FLOAT64, FLOAT64
            INT64,   INT64,   INT64
            INT64,   FLOAT32, FLOAT64
            INT64,   FLOAT64, FLOAT64
            FLOAT32, FLOAT32, FLOAT32
            FLOAT32, FLOAT64, FLOAT64
            FLOAT64, FLOAT64, FLOAT64
            """)
    void twoTypesPromoteAsInNumPy(DType a, DType b, DType promoted) {
        assertThat(DType.promote(a, b)).isEqualTo(promoted);
        assertThat(DType.promote(b, a)).isEqualTo(promoted);
        assertThat(NDArray.ones(a, 2).add(NDArray.ones(b, 2)).dtype()).isEqualTo(promoted);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, bool, 1, false",
        "UINT8, uint8, 1, false",
        "INT64, int64, 8, false",
        "FLOAT32, float32, 4, true",
        "FLOAT64, float64, 8, true"
    })
    void aDTypeHasNumPysNameAndSize(DType dtype, String name, int itemSize, boolean floating) {
        assertThat(dtype).hasToString(name);
        assertThat(dtype.itemSize()).isEqualTo(itemSize);
        assertThat(dtype.isFloating()).isEqualTo(floating);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void aDTypeIsThatOfArraysCreatedWithIt(DType dtype) {
        assertThat(NDArray.zeros(dtype, 2, 3).dtype()).isEqualTo(dtype);
        assertThat(NDArray.zeros(dtype).dtype()).isEqualTo(dtype);
    }

    @Test
    void javaTypesGiveTheDTypesThatHoldThem() {
        assertThat(NDArray.of(1, 2).dtype()).isEqualTo(DType.INT64);
        assertThat(NDArray.of(1L, 2L).dtype()).isEqualTo(DType.INT64);
        assertThat(NDArray.of(1f, 2f).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(NDArray.of(1.0, 2.0).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(NDArray.of(true, false).dtype()).isEqualTo(DType.BOOL);
        assertThat(NDArray.of(new byte[] {1}).dtype()).isEqualTo(DType.UINT8);
    }
}
