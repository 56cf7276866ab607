package io.github.dlfs4j.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * About how many seconds the sections and figures of the chapters take. A file, which {@code MeasuredSeconds} of the
 * tests writes, has a line for each: which it is, its seconds, and one before it whose work it uses.
 *
 * @param lines what each takes, by its chapter and its number or name
 */
record PartSeconds(Map<String, Line> lines) {
    static final Path FILE = Path.of("src", "book", "resources", "seconds.tsv");

    /** What nobody has measured yet counts as quick. */
    static final Line UNKNOWN = new Line(0, "");

    /** What a section or figure takes after another one, whose work it does not do again. */
    record Line(double seconds, String after) {}

    /** Reads the file. */
    static PartSeconds read() throws IOException {
        Map<String, Line> lines = new HashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] fields = line.split("\t", -1);
            lines.put(fields[0], new Line(Double.parseDouble(fields[1]), fields[2]));
        }
        return new PartSeconds(lines);
    }

    /** Returns the seconds of a section or figure, which comes first, and of those whose work it uses. */
    Map<String, Double> work(String part) {
        Map<String, Double> work = new LinkedHashMap<>();
        for (String next = part;
                !next.isEmpty();
                next = lines.getOrDefault(next, UNKNOWN).after()) {
            work.put(next, lines.getOrDefault(next, UNKNOWN).seconds());
        }
        return work;
    }
}
