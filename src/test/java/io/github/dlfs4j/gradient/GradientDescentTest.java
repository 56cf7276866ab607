package io.github.dlfs4j.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientDescentTest {
    private final NDArray start = NDArray.of(-3.0, 4.0);

    private static NDArray sumOfSquares(NDArray x) {
        return x.pow(2).sum();
    }

    @Test
    void thePathOfGradientDescentLeadsFromTheStartToTheEnd() {
        GradientDescent descent = GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, 0.1, 20);
        assertThat(descent.path().shape()).hasToString("(21, 2)");
        assertThat(descent.path().get(0)).isEqualTo(start);
        assertThat(descent.path().get(20)).isEqualTo(descent.end());
        // Each step reduces both coordinates by a share of 2 * 0.1.
        assertThat(descent.path().get(1).allClose(start.mul(0.8), 1e-9, 0)).isTrue();
    }

    @Test
    void gradientDescentDoesNotChangeItsStart() {
        GradientDescent descent = GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, 0.1, 3);
        descent.end().fill(9);
        descent.path().fill(9);
        assertThat(start).isEqualTo(NDArray.of(-3.0, 4.0));
    }

    @Test
    void theEndOfGradientDescentIsACopy() {
        GradientDescent descent = GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, 0.1, 3);
        NDArray end = descent.end();
        descent.end().fill(9);
        assertThat(descent.end()).isEqualTo(end);
    }

    @Test
    void gradientDescentWithoutStepsEndsWhereItStarts() {
        GradientDescent descent = GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, 0.1, 0);
        assertThat(descent.path()).isEqualTo(NDArray.of(new double[][] {{-3, 4}}));
        assertThat(descent.end()).isEqualTo(start);
    }

    @Test
    void gradientDescentTakesAnyShape() {
        NDArray matrix = NDArray.of(new double[][] {{1, 2}, {3, 4}});
        GradientDescent descent = GradientDescent.minimize(GradientDescentTest::sumOfSquares, matrix, 0.5, 1);
        assertThat(descent.path().shape()).hasToString("(2, 2, 2)");
        assertThat(descent.end().allClose(NDArray.zeros(2, 2), 0, 1e-9)).isTrue();
        assertThat(GradientDescent.minimize(x -> x.mul(x), NDArray.scalar(2.0), 0.25, 2)
                        .path()
                        .allClose(NDArray.of(2.0, 1.0, 0.5), 0, 1e-9))
                .isTrue();
    }

    @Test
    void gradientDescentRefusesAnIntegerStart() {
        assertThatThrownBy(() -> GradientDescent.minimize(GradientDescentTest::sumOfSquares, NDArray.of(-3, 4), 0.1, 0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("a gradient needs an array of float64, not int64; use astype first");
    }

    @Test
    void gradientDescentRefusesANegativeNumberOfSteps() {
        assertThatThrownBy(() -> GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, 0.1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of steps must not be negative, but is -1");
    }

    @Test
    void gradientDescentRefusesAPathThatDoesNotFit() {
        assertThatThrownBy(() ->
                        GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, 0.1, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "array is too big; an axis of 2147483648 elements is longer than the maximum of 2147483647");
        assertThatThrownBy(() -> GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, 0.1, 1 << 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("array is too big; 1073741825 x 2 elements are more than the maximum of 2147483639");
    }

    @Test
    void gradientDescentRefusesAFunctionThatReturnsNull() {
        assertThatThrownBy(() -> GradientDescent.minimize(x -> null, start, 0.1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the function must return a scalar, not null");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void gradientDescentRefusesALearningRateThatIsNotFinite(double learningRate) {
        assertThatThrownBy(() -> GradientDescent.minimize(GradientDescentTest::sumOfSquares, start, learningRate, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the learning rate must be finite, but is " + learningRate);
    }
}
