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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Path LIST = Path.of("src", "test", "resources", "numpy", "functions.txt");

    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*\\.[a-z]\\w*)`");

    private List<FunctionsPage.Row> rows;

    @BeforeEach
    void readPage() throws IOException {
        rows = FunctionsPage.rows();
    }

    @Test
    void everyFunctionOfNumPyHasOneLineOnThePage() throws IOException {
        List<String> functions = rows.stream()
                .map(FunctionsPage.Row::numpy)
                .filter(name -> name.matches("\\w+"))
                .toList();

        assertThat(functions).containsExactlyElementsOf(Files.readAllLines(LIST));
    }

    @Test
    void everyLineNamesAMethodOrSaysWhyThereIsNone() {
        List<String> wrong = new ArrayList<>();
        for (FunctionsPage.Row row : rows) {
            boolean right = row.here() == null ? !row.note().isEmpty() : exists(row.here());
            if (!right) {
                wrong.add(row.numpy() + ": " + row.here());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A recipe that no test runs may be wrong. */
    @Test
    void everyRecipeInANoteIsRunAgainstRecordsOfNumPy() {
        List<FunctionsPage.Row> withCode =
                rows.stream().filter(row -> !Recipes.code(row.note()).isEmpty()).toList();

        assertThat(withCode).allMatch(row -> Recipes.code(row.note()).size() == 1);
        assertThat(withCode)
                .extracting(FunctionsPage.Row::numpy)
                .containsExactlyInAnyOrderElementsOf(Recipes.functions());
    }

    /** Notes name what is here with its class, as in {@code NDArray.of}. */
    @Test
    void everyMethodThatANoteNamesExists() {
        List<String> names = rows.stream()
                .flatMap(row -> NAME.matcher(row.note()).results())
                .map(name -> name.group(1))
                .toList();

        assertThat(names).contains("NDArray.of", "Npz.write").allMatch(FunctionsPageTest::exists);
    }

    /** Whoever knows a class by this page knows what to import. */
    @Test
    void everyClassIsInThePackageThatThePageNames() throws IOException {
        Pattern row = Pattern.compile("\\| `(ndarray[.\\w]*)` \\| (`[^|]*`) \\|");
        Map<String, String> packages = new TreeMap<>();
        for (String line : Files.readAllLines(FunctionsPage.PAGE)) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                for (String name : matcher.group(2).replace("`", "").split(", ", -1)) {
                    packages.put(name, "io.github.dlfs4j." + matcher.group(1));
                }
            }
        }
        Set<String> named = rows.stream()
                .filter(line -> line.here() != null)
                .map(line -> line.here().split("\\.", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages.keySet()).containsAll(named);
        packages.forEach((name, room) -> {
            Class<?> type = FunctionsPage.find(name);
            assertThat(type).as(name).isNotNull();
            assertThat(type.getPackageName()).as(name).isEqualTo(room);
        });
    }

    private static boolean exists(String here) {
        String[] parts = here.split("\\.", -1);
        Class<?> type = FunctionsPage.find(parts[0]);
        return type != null && (parts.length == 1 || members(type).contains(parts[1]));
    }

    private static Set<String> members(Class<?> type) {
        return Stream.<Member>concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                .map(Member::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFunctionOfTheLibraryIsOnThePage() {
        Set<String> named = rows.stream()
                .map(FunctionsPage.Row::here)
                .filter(here -> here != null)
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (String name : FunctionsPage.types(rows)) {
            Class<?> type = FunctionsPage.find(name);
            if (type != null && !name.equals("NDArray")) {
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
