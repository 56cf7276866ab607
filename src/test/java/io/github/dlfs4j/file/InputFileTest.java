package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.mnist.IdxFile;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.training.Checkpoint;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @Test
    void allReadersOfFilesRefuseADirectoryByName(@TempDir Path folder) {
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

    /** Opening a pipe would wait for a writer. */
    @Test
    void allReadersOfFilesRefuseAPipeAndADevice(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe.npz");
        Path none = Path.of("/dev/null");
        assumeTrue(Files.exists(Path.of("/usr/bin/mkfifo")) && Files.exists(none), "needs mkfifo");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path file : List.of(pipe, none)) {
            List<ThrowingCallable> readers = List.of(
                    () -> Npy.read(file),
                    () -> Npz.read(file),
                    () -> PickledArrays.read(file),
                    () -> IdxFile.read(file),
                    () -> DigitImage.read(file),
                    () -> Networks.load(file),
                    () -> Checkpoint.read(file),
                    () -> SimpleConvNet.load(file),
                    () -> Mnist.load(folder));
            for (String part :
                    List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
                Path link = folder.resolve(part + "-ubyte.gz");
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, file);
            }
            for (ThrowingCallable reader : readers) {
                assertThatExceptionOfType(FileSystemException.class)
                        .isThrownBy(reader)
                        .withMessageEndingWith(": is not a regular file");
            }
        }
    }
}
