package io.github.dlfs4j.arithmetic;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What differs between recorded and computed checksums, in a few lines: there are thousands of checksums. */
final class ChecksumDifferences {
    private static final int SHOWN = 5;

    private ChecksumDifferences() {}

    /** Returns how many entries differ and the first of them, or nothing if all are the same. */
    static String of(Map<String, String> recorded, Map<String, String> computed) {
        Set<String> names = new LinkedHashSet<>(recorded.keySet());
        names.addAll(computed.keySet());
        int all = names.size();
        names.removeIf(name -> Objects.equals(recorded.get(name), computed.get(name)));
        if (names.isEmpty()) {
            return "";
        }
        String first = names.stream()
                .limit(SHOWN)
                .map(name -> "\n%s: %s, %s"
                        .formatted(name, value("recorded", recorded.get(name)), value("computed", computed.get(name))))
                .collect(Collectors.joining());
        String more = names.size() > SHOWN ? "\nand %s more".formatted(names.size() - SHOWN) : "";
        return "%s of %s checksums differ:".formatted(names.size(), all) + first + more;
    }

    private static String value(String what, String checksum) {
        return checksum == null ? "not " + what : what + " " + checksum;
    }
}
