package io.github.dlfs4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The compiled tests that replay records of NumPy, with the classes of the tests that they use. A test replays records
 * if it calls {@code Replay} or its name ends with {@code ReplayTest}.
 */
final class ReplayTests {
    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final Path RECORDS = Path.of("src", "test", "resources", "numpy");
    private static final String ARRAYS = "io/github/dlfs4j/ndarray/";

    /** In the first line of a file: the column of calls, or a function whose results a column has. */
    private static final Pattern CALLS = Pattern.compile("(?:op|calls?|function)\\b.*");

    private static final Pattern RESULTS_OF = Pattern.compile("(\\w+)\\(array\\)");

    private final Map<Path, ConstantPool> pools = new HashMap<>();

    ReplayTests() throws IOException {
        Deque<Path> waiting = new ArrayDeque<>(tests());
        while (!waiting.isEmpty()) {
            Path file = waiting.remove();
            if (!pools.containsKey(file) && Files.exists(file)) {
                ConstantPool pool = ConstantPool.of(file);
                pools.put(file, pool);
                pool.classes().forEach(name -> waiting.add(CLASSES.resolve(name + ".class")));
            }
        }
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("io/github/dlfs4j"))) {
            return files.filter(file -> file.toString().endsWith("Test.class"))
                    .filter(file -> file.toString().endsWith("ReplayTest.class")
                            || ConstantPool.of(file).methods().contains(ARRAYS + "Replay.replay"))
                    .toList();
        }
    }

    /** Returns what the tests call of package ndarray, {@code Class.method}. */
    Set<String> calls() {
        return pools.values().stream()
                .flatMap(pool -> pool.methods().stream())
                .filter(method -> method.startsWith(ARRAYS))
                .map(method -> method.substring(method.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns NumPy's names of what is in the files that the tests read. Records of errors only do not count. */
    Set<String> recorded() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            List<String> columns = List.of(lines.get(0).replaceFirst("# *", "").split("\t", -1));
            int calls = 0;
            while (calls < columns.size() && !CALLS.matcher(columns.get(calls)).matches()) {
                calls++;
            }
            if (calls < columns.size()) {
                for (String line : lines.subList(1, lines.size())) {
                    addCalls(List.of(line.split("\t", -1)), calls, names);
                }
            } else {
                names.add(file.getFileName().toString().replace(".tsv", ""));
                Matcher function = RESULTS_OF.matcher(lines.get(0));
                function.results().forEach(result -> names.add(result.group(1)));
            }
        }
        return names;
    }

    private static void addCalls(List<String> fields, int column, Set<String> names) {
        if (fields.stream().noneMatch(field -> field.startsWith("!"))) {
            // A sequence of calls is joined by semicolons.
            for (String call : fields.get(column).split(";", -1)) {
                names.add(call.split(" ", 2)[0]);
            }
        }
    }

    private List<Path> files() throws IOException {
        Set<String> texts =
                pools.values().stream().flatMap(pool -> pool.texts().stream()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(RECORDS)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .filter(file -> isNamed(file, texts))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isNamed(Path file, Set<String> texts) {
        String path = file.toString().replace('\\', '/');
        String name = RECORDS.relativize(file).toString().replace('\\', '/');
        return texts.contains(name) || texts.contains(path);
    }
}
