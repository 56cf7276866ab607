package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two arrays by their names, in order. */
final class Named {
    private Named() {}

    static Map<String, NDArray> of(String firstName, NDArray first, String secondName, NDArray second) {
        Map<String, NDArray> named = new LinkedHashMap<>();
        named.put(firstName, first);
        named.put(secondName, second);
        return Collections.unmodifiableMap(named);
    }
}
