package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code on the page about Spark is code of the project {@code src/it/spark}, which runs it on a cluster. */
class SparkPageTest {
    private static final Path PROJECT = Path.of("src", "it", "spark");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>dlfs4j</artifactId>\\s*<version>(.*?)</version>");
    private static final Pattern CODE = Pattern.compile("```(?:java|xml)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theSparkPageShowsCodeThatTheClusterRuns() throws IOException {
        List<String> sources = sources();
        List<String> shown = new ArrayList<>();
        Matcher matcher = CODE.matcher(Pages.text(Pages.of("spark.md")));
        while (matcher.find()) {
            shown.add(withoutIndentation(matcher.group(1)));
        }
        assertThat(shown)
                .hasSizeGreaterThan(3)
                .allSatisfy(code -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(code)));
    }

    @Test
    void theProjectToCopyHasTheVersionThatIsInstalled() throws IOException {
        String pom = Files.readString(PROJECT.resolve(Path.of("job", "pom.xml")));
        String version = VERSION.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(pom).contains("<artifactId>dlfs4j</artifactId>\n      <version>" + version + "</version>");
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path file : files.filter(file -> file.toString().matches(".*main.*\\.java|.*pom\\.xml"))
                    .toList()) {
                sources.add(withoutIndentation(Files.readString(file)));
            }
        }
        return sources;
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
