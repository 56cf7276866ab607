package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

@BothKernels
class WhereTest {
    private final NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void whereChoosesBetweenAnArrayAndAScalar() {
        assertThat(NDArray.where(a.gt(3), a, 0)).isEqualTo(NDArray.of(new int[][] {{0, 0, 0}, {4, 5, 6}}));
        assertThat(NDArray.where(a.gt(3), -1, a)).isEqualTo(NDArray.of(new int[][] {{1, 2, 3}, {-1, -1, -1}}));
    }

    @Test
    void whereTakesEveryNumberExceptZeroAsTrueAndBroadcasts() {
        NDArray condition = NDArray.of(1.5, 0.0, Double.NaN);
        NDArray x = NDArray.of(1, 2, 3).astype(DType.UINT8);
        NDArray y = NDArray.of(10.0, 20.0).reshape(2, 1);

        assertThat(NDArray.where(condition, x, y)).isEqualTo(NDArray.of(new double[][] {{1, 10, 3}, {1, 20, 3}}));
    }

    @Test
    void aScalarInWhereIsWeakBesideAnArray() {
        NDArray condition = NDArray.of(true, false);
        NDArray x = NDArray.of(0.5f, 1.5f);

        assertThat(NDArray.where(condition, x, 0.1)).isEqualTo(NDArray.of(0.5f, 0.1f));
        assertThat(NDArray.where(condition, 0.1, x)).isEqualTo(NDArray.of(0.1f, 1.5f));
        assertThat(NDArray.where(condition, x.astype(DType.BOOL), 7)).isEqualTo(NDArray.of(1, 7));
    }

    @Test
    void twoScalarsInWhereHaveTheirOwnType() {
        NDArray condition = NDArray.of(true, false);

        assertThat(NDArray.where(condition, 1, 0)).isEqualTo(NDArray.of(1, 0));
        assertThat(NDArray.where(condition, 1, 0.5)).isEqualTo(NDArray.of(1.0, 0.5));
    }

    @Test
    void whereWritesToAGivenArrayWhichMayBeAnOperand() {
        NDArray out = NDArray.zeros(2, 3);
        assertThat(NDArray.where(a.gt(3), a, NDArray.scalar(-1), out)).isSameAs(out);
        assertThat(out).isEqualTo(NDArray.of(new double[][] {{-1, -1, -1}, {4, 5, 6}}));

        NDArray mask = NDArray.of(true, false, true);
        NDArray.where(mask, NDArray.scalar(false), NDArray.scalar(true), mask);
        assertThat(mask).isEqualTo(NDArray.of(false, true, false));
    }

    @Test
    void whereReadsEveryOperandBeforeItWritesOverIt() {
        NDArray other = MathFunctions.remainder(NDArray.arange(4999), 2).eq(0);
        for (int shared = 0; shared < 3; shared++) {
            NDArray memory = MathFunctions.remainder(NDArray.arange(5000), 3).eq(0);
            NDArray[] operands = {shared == 2 ? other.not() : other, other, other.not()};
            operands[shared] = memory.get(Index.to(-1));
            NDArray expected = NDArray.where(operands[0], operands[1], operands[2]);
            NDArray out = memory.get(Index.from(1));
            assertThat(NDArray.where(operands[0], operands[1], operands[2], out))
                    .isEqualTo(expected);
        }
    }

    @Test
    void whereRefusesAnOutputThatDoesNotFit() {
        assertThatThrownBy(() -> NDArray.where(a.gt(3), a, a, NDArray.arange(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)");
        assertThatThrownBy(() -> NDArray.where(a.gt(3), a, NDArray.scalar(0.5), a))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "Cannot cast ufunc 'where' output from dtype('float64') to dtype('int64') with casting rule "
                                + "'same_kind'");
    }

    @Test
    void whereRefusesOperandsThatDoNotFit() {
        assertThatThrownBy(() -> NDArray.where(a.gt(3), NDArray.of(1, 2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operands could not be broadcast together with shapes (2,3) (2,) ()");
        assertThatThrownBy(() -> NDArray.where(a.gt(3), a.astype(DType.UINT8), 300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Python integer 300 out of bounds for uint8");
    }
}
