package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.DType.BOOL;
import static io.github.dlfs4j.ndarray.DType.FLOAT32;
import static io.github.dlfs4j.ndarray.DType.FLOAT64;
import static io.github.dlfs4j.ndarray.DType.INT64;
import static io.github.dlfs4j.ndarray.DType.UINT8;
import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reductions of all elements and along an axis. The results are those of NumPy 2.4.6, its sums to the bit. */
@BothKernels
class ReductionTest {
    private static final double NAN = Double.NaN;

    @Nested
    class OfAllElements {
        private final NDArray a = NDArray.of(new int[][] {{3, 1, 2}, {6, 5, 4}});

        @Test
        void reductionsOfAScalarGiveItself() {
            NDArray scalar = NDArray.scalar(7.5);
            assertThat(scalar.sum()).hasShape().hasElements(7.5).sharesNoMemoryWith(scalar);
            assertThat(scalar.prod()).hasElements(7.5);
            assertThat(scalar.mean()).hasElements(7.5);
            assertThat(scalar.max()).hasElements(7.5);
            assertThat(scalar.min()).hasElements(7.5);
            assertThat(scalar.argmax()).hasElements(0);
            assertThat(scalar.argmin()).hasElements(0);
        }

        @Test
        void argmaxAndArgminCountPositionsInCOrderForEveryLayout() {
            assertThat(a.transpose().argmax()).hasElements(1);
            assertThat(a.transpose().argmin()).hasElements(2);
            assertThat(a.get(Index.range(null, null, -1)).argmax()).hasElements(0);
        }
    }

    @Nested
    class AlongAnAxis {
        @Test
        void reductionsLayTheResultOutLikeTheArray() {
            NDArray f = NDArray.zeros(60, 5, 4).transpose();
            assertThat(f.sum(0).layout().strides()).containsExactly(1, 5);
            assertThat(f.sum(1).layout().strides()).containsExactly(1, 4);
            assertThat(f.sum(2).layout().strides()).containsExactly(1, 4);
            assertThat(f.max(1, true).layout().lengths()).containsExactly(4, 1, 60);
        }
    }

    @Nested
    class DTypes {
        @ParameterizedTest
        @CsvSource({
            "BOOL, INT64, FLOAT64, BOOL",
            "UINT8, INT64, FLOAT64, UINT8",
            "INT64, INT64, FLOAT64, INT64",
            "FLOAT32, FLOAT32, FLOAT32, FLOAT32",
            "FLOAT64, FLOAT64, FLOAT64, FLOAT64"
        })
        void dtypesOfReductionsAreNumPysExceptForTheSumOfUint8(DType dtype, DType sum, DType mean, DType max) {
            NDArray a = NDArray.ones(dtype, 2, 3);
            assertThat(a.sum()).hasDType(sum).hasElements(6);
            assertThat(a.sum(0)).hasDType(sum).hasElements(2, 2, 2);
            assertThat(a.prod()).hasDType(sum).hasElements(1);
            assertThat(a.prod(1)).hasDType(sum).hasElements(1, 1);
            assertThat(a.mean()).hasDType(mean).hasElements(1);
            assertThat(a.mean(1)).hasDType(mean).hasElements(1, 1);
            assertThat(a.max()).hasDType(max).hasElements(1);
            assertThat(a.min(1)).hasDType(max).hasElements(1, 1);
            assertThat(a.argmax()).hasDType(INT64).hasElements(0);
        }

        @Test
        void integerSumsHoldMoreThanUint8AndWrapAsInt64() {
            assertThat(NDArray.of(new byte[] {(byte) 200, 100}).sum()).hasElements(300);
            assertThat(NDArray.of(1L << 62, 1L << 62).sum()).isEqualTo(NDArray.scalar(Long.MIN_VALUE));
            assertThat(NDArray.of(new byte[] {(byte) 200, 100}).max()).hasElements(200);
            assertThat(NDArray.of(new byte[] {5, 3, (byte) 200}).argmax()).hasElements(2);
            assertThat(NDArray.of(true, false, true).argmin()).hasElements(1);
            assertThat(NDArray.of(true, false).min()).hasDType(BOOL).hasElements(false);
        }
    }

