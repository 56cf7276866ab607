package io.github.dlfs4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of the page of NumPy's functions. */
final class FunctionsPage {
    static final Path PAGE = Path.of("src", "docs", "numpy-functions.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(?<numpy>[^`]+)` \\|(?: `(?<here>[^`]+)`)? \\|(?<note>.*)\\|");
    private static final List<String> PACKAGES = List.of(
            "ndarray",
            "ndarray.calculus",
            "ndarray.io",
            "ndarray.linalg",
            "ndarray.manipulation",
            "ndarray.random",
            "ndarray.sorting",
            "ndarray.statistics");

    /** Classes of other things, whose methods may have a name of NumPy's by chance. */
    private static final List<String> OBJECTS =
            List.of("Selection", "DType", "Npy", "Npz", "PrintOptions", "RandomState");

    private FunctionsPage() {}

    /**
     * A row.
     *
     * @param numpy a function of NumPy, or an expression
     * @param here what it is here, {@code Class.method}, or null
     * @param note maybe empty
     */
    record Row(String numpy, String here, String note) {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(
                        row.group("numpy"), row.group("here"), row.group("note").trim()));
            }
        }
        return rows;
    }

    /** Returns the class that the page calls by its simple name, or null. */
    static Class<?> find(String name) {
        for (String room : PACKAGES) {
            try {
                return Class.forName("io.github.dlfs4j." + room + "." + name);
            } catch (ClassNotFoundException e) {
                // It may be in the next package.
            }
        }
        return null;
    }

    /** Returns the simple names of NDArray and of the classes whose every function is the answer to one of NumPy's. */
    static Set<String> types(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.here() != null)
                .map(row -> row.here().split("\\.", -1)[0])
                .filter(name -> !OBJECTS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
