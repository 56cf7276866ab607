package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
class DocumentedExamplesTest {
    private static final Path CLASSES = Path.of("target", "classes");

    private static final String SEPARATOR = "-- the end of an example --";

    private static final Pattern IN_README =
            Pattern.compile("```java\\n(?<code>.*?)```\\s+prints\\s+```(?:text)?\\n(?<output>.*?)```", Pattern.DOTALL);

    private static final Pattern IN_JAVADOC = Pattern.compile(
            "<pre>\\{@code\\n(?<code>.*?)\\}</pre>\\s+prints\\s+<pre>\\{@code\\n(?<output>.*?)\\}</pre>",
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
        String[] printed = run(examples, directory).split(SEPARATOR + "\n", -1);
        assertThat(printed).hasSize(examples.size() + 1);
        for (int i = 0; i < examples.size(); i++) {
            assertThat(printed[i])
                    .as(examples.get(i).place())
                    .isEqualTo(examples.get(i).output());
        }
    }

    /** Runs the examples as a program outside the module, as a reader would, and returns what it prints. */
    private static String run(List<Example> examples, Path directory) throws Exception {
        Path source = directory.resolve("Examples.java");
        Files.writeString(source, source(examples));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-cp", CLASSES.toString(), source.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.replace(System.lineSeparator(), "\n");
    }

    private static String source(List<Example> examples) {
        StringBuilder source = new StringBuilder("import java.nio.file.Path;\nimport java.util.*;\n");
        for (String name : List.of("activation", "ndarray", "network")) {
            source.append("import io.github.dlfs4j.").append(name).append(".*;\n");
        }
        source.append("public class Examples {\n");
        for (int i = 0; i < examples.size(); i++) {
            String head = "static void example%d() throws Exception {\n".formatted(i);
            source.append(head).append(examples.get(i).code()).append("}\n");
        }
        source.append("public static void main(String[] args) throws Exception {\n");
        for (int i = 0; i < examples.size(); i++) {
            source.append("example%d();\nSystem.out.println(\"%s\");\n".formatted(i, SEPARATOR));
        }
        return source.append("}\n}\n").toString();
    }
}
