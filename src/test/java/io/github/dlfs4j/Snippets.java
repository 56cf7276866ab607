package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of code from the documentation, run as a program outside the module, as a reader would run them. */
final class Snippets {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final List<String> PACKAGES = List.of(
            "activation",
            "gradient",
            "graph",
            "layer",
            "loss",
            "mnist",
            "ndarray",
            "ndarray.io",
            "network",
            "optimizer",
            "perceptron",
            "training");
    private static final List<String> OTHER_PACKAGES =
            List.of("java.io", "org.knowm.xchart", "org.knowm.xchart.style", "org.ejml.simple");

    /** The libraries that the documentation uses beside this one. */
    private static final Pattern LIBRARY = Pattern.compile(".*[/\\\\](xchart|ejml)-[^/\\\\]*\\.jar");

    private static final String SEPARATOR = "-- the end of a snippet --\n";

    private Snippets() {}

    /** What each of the pieces prints. */
    static List<String> run(List<String> snippets, Path directory) throws Exception {
        Path source = directory.resolve("Snippets.java");
        Files.writeString(source, source(snippets));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = CLASSES + File.pathSeparator + libraries();
        // In so short a time the second compiler of the virtual machine costs more than it gains.
        String quick = "-XX:TieredStopAtLevel=1";
        Process process = new ProcessBuilder(
                        java.toString(), quick, "-Djava.awt.headless=true", "-cp", classPath, source.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        List<String> parts =
                List.of(printed.replace(System.lineSeparator(), "\n").split(SEPARATOR, -1));
        assertThat(parts).hasSize(snippets.size() + 1);
        return parts.subList(0, snippets.size());
    }

    private static String libraries() {
        String paths =
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", "");
        return Arrays.stream(paths.split(File.pathSeparator, -1))
                .filter(path -> LIBRARY.matcher(path).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String source(List<String> snippets) {
        StringBuilder source = new StringBuilder("import java.nio.file.Path;\nimport java.util.*;\n");
        PACKAGES.forEach(name -> source.append("import io.github.dlfs4j.%s.*;\n".formatted(name)));
        OTHER_PACKAGES.forEach(name -> source.append("import %s.*;\n".formatted(name)));
        snippets.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("import "))
                .distinct()
                .forEach(line -> source.append(line).append('\n'));
        source.append("public class Snippets {\n");
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < snippets.size(); i++) {
            String code = snippets.get(i).replaceAll("(?m)^import .*\n", "");
            source.append("static void snippet%d() throws Exception {\n%s}\n".formatted(i, code));
            calls.append("snippet%d();\nSystem.out.print(\"%s\");\n".formatted(i, SEPARATOR.replace("\n", "\\n")));
        }
        return source + "public static void main(String[] args) throws Exception {\n" + calls + "}\n}\n";
    }
}
