package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static io.github.dlfs4j.ndarray.linalg.KindOfMatrix.largest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Least squares, pseudoinverses, ranks and condition numbers. */
class LeastSquaresTest {
    private static final NDArray NAN = NDArray.of(new double[][] {{Double.NaN, 1}, {1, 2}});

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 3, 3", "3, 7, 3", "60, 40, 40", "40, 60, 40", "30, 20, 5", "20, 30, 5"})
    void theLeastSquaresSolutionIsTheShortestOfTheBest(int m, int n, int rank) {
        RandomState random = new RandomState(100 * m + n);
        NDArray a = random.randn(m, rank).dot(random.randn(rank, n));
        NDArray b = random.randn(m, 4);

        LstsqResult result = LinearAlgebra.lstsq(a, b);

        assertThat(result.rank()).isEqualTo(rank);
        assertThat(result.s()).isEqualTo(LinearAlgebra.svdvals(a));
        NDArray error = b.sub(a.dot(result.x()));
        double size = result.s().getDouble(0);
        assertThat(largest(a.T().dot(error))).isLessThan(1e-13 * m * size);
        // The shortest solution has no part that a maps to zero.
        NDArray kernelPart = result.x().sub(LinearAlgebra.pinv(a).dot(a).dot(result.x()));
        assertThat(largest(kernelPart)).isLessThan(1e-12 * n * Math.max(1, largest(result.x())));
        if (rank == n && m > n) {
            assertThat(result.residuals()).isCloseTo(error.square().sum(0), 1e-12);
        } else {
            assertThat(result.residuals()).hasShape(0);
        }
    }

    @Test
    void aLineIsFittedToPoints() {
        NDArray x = NDArray.of(0, 1, 2, 3);
        NDArray a = NDArray.stack(1, x, NDArray.ones(4));

        LstsqResult line = LinearAlgebra.lstsq(a, NDArray.of(-1, 0.2, 0.9, 2.1));

        assertThat(line.x()).isCloseTo(NDArray.of(1, -0.95), 1e-14);
        assertThat(line.residuals()).isCloseTo(NDArray.of(0.05), 1e-14);
        assertThat(line.rank()).isEqualTo(2);
        assertThat(line.s()).isCloseTo(NDArray.of(4.10003045, 1.09075677), 1e-8);
    }

    @Test
    void smallSingularValuesCountAsZero() {
        NDArray a = NDArray.of(new double[][] {{1, 0}, {0, 1e-3}});
        NDArray b = NDArray.ones(2);

        assertThat(LinearAlgebra.lstsq(a, b, 0.1).x()).isEqualTo(NDArray.of(1.0, 0));
        assertThat(LinearAlgebra.lstsq(a, b, 0.1).rank()).isOne();
        assertThat(LinearAlgebra.lstsq(a, b, -1).rank()).isEqualTo(2);
        assertThat(LinearAlgebra.pinv(a, 0.1)).isEqualTo(NDArray.of(new double[][] {{1, 0}, {0, 0}}));
        assertThat(LinearAlgebra.pinv(a).getDouble(1, 1)).isEqualTo(1000);
    }

    @Test
    void dtypesAndShapesOfLeastSquaresAreNumPys() {
        NDArray a = NDArray.eye(3, 2, 0);
        NDArray floats = a.astype(DType.FLOAT32);
        NDArray b = NDArray.ones(3);

        assertThat(LinearAlgebra.lstsq(floats, b.astype(DType.FLOAT32)).x())
                .hasShape(2)
                .hasDType(DType.FLOAT32);
        assertThat(LinearAlgebra.lstsq(floats, b).s()).hasDType(DType.FLOAT64);
        assertThat(LinearAlgebra.lstsq(a, b).residuals()).isEqualTo(NDArray.of(1.0));
        assertThat(LinearAlgebra.lstsq(a, NDArray.ones(3, 0)).x()).hasShape(2, 0);
        assertThat(LinearAlgebra.lstsq(NDArray.zeros(3, 0), b).residuals()).isEqualTo(NDArray.of(3.0));
        assertThat(LinearAlgebra.lstsq(NDArray.zeros(0, 2), NDArray.zeros(0)).x())
                .isEqualTo(NDArray.zeros(2));
        assertThat(LinearAlgebra.pinv(NDArray.zeros(2, 3, 0))).hasShape(2, 0, 3);
        assertThat(LinearAlgebra.pinv(floats)).hasShape(2, 3).hasDType(DType.FLOAT32);
    }

