package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes save one file at the same time, while a third reads it: who is last wins, and every file is whole. */
class TwoWritersTest {
    private static final int TIMES = 100;

    @TempDir
    private Path folder;

    @Test
    void everyFileOfTwoWritersIsThatOfOne() throws Exception {
        Path file = folder.resolve("weights.npy");
        Npy.write(file, array(0));
        List<Process> writers = new ArrayList<>();
        for (int id = 1; id <= 2; id++) {
            writers.add(JavaProcess.builder(List.of(), Writer.class, file.toString(), Integer.toString(id))
                    .start());
        }
        Set<String> read = new TreeSet<>();
        while (writers.stream().anyMatch(Process::isAlive)) {
            NDArray found = Npy.read(file);
            int id = (int) found.get(0).asLong();
            assertThat(found).isEqualTo(array(id));
            read.add("of " + id);
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor())
                    .as(JavaProcess.lines(writer).toString())
                    .isZero();
        }
        assertThat(read).contains("of 1", "of 2");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static NDArray array(int id) {
        return NDArray.full(id, 100_000 * (id + 1));
    }

    /** A program that saves its own array again and again. */
    static final class Writer {
        private Writer() {}

        /** The file, and the number of this program. */
        public static void main(String... arguments) throws IOException {
            for (int i = 0; i < TIMES; i++) {
                Npy.write(Path.of(arguments[0]), array(Integer.parseInt(arguments[1])));
            }
        }
    }
}
