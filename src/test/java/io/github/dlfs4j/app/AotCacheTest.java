package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's recipe for a faster start: the first run writes a cache, from which later runs load their classes. */
class AotCacheTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @TempDir
    private Path folder;

    @Test
    void laterRunsLoadTheirClassesFromTheCache() throws Exception {
        assumeTrue(Runtime.version().feature() >= 25, "needs Java 25, which writes such a cache in one step");
        Path jar = jar();
        Path cache = folder.resolve("dlfs4j.aot");

        List<String> first = run("-XX:AOTCacheOutput=" + cache, "-cp", jar.toString());
        Path loaded = folder.resolve("classes.txt");
        List<String> later = run("-XX:AOTCache=" + cache, "-Xlog:class+load:file=" + loaded, "-cp", jar.toString());

        assertThat(later).anyMatch(line -> line.matches("  accuracy: 0\\.9.*"));
        // After these lines, the first run tells of the cache.
        assertThat(first).containsSequence(later);
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.contains(" io.github.dlfs4j.ndarray.NDArray "))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    /** Makes a jar, since Java caches the classes of jars but not of folders. */
    private Path jar() throws IOException {
        Path jar = folder.resolve("dlfs4j.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = CLASSES.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
            }
        }
        return jar;
    }

    /** Returns what the main job prints, but for times. */
    private List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(Main.class.getName(), "--steps", "0"));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceAll("\\d+\\.\\d\\d s", "(time)"))
                .toList();
    }
}
