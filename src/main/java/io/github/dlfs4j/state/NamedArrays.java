package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes unmodifiable, ordered maps from names to arrays. */
public final class NamedArrays {
    private NamedArrays() {}

    /**
     * Returns a map of two arrays.
     *
     * @param name the name of the first array
     * @param array the first array
     * @param secondName the name of the second array
     * @param second the second array
     * @return both arrays, in this order
     */
    public static Map<String, NDArray> of(String name, NDArray array, String secondName, NDArray second) {
        return joined(Map.of(name, array), Map.of(secondName, second));
    }

    /**
     * Joins two maps of arrays.
     *
     * @param first the arrays that come first
     * @param others the arrays that follow; their names differ from those of the first
     * @return all arrays
     */
    public static Map<String, NDArray> joined(Map<String, NDArray> first, Map<String, NDArray> others) {
        Map<String, NDArray> all = new LinkedHashMap<>(first);
        all.putAll(others);
        return Collections.unmodifiableMap(all);
    }

    /**
     * Joins the arrays of the parts of a network and numbers their names: {@code W2} is the array of the second part
     * that has a {@code W}.
     *
     * @param <T> the type of a part
     * @param parts the parts of the network
     * @param arrays gives the arrays of a part by name
     * @return all arrays, in the order of the parts
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
