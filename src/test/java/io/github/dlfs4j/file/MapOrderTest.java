package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MapOrderTest {
    /** The hash codes of the names Aa and BB are the same. What a wrapper is around, nobody can see. */
    @Test
    void hashedMapsAreTakenByNameAndOthersInTheirOrder() {
        Map<String, Integer> named = new LinkedHashMap<>();
        Stream.of("f", "e", "d", "BB", "Aa").forEach(name -> named.put(name, named.size()));
        Stream.of(new HashMap<>(named), new ConcurrentHashMap<>(named), Map.copyOf(named))
                .forEach(map -> assertThat(MapOrder.of(map))
                        .containsExactly(
                                Map.entry("Aa", 4),
                                Map.entry("BB", 3),
                                Map.entry("d", 2),
                                Map.entry("e", 1),
                                Map.entry("f", 0)));
        Stream.of(named, Collections.unmodifiableMap(Map.copyOf(named)))
                .forEach(map -> assertThat(MapOrder.of(map)).isSameAs(map));
    }
}
