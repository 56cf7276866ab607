package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To load {@code BigDecimal} takes some 15 ms; a program that prints an accuracy needs none. */
class FirstNumberTest {
    @Test
    void isPrintedWithoutTheClassesOfLongDecimals(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        Path.of("target", "classes")
                                + System.getProperty("path.separator")
                                + Path.of("target", "test-classes"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();

        List<String> lines = Files.readAllLines(log);

        assertThat(lines).contains("0.9207 97.4");
        assertThat(lines).anyMatch(line -> line.contains("ShortestDecimal"));
        assertThat(lines).noneMatch(line -> line.contains("java.math.BigDecimal"));
    }

    /** Prints two accuracies. */
    static final class Program {
        private Program() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            System.out.println(NDArray.scalar(0.9207) + " " + NDArray.scalar(97.4));
        }
    }
}
