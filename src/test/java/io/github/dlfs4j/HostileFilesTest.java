package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of up to 10 MB that were made to cost as much as they can are read or refused in a heap of 256 MB, that of a
 * process of its own, each in some seconds: a second where nothing else runs.
 */
class HostileFilesTest {
    private static final long MAX_MILLISECONDS = 5000;

    @Test
    void hostileFilesAreReadOrRefusedInASmallHeapAndAShortTime(@TempDir Path folder) throws Exception {
        assertReadOrRefused(folder, false, 16);
    }

    @Tag("long")
    @Test
    void manyMoreHostileFilesAreReadOrRefusedInASmallHeap(@TempDir Path folder) throws Exception {
        assertReadOrRefused(folder, true, 83);
    }

    private static void assertReadOrRefused(Path folder, boolean all, int files) throws Exception {
        HostileFiles.writeTo(folder, all);
        List<String> lines = BoundedHeapTest.run("-Xmx256m", Reader.class, folder.toString());
        assertThat(lines).as(String.join("\n", lines)).last().isEqualTo("the end");
        List<String> outcomes = lines.subList(0, lines.size() - 1);
        assertThat(outcomes).hasSize(files).allSatisfy(line -> {
            String[] words = line.split(" ", 4);
            // The name says what comes of it.
            assertThat(words[1]).isEqualTo(words[0].startsWith("good") ? "arrays" : "FileFormatException");
            assertThat(Long.parseLong(words[2])).isLessThan(MAX_MILLISECONDS);
            assertThat(words[3]).hasSizeLessThanOrEqualTo(300);
        });
    }

    /** A program that reads each file of a folder and prints what came of it, with the milliseconds and the message. */
    static final class Reader {
        private Reader() {}

        /** The argument is the folder. */
        public static void main(String... arguments) throws IOException {
            try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
                for (Path file : files.sorted().toList()) {
                    Reading reading = new Reading(file);
                    long milliseconds = Usage.of(reading).nanoseconds() / 1_000_000;
                    System.out.printf(
                            "%s %s %d %s%n", file.getFileName(), reading.outcome, milliseconds, reading.message);
                }
            }
            System.out.println("the end");
        }
    }

    /** One reading and what came of it. */
    private static final class Reading implements Callable<Object> {
        private final Path file;
        private String outcome = "nothing";
        private String message = "-";

        Reading(Path file) {
            this.file = file;
        }

        @Override
        public Object call() throws IOException {
            try {
                Object read = BoundedHeapTest.Reader.read(file);
                outcome = "arrays";
                return read;
            } catch (FileFormatException e) {
                outcome = "FileFormatException";
                message = e.getMessage();
                return null;
            }
        }
    }
}
