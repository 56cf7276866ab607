package io.github.dlfs4j.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChecksumDifferencesTest {
    private final Map<String, String> recorded = new LinkedHashMap<>();
    private final Map<String, String> computed = new LinkedHashMap<>();

    @BeforeEach
    void recordSome() {
        for (String name : new String[] {"exp", "log", "sin", "cos", "tan", "pow", "sum"}) {
            recorded.put(name, "of " + name);
            computed.put(name, "of " + name);
        }
    }

    @Test
    void equalChecksumsHaveNoDifferences() {
        assertThat(ChecksumDifferences.of(recorded, computed)).isEmpty();
    }

    @Test
    void aDifferenceShowsBothValues() {
        computed.put("sin", "another");

        assertThat(ChecksumDifferences.of(recorded, computed)).isEqualTo("""
                1 of 7 checksums differ:
                sin: recorded of sin, computed another""");
    }

    @Test
    void missingAndNewEntriesAreDifferences() {
        computed.remove("log");
        computed.put("new", "of new");

        assertThat(ChecksumDifferences.of(recorded, computed)).isEqualTo("""
                2 of 8 checksums differ:
                log: recorded of log, not computed
                new: not recorded, computed of new""");
    }

    @Test
    void fiveOfManyAreShown() {
        recorded.keySet().forEach(name -> computed.put(name, "another"));

        assertThat(ChecksumDifferences.of(recorded, computed)).isEqualTo("""
                7 of 7 checksums differ:
                exp: recorded of exp, computed another
                log: recorded of log, computed another
                sin: recorded of sin, computed another
                cos: recorded of cos, computed another
                tan: recorded of tan, computed another
                and 2 more""");
    }

    @Test
    void fiveAreAll() {
        recorded.keySet().stream().limit(5).toList().forEach(computed::remove);

        assertThat(ChecksumDifferences.of(recorded, computed)).hasLineCount(6).doesNotContain("more");
    }
}
