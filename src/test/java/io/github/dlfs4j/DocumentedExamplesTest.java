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
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example with a printed output, on all pages and in Javadoc, is compiled, run, and prints just that. */
class DocumentedExamplesTest {
    private static final String CODE = "(?ms)^```java\\n(?<code>(?:(?!^```).)*)^```\\n";
    private static final String OUTPUT = "^```text\\n(?<output>.*?)^```$";

    private static final Pattern ON_PAGE = Pattern.compile(CODE + "\\s*prints\\s*" + OUTPUT);

    /** Code, anything but another block or section, then a block of text: whatever stands between, it is an output. */
    private static final Pattern CODE_THEN_TEXT = Pattern.compile(CODE + "(?:(?!^```|^#).)*" + OUTPUT);

    private static final Pattern CODE_ON_PAGE = Pattern.compile(CODE);

    private static final Pattern PICTURE =
            Pattern.compile("```java\\n(?<code>[^`]*\"target/(?<name>\\w+)\\.png\"[^`]*)```");

    private static final Pattern IN_JAVADOC = Pattern.compile(
            "<pre>\\{@code\\n(?<code>(?:(?!</pre>).)*)\\}</pre>\\s+prints\\s+<pre>\\{@code\\n(?<output>.*?)\\}</pre>",
            Pattern.DOTALL);

    /** These take seconds: a normal build only compiles them. */
    private static final Set<String> TAKE_SECONDS = Set.of(
            "build-your-own.md #1",
            "build-your-own.md #10",
            "recipes.md #4",
            "recipes.md #5",
            "pytorch.md #4",
            "ndarray-for-numpy-users.md #3",
            "training.md #3");

    /** An example: where it stands, its code, and what it prints. */
    private record Example(String place, String code, String output) {}

    static List<Path> pages() {
        return Pages.all();
    }

    private static List<Example> onPages() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path page : pages()) {
            examples.addAll(find(page, Pages.text(page), ON_PAGE));
        }
        return examples;
    }

    private static List<Example> inJavadoc() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
                // In Javadoc each line begins with an indented star.
                String text = Files.readString(source).replaceAll("(?m)^ +\\* ?", "");
                examples.addAll(find(source, text, IN_JAVADOC));
            }
        }
        return examples;
    }

    private static List<Example> find(Path file, String text, Pattern pattern) {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String place = file.getFileName() + " #" + (examples.size() + 1);
            examples.add(new Example(place, matcher.group("code"), matcher.group("output")));
        }
        return examples;
    }

    @Test
    void pagesAndJavadocHaveExamples() throws IOException {
        assertThat(onPages()).extracting(Example::place).contains("README.md #1", "training.md #1", "files.md #1");
        assertThat(inJavadoc()).extracting(Example::place).contains("NDArray.java #1");
    }

    /** All are compiled. */
    @Test
    void examplesPrintTheOutputBelowThem(@TempDir Path directory) throws Exception {
        assertPrintWhatIsWritten(example -> !TAKE_SECONDS.contains(example.place()), directory);
    }

    @Test
    @Tag("long")
    void examplesThatTakeSecondsPrintTheOutputBelowThem(@TempDir Path directory) throws Exception {
        assertPrintWhatIsWritten(example -> TAKE_SECONDS.contains(example.place()), directory);
    }

    private static void assertPrintWhatIsWritten(Predicate<Example> run, Path directory) throws Exception {
        List<Example> examples = new ArrayList<>(onPages());
        examples.addAll(inJavadoc());
        List<String> code = examples.stream().map(Example::code).toList();
        List<String> printed = Snippets.run(code, i -> run.test(examples.get(i)), directory);
        assertThat(examples).extracting(Example::place).containsAll(TAKE_SECONDS);
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            assertThat(printed.get(i)).as(example.place()).isEqualTo(run.test(example) ? example.output() : "");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyOutputOnAPageBelongsToAnExample(Path page) throws IOException {
        String text = Pages.text(page);
        assertThat(ON_PAGE.matcher(text).results())
                .hasSameSizeAs(CODE_THEN_TEXT.matcher(text).results().toList());
    }

    @Test
    void allCodeInTheReadmeIsAnExampleWithImports() throws IOException {
        List<Example> examples = find(Pages.README, Pages.text(Pages.README), ON_PAGE);
        assertThat(CODE_ON_PAGE.matcher(Pages.text(Pages.README)).results()).hasSameSizeAs(examples);
        assertThat(examples).extracting(Example::code).allMatch(Snippets::hasImports);
    }

    @Test
    void thePicturesOfTheRecipesAreDrawn(@TempDir Path directory) throws Exception {
        assumeTrue(Fonts.installed(), "Java finds no font");
        List<MatchResult> recipes =
                PICTURE.matcher(Pages.text(Pages.of("recipes.md"))).results().toList();
        List<Path> files = recipes.stream()
                .map(recipe -> Path.of("target", recipe.group(2) + ".png"))
                .toList();
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        assertThat(Snippets.run(recipes.stream().map(recipe -> recipe.group(1)).toList(), number -> true, directory))
                .hasSize(recipes.size());
        List<Shape> shapes = new ArrayList<>();
        for (Path file : files) {
            NDArray pixels = Picture.read(file);
            shapes.add(pixels.shape());
            // Paper and text or digits, with the greys or colours of their edges.
            assertThat(Pixels.colours(new Picture(pixels).draw()))
                    .as("%s", file)
                    .isGreaterThan(100);
        }
        assertThat(shapes)
                .containsExactly(
                        Shape.of(56, 280, 3), Shape.of(360, 480, 3), Shape.of(480, 480, 3), Shape.of(112, 140, 3));
    }
}
