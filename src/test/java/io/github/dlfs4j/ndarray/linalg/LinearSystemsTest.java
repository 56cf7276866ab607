package io.github.dlfs4j.ndarray.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.ViewsOf;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Solutions, inverses and powers. */
class LinearSystemsTest {
    private static final NDArray A = NDArray.of(new int[][] {{2, 1, -1}, {-3, -1, 2}, {-2, 1, 2}});

    static Stream<Arguments> matrices() {
        return Stream.of(DType.FLOAT64, DType.FLOAT32)
                .flatMap(dtype -> SquareMatrices.all(dtype).entrySet().stream()
                        .map(entry -> Arguments.of(dtype + " " + entry.getKey(), entry.getValue())));
    }

    /** Gaussian elimination is backward stable: its solution solves a system that differs by rounding. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void theSolutionFitsTheSystem(String name, NDArray a) {
        int n = a.shape(0);
        RandomState random = new RandomState(n);
        NDArray vector = random.randn(n).mul(SquareMatrices.size(a)).astype(a.dtype());
        NDArray matrix = random.randn(n, 5).mul(SquareMatrices.size(a)).astype(a.dtype());

        assertThat(backwardError(a, LinearAlgebra.solve(a, vector).expandDims(1), vector.expandDims(1)))
                .isLessThan(SquareMatrices.bound(a));
        assertThat(backwardError(a, LinearAlgebra.solve(a, matrix), matrix)).isLessThan(SquareMatrices.bound(a));
    }

    /** Returns the residual relative to what is rounded, for the worst right-hand side. */
    private static double backwardError(NDArray a, NDArray x, NDArray b) {
        double worst = 0;
        double size = SquareMatrices.size(a);
        NDArray scaled = a.astype(DType.FLOAT64).div(size);
        NDArray exact = b.astype(DType.FLOAT64).div(size);
        for (int j = 0; j < b.shape(1); j++) {
            NDArray column = x.transpose().get(j).astype(DType.FLOAT64);
            NDArray residual = scaled.dot(column).sub(exact.transpose().get(j));
            double whole = LinearAlgebra.norm(scaled).asDouble()
                            * LinearAlgebra.norm(column).asDouble()
                    + LinearAlgebra.norm(exact.transpose().get(j)).asDouble();
            worst = Math.max(worst, LinearAlgebra.norm(residual).asDouble() / whole);
        }
        return worst;
    }

    /** LAPACK's bounds for the inverse: its residuals grow with the condition of the matrix. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void theInverseIsOneFromBothSides(String name, NDArray a) {
        NDArray inverse = LinearAlgebra.inv(a);
        double size = SquareMatrices.size(a);
        NDArray scaled = a.astype(DType.FLOAT64).div(size);
        NDArray unscaled = inverse.astype(DType.FLOAT64).mul(size);
        NDArray identity = NDArray.eye(a.shape(0));
        double condition = LinearAlgebra.norm(scaled).asDouble()
                * LinearAlgebra.norm(unscaled).asDouble();
        double bound = SquareMatrices.bound(a) * condition;

        assertThat(inverse.dtype()).isEqualTo(a.dtype());
        assertThat(LinearAlgebra.norm(scaled.dot(unscaled).sub(identity)).asDouble())
                .isLessThan(bound);
        assertThat(LinearAlgebra.norm(unscaled.dot(scaled).sub(identity)).asDouble())
                .isLessThan(bound);
    }

    @Test
    void smallSystemsPrintAsNumPyPrintsThem() {
        NDArray b = NDArray.of(8, -11, -3);

        assertThat(LinearAlgebra.solve(A, b)).hasToString("[ 2.  3. -1.]");
        assertThat(LinearAlgebra.inv(NDArray.of(new int[][] {{1, 2}, {3, 4}})).toDoubleArray())
                .containsExactly(-1.9999999999999996, 0.9999999999999998, 1.4999999999999998, -0.4999999999999999);
        assertThat(LinearAlgebra.inv(NDArray.of(new double[][] {{Double.POSITIVE_INFINITY, 1}, {1, 2}})))
                .hasToString("[[ 0.  -0. ]\n [ 0.   0.5]]");
    }

    @Test
    void aPermutationIsSolvedExactly() {
        NDArray permutation = NDArray.eye(100).take(new RandomState(1).permutation(100), 0);
        NDArray x = new RandomState(2).randn(100, 3);

        assertThat(LinearAlgebra.solve(permutation, permutation.dot(x))).isEqualTo(x);
        assertThat(LinearAlgebra.inv(permutation)
                        .eq(permutation.transpose())
                        .all()
                        .asBoolean())
                .isTrue();
        assertThat(LinearAlgebra.matrixPower(permutation, -1)).isEqualTo(LinearAlgebra.inv(permutation));
    }

    /** The elements of the upper triangle double with each column, but these are exact. */
    @Test
    void pivotsOfASystemMayGrow() {
        NDArray a = SquareMatrices.growth(50);
        NDArray x = new RandomState(3).randint(-9, 10, 50).astype(DType.FLOAT64);

        assertThat(LinearAlgebra.solve(a, a.dot(x))).isEqualTo(x);
        assertThat(LinearAlgebra.det(a).asDouble() / Math.scalb(1.0, 49)).isCloseTo(1, within(1e-13));
    }

