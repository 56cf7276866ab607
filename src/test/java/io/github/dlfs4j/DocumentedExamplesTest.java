package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example with a printed output, in the README and in Javadoc, is compiled, run, and prints just that. */
@OneKernel
class DocumentedExamplesTest {
    /** No code goes on behind its end to that of another that prints. */
    private static final Pattern IN_README = Pattern.compile(
            "```java\\n(?<code>(?:(?!```).)*)```\\s+prints\\s+```(?:text)?\\n(?<output>.*?)```", Pattern.DOTALL);

    private static final Pattern CHART = Pattern.compile("```java\\n(?<code>[^`]*saveChart[^`]*)```");

    private static final Pattern IN_JAVADOC = Pattern.compile(
            "<pre>\\{@code\\n(?<code>(?:(?!</pre>).)*)\\}</pre>\\s+prints\\s+<pre>\\{@code\\n(?<output>.*?)\\}</pre>",
            Pattern.DOTALL);

    /** An example: where it stands, its code, and what it prints. */
    private record Example(String place, String code, String output) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>(find(Path.of("README.md"), IN_README));
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
                examples.addAll(find(source, IN_JAVADOC));
            }
        }
        return examples;
    }

    private static List<Example> find(Path file, Pattern pattern) throws IOException {
        // In Javadoc each line begins with an indented star.
        String text = Files.readString(file).replaceAll("(?m)^ +\\* ?", "");
        List<Example> examples = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String place = file.getFileName() + " #" + (examples.size() + 1);
            examples.add(new Example(place, matcher.group("code"), matcher.group("output")));
        }
        return examples;
    }

    @Test
    void readmeAndArrayHaveExamples() throws IOException {
        assertThat(examples()).extracting(Example::place).contains("README.md #1", "NDArray.java #1");
    }

    @Test
    void examplesPrintWhatIsWritten(@TempDir Path directory) throws Exception {
        List<Example> examples = examples();
        List<String> printed = Snippets.run(examples.stream().map(Example::code).toList(), directory);
        for (int i = 0; i < examples.size(); i++) {
            assertThat(printed.get(i))
                    .as(examples.get(i).place())
                    .isEqualTo(examples.get(i).output());
        }
    }

    @Test
    void theChartInTheReadmeIsDrawn(@TempDir Path directory) throws Exception {
        assumeTrue(Fonts.installed(), "Java finds no font");
        Matcher recipe = CHART.matcher(Files.readString(Path.of("README.md")));
        assertThat(recipe.find()).isTrue();
        Path file = Path.of("target", "chart.png");
        Files.deleteIfExists(file);
        assertThat(Snippets.run(List.of(recipe.group("code")), directory)).containsExactly("");
        NDArray pixels = Picture.read(file);
        assertThat(pixels.shape()).isEqualTo(Shape.of(360, 480, 3));
        // White paper, black text, and two lines of different colours.
        assertThat(Pixels.colours(new Picture(pixels).draw())).isGreaterThan(100);
    }
}
