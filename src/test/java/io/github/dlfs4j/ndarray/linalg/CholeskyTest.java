package io.github.dlfs4j.ndarray.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.ViewsOf;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    static Stream<Arguments> matrices() {
        return Stream.of(DType.FLOAT64, DType.FLOAT32)
                .flatMap(dtype -> SquareMatrices.all(dtype).entrySet().stream()
                        .map(entry -> Arguments.of(dtype + " " + entry.getKey(), positive(entry.getValue()))));
    }

    /** Returns a positive definite matrix of the given one, of nearly its size. */
    private static NDArray positive(NDArray a) {
        double size = SquareMatrices.size(a);
        int n = a.shape(0);
        NDArray scaled = a.astype(DType.FLOAT64).div(size);
        NDArray square = scaled.dot(scaled.transpose());
        double shift = 10 * SquareMatrices.bound(a) * square.max().asDouble();
        return square.add(NDArray.eye(n).mul(shift)).mul(size / 256 / n).astype(a.dtype());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void aCholeskyTriangleTimesItsTransposeIsTheMatrix(String name, NDArray a) {
        NDArray lower = LinearAlgebra.cholesky(a);
        double size = SquareMatrices.size(a);
        NDArray scaled = lower.astype(DType.FLOAT64).div(Math.sqrt(size));
        NDArray exact = a.astype(DType.FLOAT64).div(size);
        NDArray error = scaled.dot(scaled.transpose()).sub(exact);

        assertThat(lower.dtype()).isEqualTo(a.dtype());
        assertThat(LinearAlgebra.norm(error).asDouble())
                .isLessThan(SquareMatrices.bound(a) * LinearAlgebra.norm(exact).asDouble());
        assertThat(LinearAlgebra.cholesky(a, true).transpose()).isEqualTo(lower);
    }

    @Test
    void choleskyReadsOnlyOneTriangleAndClearsTheOther() {
        int n = 100;
        NDArray a = positive(new RandomState(1).randn(n, n));
        NDArray onlyLower = a.copy();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                onlyLower.at(i, j).set(Double.NaN);
            }
        }
        NDArray lower = LinearAlgebra.cholesky(onlyLower);

        assertThat(lower).isEqualTo(LinearAlgebra.cholesky(a));
        assertThat(LinearAlgebra.cholesky(onlyLower.transpose(), true)).isEqualTo(lower.transpose());
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                assertThat(lower.getDouble(i, j)).isZero();
            }
        }
    }

    @Test
    void smallCholeskyTrianglesPrintAsNumPyPrintsThem() {
        NDArray a = NDArray.of(new double[][] {{4, 2}, {2, Double.POSITIVE_INFINITY}});

        assertThat(LinearAlgebra.cholesky(a)).hasToString("[[ 2.  0.]\n [ 1. inf]]");
        assertThat(LinearAlgebra.cholesky(NDArray.of(new int[][] {{1, 2}, {2, 5}}), true))
                .hasToString("[[1. 2.]\n [0. 1.]]");
        assertThat(LinearAlgebra.cholesky(NDArray.of(new double[][] {{1, 0}, {Double.NaN, 5}})))
                .hasToString("[[ 1.  0.]\n [nan nan]]");
    }

    @Test
    void choleskyGivesStacksAndViewsTheBitsOfAMatrixAlone() {
        NDArray a = new RandomState(2).randn(3, 70, 70);
        NDArray stack = LinearAlgebra.matmul(a, a.transpose(0, 2, 1));
        NDArray triangles = LinearAlgebra.cholesky(stack);

        assertThat(triangles.get(1)).isEqualTo(LinearAlgebra.cholesky(stack.get(1)));
        for (int way = 0; way < ViewsOf.count(); way++) {
            assertThat(LinearAlgebra.cholesky(ViewsOf.of(new NDArray[] {stack}, way)[0]))
                    .isEqualTo(triangles);
        }
        assertThat(LinearAlgebra.cholesky(NDArray.zeros(0, 0)).shape()).isEqualTo(Shape.of(0, 0));
        assertThat(LinearAlgebra.cholesky(NDArray.zeros(0, 2, 2)).shape()).isEqualTo(Shape.of(0, 2, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 33, 90})
    void aMatrixThatIsNotPositiveDefiniteIsRefused(int n) {
        NDArray a = NDArray.eye(n);
        a.at(n - 1, n - 1).set(-1);
        NDArray stack = NDArray.stack(0, NDArray.eye(n), a);

        assertThatThrownBy(() -> LinearAlgebra.cholesky(stack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Matrix is not positive definite");
        assertThatThrownBy(() -> LinearAlgebra.cholesky(a.abs().mul(0), true))
                .hasMessage("Matrix is not positive definite");
    }

    @Test
    void choleskyRefusesShapesThatDoNotFit() {
        assertThatThrownBy(() -> LinearAlgebra.cholesky(NDArray.ones(2)))
                .hasMessage("1-dimensional array given. Array must be at least two-dimensional");
        assertThatThrownBy(() -> LinearAlgebra.cholesky(NDArray.ones(2, 3)))
                .hasMessage("Last 2 dimensions of the array must be square");
    }
}