    /** Only a vector by itself is a vector; NumPy 2 takes all else for matrices. */
    @Test
    void stacksOfSystemsAreBroadcast() {
        RandomState random = new RandomState(3);
        NDArray a = random.randn(2, 1, 40, 40);
        NDArray b = random.randn(3, 40, 2);
        NDArray x = LinearAlgebra.solve(a, b);

        assertThat(x.shape()).isEqualTo(Shape.of(2, 3, 40, 2));
        assertThat(x.get(1, 2)).isEqualTo(LinearAlgebra.solve(a.get(1, 0), b.get(2)));
        NDArray vector = random.randn(40);
        assertThat(LinearAlgebra.solve(a, vector).get(1, 0)).isEqualTo(LinearAlgebra.solve(a.get(1, 0), vector));
        assertThat(LinearAlgebra.solve(a, vector).shape()).isEqualTo(Shape.of(2, 1, 40));
        assertThat(LinearAlgebra.inv(a).get(1, 0)).isEqualTo(LinearAlgebra.inv(a.get(1, 0)));
    }

    @Test
    void viewsOfSystemsGiveTheBitsOfTheirCopies() {
        NDArray a = new RandomState(4).randn(50, 50);
        NDArray b = new RandomState(5).randn(50, 7);
        for (int way = 0; way < ViewsOf.count(); way++) {
            NDArray[] views = ViewsOf.of(new NDArray[] {a, b}, way);
            assertThat(LinearAlgebra.solve(views[0], views[1])).isEqualTo(LinearAlgebra.solve(a, b));
            assertThat(LinearAlgebra.inv(views[0])).isEqualTo(LinearAlgebra.inv(a));
        }
    }

    /** NumPy, too, computes all linear algebra in float64. */
    @Test
    void systemsOfFloat32AreRoundedOnlyAtTheEnd() {
        NDArray a = new RandomState(7).randn(60, 60).astype(DType.FLOAT32);
        NDArray exact = a.astype(DType.FLOAT64);

        assertThat(LinearAlgebra.inv(a)).isEqualTo(LinearAlgebra.inv(exact).astype(DType.FLOAT32));
        assertThat(LinearAlgebra.solve(a, a.get(0)))
                .isEqualTo(LinearAlgebra.solve(exact, exact.get(0)).astype(DType.FLOAT32));
        assertThat(LinearAlgebra.det(a)).isEqualTo(LinearAlgebra.det(exact).astype(DType.FLOAT32));
    }

