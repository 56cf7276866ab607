package io.github.dlfs4j.mnist.download;

import io.github.dlfs4j.file.FormatError;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.file.Path;

/**
 * What is wrong with the bytes of a file, with its name.
 *
 * @param file the file
 */
public record FileError(Path file) implements FormatError {
    @Override
    public FileFormatException of(long offset, String expected, String found) {
        return new FileFormatException(file, offset, expected, found);
    }
}
