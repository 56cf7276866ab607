package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page of NumPy's functions: it has each of NumPy's list once, what it names here exists, and what there is of
 * functions here it names.
 */
class FunctionsPageTest {
    private static final Path PAGE = Path.of("src", "docs", "numpy-functions.md");
    private static final Path LIST = Path.of("src", "test", "resources", "numpy", "functions.txt");
    private static final Pattern ROW =
            Pattern.compile("\\| `(?<numpy>[^`]+)` \\|(?: `(?<here>[^`]+)`)? \\|(?<note>.*)\\|");
    private static final List<String> PACKAGES = List.of("ndarray", "ndarray.io");

    /** Classes whose every function is the answer to one of NumPy's. The others are objects with other methods. */
    private static final List<String> OBJECTS =
            List.of("NDArray", "Selection", "DType", "Npy", "Npz", "PrintOptions", "RandomState");

    private record Row(String numpy, String here, String note) {}

    private final List<Row> rows = new ArrayList<>();

    @BeforeEach
    void readPage() throws IOException {
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(
                        row.group("numpy"), row.group("here"), row.group("note").trim()));
            }
        }
    }

    @Test
    void everyFunctionOfNumPyHasOneLine() throws IOException {
        List<String> functions = rows.stream()
                .map(Row::numpy)
                .filter(name -> name.matches("\\w+"))
                .toList();

        assertThat(functions).containsExactlyElementsOf(Files.readAllLines(LIST));
    }

    @Test
    void everyLineNamesAMethodOrSaysWhyThereIsNone() {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            boolean right = row.here() == null ? !row.note().isEmpty() : exists(row.here());
            if (!right) {
                wrong.add(row.numpy() + ": " + row.here());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean exists(String here) {
        String[] parts = here.split("\\.", -1);
        Class<?> type = find(parts[0]);
        return type != null && (parts.length == 1 || members(type).contains(parts[1]));
    }

    private static Class<?> find(String name) {
        for (String room : PACKAGES) {
            try {
                return Class.forName("io.github.dlfs4j." + room + "." + name);
            } catch (ClassNotFoundException e) {
                // It may be in the next package.
            }
        }
        return null;
    }

    private static Set<String> members(Class<?> type) {
        return Stream.<Member>concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                .map(Member::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFunctionHereIsNamed() {
        Set<String> named =
                rows.stream().map(Row::here).filter(here -> here != null).collect(Collectors.toSet());
        Set<String> types = named.stream().map(here -> here.split("\\.", -1)[0]).collect(Collectors.toSet());
        types.removeAll(OBJECTS);
        Set<String> missing = new TreeSet<>();
        for (String name : types) {
            Class<?> type = find(name);
            if (type != null) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !named.contains("NDArray." + method.getName()))
                        .map(method -> name + "." + method.getName())
                        .filter(method -> !named.contains(method))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }
}