    /** The conditions of Penrose. */
    @ParameterizedTest
    @CsvSource({"7, 3", "3, 7", "20, 20"})
    void thePseudoinverseUndoesWhatCanBeUndone(int m, int n) {
        NDArray a = new RandomState(m).randn(2, m, n);

        NDArray inverse = LinearAlgebra.pinv(a);

        NDArray left = LinearAlgebra.matmul(a, inverse);
        NDArray right = LinearAlgebra.matmul(inverse, a);
        assertThat(inverse).hasShape(2, n, m);
        assertThat(LinearAlgebra.matmul(left, a)).isCloseTo(a, 1e-12);
        assertThat(LinearAlgebra.matmul(right, inverse)).isCloseTo(inverse, 1e-12);
        assertThat(left).isCloseTo(left.swapaxes(-1, -2), 1e-12);
        assertThat(right).isCloseTo(right.swapaxes(-1, -2), 1e-12);
    }

    @Test
    void ranksAreThoseOfMatricesStacksAndVectors() {
        NDArray stack = NDArray.stack(0, NDArray.eye(3), NDArray.ones(3, 3), NDArray.zeros(3, 3));

        assertThat(LinearAlgebra.matrixRank(stack)).isEqualTo(NDArray.of(3, 1, 0));
        assertThat(LinearAlgebra.matrixRank(stack, 2)).isEqualTo(NDArray.of(0, 1, 0));
        assertThat(LinearAlgebra.matrixRank(NDArray.eye(3).astype(DType.FLOAT32)))
                .isEqualTo(NDArray.scalar(3));
        assertThat(LinearAlgebra.matrixRank(NDArray.zeros(2, 0, 3))).isEqualTo(NDArray.of(0, 0));
        assertThat(LinearAlgebra.matrixRank(NDArray.of(0, 5))).isEqualTo(NDArray.scalar(1));
        assertThat(LinearAlgebra.matrixRank(NDArray.of(0, 0), 1)).isEqualTo(NDArray.scalar(0));
    }

    @Test
    void eachMatrixOfAStackMayHaveALimitOfItsOwn() {
        NDArray matrix = Creation.diag(NDArray.of(4, 2, 1e-3));
        NDArray stack = NDArray.stack(0, matrix, matrix);

        assertThat(LinearAlgebra.matrixRank(stack, NDArray.of(1e-4, 1e-2))).isEqualTo(NDArray.of(3, 2));
        NDArray rtol = NDArray.of(1e-4, 0.9);
        assertThat(LinearAlgebra.matrixRank(
                        stack, LinearAlgebra.svdvals(stack).max(-1).mul(rtol)))
                .isEqualTo(NDArray.of(3, 1));
        NDArray inverses = LinearAlgebra.pinv(stack, NDArray.of(1e-6, 0.6));
        assertThat(inverses.get(0)).isCloseTo(Creation.diag(NDArray.of(0.25, 0.5, 1000.0)), 1e-10);
        assertThat(inverses.get(1)).isEqualTo(Creation.diag(NDArray.of(0.25, 0, 0)));
    }

    @Test
    void symmetricMatricesAreSolvedByTheirEigenvalues() {
        NDArray a = NDArray.of(new double[][] {{2, 1, 0}, {1, -3, 0}, {0, 0, 0}});
        SVDResult svd = LinearAlgebra.svd(a, true, true);

        assertThat(svd.s()).isCloseTo(LinearAlgebra.svdvals(a), 1e-14);
        assertThat(svd.u().mul(svd.s()).dot(svd.vh())).isCloseTo(a, 1e-14);
        assertThat(svd.u()).isCloseTo(LinearAlgebra.svd(a).u(), 1e-14);
        assertThat(LinearAlgebra.pinv(a, 1e-15, true)).isCloseTo(LinearAlgebra.pinv(a), 1e-14);
        assertThat(LinearAlgebra.matrixRank(a, 1e-9, true)).isEqualTo(NDArray.scalar(2));
        assertThat(LinearAlgebra.svd(a, true, false)).isEqualTo(LinearAlgebra.svd(a));
    }

    @Test
    void onlyTheLowerTriangleOfASymmetricMatrixIsRead() {
        NDArray a = NDArray.of(new double[][] {{2, 100}, {1, -3}});
        NDArray symmetric = NDArray.of(new double[][] {{2, 1}, {1, -3}});

        assertThat(LinearAlgebra.svd(a, true, true)).isEqualTo(LinearAlgebra.svd(symmetric, true, true));
        assertThat(LinearAlgebra.pinv(a, 0, true)).isEqualTo(LinearAlgebra.pinv(symmetric, 0, true));
    }

