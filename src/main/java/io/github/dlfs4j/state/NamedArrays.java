package io.github.dlfs4j.state;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MapOrder;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Maps of arrays by name, in the order that {@link MapOrder} gives them. */
public final class NamedArrays {
    private static final int LONGEST_LIST = 300;

    private NamedArrays() {}

    /**
     * Refuses null in a map.
     *
     * @param parameter what the caller calls the map
     * @param named anything by name
     * @return the map in its {@linkplain MapOrder order}
     * @param <T> the type of what is named
     */
    public static <T> Map<String, T> nonNull(String parameter, Map<String, T> named) {
        for (Map.Entry<String, T> each :
                Objects.requireNonNull(named, parameter).entrySet()) {
            Objects.requireNonNull(each.getKey(), parameter);
            Objects.requireNonNull(each.getValue(), parameter);
        }
        return MapOrder.of(named);
    }

    /**
     * Applies a function to all that is named.
     *
     * @param named anything by name
     * @param function what makes the new values, in the order of the map
     * @return a new map of the same names in the same order
     * @param <T> the type of what is named
     * @param <R> the type of the new values
     */
    public static <T, R> Map<String, R> mapped(Map<String, T> named, Function<? super T, ? extends R> function) {
        Map<String, R> results = new LinkedHashMap<>();
        MapOrder.of(named).forEach((name, each) -> results.put(name, function.apply(each)));
        return results;
    }

    /**
     * Makes a map of two arrays.
     *
     * @param name the name of the first
     * @param array the first array
     * @param secondName the name of the second
     * @param second the second array
     * @return an unmodifiable map of both, in this order
     */
    public static Map<String, NDArray> of(String name, NDArray array, String secondName, NDArray second) {
        return joined(Map.of(name, array), Map.of(secondName, second));
    }

    /**
     * Joins two maps.
     *
     * @param first the arrays that come first
     * @param others the arrays that come after them, under other names
     * @return an unmodifiable map of all
     */
    public static Map<String, NDArray> joined(Map<String, NDArray> first, Map<String, NDArray> others) {
        Map<String, NDArray> all = new LinkedHashMap<>(MapOrder.of(first));
        all.putAll(MapOrder.of(others));
        return Collections.unmodifiableMap(all);
    }

    /**
     * Returns the arrays whose names have a prefix.
     *
     * @param prefix the prefix
     * @param arrays the arrays by name
     * @return a new map of these arrays by their names without the prefix
     */
    public static Map<String, NDArray> within(String prefix, Map<String, NDArray> arrays) {
        Map<String, NDArray> found = new LinkedHashMap<>();
        MapOrder.of(arrays).forEach((name, array) -> {
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
                    .formatted(names(parameters), names(gradients)));
        }
        parameters.forEach((name, parameter) -> {
            NDArray gradient = gradients.get(name);
            if (!gradient.shape().equals(parameter.shape())) {
                throw new IllegalArgumentException("the gradient of %s must have the shape %s, not %s"
                        .formatted(Excerpt.of(name), parameter.shape(), gradient.shape()));
            }
        });
    }

    /**
     * Lists names for a message.
     *
     * @param arrays the arrays by name
     * @return the names, or the start of them if there are more than a message should have
     */
    public static String names(Map<String, NDArray> arrays) {
        return Excerpt.of(MapOrder.of(arrays).keySet().toString(), LONGEST_LIST);
    }

    /**
     * Joins the arrays of several parts of a network, and adds a number to each name: {@code W2} is the {@code W} of
     * the second part that has one.
     *
     * @param parts the arrays of each part by name
     * @return an unmodifiable map of all arrays, in the order of the parts
     */
    public static Map<String, NDArray> numbered(List<Map<String, NDArray>> parts) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, NDArray> numbered = new LinkedHashMap<>();
        for (Map<String, NDArray> part : parts) {
            for (Map.Entry<String, NDArray> array : MapOrder.of(part).entrySet()) {
                int number = counts.getOrDefault(array.getKey(), 0) + 1;
                counts.put(array.getKey(), number);
                numbered.put(array.getKey() + number, array.getValue());
            }
        }
        return Collections.unmodifiableMap(numbered);
    }
}
