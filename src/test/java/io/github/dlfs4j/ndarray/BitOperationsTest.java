package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

@BothKernels
class BitOperationsTest {
    /** The examples of NumPy's documentation. */
    @Test
    void bitsAreCombinedAsInNumPy() {
        assertThat(NDArray.of(14, 3).and(13)).hasElements(12, 1);
        assertThat(NDArray.of(33, 4).or(1)).hasElements(33, 5);
        assertThat(NDArray.of(2, 5, 255).or(NDArray.of(4, 4, 4))).hasElements(6, 5, 255);
        assertThat(NDArray.of(31, 3).xor(NDArray.of(5, 6))).hasElements(26, 5);
        assertThat(NDArray.of(13, -1).not()).hasElements(-14, 0);
        assertThat(BitOperations.leftShift(NDArray.scalar(5L), NDArray.of(1, 2, 3)))
                .hasElements(10, 20, 40);
        assertThat(BitOperations.rightShift(NDArray.scalar(10L), NDArray.of(1, 2, 3)))
                .hasElements(5, 2, 1);
    }

    @Test
    void bytesHaveEightBits() {
        NDArray a = NDArray.of(new byte[] {1, (byte) 0x81, (byte) 255});

        assertThat(BitOperations.leftShift(a, 1)).hasDType(DType.UINT8).hasElements(2, 2, 254);
        assertThat(BitOperations.rightShift(a, 7)).hasDType(DType.UINT8).hasElements(0, 1, 1);
        assertThat(BitOperations.leftShift(a, 200)).hasElements(0, 0, 0);
        assertThat(a.not()).hasDType(DType.UINT8).hasElements(254, 126, 0);
        assertThatThrownBy(() -> a.and(256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Python integer 256 out of bounds for uint8");
    }

    @Test
    void shiftsBeyondTheLastBitLeaveOnlyTheSign() {
        NDArray a = NDArray.of(-5, 5);

        assertThat(BitOperations.leftShift(a, 64)).hasElements(0, 0);
        assertThat(BitOperations.leftShift(a, -1)).hasElements(0, 0);
        assertThat(BitOperations.rightShift(a, 64)).hasElements(-1, 0);
        assertThat(BitOperations.rightShift(a, -1)).hasElements(-1, 0);
        assertThat(BitOperations.leftShift(NDArray.of(1), 63)).isEqualTo(NDArray.of(Long.MIN_VALUE));
    }

    @Test
    void boolsAreSingleBits() {
        NDArray a = NDArray.of(true, true, false, false);
        NDArray b = NDArray.of(true, false, true, false);

        assertThat(a.xor(b)).hasElements(false, true, true, false);
        assertThat(a.and(b)).hasElements(true, false, false, false);
        assertThat(a.or(b)).hasElements(true, true, true, false);
        assertThat(a.not()).hasElements(false, false, true, true);
        assertThat(BitOperations.leftShift(a, 3)).isEqualTo(NDArray.of(8, 8, 0, 0));
        assertThat(a.and(NDArray.of(3, 2, 1, 0))).isEqualTo(NDArray.of(1, 0, 0, 0));
    }
}
