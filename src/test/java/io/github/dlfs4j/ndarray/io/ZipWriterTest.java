package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipWriterTest {
    @TempDir
    private Path folder;

    @Test
    void otherProgramsReadAnArchiveAndItNamesNoTime() throws IOException {
        NDArray array = NDArray.linspace(0, 1, 7);
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("first", array);
        arrays.put("second", NDArray.of(true, false));
        Path file = folder.resolve("a.npz");
        Npz.write(file, arrays);
        Path npy = folder.resolve("first.npy");
        Npy.write(npy, array);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("first.npy", "second.npy");
            ZipEntry first = zip.getEntry("first.npy");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(first.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
            assertThat(zip.getInputStream(first)).hasBinaryContent(Files.readAllBytes(npy));
        }
    }

    @Test
    void anArchiveHoldsTenThousandArraysAndNoMore() {
        ZipWriter writer = new ZipWriter();
        NDArray array = NDArray.scalar(1L);
        for (int i = 0; i < 10_000; i++) {
            writer.add("a" + i, array);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.add("one more", array))
                .withMessage("an archive holds at most 10000 arrays");
    }

    @Test
    void anArchiveIsLessThanFourGibibytes() {
        int gibibyte = 1 << 30;
        ZipWriter writer = new ZipWriter();
        for (String name : new String[] {"a", "b", "c"}) {
            writer.add(name, bytes(gibibyte));
        }
        writer.add("d", bytes(gibibyte - 2000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.add("e", bytes(1000)))
                .withMessage("an archive holds at most 4 GiB");
    }

    /** Returns an array of this many bytes that takes no memory. */
    private static NDArray bytes(int count) {
        return NDArray.zeros(DType.UINT8, 1).broadcastTo(Shape.of(count));
    }
}