    @Nested
    class Extremes {
        @Test
        void extremesAreNaNIfAnElementIs() {
            NDArray a = NDArray.of(new double[][] {{1, NAN, 3}, {9, 5, 7}});
            assertThat(a.max()).hasElements(NAN);
            assertThat(a.min()).hasElements(NAN);
            assertThat(a.max(1)).hasElements(NAN, 9);
            assertThat(a.min(0)).hasElements(1, NAN, 3);
            assertThat(a.sum(1)).hasElements(NAN, 21);
        }

        @Test
        void extremesAreAtTheFirstNaNOrTheFirstExtreme() {
            assertThat(NDArray.of(2, NAN, NAN, 9).argmax()).hasElements(1);
            assertThat(NDArray.of(2, NAN, NAN, 9).argmin()).hasElements(1);
            assertThat(NDArray.of(3f, 9f, 9f).argmax()).hasElements(1);
            assertThat(NDArray.of(3, 1, 1).argmin()).hasElements(1);
            assertThat(NDArray.of(new int[][] {{1, 9}, {9, 1}}).argmax()).hasElements(1);
            assertThat(NDArray.of(new int[][] {{1, 9}, {9, 9}}).argmax(0)).hasElements(1, 0);
        }

        @Test
        void extremesOfInfinitiesAndLimitsAreFound() {
            double inf = Double.POSITIVE_INFINITY;
            assertThat(NDArray.of(-inf, -inf).max()).hasElements(-inf);
            assertThat(NDArray.of(inf, inf).min()).hasElements(inf);
            assertThat(NDArray.of(-inf, -inf).argmax()).hasElements(0);
            assertThat(NDArray.of(Long.MIN_VALUE).max()).isEqualTo(NDArray.scalar(Long.MIN_VALUE));
            assertThat(NDArray.of(Long.MAX_VALUE).min()).isEqualTo(NDArray.scalar(Long.MAX_VALUE));
        }
    }

    @Nested
    class OfEmptyArrays {
        @ParameterizedTest
        @EnumSource(DType.class)
        void sumsOfEmptyArraysAreZeroAndProductsOne(DType dtype) {
            NDArray empty = NDArray.zeros(dtype, 2, 0);
            DType sum = dtype.isFloating() ? dtype : INT64;
            assertThat(empty.sum()).hasDType(sum).hasElements(0);
            assertThat(empty.prod()).hasDType(sum).hasElements(1);
            assertThat(empty.sum(1)).hasDType(sum).hasElements(0, 0);
            assertThat(empty.prod(1, true)).hasShape(2, 1).hasElements(1, 1);
            assertThat(empty.sum(0)).hasShape(0).hasDType(sum);
            assertThat(NDArray.zeros(dtype, 2, 0, 3).all(ReductionOptions.axes(0, 1)))
                    .hasElements(1, 1, 1);
        }

        @Test
        void meansOfEmptyArraysAreNaN() {
            assertThat(NDArray.zeros(0, 3).mean()).hasElements(NAN);
            assertThat(NDArray.zeros(0, 3).mean(0)).hasElements(NAN, NAN, NAN);
            assertThat(NDArray.zeros(0, 3).mean(1)).hasShape(0);
            assertThat(NDArray.zeros(INT64, 0).mean()).hasDType(FLOAT64).hasElements(NAN);
            assertThat(NDArray.zeros(FLOAT32, 0).mean()).hasDType(FLOAT32).hasElements(NAN);
        }

        @Test
        void extremesOfEmptyArraysAlongAnAxisAreEmpty() {
            NDArray empty = NDArray.zeros(UINT8, 0, 3);
            assertThat(empty.max(1)).hasShape(0).hasDType(UINT8);
            assertThat(empty.min(1, true)).hasShape(0, 1);
            assertThat(empty.argmax(1)).hasShape(0).hasDType(INT64);
            assertThat(empty.argmin(-1, true)).hasShape(0, 1);
            assertThatThrownBy(() -> empty.max(0)).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> empty.argmin(0)).isExactlyInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void reductionsOfEmptyArraysNeedNoMemoryForOtherAxes() {
            NDArray empty = NDArray.zeros(UINT8, 0, 3, 40_000, 40_000);
            assertThat(empty.sum(1)).hasShape(0, 40_000, 40_000);
            assertThat(empty.max(3)).hasShape(0, 3, 40_000);
            assertThat(NDArray.zeros(UINT8, 0, 2_000_000_000).argmax(1)).hasShape(0);
            assertThat(NDArray.zeros(UINT8, 0, 2_000_000_000).mean(1)).hasShape(0);
        }
    }
}
