package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Powers that differ from Java's {@code Math.pow}: NumPy uses C's {@code pow}, except for some exponents. */
@BothKernels
class PowerTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void oneToAnyPowerIsOne() {
        NDArray powers = NDArray.of(Double.NaN, INFINITY, -INFINITY, 2.5);

        assertThat(NDArray.ones(4).pow(powers)).isEqualTo(NDArray.ones(4));
        assertThat(NDArray.ones(DType.FLOAT32, 4).pow(Double.NaN)).isEqualTo(NDArray.ones(DType.FLOAT32, 4));
    }

    @Test
    void minusOneToAnInfinitePowerIsOne() {
        assertThat(NDArray.of(-1.0, -1.0).pow(NDArray.of(INFINITY, -INFINITY))).isEqualTo(NDArray.ones(2));
        assertThat(NDArray.of(-1.0).pow(Double.NaN)).isEqualTo(NDArray.of(Double.NaN));
    }

    /** Between 2<sup>51</sup> and 2<sup>52</sup> a double has one bit after the point. */
    @ParameterizedTest
    @CsvSource({
        "-Infinity, 2251799813685249, -Infinity",
        "-Infinity, 2251799813685250, Infinity",
        "-Infinity, -2251799813685251, -0.0",
        "-Infinity, -3783225902903754.5, 0.0",
        "-0.0, -2251799813685249, -Infinity",
        "-0.0, 2251799813685250, 0.0",
        "-0.0, 4503599627370495, -0.0",
        "-0.0, 3, -0.0",
        "-Infinity, 3, -Infinity",
    })
    void largeOddPowersKeepTheSignOfAZeroAndOfAnInfinity(double base, double exponent, double power) {
        assertThat(NDArray.of(base, base).pow(NDArray.of(exponent, exponent))).isEqualTo(NDArray.of(power, power));
    }

    static List<NDArray> singleHalves() {
        return List.of(
                NDArray.scalar(0.5), NDArray.of(0.5), NDArray.full(0.5, 1, 1), NDArray.full(DType.FLOAT32, 0.5, 1));
    }

    @ParameterizedTest
    @MethodSource("singleHalves")
    void powersWithASingleExponentOfOneHalfAreSquareRoots(NDArray half) {
        NDArray numbers = NDArray.of(-INFINITY, -0.0, 9.0);
        NDArray roots = NDArray.of(Double.NaN, -0.0, 3.0);
        if (half.ndim() == 2) {
            roots = roots.reshape(1, 3);
        }

        assertThat(numbers.pow(half)).isEqualTo(roots);
        assertThat(numbers.astype(DType.FLOAT32).pow(half)).isEqualTo(roots.astype(half.dtype()));
        assertThat(NDArray.of(0, 1, 9).pow(half).flatten()).isEqualTo(NDArray.of(0.0, 1.0, 3.0));
    }

    @ParameterizedTest
    @MethodSource("singleHalves")
    void squareRootsAreWrittenIntoAnOutputThatFits(NDArray half) {
        NDArray numbers = NDArray.of(-INFINITY, -0.0, 9.0).reshape(1, 3);
        NDArray out = NDArray.zeros(1, 3);

        assertThat(numbers.pow(half, out)).isSameAs(out);
        assertThat(out.flatten()).isEqualTo(NDArray.of(Double.NaN, -0.0, 3.0));
        assertThatThrownBy(() -> numbers.pow(half, NDArray.arange(3)))
                .hasMessageStartingWith("Cannot cast ufunc 'power' output from dtype('float64') to dtype('int64')");
    }

    @Test
    void negativePowersOfIntegersAreRefusedBeforeTheOutputIsWritten() {
        NDArray out = NDArray.of(7, 7);

        assertThatThrownBy(() -> NDArray.of(2, 3).pow(NDArray.of(1, -1), out))
                .hasMessage("Integers to negative integer powers are not allowed.");
        assertThat(out).isEqualTo(NDArray.of(7, 7));
    }

    @Test
    void powersOfBoolAreNumbers() {
        assertThat(NDArray.of(true, false).pow(2)).isEqualTo(NDArray.of(1, 0));
        assertThat(NDArray.of(true, false).pow(2.0)).isEqualTo(NDArray.of(1.0, 0.0));
    }

    @Test
    void powersOfASingleNumberAreSquareRootsOnlyForAScalarExponent() {
        NDArray number = NDArray.of(-INFINITY);

        assertThat(number.pow(NDArray.scalar(0.5))).isEqualTo(NDArray.of(Double.NaN));
        assertThat(number.pow(NDArray.of(0.5))).isEqualTo(NDArray.of(INFINITY));
    }

    @Test
    void powersWithSeveralExponentsAreNotSquareRoots() {
        assertThat(NDArray.of(-INFINITY, -0.0).pow(NDArray.of(0.5, 0.5))).isEqualTo(NDArray.of(INFINITY, 0.0));
    }
}
