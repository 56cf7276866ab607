package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of chapters in NDArray's Javadoc lists every method once, in the order of the source. */
@BothKernels
class NDArrayPageTest {
    private static final Path SOURCE =
            Path.of("src", "main", "java", "io", "github", "dlfs4j", "ndarray", "NDArray.java");

    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\">(?<chapter>[^<]+)</th>(?<methods>.*?)</td>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link #(?<name>\\w+)(?:\\([^)]*\\))? (?<label>[^}]+)\\}");

    private static final Pattern DIVIDER = Pattern.compile(" {4}// (?<chapter>.+)");
    private static final Pattern METHOD = Pattern.compile(" {4}public (?:static )?[\\w<>\\[\\]]+ (?<name>\\w+)\\(.*");

    private String page;
    private String body;

    @BeforeEach
    void readSource() throws IOException {
        String source = Files.readString(SOURCE);
        int start = source.indexOf("public final class NDArray");
        page = source.substring(0, start);
        body = source.substring(start);
    }

    private Map<String, List<String>> chaptersOfThePage() {
        Map<String, List<String>> chapters = new LinkedHashMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            List<String> names = LINK.matcher(row.group("methods"))
                    .results()
                    .map(link -> link.group(1))
                    .toList();
            assertThat(chapters.put(row.group("chapter"), names)).isNull();
        }
        return chapters;
    }

    /** The names of public methods in the order of the source, with the overloads of one method as one name. */
    private Map<String, List<String>> chaptersOfTheSource() {
        Map<String, List<String>> chapters = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String line : body.lines().toList()) {
            Matcher divider = DIVIDER.matcher(line);
            if (divider.matches()) {
                names = new ArrayList<>();
                assertThat(chapters.put(divider.group("chapter"), names)).isNull();
            }
            Matcher method = METHOD.matcher(line);
            if (method.matches()) {
                String name = method.group("name");
                if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
                    names.add(name);
                }
            }
        }
        return chapters;
    }

    private static List<String> publicMethods() {
        return Arrays.stream(NDArray.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .toList();
    }

    @Test
    void thePageHasTheChaptersAndMethodsOfTheSourceInItsOrder() {
        Map<String, List<String>> source = chaptersOfTheSource();

        assertThat(List.copyOf(chaptersOfThePage().entrySet())).containsExactlyElementsOf(source.entrySet());
    }

    @Test
    void everyPublicMethodIsInExactlyOneChapter() {
        List<String> listed =
                chaptersOfThePage().values().stream().flatMap(List::stream).toList();

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        publicMethods().stream().distinct().toList());
    }

    @Test
    void noPublicMethodOfTheSourceIsOverlooked() {
        long declared =
                body.lines().filter(line -> METHOD.matcher(line).matches()).count();

        assertThat(declared).isEqualTo(publicMethods().size());
    }

    @Test
    void everyLinkIsLabelledWithTheNameOfItsMethod() {
        Map<String, String> labels = ROW.matcher(page)
                .results()
                .flatMap(row -> LINK.matcher(row.group(2)).results())
                .collect(Collectors.toMap(link -> link.group(1), link -> link.group(2)));

        assertThat(labels).allSatisfy((name, label) -> assertThat(label).isEqualTo(name));
        assertThat(labels).hasSameSizeAs(publicMethods().stream().distinct().toList());
    }
}
