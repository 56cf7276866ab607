package io.github.dlfs4j.file;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The order of what a map has, so that each process computes and writes the same. {@code Map.of} has another order in
 * each process, and a {@code HashMap} and {@code ConcurrentHashMap} one that says nothing: these are taken by name.
 * What a wrapper is around cannot be seen.
 */
public final class MapOrder {
    private MapOrder() {}

    /**
     * {@return the map itself, or a new one by name}
     *
     * @param named anything by name
     * @param <T> the type of what is named
     */
    public static <T> Map<String, T> of(Map<String, T> named) {
        Class<?> type = named.getClass();
        boolean isHashed = type == HashMap.class
                || type == ConcurrentHashMap.class
                || type == Map.of().getClass();
        if (!isHashed || named.size() < 2) {
            return named;
        }
        Map<String, T> byName = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        byName.putAll(named);
        return byName;
    }
}
