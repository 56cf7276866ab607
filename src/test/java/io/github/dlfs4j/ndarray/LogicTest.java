package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

@BothKernels
class LogicTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void kindsOfNumbersAreRecognised() {
        NDArray x = NDArray.of(1, NAN, INFINITY, -INFINITY, Double.MAX_VALUE, -0.0);
        for (NDArray a : new NDArray[] {x, x.astype(DType.FLOAT32)}) {
            boolean fits = a.dtype() == DType.FLOAT64;
            assertThat(Logic.isNaN(a)).hasElements(false, true, false, false, false, false);
            assertThat(Logic.isFinite(a)).hasElements(true, false, false, false, fits, true);
            assertThat(Logic.isInfinite(a)).hasElements(false, false, true, true, !fits, false);
            assertThat(Logic.isPosInf(a)).hasElements(false, false, true, false, !fits, false);
            assertThat(Logic.isNegInf(a)).hasElements(false, false, false, true, false, false);
        }
    }

    @Test
    void integersAreFiniteNumbers() {
        assertThat(Logic.isFinite(NDArray.of(1, Long.MAX_VALUE))).hasElements(true, true);
        assertThat(Logic.isNaN(NDArray.of(true, false))).hasElements(false, false);
        assertThat(Logic.isInfinite(NDArray.of(new byte[] {1, 2}))).hasElements(false, false);
    }

    @Test
    void everyNumberExceptZeroIsTrueInLogic() {
        NDArray x = NDArray.of(0, NAN, 2, -0.0);
        NDArray y = NDArray.of(1, 1, 0, 0);

        assertThat(Logic.logicalAnd(x, y)).hasElements(false, true, false, false);
        assertThat(Logic.logicalOr(x, y)).hasElements(true, true, true, false);
        assertThat(Logic.logicalXor(x, y)).hasElements(true, false, true, false);
        assertThat(Logic.logicalNot(x)).hasElements(true, false, false, true);
    }

    @Test
    void comparisonsWriteToOutputs() {
        NDArray a = NDArray.of(1, 2, 3);
        NDArray b = NDArray.scalar(2);
        NDArray out = NDArray.zeros(DType.BOOL, 3);

        assertThat(Logic.greater(a, b, out)).hasElements(false, false, true).isEqualTo(Logic.greater(a, b));
        assertThat(Logic.greaterEqual(a, b, out)).hasElements(false, true, true).isEqualTo(Logic.greaterEqual(a, b));
        assertThat(Logic.less(a, b, out)).hasElements(true, false, false).isEqualTo(Logic.less(a, b));
        assertThat(Logic.lessEqual(a, b, out)).hasElements(true, true, false).isEqualTo(Logic.lessEqual(a, b));
        assertThat(Logic.equal(a, b, out)).hasElements(false, true, false).isEqualTo(Logic.equal(a, b));
        assertThat(Logic.notEqual(a, b, out)).hasElements(true, false, true).isEqualTo(Logic.notEqual(a, b));
        assertThat(Logic.less(a, b, a)).isEqualTo(NDArray.of(1, 0, 0));
    }

    /** The examples of NumPy's documentation. */
    @Test
    void closenessIsMeasuredByTheSecondArray() {
        assertThat(Logic.isClose(NDArray.of(1e10, 1e-7), NDArray.of(1.00001e10, 1e-8)))
                .hasElements(true, false);
        assertThat(Logic.isClose(NDArray.of(1e10, 1e-8), NDArray.of(1.00001e10, 1e-9)))
                .hasElements(true, true);
        assertThat(Logic.isClose(NDArray.of(1e-8, 1e-7), NDArray.of(0.0, 0.0), 1e-5, 0, false))
                .hasElements(false, false);
        assertThat(Logic.isClose(NDArray.of(1, NAN), NDArray.of(1, NAN))).hasElements(true, false);
        assertThat(Logic.isClose(NDArray.of(1, NAN), NDArray.of(1, NAN), 1e-5, 1e-8, true))
                .hasElements(true, true);
        assertThat(NDArray.of(1e10, 1e-8).allClose(NDArray.of(1.00001e10, 1e-9)))
                .isTrue();
        assertThat(NDArray.of(1, NAN).allClose(NDArray.of(1, NAN))).isFalse();
        assertThat(NDArray.of(1, NAN).allClose(NDArray.of(1, NAN), 1e-5, 1e-8, true))
                .isTrue();
    }

    @Test
    void aBooleanOrTheSmallestIntegerIsCloseToItself() {
        NDArray smallest = NDArray.of(Long.MIN_VALUE);

        assertThat(Logic.isClose(smallest, smallest)).hasElements(true);
        assertThat(Logic.isClose(NDArray.of(true, true), NDArray.of(true, false)))
                .hasElements(true, false);
    }

    @Test
    void equalArraysHaveEqualShapes() {
        NDArray x = NDArray.of(1, NAN);

        assertThat(Logic.arrayEqual(NDArray.of(1, 2), NDArray.of(1.0, 2.0))).isTrue();
        assertThat(Logic.arrayEqual(NDArray.of(1, 2), NDArray.of(1, 2, 3))).isFalse();
        assertThat(Logic.arrayEqual(x, x)).isFalse();
        assertThat(Logic.arrayEqual(x, x, true)).isTrue();
        assertThat(Logic.arrayEqual(x, NDArray.of(NAN, 1), true)).isFalse();
        assertThat(Logic.arrayEquiv(NDArray.of(1, 2), NDArray.of(new int[][] {{1, 2}, {1, 2}})))
                .isTrue();
        assertThat(Logic.arrayEquiv(NDArray.of(1, 2), NDArray.of(1, 2, 3))).isFalse();
    }

    @Test
    void shapesOfClosenessMustBroadcast() {
        assertThatThrownBy(() -> Logic.isClose(NDArray.of(1, 2), NDArray.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operands could not be broadcast together with shapes (2,) (3,)");
    }
}
