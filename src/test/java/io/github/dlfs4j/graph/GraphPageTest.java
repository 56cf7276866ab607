package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of this package shows the walk back as the code has it. */
class GraphPageTest {
    private static final Path FOLDER = Path.of("src", "main", "java", "io", "github", "dlfs4j", "graph");

    private static final Pattern CODE =
            Pattern.compile("(?s)\\n    private (Map<Variable, Variable> walk\\(.*?\\n    }\\n)");

    private static final Pattern SHOWN =
            Pattern.compile("(?s)<pre>\\{@code\\n(Map<Variable, Variable> walk\\(.*?\\n}\\n)}</pre>");

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void theWalkOnThePageIsThatOfTheCode() throws IOException {
        String code = found(CODE, Files.readString(FOLDER.resolve("Backpropagation.java")));
        String page = Files.readString(FOLDER.resolve("package-info.java")).replaceAll("(?m)^ \\* ?", "");
        assertThat(found(SHOWN, page)).isEqualTo(code.replaceAll("(?m)^    ", ""));
        assertThat(code.lines().count()).isBetween(15L, 30L);
    }
}