    @Test
    void conditionNumbersAreRatiosOfSingularValues() {
        NDArray a = NDArray.of(new double[][] {{0, 4}, {2, 0}, {0, 0}});

        assertThat(LinearAlgebra.cond(a)).isEqualTo(NDArray.scalar(2.0));
        assertThat(LinearAlgebra.cond(a, 2)).isEqualTo(NDArray.scalar(2.0));
        assertThat(LinearAlgebra.cond(a, -2)).isEqualTo(NDArray.scalar(0.5));
        assertThat(LinearAlgebra.cond(NDArray.zeros(2, 2))).isEqualTo(NDArray.scalar(Double.POSITIVE_INFINITY));
        assertThat(LinearAlgebra.cond(NDArray.ones(4, 2, 3))).hasShape(4);
        assertThat(LinearAlgebra.cond(NDArray.zeros(0, 2, 3))).hasShape(0);
        assertThat(LinearAlgebra.cond(a.astype(DType.FLOAT32))).hasDType(DType.FLOAT32);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, 1e-200, 1e200, 1e307, Double.MAX_VALUE})
    void conditionNumbersOfTinyAndHugeMatricesAreUsualOrInfinite(double unit) {
        for (NDArray usual : List.of(NDArray.eye(2), NDArray.of(new double[][] {{1, 0.5}, {0.25, 1}}))) {
            NDArray a = usual.mul(unit);
            for (MatrixNorm norm : MatrixNorm.values()) {
                assertThat(LinearAlgebra.cond(a, norm).asDouble())
                        .as("%s", norm)
                        .isGreaterThan(1);
            }
            assertThat(LinearAlgebra.cond(a).asDouble()).isGreaterThanOrEqualTo(1);
        }
        if (unit < Double.MIN_NORMAL) {
            assertThat(LinearAlgebra.cond(NDArray.full(unit, 2, 2), MatrixNorm.NUCLEAR)
                            .asDouble())
                    .isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    /** LAPACK scales both sides, too. */
    @ParameterizedTest
    @CsvSource({
        "4.94e-324, 9.88e-324",
        "1e-310, 3e-310",
        "1e-310, 1e-3",
        "1e-320, 1e-318",
        "1e-200, 1e-200",
        "1e200, 1e-100",
        "1e307, 1e307",
        "1.7e308, 1.7e308",
        "1.7e308, 1e-10",
        "1e-300, 1e300"
    })
    void systemsOfTinyAndHugeNumbersHaveTheirSolutions(double ofA, double ofB) {
        NDArray usual = NDArray.of(new double[][] {{1, 0.5}, {0, 1}, {1, 0}});
        NDArray sides = NDArray.of(1, 0.5, 0.5);
        LstsqResult expected = LinearAlgebra.lstsq(usual, sides);
        NDArray a = usual.mul(ofA);
        LstsqResult result = LinearAlgebra.lstsq(a, sides.mul(ofB));
        assertThat(result.rank()).isEqualTo(2);
        double factor = ofB / ofA;
        // The elements of subnormal matrices are rounded.
        double tolerance = Math.min(ofA, ofB) < Double.MIN_NORMAL ? 0.7 : 1e-14;
        for (int i = 0; i < 2; i++) {
            double x = expected.x().getDouble(i) * factor;
            assertThat(result.x().getDouble(i)).isCloseTo(x, within(Math.abs(x) * tolerance + Double.MIN_VALUE));
        }
    }

    @Test
    void anInfinityInLeastSquaresIsRefused() {
        NDArray a = NDArray.of(new double[][] {{Double.POSITIVE_INFINITY, 0}, {0, 1}});
        assertThatThrownBy(() -> LinearAlgebra.lstsq(a, NDArray.ones(2)))
                .hasMessage("SVD did not converge in Linear Least Squares");
    }

    @Test
    void leastSquaresRefuseWhatFitsNoSystem() {
        NDArray b = NDArray.ones(2);

        assertThatThrownBy(() -> LinearAlgebra.lstsq(NDArray.eye(3), b)).hasMessage("Incompatible dimensions");
        assertThatThrownBy(() -> LinearAlgebra.lstsq(b, b))
                .hasMessage("1-dimensional array given. Array must be two-dimensional");
        assertThatThrownBy(() -> LinearAlgebra.lstsq(NDArray.eye(2), NDArray.ones(2, 1, 1)))
                .hasMessage("3-dimensional array given. Array must be two-dimensional");
        assertThatThrownBy(() -> LinearAlgebra.lstsq(NAN, b))
                .hasMessage("SVD did not converge in Linear Least Squares");
        assertThatThrownBy(() -> LinearAlgebra.pinv(NAN)).hasMessage("SVD did not converge");
        assertThatThrownBy(() -> LinearAlgebra.cond(NDArray.zeros(2, 0, 3)))
                .hasMessage("cond is not defined on empty arrays");
    }

    @Test
    void aNaNOnTheRightSideStaysNaN() {
        NDArray x =
                LinearAlgebra.lstsq(NDArray.eye(2), NDArray.of(Double.NaN, 1)).x();

        assertThat(x.getDouble(0)).isNaN();
    }
}
