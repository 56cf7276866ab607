package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
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
import org.junit.jupiter.api.Test;

/** What can be said of the bridge to the public test-suite of arrays without the suite and without Python. */
class ArrayApiBridgeTest {
    private static final Path FOLDER = Path.of("src", "it", "array-api");
    private static final Path SOURCES = FOLDER.resolve(Path.of("src", "main", "java", "arrays"));
    private static final Path FAILURES = FOLDER.resolve("failures.txt");
    private static final Path PAGE = Path.of("src", "docs", "numpy-functions.md");

    private static final Pattern FUNCTION = Pattern.compile("\"(?<type>[A-Z]\\w+)\\.(?<method>\\w+)\"");
    private static final Pattern COMPOSITION = Pattern.compile("static \\w+(?:\\[]|<\\w+>)? (?<method>\\w+)\\(");
    private static final Pattern OUTCOME =
            Pattern.compile("\\| dlfs4j \\| (?<passed>[\\d,]+) \\| (?<failed>\\d+) \\| (?<skipped>\\d+) \\|");

    @Test
    void everyFunctionThatThePythonPackageNamesExists() throws IOException {
        Set<String> named = named();
        Set<String> compositions = COMPOSITION
                .matcher(Files.readString(SOURCES.resolve("Compositions.java")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(150);
        assertThat(named)
                .allMatch(name -> name.startsWith("Compositions.")
                        ? compositions.contains(name.substring(name.indexOf('.') + 1))
                        : methods(name).contains(name));
    }

    @Test
    void theArrayProcessKnowsTheClassOfEveryFunction() throws IOException {
        String calls = Files.readString(SOURCES.resolve("Call.java"));

        assertThat(named()).allMatch(name -> calls.contains(name.substring(0, name.indexOf('.')) + ".class"));
    }

    private static Set<String> methods(String name) {
        String type = name.substring(0, name.indexOf('.'));
        Class<?> found = FunctionsPage.find(type);
        return found == null
                ? Set.of()
                : Arrays.stream(found.getMethods())
                        .map(Method::getName)
                        .map(method -> type + '.' + method)
                        .collect(Collectors.toSet());
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        try (var files = Files.newDirectoryStream(FOLDER.resolve("dlfs4j_arrays"), "*.py")) {
            for (Path file : files) {
                Matcher matcher = FUNCTION.matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group("type") + '.' + matcher.group("method"));
                }
            }
        }
        return named;
    }

    @Test
    void everyFailureOfTheSuiteIsListedOnceBelowAReason() throws IOException {
        List<String> tests = new ArrayList<>();
        boolean hasReason = false;
        for (String line : Files.readAllLines(FAILURES)) {
            if (line.isEmpty()) {
                hasReason = false;
            } else if (line.startsWith("#")) {
                hasReason = true;
            } else {
                assertThat(hasReason).as(line).isTrue();
                tests.add(line);
            }
        }
        assertThat(tests).doesNotHaveDuplicates().allMatch(test -> test.matches("array_api_tests/\\w+\\.py::.+"));
    }

    @Test
    void thePageHasAsManyFailuresOfTheSuiteAsTheList() throws IOException {
        Matcher outcome = OUTCOME.matcher(Files.readString(PAGE));

        assertThat(outcome.find()).isTrue();
        assertThat(Files.readAllLines(FAILURES))
                .filteredOn(line -> line.startsWith("array_api_tests"))
                .hasSize(Integer.parseInt(outcome.group("failed")));
    }
}
