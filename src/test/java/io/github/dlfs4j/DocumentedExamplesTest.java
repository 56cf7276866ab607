package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example with a printed output, in the README and in Javadoc, is compiled, run, and prints just that. */
class DocumentedExamplesTest {
    private static final Path CLASSES = Path.of("target", "classes");

    private static final Pattern IN_README =
            Pattern.compile("```java\\n(?<code>.*?)```\\s+prints\\s+```(?:text)?\\n(?<output>.*?)```", Pattern.DOTALL);

    private static final Pattern IN_JAVADOC = Pattern.compile(
            "<pre>\\{@code\\n(?<code>.*?)\\}</pre>\\s+prints\\s+<pre>\\{@code\\n(?<output>.*?)\\}</pre>", Pattern.DOTALL);

    /** An example: where it stands, its code, and what it prints. */
    record Example(String place, String code, String output) {
        @Override
        public String toString() {
            return place;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>(find(Path.of("README.md"), IN_README));
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
                examples.addAll(find(source, IN_JAVADOC));
            }
        }
        return examples.stream();
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
        assertThat(examples().map(Example::place)).contains("README.md #1", "NDArray.java #1");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplePrintsWhatIsWritten(Example example, @TempDir Path directory) throws Exception {
        assertThat(run(example.code(), directory)).isEqualTo(example.output());
    }

    private static String run(String code, Path directory) throws Exception {
        Path source = directory.resolve("Example.java");
        Files.writeString(source, source(code));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, messages, messages, "-cp", CLASSES.toString(), "-d", directory.toString(), source.toString());
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        URL[] path = {directory.toUri().toURL(), CLASSES.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            return printedBy(loader.loadClass("Example"));
        }
    }

    private static String source(String code) {
        StringBuilder imports = new StringBuilder("import java.nio.file.Path;\nimport java.util.*;\n");
        for (String name : List.of("activation", "mnist", "ndarray", "ndarray.io", "network")) {
            imports.append("import io.github.dlfs4j.").append(name).append(".*;\n");
        }
        return imports + "public class Example {\npublic static void main(String[] args) throws Exception {\n" + code
                + "}\n}\n";
    }

    private static String printedBy(Class<?> example) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            example.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