    @Test
    void onlySystemsOfFloat32AloneGiveFloat32() {
        NDArray single = NDArray.eye(2).astype(DType.FLOAT32);
        NDArray integers = NDArray.of(1, 2);

        assertThat(LinearAlgebra.solve(single, integers.astype(DType.FLOAT32)).dtype())
                .isEqualTo(DType.FLOAT32);
        assertThat(LinearAlgebra.solve(single, integers).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(LinearAlgebra.solve(single.astype(DType.BOOL), integers).dtype())
                .isEqualTo(DType.FLOAT64);
    }

    @Test
    void emptySystemsHaveEmptySolutions() {
        assertThat(LinearAlgebra.solve(NDArray.zeros(0, 2, 2), NDArray.ones(2)).shape())
                .isEqualTo(Shape.of(0, 2));
        assertThat(LinearAlgebra.solve(NDArray.zeros(0, 0), NDArray.ones(0, 3)).shape())
                .isEqualTo(Shape.of(0, 3));
        // There is nothing to divide by the zero pivots.
        assertThat(LinearAlgebra.solve(NDArray.zeros(2, 2), NDArray.ones(2, 0)).shape())
                .isEqualTo(Shape.of(2, 0));
        assertThat(LinearAlgebra.inv(NDArray.zeros(0, 0)).shape()).isEqualTo(Shape.of(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "33", "100"})
    void aPivotOfZeroIsAnError(int n) {
        NDArray ones = NDArray.ones(n, n);
        ones.at(n - 1).set(0);
        NDArray stack = NDArray.stack(0, NDArray.eye(n), ones);

        assertThatThrownBy(() -> LinearAlgebra.solve(ones, NDArray.ones(n)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Singular matrix");
        assertThatThrownBy(() -> LinearAlgebra.inv(stack)).hasMessage("Singular matrix");
        assertThatThrownBy(() -> LinearAlgebra.matrixPower(ones, -2)).hasMessage("Singular matrix");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "39, 20"})
    void aNaNInASystemIsNoErrorAndComesOut(int i, int j) {
        NDArray a = new RandomState(6).randn(40, 40);
        a.at(i, j).set(Double.NaN);

        assertThat(Logic.isNaN(LinearAlgebra.solve(a, NDArray.ones(40))).any().asBoolean())
                .isTrue();
        assertThat(Logic.isNaN(LinearAlgebra.inv(a)).any().asBoolean()).isTrue();
    }

    @Test
    void systemsThatDoNotFitAreRefusedInNumPysWords() {
        NDArray eye = NDArray.eye(2);

        assertThatThrownBy(() -> LinearAlgebra.solve(NDArray.ones(3), eye))
                .hasMessage("1-dimensional array given. Array must be at least two-dimensional");
        assertThatThrownBy(() -> LinearAlgebra.inv(NDArray.ones(2, 3)))
                .hasMessage("Last 2 dimensions of the array must be square");
        assertThatThrownBy(() -> LinearAlgebra.solve(eye, NDArray.ones(3)))
                .hasMessage("solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature"
                        + " (m,m),(m)->(m) (size 3 is different from 2)");
        assertThatThrownBy(() -> LinearAlgebra.solve(eye, NDArray.ones(3, 2)))
                .hasMessage("solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature"
                        + " (m,m),(m,n)->(m,n) (size 3 is different from 2)");
        assertThatThrownBy(() -> LinearAlgebra.solve(eye, NDArray.scalar(1)))
                .hasMessage("solve: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature"
                        + " (m,m),(m,n)->(m,n) requires 2)");
        assertThatThrownBy(() -> LinearAlgebra.solve(NDArray.ones(3, 2, 2), NDArray.ones(2, 2, 1)))
                .hasMessage("operands could not be broadcast together with remapped shapes [original->remapped]:"
                        + " (3,2,2)->(3,newaxis,newaxis) (2,2,1)->(2,newaxis,newaxis)  and requested shape (2,1)");
    }

    @Test
    void powersOfMatricesKeepTheDtype() {
        NDArray fibonacci = NDArray.of(new int[][] {{1, 1}, {1, 0}});

        assertThat(LinearAlgebra.matrixPower(fibonacci, 50).get(0, 1)).hasToString("12586269025");
        assertThat(LinearAlgebra.matrixPower(fibonacci, 3)).hasToString("[[3 2]\n [2 1]]");
        assertThat(LinearAlgebra.matrixPower(fibonacci, 1)).isSameAs(fibonacci);
        assertThat(LinearAlgebra.matrixPower(fibonacci, -2)).hasToString("[[ 1. -1.]\n [-1.  2.]]");
        assertThat(LinearAlgebra.matrixPower(NDArray.ones(DType.FLOAT32, 2, 2, 2), 0)
                        .repr())
                .isEqualTo("""
                        array([[[1., 0.],
                                [0., 1.]],

                               [[1., 0.],
                                [0., 1.]]], dtype=float32)""");
        assertThat(LinearAlgebra.matrixPower(NDArray.of(new boolean[][] {{true, false}, {true, true}}), 5))
                .hasToString("[[ True False]\n [ True  True]]");
        assertThat(LinearAlgebra.matrixPower(NDArray.eye(2), Integer.MIN_VALUE)).isEqualTo(NDArray.eye(2));
        assertThatThrownBy(() -> LinearAlgebra.matrixPower(NDArray.ones(2, 3), 0))
                .hasMessage("Last 2 dimensions of the array must be square");
    }
}
