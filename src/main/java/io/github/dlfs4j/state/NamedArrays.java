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
