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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reductions of all elements and along an axis. The results are those of NumPy 2.4.6, its sums to the bit. */
@BothKernels
class ReductionTest {
    private static final double NAN = Double.NaN;

    /** {@code ((np.arange(n) * 37 + 11) % 101) / 7}: fractions that round, the same in every language. */
    private static NDArray fractions(int n) {
        return NDArray.of(LongStream.range(0, n)
                .mapToDouble(i -> (i * 37 + 11) % 101 / 7.0)
                .toArray());
    }

    @Nested
    class OfAllElements {
        private final NDArray a = NDArray.of(new int[][] {{3, 1, 2}, {6, 5, 4}});

        @Test
        void reductionsOfAllElementsGiveAScalar() {
            assertThat(a.sum()).hasShape().hasDType(INT64).hasElements(21);
            assertThat(a.prod()).hasShape().hasDType(INT64).hasElements(720);
            assertThat(a.mean()).hasShape().hasDType(FLOAT64).hasElements(3.5);
            assertThat(a.max()).hasShape().hasDType(INT64).hasElements(6);
            assertThat(a.min()).hasShape().hasDType(INT64).hasElements(1);
            assertThat(a.argmax()).hasShape().hasDType(INT64).hasElements(3);
            assertThat(a.argmin()).hasShape().hasDType(INT64).hasElements(1);
        }

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
        private final NDArray a = NDArray.of(new int[][] {{3, 1, 2}, {6, 5, 4}});

        @Test
        void reductionsAlongAnAxisRemoveIt() {
            assertThat(a.sum(0)).hasShape(3).hasElements(9, 6, 6);
            assertThat(a.sum(1)).hasShape(2).hasElements(6, 15);
            assertThat(a.prod(0)).hasElements(18, 5, 8);
            assertThat(a.prod(1)).hasElements(6, 120);
            assertThat(a.mean(0)).hasDType(FLOAT64).hasElements(4.5, 3, 3);
            assertThat(a.mean(1)).hasElements(2, 5);
            assertThat(a.max(0)).hasElements(6, 5, 4);
            assertThat(a.max(1)).hasElements(3, 6);
            assertThat(a.min(0)).hasElements(3, 1, 2);
            assertThat(a.min(1)).hasElements(1, 4);
            assertThat(a.argmax(0)).hasDType(INT64).hasShape(3).hasElements(1, 1, 1);
            assertThat(a.argmax(1)).hasShape(2).hasElements(0, 0);
            assertThat(a.argmin(1)).hasElements(1, 2);
        }

        @Test
        void reductionsAlongAnAxisKeepItWithLengthOne() {
            assertThat(a.sum(0, true)).hasShape(1, 3).hasElements(9, 6, 6);
            assertThat(a.prod(1, true)).hasShape(2, 1).hasElements(6, 120);
            assertThat(a.mean(-1, true)).hasShape(2, 1).hasElements(2, 5);
            assertThat(a.max(1, true)).hasShape(2, 1).hasElements(3, 6);
            assertThat(a.min(-2, true)).hasShape(1, 3).hasElements(3, 1, 2);
            assertThat(a.argmax(1, true)).hasShape(2, 1).hasElements(0, 0);
            assertThat(a.argmin(0, true)).hasShape(1, 3).hasElements(0, 0, 0);
            assertThat(a.sub(a.max(1, true))).hasElements(0, -2, -1, 0, -1, -2);
        }

        @Test
        void reductionsCountAnAxisFromTheEnd() {
            NDArray b = NDArray.arange(24).reshape(2, 3, 4);
            for (int axis = 0; axis < 3; axis++) {
                assertThat(b.sum(axis - 3)).isEqualTo(b.sum(axis));
                assertThat(b.mean(axis - 3, true)).isEqualTo(b.mean(axis, true));
                assertThat(b.argmax(axis - 3)).isEqualTo(b.argmax(axis));
            }
            assertThat(b.sum(-2)).hasShape(2, 4).hasElements(12, 15, 18, 21, 48, 51, 54, 57);
        }

