package io.github.dlfs4j.ndarray.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers are NumPy's, to the bit. */
class WindowsTest {
    static Stream<IntFunction<NDArray>> windows() {
        return Stream.of(
                Windows::bartlett, Windows::blackman, Windows::hamming, Windows::hanning, m -> Windows.kaiser(m, 3));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aWindowOfOnePointIsOneAndAWindowOfFewerIsEmpty(IntFunction<NDArray> window) {
        assertThat(window.apply(1)).isEqualTo(NDArray.of(1.0));
        assertThat(window.apply(0)).isEqualTo(NDArray.zeros(0));
        assertThat(window.apply(-3)).isEqualTo(NDArray.zeros(0));
    }

    @Test
    void weightsOfWindowsAreThoseOfNumPy() {
        assertThat(Windows.bartlett(4)).isEqualTo(NDArray.of(0.0, 0.6666666666666667, 0.6666666666666667, 0.0));
        assertThat(Windows.blackman(4))
                .isEqualTo(NDArray.of(
                        -1.3877787807814457e-17, 0.6300000000000001, 0.6300000000000001, -1.3877787807814457e-17));
        assertThat(Windows.hamming(4))
                .isEqualTo(
                        NDArray.of(0.08000000000000002, 0.7700000000000001, 0.7700000000000001, 0.08000000000000002));
        assertThat(Windows.hanning(4)).isEqualTo(NDArray.of(0.0, 0.75, 0.75, 0.0));
        assertThat(Windows.kaiser(5, 14))
                .isEqualTo(NDArray.of(
                        7.726866835270368e-06, 0.16493218754795197, 1.0, 0.16493218754795197, 7.726866835270368e-06));
        assertThat(Windows.kaiser(6, 2.5))
                .isEqualTo(NDArray.of(
                        0.3039662294153687,
                        0.6929169489817876,
                        0.9622321727568176,
                        0.9622321727568176,
                        0.6929169489817876,
                        0.3039662294153687));
    }

    @Test
    void theBesselFunctionIsThatOfNumPy() {
        assertThat(Windows.i0(NDArray.of(0, 1, -8, 8.5, Double.NaN, Double.POSITIVE_INFINITY)))
                .isEqualTo(NDArray.of(
                        1, 1.2660658777520082, 427.56411572180474, 683.1619269901155, Double.NaN, Double.NaN));
        assertThat(Windows.i0(NDArray.of(1)).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Windows.i0(NDArray.of(1f)).dtype()).isEqualTo(DType.FLOAT32);
    }
}
