package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddingTest {
    private final NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void aPadPutsZerosBeforeAndAfterEveryAxis() {
        assertThat(a.pad(new int[][] {{1, 0}, {0, 2}})).isEqualTo(NDArray.of(new int[][] {
            {0, 0, 0, 0, 0}, {1, 2, 3, 0, 0}, {4, 5, 6, 0, 0}
        }));
    }

    @Test
    void aSinglePairOfPadWidthsIsForEveryAxis() {
        assertThat(a.pad(new int[][] {{0, 1}})).isEqualTo(a.pad(new int[][] {{0, 1}, {0, 1}}));
        assertThat(NDArray.scalar(7).pad(new int[][] {{0, 1}})).isEqualTo(NDArray.scalar(7));
    }

    @Test
    void aPadIsNewEvenWithoutAMargin() {
        NDArray padded = a.pad(new int[][] {{0, 0}, {0, 0}});
        padded.fill(0);

        assertThat(a.getLong(0, 0)).isEqualTo(1);
    }

    @Test
    void aPadRefusesWidthsThatDoNotFit() {
        assertThatThrownBy(() -> a.pad(new int[][] {{1, 1}, {1, 1}, {1, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operands could not be broadcast together with remapped shapes [original->remapped]: (3,2) "
                        + " and requested shape (2,2)");
        assertThatThrownBy(() -> a.pad(new int[][] {{1, -1}, {1, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index can't contain negative values");
        assertThatThrownBy(() -> a.pad(new int[][] {{1}, {1, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each axis needs two widths, before and after it, not 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            nan; cannot convert float NaN to integer
            1e300; Python int too large to convert to C long
            -inf; cannot convert float infinity to integer
            """)
    void aPadOfIntegersRefusesConstantsAsFillDoes(String constant, String message) {
        double number = constant.equals("nan") ? Double.NaN : constant.equals("-inf") ? -1 / 0.0 : 1e300;
        for (DType dtype : new DType[] {DType.INT64, DType.UINT8}) {
            NDArray integers = a.astype(dtype);
            assertThatThrownBy(() -> integers.fill(number)).hasMessage(message);
            assertThatThrownBy(() -> integers.pad(new int[][] {{1, 1}}, number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> integers.pad(new int[][] {{1, 1}}, PadMode.CONSTANT, new double[][] {{0, number}}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
        assertThatThrownBy(() -> a.astype(DType.UINT8).pad(new int[][] {{1, 1}}, 300.5))
                .hasMessage("Python integer 300 out of bounds for uint8");
    }

    @Test
    void aPadRefusesArgumentsOfOtherModes() {
        int[][] widths = {{1, 1}};
        assertThatThrownBy(() -> a.pad(widths, PadMode.REFLECT_ODD, new int[][] {{1, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unsupported keyword arguments for mode 'reflect': {'stat_length'}");
        assertThatThrownBy(() -> a.pad(widths, PadMode.LINEAR_RAMP, new int[][] {{1, 1}}))
                .hasMessage("unsupported keyword arguments for mode 'linear_ramp': {'stat_length'}");
        assertThatThrownBy(() -> a.pad(widths, PadMode.EDGE, new double[][] {{1, 1}}))
                .hasMessage("unsupported keyword arguments for mode 'edge': {'end_values'}");
        assertThatThrownBy(() -> a.pad(widths, PadMode.LINEAR_RAMP, new double[][] {{1}}))
                .hasMessage("each axis needs two numbers, before and after it, not 1");
    }
}
