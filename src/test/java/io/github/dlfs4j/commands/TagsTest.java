package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test with a tag is left out of a normal build, and the page of the architecture says what it does. */
class TagsTest {
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern TAG = Pattern.compile("(?m)^ *@Tag\\(\"([\\w-]+)\"\\)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)` \\|");

    /** By these, tests run again: with the vector kernel, and with every length of vectors. */
    private static final Set<String> OF_MORE_RUNS = Set.of("both-kernels", "every-vector-length");

    @Test
    void theBuildKnowsTheTagsOfTheTests() throws Exception {
        Set<String> ofTests = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ofTests.addAll(found(TAG, Files.readString(file)));
            }
        }
        Set<String> ofTheBuild = new TreeSet<>(OF_MORE_RUNS);
        ofTheBuild.addAll(Pom.read().tags());
        assertThat(ofTests).isEqualTo(ofTheBuild);
    }

    @Test
    void thePageNamesAllTagsOfTests() throws Exception {
        String page = Files.readString(Path.of("src/docs/architecture.md"));
        String table = page.substring(page.indexOf("| tag |"));
        assertThat(found(ROW, table.substring(0, table.indexOf("\n\n"))))
                .hasSameElementsAs(Pom.read().tags());
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            names.add(match.group(1));
        }
        return names;
    }
}
