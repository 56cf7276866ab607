package io.github.dlfs4j.ndarray.linalg;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static io.github.dlfs4j.ndarray.linalg.KindOfMatrix.distanceFromOrthogonal;
import static io.github.dlfs4j.ndarray.linalg.KindOfMatrix.largest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Singular vectors, and the values that come with them. */
class SVDTest {
    /** The error is measured beside the precision, the longer side and the largest singular value. */
    @ParameterizedTest
    @EnumSource
    void theFactorsOfSVDHaveTheMatrixAsProduct(KindOfMatrix kind) {
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            for (int[] shape : KindOfMatrix.SHAPES) {
                NDArray a = kind.make(shape[0], shape[1], dtype);
                checkFactors(a, false);
                checkFactors(a, true);
            }
        }
    }

    private static void checkFactors(NDArray a, boolean isFull) {
        int m = a.shape(0);
        int n = a.shape(1);
        int k = Math.min(m, n);

        SVDResult svd = LinearAlgebra.svd(a, isFull);

        assertThat(svd.u()).hasShape(m, isFull ? m : k).hasDType(a.dtype());
        assertThat(svd.s()).hasShape(k).hasDType(a.dtype());
        assertThat(svd.vh()).hasShape(isFull ? n : k, n).hasDType(a.dtype());
        double unit = Math.max(m, n) * DType.finfo(a.dtype()).eps();
        double least = (a.dtype() == DType.FLOAT32 ? Float.MIN_VALUE : Double.MIN_VALUE) * Math.max(m, n);
        String what = a.dtype() + " " + a.shape();
        assertThat(distanceFromOrthogonal(svd.u())).as("u of " + what).isLessThan(4 * unit);
        assertThat(distanceFromOrthogonal(svd.vh().T())).as("vh of " + what).isLessThan(4 * unit);
        NDArray s = svd.s().astype(DType.FLOAT64);
        NDArray u = svd.u().get(Index.all(), Index.to(k)).astype(DType.FLOAT64);
        NDArray vh = svd.vh().get(Index.to(k)).astype(DType.FLOAT64);
        assertThat(largest(u.mul(s).dot(vh).sub(a.astype(DType.FLOAT64))))
                .as("product of " + what)
                .isLessThanOrEqualTo(8 * (unit * largest(s) + least));
        assertThat(s.ge(0).all().asBoolean()).isTrue();
        assertThat(s.get(Index.to(-1)).ge(s.get(Index.from(1))).all().asBoolean())
                .as("order of " + what)
                .isTrue();
        assertThat(LinearAlgebra.svdvals(a)).isEqualTo(svd.s());
        NDArray highest = svd.u().max(0);
        assertThat(highest.ge(svd.u().min(0).neg()).all().asBoolean())
                .as("signs of " + what)
                .isTrue();
    }

    /** The numbers are NumPy's, but for the signs of the first vectors. */
    @Test
    void theLargestComponentOfEachLeftVectorIsPositive() {
        SVDResult svd = LinearAlgebra.svd(NDArray.of(new double[][] {{2, -1, 0}, {4, 3, 1}, {1, 1, 1}}));

        assertThat(svd.u())
                .isCloseTo(
                        NDArray.of(new double[][] {
                            {0.20228383, 0.96839714, 0.14590484},
                            {0.93557261, -0.14705449, -0.32105897},
                            {0.28945663, -0.20144961, 0.93575259}
                        }),
                        1e-8);
        assertThat(svd.s()).isCloseTo(NDArray.of(5.43656032, 2.00816054, 0.64117326), 1e-8);
        assertThat(svd.vh())
                .isCloseTo(
                        NDArray.of(new double[][] {
                            {0.81601499, 0.53230176, 0.22533168},
                            {0.57123257, -0.80223179, -0.17354395},
                            {-0.08839049, -0.27033125, 0.95870128}
                        }),
                        1e-8);
    }

    /** The values of a bidiagonal matrix are accurate beside themselves, not only beside the largest. */
    @Test
    void smallSingularValuesOfAGradedMatrixKeepTheirDigits() {
        NDArray a = NDArray.zeros(3, 3);
        a.at(0, 0).set(1e20);
        a.at(0, 1).set(1e10);
        a.at(1, 1).set(1);
        a.at(1, 2).set(1e-10);
        a.at(2, 2).set(1e-20);

        NDArray s = LinearAlgebra.svdvals(a);

        assertThat(s.div(NDArray.of(1e20, 1, 1e-20))).isCloseTo(NDArray.ones(3), 1e-14);
    }

    @Test
    void svdGivesAStackAndAViewTheBitsOfEachMatrix() {
        NDArray stack = new RandomState(7).randn(2, 3, 50, 45);

        SVDResult all = LinearAlgebra.svd(stack);
        SVDResult ofView = LinearAlgebra.svd(stack.transpose(0, 1, 3, 2).copy().transpose(0, 1, 3, 2));
        SVDResult one = LinearAlgebra.svd(stack.get(1, 2));

        assertThat(all.u()).hasShape(2, 3, 50, 50).isEqualTo(ofView.u());
        assertThat(all.s()).hasShape(2, 3, 45).isEqualTo(ofView.s());
        assertThat(all.vh()).hasShape(2, 3, 45, 45).isEqualTo(ofView.vh());
        assertThat(one.u()).isEqualTo(all.u().get(1, 2));
        assertThat(one.s()).isEqualTo(all.s().get(1, 2));
        assertThat(one.vh()).isEqualTo(all.vh().get(1, 2));
    }

    @Test
    void svdOfEmptyMatricesHasEmptyFactors() {
        assertThat(LinearAlgebra.svd(NDArray.zeros(3, 0)).u()).isEqualTo(NDArray.eye(3));
        assertThat(LinearAlgebra.svd(NDArray.zeros(0, 3)).vh()).isEqualTo(NDArray.eye(3));
        assertThat(LinearAlgebra.svd(NDArray.zeros(3, 0), false).u()).hasShape(3, 0);
        assertThat(LinearAlgebra.svd(NDArray.zeros(0, 3), false).vh()).hasShape(0, 3);
        assertThat(LinearAlgebra.svd(NDArray.zeros(0, 3, 3)).s()).hasShape(0, 3);
    }

    @Test
    void svdRefusesNaN() {
        NDArray a = NDArray.of(new double[][] {{Double.POSITIVE_INFINITY, 2}, {3, Double.NaN}});
        assertThatThrownBy(() -> LinearAlgebra.svd(a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SVD did not converge");
    }

    /** LAPACK leaves NaN in the values, anything in the vectors, or does not end, for example for the third matrix. */
    @Test
    void svdOfAMatrixWithAnInfinityIsNaNAndOfOthersUnchanged() {
        double inf = Double.POSITIVE_INFINITY;
        for (NDArray a : List.of(
                NDArray.of(new double[][][] {{{1, 2}, {3, -inf}}, {{4, 0}, {0, 2}}}),
                NDArray.of(new double[][][] {{{1, inf}, {3, 4}, {5, 6}}, {{4, 0}, {0, 2}, {0, 0}}}),
                NDArray.of(new double[][][] {{{inf, 0, 0}, {0, 2, 0}, {0, 0, 1}}, {{4, 0, 0}, {0, 2, 0}, {0, 0, 2}}}),
                NDArray.of(new double[][][] {{{inf, inf, inf}, {1, 2, 3}}, {{4, 0, 0}, {0, 2, 0}}}))) {
            for (boolean isFull : new boolean[] {true, false}) {
                SVDResult svd = LinearAlgebra.svd(a, isFull);
                for (NDArray part : List.of(svd.u(), svd.s(), svd.vh())) {
                    assertThat(Logic.isNaN(part.get(0)).all().asBoolean()).isTrue();
                    assertThat(Logic.isNaN(part.get(1)).any().asBoolean()).isFalse();
                }
                assertThat(svd.s().get(1, 0).asDouble()).isEqualTo(4);
                assertThat(LinearAlgebra.svdvals(a)).isEqualTo(svd.s());
            }
            assertThat(LinearAlgebra.matrixRank(a).get(0).asLong()).isZero();
            assertThat(LinearAlgebra.cond(a).get(0).asDouble()).isEqualTo(inf);
            assertThat(LinearAlgebra.matrixNorm(a, MatrixNorm.NUCLEAR, false)
                            .get(0)
                            .asDouble())
                    .isNaN();
        }
    }

    /** Several threads compute the matrices. */
    @Test
    void svdRefusesARowOfNaNInALargeStack() {
        NDArray stack = new RandomState(5).randn(16, 40, 40);
        stack.get(11, 3).fill(Double.NaN);
        assertThatThrownBy(() -> LinearAlgebra.svd(stack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SVD did not converge");
        assertThatThrownBy(() -> LinearAlgebra.svdvals(stack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SVD did not converge");
    }

    @Test
    void svdRefusesVectors() {
        assertThatThrownBy(() -> LinearAlgebra.svd(NDArray.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1-dimensional array given. Array must be at least two-dimensional");
    }
}
