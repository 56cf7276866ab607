package io.github.dlfs4j.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumericalGradientTest {
    private static NDArray sumOfSquares(NDArray x) {
        return x.pow(2).sum();
    }

    @Test
    void aNumericalGradientHasTheShapeOfItsArgument() {
        NDArray x = NDArray.arange(0.0, 24.0, 1.0).reshape(2, 3, 4);
        NDArray gradient = NumericalGradient.of(NumericalGradientTest::sumOfSquares, x);
        assertThat(gradient.shape()).hasToString("(2, 3, 4)");
        assertThat(gradient.allClose(x.mul(2), 1e-9, 1e-9)).isTrue();
    }

    @Test
    void theNumericalGradientOfAScalarIsItsDerivative() {
        NDArray gradient = NumericalGradient.of(x -> x.mul(x), NDArray.scalar(3.0));
        assertThat(gradient.ndim()).isZero();
        assertThat(gradient.asDouble()).isCloseTo(6, within(1e-9));
    }

    @Test
    void theNumericalGradientOfAnEmptyArrayIsEmpty() {
        assertThat(NumericalGradient.of(NumericalGradientTest::sumOfSquares, NDArray.zeros(0, 3))
                        .shape())
                .hasToString("(0, 3)");
    }

    @Test
    void aNumericalGradientChangesItsArgumentForTheFunction() {
        NDArray w = NDArray.of(3.0, 4.0);
        List<String> seen = new ArrayList<>();
        Function<NDArray, NDArray> loss = ignored -> {
            seen.add(w.toString());
            return w.get(0).mul(w.get(1));
        };
        assertThat(NumericalGradient.of(loss, w)).hasToString("[4. 3.]");
        assertThat(seen).containsExactly("[3.0001 4.    ]", "[2.9999 4.    ]", "[3.     4.0001]", "[3.     3.9999]");
    }

    @Test
    void theNumericalGradientOfRowsIsTheGradientAtEachRow() {
        NDArray points = new RandomState(0).randn(7, 3);
        NDArray before = points.copy();
        NDArray gradients = NumericalGradient.ofRows(x -> x.pow(3).sum(), points);
        for (int i = 0; i < 7; i++) {
            assertThat(gradients.get(i))
                    .isEqualTo(NumericalGradient.of(x -> x.pow(3).sum(), points.get(i)));
        }
        assertThat(gradients.allClose(points.square().mul(3), 1e-6, 1e-6)).isTrue();
        assertThat(points).isEqualTo(before);
    }

    @Test
    void theNumericalGradientOfRowsRefusesOtherShapes() {
        assertThatThrownBy(() -> NumericalGradient.ofRows(NumericalGradientTest::sumOfSquares, NDArray.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points have the shape (n, d), not (2,)");
        assertThatThrownBy(() -> NumericalGradient.ofRows(NumericalGradientTest::sumOfSquares, NDArray.arange(4)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNumericalGradientRestoresItsArgumentToTheBit() {
        double[] values = {0.1, -0.0, 1e300, 1e-300, 1.0 / 3, Double.NaN};
        NDArray x = NDArray.of(values);
        NumericalGradient.of(NumericalGradientTest::sumOfSquares, x);
        assertThat(x).isEqualTo(NDArray.of(values));
    }

    @Test
    void aNumericalGradientWorksThroughAView() {
        NDArray base = NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        NDArray view = base.transpose();
        NDArray gradient = NumericalGradient.of(ignored -> base.pow(2).sum(), view);
        assertThat(gradient.allClose(view.mul(2), 1e-9, 0)).isTrue();
        assertThat(base).isEqualTo(NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    }

    @Test
    void aNumericalGradientRestoresItsArgumentEvenIfTheFunctionFails() {
        NDArray x = NDArray.of(1.0, 2.0);
        Function<NDArray, NDArray> failing = v -> {
            throw new IllegalStateException("no result");
        };
        assertThatThrownBy(() -> NumericalGradient.of(failing, x)).hasMessage("no result");
        assertThat(x).isEqualTo(NDArray.of(1.0, 2.0));
    }

    @Test
    void aNumericalGradientStaysFloat32() {
        NDArray gradient = NumericalGradient.of(NumericalGradientTest::sumOfSquares, NDArray.of(0.5f, 0.25f));
        assertThat(gradient.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(gradient.allClose(NDArray.of(1f, 0.5f), 1e-2, 0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"BOOL", "UINT8", "INT64"})
    void aNumericalGradientRefusesIntegers(DType dtype) {
        assertThatThrownBy(() -> NumericalGradient.of(NumericalGradientTest::sumOfSquares, NDArray.ones(dtype, 2)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("a gradient needs an array of float64, not %s; use astype first", dtype);
    }

    @Test
    void aNumericalGradientRefusesAFunctionWhoseResultIsNotAScalar() {
        NDArray x = NDArray.of(1.0, 2.0);
        assertThatThrownBy(() -> NumericalGradient.of(v -> v.mul(2), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the function must return a scalar, not an array of shape (2,)");
        assertThat(x).isEqualTo(NDArray.of(1.0, 2.0));
    }

    @Test
    void aNumericalGradientRefusesABroadcastView() {
        NDArray repeated = NDArray.of(1.0).broadcastTo(Shape.of(3));
        assertThatThrownBy(() -> NumericalGradient.of(NumericalGradientTest::sumOfSquares, repeated))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("assignment destination is read-only");
    }

    @Test
    void aPartialDerivativeIsOneElementOfTheGradient() {
        NDArray x = NDArray.of(new double[][] {{1, 2}, {3, 4}});
        NDArray gradient = NumericalGradient.of(NumericalGradientTest::sumOfSquares, x);
        assertThat(NumericalGradient.partial(NumericalGradientTest::sumOfSquares, x, 1, 0))
                .isEqualTo(gradient.getDouble(1, 0));
        assertThat(NumericalGradient.partial(NumericalGradientTest::sumOfSquares, x, -1, -2))
                .isEqualTo(gradient.getDouble(1, 0));
        assertThat(x).isEqualTo(NDArray.of(new double[][] {{1, 2}, {3, 4}}));
    }

    @Test
    void aPartialDerivativeRefusesWrongPositions() {
        NDArray x = NDArray.zeros(2, 3);
        assertThatThrownBy(() -> NumericalGradient.partial(NumericalGradientTest::sumOfSquares, x, 1, 7))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 7 is out of bounds for axis 1 with size 3");
        assertThatThrownBy(() -> NumericalGradient.partial(NumericalGradientTest::sumOfSquares, x, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("array is 2-dimensional, but 1 were indexed");
    }
}
