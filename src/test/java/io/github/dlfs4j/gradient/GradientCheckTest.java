package io.github.dlfs4j.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Sequential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientCheckTest {
    private final NDArray w = NDArray.of(new double[][] {{0.5, -1}, {2, 0.25}});
    private final NDArray b = NDArray.of(0.1, -0.2);
    private final Map<String, NDArray> parameters = inOrder("W", w, "b", b);

    private NDArray loss() {
        return w.pow(2).sum().add(b.mul(3).sum());
    }

    private static Map<String, NDArray> inOrder(String first, NDArray a, String second, NDArray b) {
        Map<String, NDArray> map = new LinkedHashMap<>();
        map.put(first, a);
        map.put(second, b);
        return map;
    }

    @Test
    void rightGradientsDifferByAlmostNothing() {
        GradientCheck check =
                GradientCheck.of(this::loss, parameters, Map.of("b", NDArray.of(3.0, 3.0), "W", w.mul(2)));
        assertThat(check.differences()).containsOnlyKeys("W", "b");
        assertThat(check.isBelow(1e-10)).isTrue();
        assertThat(w).isEqualTo(NDArray.of(new double[][] {{0.5, -1}, {2, 0.25}}));
    }

    /** The bias moves the scores until the right class of a row has the probability. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 0", "3, 0", "4, 0", "5, 0", "6, 0", "7, 0", "0, 1e-7", "1, 1e-7", "2, 1e-12"})
    void rightNetworksDifferByAlmostNothingFromTheirLoss(long seed, double probability) {
        RandomState random = new RandomState(seed);
        Sequential network = MultiLayerNet.ofSizes(4, 6, 3).build(random);
        NDArray x = random.randn(8, 4);
        NDArray t = NDArray.eye(3).take(random.randint(0, 3, 8), 0);
        if (probability > 0) {
            NDArray scores = network.predict(x).get(0).mul(t.get(0)).sum();
            network.parameters().get("b2").addi(t.get(0).mul(scores.neg().add(Math.log(probability))));
        }
        Map<String, NDArray> gradients = network.gradient(x, t);
        Supplier<NDArray> loss =
                () -> Activations.softmax(network.predict(x)).log().mul(t).sum().div(-8);
        assertThat(GradientCheck.of(loss, network.parameters(), gradients).largest())
                .isLessThan(1e-8);
        gradients.get("W1").muli(1.001);
        assertThat(GradientCheck.of(loss, network.parameters(), gradients).isBelow(1e-7))
                .isFalse();
    }

    @Test
    void differencesOfGradientsAreMeansOfAbsoluteValues() {
        NDArray wrong = w.mul(2).add(NDArray.of(new double[][] {{4, -4}, {0, 0}}));
        GradientCheck check = GradientCheck.of(this::loss, parameters, Map.of("W", wrong, "b", NDArray.of(3.5, 2.5)));
        assertThat(check).hasToString("W: 2.00e+00\nb: 5.00e-01");
        assertThat(check.largest()).isEqualTo(check.differences().get("W"));
        assertThat(check.isBelow(1)).isFalse();
    }

    @Test
    void gradientsOfNaNNeverPassTheCheck() {
        NDArray nan = NDArray.of(Double.NaN, 3);
        GradientCheck check = GradientCheck.of(this::loss, parameters, Map.of("W", w.mul(2), "b", nan));
        assertThat(check.largest()).isNaN();
        assertThat(check.isBelow(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void emptyParametersDoNotDiffer() {
        NDArray empty = NDArray.zeros(0, 3);
        GradientCheck check = GradientCheck.of(this::loss, Map.of("W", empty), Map.of("W", empty));
        assertThat(check.largest()).isZero();
        assertThat(GradientCheck.of(this::loss, Map.of(), Map.of()).isBelow(1e-7))
                .isTrue();
    }

    @Test
    void aGradientCheckPrintsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new GradientCheck(Map.of("W", 1.5e-8))).hasToString("W: 1.50e-08");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aGradientCheckIsImmutable() {
        Map<String, Double> differences = new LinkedHashMap<>(Map.of("W", 0.5));
        GradientCheck check = new GradientCheck(differences);
        differences.clear();
        assertThat(check.differences()).containsOnlyKeys("W");
        assertThatThrownBy(() -> check.differences().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** The bounds of the page "Build your own". */
    @Test
    void withSoftmaxARightGradientDiffersByLessThanTheBoundAndAWrongOneByMore() {
        double largest = 0;
        for (int seed = 0; seed < 10; seed++) {
            RandomState random = new RandomState(seed);
            Sequential network =
                    MultiLayerNet.ofSizes(4, 6, 3).activation(Tanh::new).build(random);
            NDArray x = random.randn(8, 4);
            NDArray t = NDArray.eye(3).take(random.randint(0, 3, 8), 0);
            assertThat(Activations.softmax(network.predict(x))
                            .mul(t)
                            .sum(1)
                            .min()
                            .asDouble())
                    .isGreaterThan(0.01);
            Map<String, NDArray> gradients = new LinkedHashMap<>(network.gradient(x, t));
            GradientCheck right = GradientCheck.of(() -> network.loss(x, t), network.parameters(), gradients);
            assertThat(right.isBelow(1e-5)).isTrue();
            largest = Math.max(largest, right.largest());
            gradients.replace("W1", gradients.get("W1").mul(1.01));
            GradientCheck wrong = GradientCheck.of(() -> network.loss(x, t), network.parameters(), gradients);
            assertThat(wrong.isBelow(1e-5)).isFalse();
        }
        assertThat(largest).isGreaterThan(2e-7);
    }

    @Test
    void aGradientCheckRefusesOtherNames() {
        assertThatThrownBy(() -> GradientCheck.of(this::loss, parameters, Map.of("W", w)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters [W, b] and gradients [W] must have the same names");
    }

    @Test
    void aGradientCheckQuotesTheStartOfLongNames() {
        Map<String, NDArray> longName = Map.of("n".repeat(70_000), b);
        Map<String, NDArray> manyNames =
                IntStream.range(0, 10_000).boxed().collect(Collectors.toMap(i -> "layer" + i, i -> b));
        for (Map<String, NDArray> wrong : List.of(longName, manyNames)) {
            assertThatThrownBy(() -> GradientCheck.of(this::loss, wrong, parameters))
                    .message()
                    .hasSizeLessThan(500);
            assertThatThrownBy(() -> GradientCheck.of(this::loss, parameters, wrong))
                    .message()
                    .hasSizeLessThan(500);
        }
        assertThatThrownBy(() -> GradientCheck.of(this::loss, longName, Map.of("n".repeat(70_000), w)))
                .message()
                .startsWith("the gradient of " + "n".repeat(60) + "… must")
                .hasSizeLessThan(500);
    }

    @Test
    void aGradientCheckRefusesOtherShapes() {
        assertThatThrownBy(() -> GradientCheck.of(this::loss, parameters, Map.of("W", w, "b", NDArray.of(3.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the gradient of b must have the shape (2,), not (1,)");
    }

    @Test
    void aGradientCheckRefusesIntegerParameters() {
        NDArray integers = NDArray.of(1, 2);
        assertThatThrownBy(() -> GradientCheck.of(this::loss, Map.of("b", integers), Map.of("b", integers)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("a gradient needs an array of float64, not int64; use astype first");
    }
}
