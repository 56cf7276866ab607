package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pieces of code from the documentation, compiled and run outside the module, as a reader would do it. A piece that
 * begins with imports gets these and no others; the rest get those of the whole library.
 */
final class Snippets {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final String ALL_IMPORTS = Stream.of(
                    "java.io",
                    "java.nio.file",
                    "java.util",
                    "io.github.dlfs4j.activation",
                    "io.github.dlfs4j.gradient",
                    "io.github.dlfs4j.graph",
                    "io.github.dlfs4j.graph.model",
                    "io.github.dlfs4j.layer",
                    "io.github.dlfs4j.loss",
                    "io.github.dlfs4j.digit",
                    "io.github.dlfs4j.mnist",
                    "io.github.dlfs4j.ndarray",
                    "io.github.dlfs4j.ndarray.calculus",
                    "io.github.dlfs4j.ndarray.image",
                    "io.github.dlfs4j.ndarray.io",
                    "io.github.dlfs4j.ndarray.linalg",
                    "io.github.dlfs4j.ndarray.manipulation",
                    "io.github.dlfs4j.ndarray.random",
                    "io.github.dlfs4j.ndarray.sorting",
                    "io.github.dlfs4j.ndarray.statistics",
                    "io.github.dlfs4j.network",
                    "io.github.dlfs4j.onnx",
                    "io.github.dlfs4j.optimizer",
                    "io.github.dlfs4j.perceptron",
                    "io.github.dlfs4j.training",
                    "org.knowm.xchart",
                    "org.knowm.xchart.style")
            .map("import %s.*;\n"::formatted)
            .collect(Collectors.joining());

    /** The library that the documentation uses besides this one. */
    private static final Pattern LIBRARY = Pattern.compile(".*[/\\\\]xchart-[^/\\\\]*\\.jar");

    /** In so short a time the second compiler of the virtual machine costs more than it gains. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** Java's {@code printf} writes the digits and commas of the language, in the characters of the terminal. */
    private static final List<String> AS_ON_THE_PAGE =
            List.of("-Duser.language=en", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8");

    private static final String END = "-- the end of a snippet --\n";

    private Snippets() {}

    /** Whether a piece of code brings its own imports. */
    static boolean hasImports(String code) {
        return code.startsWith("import ");
    }

    /** Compiles all pieces at once, runs those whose number is wanted in one process, and returns what each prints. */
    static List<String> run(List<String> snippets, IntPredicate wanted, Path directory) throws Exception {
        List<String> files = new ArrayList<>();
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < snippets.size(); i++) {
            files.add(write(directory, "Snippet" + i, source(i, snippets.get(i))));
            String call = wanted.test(i) ? "Snippet%s.run();\n".formatted(i) : "";
            calls.append("%sSystem.out.print(\"%s\");\n".formatted(call, END.replace("\n", "\\n")));
        }
        files.add(write(directory, "Snippets", """
                public class Snippets {
                public static void main(String[] args) throws Exception {
                %s}
                }
                """.formatted(calls)));
        compile(files, directory);
        List<String> command = new ArrayList<>(AS_ON_THE_PAGE);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String classes = directory + File.pathSeparator + classPath();
        // In the folder for all users of this machine, a file of an example could be another user's.
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(List.of(QUICK, "-Djava.awt.headless=true", "-cp", classes, "Snippets"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        List<String> parts =
                List.of(printed.replace(System.lineSeparator(), "\n").split(END, -1));
        assertThat(parts).hasSize(snippets.size() + 1);
        return parts.subList(0, snippets.size());
    }

    /** Compiles a class that gets the imports of the whole library. */
    static void compile(String name, String source, Path directory) throws Exception {
        compile(List.of(write(directory, name, ALL_IMPORTS + source)), directory);
    }

    /** Compiles in this virtual machine, which has compiled before: no other one starts for that. */
    private static void compile(List<String> files, Path directory) {
        List<String> arguments = new ArrayList<>(List.of("-encoding", "UTF-8", "-proc:none", "-cp", classPath(), "-d"));
        arguments.add(directory.toString());
        arguments.addAll(files);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(javac.run(System.out, System.err, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static String write(Path directory, String name, String source) throws IOException {
        return Files.writeString(directory.resolve(name + ".java"), source).toString();
    }

    private static String source(int number, String code) {
        int body = hasImports(code) ? code.indexOf("\n\n") + 1 : 0;
        String imports = hasImports(code) ? code.substring(0, body) : ALL_IMPORTS;
        return "%sfinal class Snippet%s {\nstatic void run() throws Exception {\n%s}\n}\n"
                .formatted(imports, number, code.substring(body));
    }

    private static String classPath() {
        String paths =
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", "");
        return CLASSES
                + File.pathSeparator
                + Arrays.stream(paths.split(File.pathSeparator, -1))
                        .filter(path -> LIBRARY.matcher(path).matches())
                        .collect(Collectors.joining(File.pathSeparator));
    }
}
