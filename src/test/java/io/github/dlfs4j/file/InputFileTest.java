package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.mnist.IdxFile;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @Test
    void allReadersRefuseADirectoryByName(@TempDir Path folder) {
        for (Path directory : List.of(folder, Path.of("/"))) {
            List<ThrowingCallable> readers = List.of(
                    () -> Npy.read(directory),
                    () -> Npz.read(directory),
                    () -> PickledArrays.read(directory),
                    () -> IdxFile.read(directory));
            for (ThrowingCallable reader : readers) {
                assertThatExceptionOfType(FileSystemException.class)
                        .isThrownBy(reader)
                        .withMessage(directory + ": Is a directory");
            }
        }
    }
}
