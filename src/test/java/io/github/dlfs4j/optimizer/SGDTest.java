package io.github.dlfs4j.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SGDTest {
    private final NDArray w = NDArray.of(new double[][] {{1, 2}, {3, 4}});
    private final NDArray b = NDArray.of(0.5f, -0.5f);
    private final Map<String, NDArray> parameters = Map.of("W", w, "b", b);
    private final SGD sgd = new SGD(0.1);

    @Test
    void sgdSubtractsTheGradientTimesTheRateInPlace() {
        NDArray dW = NDArray.of(new double[][] {{1, 0}, {-1, 10}});
        NDArray db = NDArray.of(1f, 1f);
        sgd.update(parameters, Map.of("W", dW, "b", db));
        // params[key] -= lr * grads[key]
        assertThat(w).isEqualTo(NDArray.of(new double[][] {{1 - 0.1 * 1, 2}, {3 - 0.1 * -1, 4 - 0.1 * 10}}));
        assertThat(b).isEqualTo(NDArray.of(0.5f - 0.1f, -0.5f - 0.1f));
        assertThat(dW).isEqualTo(NDArray.of(new double[][] {{1, 0}, {-1, 10}}));
        assertThat(db).isEqualTo(NDArray.of(1f, 1f));
    }

    @Test
    void sgdFollowsAChangedLearningRate() {
        sgd.learningRate(1);
        sgd.update(Map.of("b", b), Map.of("b", b.copy()));
        assertThat(b).isEqualTo(NDArray.of(0f, 0f));
    }

    @Test
    void sgdRemembersNothingFromStepToStep() {
        NDArray x = NDArray.of(1f, 2f);
        NDArray y = NDArray.of(1.0, 2.0, 3.0);
        sgd.update(Map.of("x", x), Map.of("x", NDArray.of(10f, 20f)));
        sgd.update(Map.of("x", x), Map.of("x", NDArray.of(-10f, 0f)));
        assertThat(x).isEqualTo(NDArray.of(1f - 0.1f * 10f + 0.1f * 10f, 2f - 0.1f * 20f));
        sgd.learningRate(0.5);
        sgd.update(Map.of("x", y), Map.of("x", NDArray.of(2.0, 4.0, 6.0)));
        sgd.update(Map.of("x", y), Map.of("x", NDArray.of(2, 4, 6)));
        assertThat(y).isEqualTo(NDArray.of(-1.0, -2.0, -3.0));
    }

    @Test
    void theStateOfSgdIsTheLearningRate() {
        SGD other = new SGD(7);
        other.restore(sgd.state());
        assertThat(other.learningRate()).isEqualTo(0.1);
        assertThat(sgd.state()).containsOnly(Map.entry("lr", NDArray.scalar(0.1)));
        assertThat(sgd.name()).isEqualTo("SGD");
    }

    @Nested
    class Refuses {
        private void assertRefused(Map<String, NDArray> gradients, String message) {
            NDArray before = w.copy();
            assertThatThrownBy(() -> sgd.update(parameters, gradients))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThat(w).isEqualTo(before);
        }

        @Test
        void sgdRefusesGradientsOfOtherNames() {
            Map<String, NDArray> ordered = new LinkedHashMap<>();
            ordered.put("W", w);
            ordered.put("b", b);
            assertThatThrownBy(() -> sgd.update(ordered, Map.of("W", w)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("parameters [W, b] and gradients [W] must have the same names");
        }

        @Test
        void sgdRefusesAGradientThatWouldBeBroadcast() {
            assertRefused(
                    Map.of("W", NDArray.of(1.0, 1.0), "b", b),
                    "the gradient of W must have the shape (2, 2), not (2,)");
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void sgdRefusesLearningRatesThatAreNotFinite(double rate) {
            assertRefused(rate, "the learning rate must be finite, but is " + rate, "lr must be finite");
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -0.0, -1, -Double.MIN_VALUE})
        void sgdRefusesLearningRatesThatAreNotAboveZero(double rate) {
            String fault = " must be above 0, but is " + rate;
            assertRefused(rate, "the learning rate" + fault, "lr of SGD" + fault);
        }

        private void assertRefused(double rate, String message, String messageOfState) {
            assertThatThrownBy(() -> new SGD(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> sgd.learningRate(rate)).hasMessage(message);
            assertThatThrownBy(() -> sgd.restore(Map.of("lr", NDArray.scalar(rate))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(messageOfState);
            assertThat(sgd.learningRate()).isEqualTo(0.1);
        }

        @Test
        void sgdRefusesTheStateOfAnotherClass() {
            assertThatThrownBy(() -> sgd.restore(Map.of("v", w)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lr is missing from the state of SGD");
            assertThatThrownBy(() -> sgd.restore(Map.of("lr", NDArray.scalar(0.2), "v", w)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("v is no part of the state of SGD");
            assertThatThrownBy(() -> sgd.restore(Map.of("lr", w)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lr must be float64 of shape (), not float64 of shape (2, 2)");
            assertThatThrownBy(() -> sgd.restore(Map.of("lr", NDArray.scalar(1))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