        @Test
        void reductionsOfAVectorGiveAScalar() {
            assertThat(NDArray.of(3, 9, 4).argmax(0)).hasShape().hasElements(1);
            assertThat(NDArray.of(3, 9, 4).sum(-1)).hasShape().hasElements(16);
            assertThat(NDArray.of(3, 9, 4).max(0, true)).hasShape(1).hasElements(9);
        }

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

        @Test
        void sumsOfFloat32OverflowAsInNumPy() {
            assertThat(NDArray.of(1e38f, 3e38f).sum()).hasDType(FLOAT32).hasElements(Double.POSITIVE_INFINITY);
            assertThat(NDArray.of(1e38f, 3e38f).mean()).hasElements(Double.POSITIVE_INFINITY);
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

    /** Each expected value was computed by NumPy 2.4.6 from the same fractions. */
    @Nested
    class SumsInNumPysOrder {
        @ParameterizedTest
        @CsvSource({
            "5, 0x1.fdb6db6db6db6p4, 0x1.fdb6dcp4",
            "8, 0x1.dc92492492492p5, 0x1.dc924ap5",
            "100, 0x1.635b6db6db6dcp9, 0x1.635b7p9",
            "129, 0x1.ca49249249249p9, 0x1.ca4924p9",
            "1000, 0x1.be7p12, 0x1.be7p12",
            "20011, 0x1.1728a4924924ap17, 0x1.1728a4p17"
        })
        void sumsOfAVectorHaveNumPysOrder(int n, double float64, float float32) {
            assertThat(fractions(n).sum()).isEqualTo(NDArray.scalar(float64));
            assertThat(fractions(n).astype(FLOAT32).sum()).isEqualTo(NDArray.scalar(float32));
        }

        @Test
        void sumsAlongTheInnermostAxisInMemoryHaveNumPysOrder() {
            NDArray rows = fractions(1200).reshape(3, 400);
            NDArray sums = NDArray.of(0x1.6584924924924p11, 0x1.6544924924924p11, 0x1.6504924924924p11);
            assertThat(rows.sum(1)).isEqualTo(sums);
            assertThat(rows.transpose().sum(0)).isEqualTo(sums);
            NDArray floats = NDArray.of(0x1.658494p11f, 0x1.654494p11f, 0x1.650494p11f);
            assertThat(rows.astype(FLOAT32).sum(1)).isEqualTo(floats);
            assertThat(rows.astype(FLOAT32).transpose().sum(0)).isEqualTo(floats);
        }

        @Test
        void sumsAlongAnOuterAxisHaveNumPysOrder() {
            NDArray rows = fractions(1200).reshape(400, 3);
            NDArray sums = NDArray.of(0x1.644db6db6db6ep11, 0x1.6712492492492p11, 0x1.646db6db6db6ep11);
            assertThat(rows.sum(0)).isEqualTo(sums);
            assertThat(rows.transpose().sum(1)).isEqualTo(sums);
            NDArray floats = NDArray.of(0x1.644db6p11f, 0x1.671246p11f, 0x1.646db8p11f);
            assertThat(rows.astype(FLOAT32).sum(0)).isEqualTo(floats);
        }

        @Test
        void sumsAlongAnAxisInTheMiddleHaveNumPysOrder() {
            NDArray blocks = fractions(1200).reshape(2, 200, 3);
            NDArray sums = NDArray.of(new double[][] {
                {0x1.6564924924925p10, 0x1.665b6db6db6dbp10, 0x1.63b6db6db6db7p10},
                {0x1.6336db6db6db7p10, 0x1.67c9249249248p10, 0x1.6524924924925p10}
            });
            assertThat(blocks.sum(1)).isEqualTo(sums);
            assertThat(blocks.transpose().sum(1)).isEqualTo(sums.transpose());
            assertThat(blocks.astype(FLOAT32).sum(1)).isEqualTo(NDArray.of(new float[][] {
                {0x1.656494p10f, 0x1.665b6cp10f, 0x1.63b6dap10f},
                {0x1.6336dep10f, 0x1.67c924p10f, 0x1.652492p10f}
            }));
        }

        @Test
        void sumsOfAllElementsHaveTheOrderOfMemory() {
            NDArray blocks = fractions(1200).reshape(2, 200, 3);
            NDArray swapped = blocks.transpose(1, 0, 2);
            assertThat(blocks.sum()).isEqualTo(NDArray.scalar(0x1.0bf36db6db6dcp13));
            assertThat(swapped.sum()).isEqualTo(NDArray.scalar(0x1.0bf36db6db6dcp13));
            assertThat(swapped.copy().sum()).isEqualTo(NDArray.scalar(0x1.0bf36db6db6dbp13));
            NDArray floats = blocks.astype(FLOAT32).transpose(1, 0, 2);
            assertThat(floats.sum()).isEqualTo(NDArray.scalar(0x1.0bf36ep13f));
            assertThat(floats.copy().sum()).isEqualTo(NDArray.scalar(0x1.0bf36cp13f));
        }

        @Test
        void sumsOfAnArrayInFortranOrderHaveNumPysOrder() {
            NDArray c = fractions(1200).reshape(4, 5, 60);
            NDArray f = NDArray.zeros(60, 5, 4).transpose().addi(c);
            assertThat(f.sum(0).sum(0).get(Index.to(3)))
                    .isEqualTo(NDArray.of(0x1.664924924924ap7, 0x1.4b6db6db6db6ep6, 0x1.7924924924924p7));
            assertThat(f.sum(1).sum(0).get(Index.to(3)))
                    .isEqualTo(NDArray.of(0x1.6649249249249p7, 0x1.4b6db6db6db6dp6, 0x1.7924924924923p7));
            assertThat(f.sum(2).sum(0).get(Index.to(3)))
                    .isEqualTo(NDArray.of(0x1.a69b6db6db6dbp10, 0x1.aeb6db6db6db8p10, 0x1.abfffffffffffp10));
            assertThat(f.sum(2).sum()).isEqualTo(NDArray.scalar(0x1.0bf36db6db6dbp13));
            assertThat(f.sum(1).sum()).isEqualTo(NDArray.scalar(0x1.0bf36db6db6dcp13));
        }

        @Test
        void meansAreSumsInNumPysOrderDivided() {
            assertThat(fractions(1000).mean()).isEqualTo(NDArray.scalar(0x1.c926e978d4fdfp2));
            assertThat(fractions(1000).astype(FLOAT32).mean()).isEqualTo(NDArray.scalar(0x1.c926eap2f));
            assertThat(fractions(1200).reshape(3, 400).mean(1))
                    .isEqualTo(NDArray.of(0x1.c99f7390d2a6cp2, 0x1.c94d880bb3ee6p2, 0x1.c8fb9c8695361p2));
        }

        @Test
        void meansOfIntegersAddDoubles() {
            NDArray large = NDArray.arange(20_000).mul((1L << 53) / 7);
            assertThat(large.mean()).isEqualTo(NDArray.scalar(0x1.ca6c226809d1fp59));
            assertThat(large.reshape(2, 10_000).mean(1))
                    .isEqualTo(NDArray.of(0x1.0cd9d943778acp60, 0x1.7b249249248e2p59));
            assertThat(large.reshape(100, 200).mean(1).get(Index.to(2)))
                    .isEqualTo(NDArray.of(0x1.c6db6db6db6d8p56, 0x1.5649249249248p58));
            assertThat(NDArray.arange(1000).mul(37).sub(5).mean()).hasElements(18476.5);
        }

        @Test
        void productsAreTakenOneAfterTheOther() {
            NDArray factors = fractions(50).div(100).add(1);
            assertThat(factors.prod()).isEqualTo(NDArray.scalar(0x1.c27982d1b2154p4));
            assertThat(fractions(50).astype(FLOAT32).div(100).add(1).prod()).isEqualTo(NDArray.scalar(0x1.c2797ep4f));
        }
    }
}
