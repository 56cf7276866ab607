package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static io.github.dlfs4j.ndarray.linalg.KindOfMatrix.distanceFromOrthogonal;
import static io.github.dlfs4j.ndarray.linalg.KindOfMatrix.largest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** QR decompositions. */
class QRTest {
    /** The error is measured beside the precision, the longer side and the largest element. */
    @ParameterizedTest
    @EnumSource
    void theFactorsOfQRHaveTheMatrixAsProduct(KindOfMatrix kind) {
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            for (int[] shape : KindOfMatrix.SHAPES) {
                NDArray a = kind.make(shape[0], shape[1], dtype);
                for (QRMode mode : QRMode.values()) {
                    checkFactors(a, mode);
                }
            }
        }
    }

    private static void checkFactors(NDArray a, QRMode mode) {
        int m = a.shape(0);
        int n = a.shape(1);
        int k = mode == QRMode.COMPLETE ? m : Math.min(m, n);

        QRResult factors = LinearAlgebra.qr(a, mode);

        assertThat(factors.q()).hasShape(m, k).hasDType(a.dtype());
        assertThat(factors.r()).hasShape(k, n).hasDType(a.dtype());
        double unit = Math.max(m, n) * DType.finfo(a.dtype()).eps();
        double least = (a.dtype() == DType.FLOAT32 ? Float.MIN_VALUE : Double.MIN_VALUE) * Math.max(m, n);
        String what = a.dtype() + " " + a.shape() + " " + mode;
        assertThat(distanceFromOrthogonal(factors.q())).as("q of " + what).isLessThan(4 * unit);
        NDArray product = factors.q().astype(DType.FLOAT64).dot(factors.r().astype(DType.FLOAT64));
        assertThat(largest(product.sub(a.astype(DType.FLOAT64))))
                .as("product of " + what)
                .isLessThanOrEqualTo(8 * (unit * largest(a) + least));
        for (int i = 1; i < k; i++) {
            NDArray below = factors.r().get(Index.at(i), Index.to(Math.min(i, n)));
            assertThat(below.eq(0).all().asBoolean()).as("r of " + what).isTrue();
        }
    }

    /** Here rounding leaves zeros, and NumPy has something small, so that its element in the middle is -1. */
    @Test
    void qrLeavesAColumnThatIsZeroBelowItsDiagonalAlone() {
        NDArray r = LinearAlgebra.qr(NDArray.of(new int[][] {{1, 1, 1}, {0, 1, 0}, {1, 1, 0}}))
                .r();

        assertThat(r.diagonal()).isCloseTo(NDArray.of(-Math.sqrt(2), 1, -Math.sqrt(0.5)), 1e-15);
    }

    /** The numbers and signs are NumPy's. */
    @Test
    void theSignsOfQRAreThoseOfLapack() {
        QRResult factors = LinearAlgebra.qr(NDArray.of(new double[][] {{2, -1, 0}, {4, 3, 1}, {1, 1, 1}}));

        assertThat(factors.q())
                .isCloseTo(
                        NDArray.of(new double[][] {
                            {-0.43643578, 0.89466916, 0.09534626},
                            {-0.87287156, -0.39531893, -0.28603878},
                            {-0.21821789, -0.20806259, 0.95346259}
                        }),
                        1e-8);
        assertThat(factors.r())
                .isCloseTo(
                        NDArray.of(new double[][] {
                            {-4.58257569, -2.40039679, -1.09108945}, {0, -2.28868854, -0.60338152}, {0, 0, 0.66742381}
                        }),
                        1e-8);
    }

    @Test
    void qrDoesNotReflectWhatIsTriangularAlready() {
        NDArray a = NDArray.of(new double[][] {{1, 2}, {0, -3}});

        QRResult factors = LinearAlgebra.qr(a);

        assertThat(factors.q()).isEqualTo(NDArray.eye(2));
        assertThat(factors.r()).isEqualTo(a);
    }

    @Test
    void qrComputesIntegersAndBoolsAsFloat64() {
        assertThat(LinearAlgebra.qr(NDArray.of(new int[][] {{3, 1}, {4, 2}})).r())
                .isCloseTo(NDArray.of(new double[][] {{-5, -2.2}, {0, 0.4}}), 1e-15);
        assertThat(LinearAlgebra.qr(NDArray.of(new boolean[][] {{true}})).q()).hasDType(DType.FLOAT64);
    }

    @Test
    void qrComputesFloat32InFloat64AndRounds() {
        NDArray a = new RandomState(3).randn(60, 40).astype(DType.FLOAT32);

        QRResult factors = LinearAlgebra.qr(a);
        QRResult exact = LinearAlgebra.qr(a.astype(DType.FLOAT64));

        assertThat(factors.q()).isEqualTo(exact.q().astype(DType.FLOAT32));
        assertThat(factors.r()).isEqualTo(exact.r().astype(DType.FLOAT32));
    }

    @Test
    void qrGivesAStackAndAViewTheBitsOfEachMatrix() {
        NDArray stack = new RandomState(7).randn(2, 3, 50, 45);

        QRResult all = LinearAlgebra.qr(stack);
        QRResult ofView = LinearAlgebra.qr(stack.transpose(0, 1, 3, 2).copy().transpose(0, 1, 3, 2));
        QRResult one = LinearAlgebra.qr(stack.get(1, 2));

        assertThat(all.q()).hasShape(2, 3, 50, 45).isEqualTo(ofView.q());
        assertThat(all.r()).hasShape(2, 3, 45, 45).isEqualTo(ofView.r());
        assertThat(one.q()).isEqualTo(all.q().get(1, 2));
        assertThat(one.r()).isEqualTo(all.r().get(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 0, 0", "3, 0, 0, 3", "0, 0, 0, 0"})
    void qrOfEmptyMatricesHasEmptyFactors(int m, int n, int reduced, int complete) {
        assertThat(LinearAlgebra.qr(NDArray.zeros(m, n)).q()).hasShape(m, reduced);
        assertThat(LinearAlgebra.qr(NDArray.zeros(m, n)).r()).hasShape(reduced, n);
        assertThat(LinearAlgebra.qr(NDArray.zeros(m, n), QRMode.COMPLETE).q()).isEqualTo(NDArray.eye(complete));
        assertThat(LinearAlgebra.qr(NDArray.zeros(2, m, n)).r()).hasShape(2, reduced, n);
        assertThat(LinearAlgebra.qr(NDArray.zeros(0, 4, 3)).q()).hasShape(0, 4, 3);
    }

    @Test
    void qrOfNaNAndInfinityGivesNaN() {
        QRResult ofNaN = LinearAlgebra.qr(NDArray.of(new double[][] {{Double.NaN, 1}, {1, 2}}));
        QRResult ofInfinity = LinearAlgebra.qr(NDArray.of(new double[][] {{1, Double.POSITIVE_INFINITY}, {1, 2}}));

        assertThat(ofNaN.q().ne(ofNaN.q()).all().asBoolean()).isTrue();
        assertThat(ofInfinity.r().getDouble(0, 1)).isNaN();
    }

    @Test
    void qrRefusesVectors() {
        assertThatThrownBy(() -> LinearAlgebra.qr(NDArray.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1-dimensional array given. Array must be at least two-dimensional");
    }
}
