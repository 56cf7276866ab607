package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Comparisons and logic. The results are those of NumPy 2.4.6. */
@BothKernels
class ComparisonTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    @Nested
    class Comparisons {
        private final NDArray a = NDArray.of(1.0, 2, 3);
        private final NDArray b = NDArray.of(2.0, 2, 2);

        /** {@code np.less_equal(a, b, out=out)}. */
        @Test
        void comparisonsWriteIntoAGivenArray() {
            for (DType dtype : DType.values()) {
                NDArray out = NDArray.full(7, 2, 3).astype(dtype);
                assertThat(a.le(NDArray.of(2), out)).isSameAs(out);
                NDArray truths = NDArray.of(new double[][] {{1, 1, 0}, {1, 1, 0}});
                assertThat(out.equals(truths.astype(dtype))).isTrue();
            }
            NDArray view = NDArray.zeros(DType.BOOL, 3, 2).transpose();
            a.le(NDArray.of(new double[][] {{1}, {NAN}}), view);
            assertThat(view).hasElements(true, false, false, false, false, false);
        }

        @Test
        void comparisonsChangeNothingIfTheOutputDoesNotFit() {
            NDArray out = NDArray.full(7.0, 3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NDArray.zeros(2, 3).le(a, out))
                    .withMessage("non-broadcastable output operand with shape (3,) doesn't match the broadcast shape"
                            + " (2,3)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> a.le(NDArray.zeros(4), out))
                    .withMessageStartingWith("operands could not be broadcast together with shapes (3,) (4,)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> a.le(b, out.get(Index.at(0)).broadcastTo(Shape.of(3))))
                    .withMessage("output array is read-only");
            assertThat(out).hasElements(7.0, 7, 7);
        }

        @Test
        void comparisonsWithNanAreFalseExceptNotEqual() {
            NDArray nan = NDArray.of(NAN, 1);
            assertThat(nan.gt(NAN)).hasElements(false, false);
            assertThat(nan.ge(nan)).hasElements(false, true);
            assertThat(nan.lt(2)).hasElements(false, true);
            assertThat(nan.lt(nan.add(1))).hasElements(false, true);
            assertThat(nan.ge(1)).hasElements(false, true);
            assertThat(nan.le(nan)).hasElements(false, true);
            assertThat(nan.eq(nan)).hasElements(false, true);
            assertThat(nan.ne(nan)).hasElements(true, false);
        }

        @Test
        void comparisonsTreatZerosOfBothSignsAsEqual() {
            assertThat(NDArray.of(-0.0).eq(0.0)).hasElements(true);
            assertThat(NDArray.of(-0.0).lt(0.0)).hasElements(false);
        }

        @Test
        void comparisonsPromoteBeforeTheyCompare() {
            NDArray bytes = NDArray.of(new byte[] {(byte) 200});
            assertThat(bytes.gt(NDArray.of(-1))).hasElements(true);
            assertThat(bytes.eq(200.5)).hasElements(false);
            long odd = (1L << 53) + 1;
            assertThat(NDArray.of(odd).eq(1L << 53)).hasElements(false);
            assertThat(NDArray.of(odd).gt(1L << 53)).hasElements(true);
            // As float64 they are equal.
            assertThat(NDArray.of(odd).eq(0x1p53)).hasElements(true);
            assertThat(NDArray.of(odd).gt(NDArray.of(0x1p53))).hasElements(false);
            assertThat(NDArray.of(Long.MAX_VALUE).lt(0x1p63)).hasElements(false);
        }

        @Test
        void comparisonsOfUint8TakeScalarsThatDoNotFit() {
            NDArray bytes = NDArray.of(new byte[] {0, (byte) 255});
            assertThat(bytes.gt(-1)).hasElements(true, true);
            assertThat(bytes.ge(256)).hasElements(false, false);
            assertThat(bytes.lt(256)).hasElements(true, true);
            assertThat(bytes.le(255)).hasElements(true, true);
            assertThat(bytes.eq(-1)).hasElements(false, false);
            assertThat(bytes.ne(300)).hasElements(true, true);
        }

        @Test
        void comparisonsOfFloat32RoundAScalarButNotAnArray() {
            NDArray tenth = NDArray.of(0.1f);
            assertThat(tenth.eq(0.1)).hasElements(true);
            assertThat(tenth.eq(NDArray.of(0.1))).hasElements(false);
            assertThat(tenth.gt(0.1)).hasElements(false);
        }
    }

    @Nested
    class AllClose {
        private final NDArray a = NDArray.of(100.0, 1);

        @Test
        void allCloseToleratesADifferenceRelativeToTheSecondArray() {
            assertThat(a.allClose(NDArray.of(101.0, 1), 0.01, 0)).isTrue();
            assertThat(NDArray.of(101.0, 1).allClose(a, 0.0099, 0)).isFalse();
            assertThat(NDArray.of(90.0).allClose(NDArray.of(100.0), 0.1, 0)).isTrue();
            assertThat(NDArray.of(100.0).allClose(NDArray.of(90.0), 0.1, 0)).isFalse();
        }

        @Test
        void allCloseToleratesAnAbsoluteDifference() {
            assertThat(a.allClose(NDArray.of(100.5, 0.5), 0, 0.5)).isTrue();
            assertThat(a.allClose(NDArray.of(100.5, 0.4), 0, 0.5)).isFalse();
        }

        @Test
        void allCloseTreatsEqualInfinitiesAsCloseButNotNaN() {
            assertThat(NDArray.of(INF, -INF).allClose(NDArray.of(INF, -INF), 0, 0))
                    .isTrue();
            assertThat(NDArray.of(INF).allClose(NDArray.of(-INF), 1, 1)).isFalse();
            assertThat(NDArray.of(1.0).allClose(NDArray.of(INF), 1, 1)).isFalse();
            assertThat(NDArray.of(INF).allClose(NDArray.of(1.0), 1, 1)).isFalse();
            assertThat(NDArray.of(NAN).allClose(NDArray.of(NAN), 1, 1)).isFalse();
        }

        @Test
        void allCloseBroadcastsAndPromotes() {
            assertThat(NDArray.ones(DType.UINT8, 2, 3).allClose(NDArray.of(1f), 0, 0))
                    .isTrue();
            assertThat(NDArray.zeros(0).allClose(NDArray.of(1), 0, 0)).isTrue();
        }
    }
}
