package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes unmodifiable maps of arrays by their names, in order. */
public final class NamedArrays {
    private NamedArrays() {}

    /**
     * Two arrays.
     *
     * @param name of the first
     * @param array the first
     * @param secondName of the second
     * @param second the second
     * @return both in this order
     */
    public static Map<String, NDArray> of(String name, NDArray array, String secondName, NDArray second) {
        return joined(Map.of(name, array), Map.of(secondName, second));
    }

    /**
     * The arrays of two maps.
     *
     * @param first come first
     * @param others come after them, under other names
     * @return all
     */
    public static Map<String, NDArray> joined(Map<String, NDArray> first, Map<String, NDArray> others) {
        Map<String, NDArray> all = new LinkedHashMap<>(first);
        all.putAll(others);
        return Collections.unmodifiableMap(all);
    }

    /**
     * Takes the arrays whose names begin in the same way.
     *
     * @param prefix what the names begin with
     * @param arrays the arrays by name
     * @return a new map of these arrays by the rest of their names
     */
    public static Map<String, NDArray> within(String prefix, Map<String, NDArray> arrays) {
        Map<String, NDArray> found = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), array);
            }
        });
        return found;
    }

    /**
     * Checks that there is a gradient of the right shape for each parameter, and no other.
     *
     * @param parameters the parameters by name
     * @param gradients the gradients by name
     * @throws IllegalArgumentException {@code parameters [W, b] and gradients [W] must have the same names}, or
     *     {@code the gradient of W must have the shape (2, 3), not (3,)}
     */
    public static void checkGradients(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
        if (!parameters.keySet().equals(gradients.keySet())) {
            throw new IllegalArgumentException("parameters %s and gradients %s must have the same names"
                    .formatted(parameters.keySet(), gradients.keySet()));
        }
        parameters.forEach((name, parameter) -> {
            NDArray gradient = gradients.get(name);
            if (!gradient.shape().equals(parameter.shape())) {
                throw new IllegalArgumentException("the gradient of %s must have the shape %s, not %s"
                        .formatted(name, parameter.shape(), gradient.shape()));
            }
        });
    }

    /**
     * The arrays of several parts of a network, each name with a number: {@code W2} is that of the second part which
     * has a {@code W}.
     *
     * @param <T> what a part is
     * @param parts of the network
     * @param arrays of a part by name
     * @return all arrays in the order of the parts
     */
    public static <T> Map<String, NDArray> numbered(List<T> parts, Function<T, Map<String, NDArray>> arrays) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, NDArray> numbered = new LinkedHashMap<>();
        for (T part : parts) {
            arrays.apply(part)
                    .forEach((name, array) -> numbered.put(name + counts.merge(name, 1, Integer::sum), array));
        }
        return Collections.unmodifiableMap(numbered);
    }
}
