package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of chapters in NDArray's Javadoc lists every method once, under its own name. */
class NDArrayPageTest {
    private static final Path SOURCE =
            Path.of("src", "main", "java", "io", "github", "dlfs4j", "ndarray", "NDArray.java");

    private static final Pattern LINK = Pattern.compile("\\{@link #(\\w+)(?:\\([^)]*\\))? ([^}]+)\\}");

    @Test
    void theTableOfNDArrayListsEveryPublicMethodOnce() throws IOException {
        String source = Files.readString(SOURCE);
        String page = source.substring(0, source.indexOf("public final class NDArray"));
        String table = page.substring(page.indexOf("<table>"), page.indexOf("</table>"));
        List<MatchResult> links = LINK.matcher(table).results().toList();
        Set<String> methods = Arrays.stream(NDArray.class.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(links).extracting(link -> link.group(1)).containsExactlyInAnyOrderElementsOf(methods);
        assertThat(links).allSatisfy(link -> assertThat(link.group(2)).isEqualTo(link.group(1)));
    }
}
