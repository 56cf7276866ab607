package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Links on the pages lead somewhere: those to files and headings of the repository, and the tests that are named. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")(?<target>[^()\\s\"]+)[)\"]");
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");
    private static final Pattern TEST = Pattern.compile("`(?<name>[A-Z]\\w*Test)`");

    static List<Path> pages() {
        return Pages.inEveryLanguage();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFilesAndHeadings(Path page) throws IOException {
        List<String> dead = new ArrayList<>();
        for (MatchResult link :
                LINK.matcher(withoutCode(Pages.prose(page))).results().toList()) {
            String target = link.group(1);
            if (!OUTSIDE.matcher(target).matches() && !leadsSomewhere(page, target)) {
                dead.add(target);
            }
        }
        assertThat(dead).isEmpty();
    }

    private static String withoutCode(String prose) {
        return prose.replaceAll("`[^`\n]*`", "");
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file)
                && (parts.length == 1 || Anchors.of(Pages.prose(file)).contains(parts[1]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Two commands                    | two-commands
            How good is it?                 | how-good-is-it
            `--serve`, and *more*           | --serve-and-more
            x0² + x1²                       | x0--x1
            [Spark](spark.md) for a network | spark-for-a-network
            """)
    void anchorsAreThoseOfGitHub(String heading, String anchor) {
        assertThat(Anchors.of("## " + heading + "\n")).containsExactly(anchor);
    }

    @Test
    void equalHeadingsHaveDifferentAnchors() {
        assertThat(Anchors.of("# Data\n\n## Files\n\n## Files\n")).containsExactly("data", "files", "files-1");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void testsThatPagesNameExist(Path page) throws IOException {
        assertThat(TEST.matcher(Pages.prose(page)).results().map(test -> test.group(1)))
                .isSubsetOf(tests());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
