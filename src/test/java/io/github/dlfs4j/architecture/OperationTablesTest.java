package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the build makes of the tables of operations: the example of a new function in src/docs/architecture.md, carried
 * out in a copy, and overloads, of which Javadoc decides nothing.
 */
class OperationTablesTest {
    private static final Path PAGE = Path.of("src", "docs", "architecture.md");
    private static final Path BUILD = Path.of("src", "build");
    private static final Path CLASSES = Path.of("target", "classes");
    private static final String TEMPLATE = "io/github/dlfs4j/ndarray/kernel/elementwise/TypeUnaryLoops.java.txt";

    /** The lines of the example. */
    private static final Pattern LINE = Pattern.compile("(?m)^ +```text\\R +(softsign.*)\\R +```");

    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*.*?\\*/");

    private static final String PROGRAM = """
            package io.github.dlfs4j.ndarray;

            public class Softsign {
                public static void main(String[] args) {
                    NDArray a = NDArray.of(0.0, 1.0, -3.0);
                    System.out.println(Elementwise.apply(UnaryFunction.SOFTSIGN, a));
                    System.out.println(Elementwise.apply(UnaryFunction.SOFTSIGN, a.astype(DType.FLOAT32)).repr());
                    System.out.println(Elementwise.apply(UnaryFunction.SOFTSIGN, a.astype(DType.INT64)));
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void aNewFunctionNeedsItsLoopAndALine() throws IOException, InterruptedException {
        Matcher lines = LINE.matcher(Files.readString(PAGE));
        Path build = directory.resolve("build");
        copy(BUILD, build);
        assertThat(lines.find()).isTrue();
        insert(build.resolve("templates").resolve(TEMPLATE), "    //table\n", "    " + lines.group(1));
        assertThat(lines.find()).isTrue();
        insert(
                build.resolve("java").resolve("OperationTables.java"),
                "String UNARY = \"\"\"\n",
                " ".repeat(12) + lines.group(1));

        Path programs = directory.resolve("programs");
        compile(programs, "", files(build.resolve("java")));
        Path generated = directory.resolve("generated");
        run(programs.toString(), "GeneratedSources", "src/main/java", build, generated, CLASSES);
        Path classes = directory.resolve("classes");
        List<Path> sources = new ArrayList<>(files(generated));
        sources.removeIf(
                file -> !file.getFileName().toString().matches("(?:UnaryFunction|(?:Double|Float)UnaryLoops)\\.java"));
        sources.add(Files.writeString(directory.resolve("Softsign.java"), PROGRAM));
        compile(classes, CLASSES.toString(), sources);

        assertThat(run(classes + File.pathSeparator + CLASSES, "io.github.dlfs4j.ndarray.Softsign"))
                .contains("[ 0.    0.5  -0.75]", "array([ 0.  ,  0.5 , -0.75], dtype=float32)");
    }

    @Test
    void overloadsDoNotDependOnTheWordsOfJavadoc() throws IOException, InterruptedException {
        Path programs = directory.resolve("programs");
        compile(programs, "", files(BUILD.resolve("java")));
        Path sources = directory.resolve("sources");
        copy(Path.of("src", "main", "java"), sources);
        for (Path source : files(sources)) {
            Files.writeString(source, reworded(Files.readString(source)));
        }
        Path generated = directory.resolve("generated");
        run(programs.toString(), "GeneratedSources", sources, BUILD, generated);

        Path made = Path.of("target", "generated-sources", "dlfs4j");
        List<Path> overloads = new ArrayList<>(files(made));
        overloads.removeIf(file -> !file.toString().endsWith("Overloads.java"));
        assertThat(overloads).hasSize(5).allSatisfy(file -> {
            String code = Files.readString(generated.resolve(made.relativize(file)));
            assertThat(JAVADOC.matcher(code).replaceAll(""))
                    .isEqualTo(JAVADOC.matcher(Files.readString(file)).replaceAll(""));
        });
    }

    /** Puts other words into Javadoc, also for names in it, but for those of tags. */
    private static String reworded(String source) {
        return JAVADOC.matcher(source)
                .replaceAll(javadoc -> Matcher.quoteReplacement(javadoc.group().replaceAll("(?<![@\\w])\\w+", "word")));
    }

    private static void insert(Path file, String before, String line) throws IOException {
        String text = Files.readString(file);
        assertThat(text).containsOnlyOnce(before);
        Files.writeString(file, text.replace(before, before + line + "\n"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void compile(Path target, String classPath, List<Path> sources) {
        List<String> arguments =
                new ArrayList<>(List.of("-encoding", "UTF-8", "-d", target.toString(), "-cp", classPath));
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int result =
                ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments.toArray(new String[0]));
        assertThat(result).as(output.toString()).isZero();
    }

    private static List<String> run(String classPath, String program, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, program));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> printed = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", printed)).isZero();
        return printed;
    }
}
