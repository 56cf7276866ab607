package io.github.dlfs4j.ndarray.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminantsTest {
    @Test
    void smallDeterminantsAreNumPys() {
        NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});

        assertThat(LinearAlgebra.det(a)).hasToString("-2.0000000000000004");
        assertThat(LinearAlgebra.det(a.astype(DType.FLOAT32)).repr()).isEqualTo("array(-2., dtype=float32)");
        assertThat(LinearAlgebra.slogdet(a).sign()).hasToString("-1.0");
        assertThat(LinearAlgebra.slogdet(a).logabsdet()).hasToString("0.6931471805599455");
        assertThat(LinearAlgebra.det(NDArray.of(new double[][] {{Double.POSITIVE_INFINITY, 1}, {1, 2}})))
                .hasToString("inf");
    }

    @Test
    void anInfinitePivotLeavesTheOtherRowsAlone() {
        double inf = Double.POSITIVE_INFINITY;
        double[][][] matrices = {
            {{-inf, -3}, {-inf, 2}},
            {{inf, 2}, {inf, 0}},
            {{2, 2, 1}, {-3, -inf, 0}, {-3, 0, 1}},
            {{inf, inf}, {1, inf}}
        };
        String[] numPys = {"-inf", "0.0", "-inf", "nan"};
        for (int i = 0; i < matrices.length; i++) {
            assertThat(LinearAlgebra.det(NDArray.of(matrices[i]))).hasToString(numPys[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 32, 33, 100, 200})
    void theDeterminantOfAProductOfTrianglesIsExact(int n) {
        RandomState random = new RandomState(n);
        NDArray lower = NDArray.eye(n);
        NDArray upper = NDArray.eye(n);
        // Small integers, so that all products are exact.
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 2); j < i; j++) {
                lower.at(i, j).set(random.randint(-1, 2));
                upper.at(j, i).set(random.randint(-1, 2));
            }
        }
        upper.at(n / 2, n / 2).set(-3);
        NDArray a = lower.dot(upper);

        assertThat(LinearAlgebra.det(a).asDouble()).isCloseTo(-3, within(n * 1e-12));
        assertThat(LinearAlgebra.slogdet(a).sign().asDouble()).isEqualTo(-1);
        assertThat(LinearAlgebra.slogdet(a).logabsdet().asDouble()).isCloseTo(Math.log(3), within(n * 1e-12));
        assertThat(LinearAlgebra.det(a.transpose()).asDouble()).isCloseTo(-3, within(n * 1e-12));
    }

    @Test
    void theDeterminantOfAPermutationIsItsSign() {
        NDArray order = new RandomState(1).permutation(70);
        NDArray swapped = order.copy();
        swapped.at(3).set(order.get(50));
        swapped.at(50).set(order.get(3));
        double sign = LinearAlgebra.det(NDArray.eye(70).take(order, 0)).asDouble();

        assertThat(Math.abs(sign)).isEqualTo(1);
        assertThat(LinearAlgebra.det(NDArray.eye(70).take(swapped, 0)).asDouble())
                .isEqualTo(-sign);
    }

    @Test
    void theLogarithmOfADeterminantDoesNotOverflow() {
        NDArray a = NDArray.eye(300).mul(1e300);

        assertThat(LinearAlgebra.det(a)).hasToString("inf");
        assertThat(LinearAlgebra.slogdet(a).logabsdet().asDouble()).isCloseTo(300 * 300 * Math.log(10), within(1e-6));
        assertThat(LinearAlgebra.det(NDArray.eye(300).mul(1e-300))).hasToString("0.0");
    }

    @Test
    void aSingularMatrixHasDeterminantZero() {
        SlogdetResult parts = LinearAlgebra.slogdet(NDArray.zeros(DType.FLOAT32, 40, 40));

        assertThat(parts.sign().repr()).isEqualTo("array(0., dtype=float32)");
        assertThat(parts.logabsdet().repr()).isEqualTo("array(-inf, dtype=float32)");
        assertThat(LinearAlgebra.det(NDArray.of(new int[][] {{1, 2}, {2, 4}}))).hasToString("0.0");
    }

    @Test
    void stacksHaveADeterminantForEachMatrix() {
        NDArray stack = new RandomState(2).randn(2, 3, 35, 35);

        assertThat(LinearAlgebra.det(stack).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(LinearAlgebra.det(stack).get(1, 2)).isEqualTo(LinearAlgebra.det(stack.get(1, 2)));
        assertThat(LinearAlgebra.slogdet(stack).sign().get(0, 1))
                .isEqualTo(LinearAlgebra.slogdet(stack.get(0, 1)).sign());
        assertThat(LinearAlgebra.det(stack.transpose(0, 1, 3, 2).copy().transpose(0, 1, 3, 2)))
                .isEqualTo(LinearAlgebra.det(stack));
        assertThat(LinearAlgebra.det(NDArray.zeros(3, 0, 0))).hasToString("[1. 1. 1.]");
        assertThat(LinearAlgebra.det(NDArray.zeros(0, 2, 2)).shape()).isEqualTo(Shape.of(0));
        assertThatThrownBy(() -> LinearAlgebra.det(NDArray.zeros(2)))
                .hasMessage("1-dimensional array given. Array must be at least two-dimensional");
        assertThatThrownBy(() -> LinearAlgebra.slogdet(NDArray.zeros(2, 3)))
                .hasMessage("Last 2 dimensions of the array must be square");
    }

    @Test
    void theDeterminantOfAMatrixWithNaNIsNaN() {
        NDArray a = new RandomState(3).randn(40, 40);
        a.at(5, 5).set(Double.NaN);

        assertThat(LinearAlgebra.det(a)).hasToString("nan");
        assertThat(LinearAlgebra.slogdet(a).logabsdet()).hasToString("nan");
    }
}
