package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Special numbers give the same in a view of one, two or three elements, whatever its stride, as in a long array. */
@BothKernels
class ShortViewsTest {
    private static final double[] SPECIAL = {
        -0.0, Double.NEGATIVE_INFINITY, Double.NaN, 0.0, Double.POSITIVE_INFINITY, -1, 1, 0.5, 2, -2.5, 1e-310, 1e300, 3
    };

    private static final int[] STEPS = {1, 2, -1, -3};
    private static final Map<String, BinaryOperator<NDArray>> FUNCTIONS = new HashMap<>();

    static {
        ElementwiseFunctions.names(2)
                .filter(name -> !name.matches("(floorD|remainder).*"))
                .forEach(name -> FUNCTIONS.put(name, (a, b) -> ElementwiseFunctions.call(name, a, b)));
        ElementwiseFunctions.names(1)
                .forEach(name -> FUNCTIONS.put(name, (a, b) -> ElementwiseFunctions.call(name, a)));
        FUNCTIONS.putAll(Map.of("clip_min", (a, b) -> a.clip(b, null), "clip_max", (a, b) -> a.clip(null, b)));
        FUNCTIONS.putAll(Map.of("power", NDArray::pow, "divide", NDArray::div, "maximum", NDArray::maximum));
        FUNCTIONS.putAll(Map.of("exp", (a, b) -> a.exp(), "log", (a, b) -> a.log(), "tanh", (a, b) -> a.tanh()));
    }

    @Test
    void functionsOfShortViewsEqualThoseOfLongArrays() {
        for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            NDArray numbers = NDArray.of(SPECIAL).astype(dtype);
            FUNCTIONS.forEach((name, function) -> check(name, function, numbers));
        }
    }

    private static void check(String name, BinaryOperator<NDArray> function, NDArray numbers) {
        for (int i = 0; i < SPECIAL.length; i++) {
            NDArray one = numbers.get(Index.range(i, i + 1));
            NDArray ofOne = function.apply(numbers, one);
            // NumPy takes a single exponent of 0.5 for a square root, but not if the base is a single number too.
            NDArray ofMany = function.apply(numbers, one.repeat(SPECIAL.length));
            for (int place = 0; place < STEPS.length * SPECIAL.length; place++) {
                Index from = Index.range(place / STEPS.length, null, STEPS[place % STEPS.length]);
                Index to = Index.to(1 + (place + i) % 3);
                NDArray part = numbers.get(from).get(to);
                assertThat(function.apply(part, one))
                        .as("%s of %s and %s", name, part, one)
                        .isEqualTo((part.size() == 1 ? ofMany : ofOne).get(from).get(to));
            }
        }
    }
}
