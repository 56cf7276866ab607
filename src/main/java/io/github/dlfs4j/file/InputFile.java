package io.github.dlfs4j.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Opens files for reading. */
public final class InputFile {
    private InputFile() {}

    /**
     * Opens a regular file and refuses all else. The JDK refuses a directory only when it is read, with an error that
     * does not name it; a pipe may wait for ever, and a device never end.
     *
     * @param file the file
     * @return the open file
     * @throws FileSystemException {@code w.npz: Is a directory}, or {@code /dev/zero: is not a regular file}
     * @throws IOException if it is not there or cannot be read
     */
    public static FileChannel open(Path file) throws IOException {
        if (Files.isDirectory(Objects.requireNonNull(file, "file"))) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "is not a regular file");
        }
        return FileChannel.open(file, StandardOpenOption.READ);
    }
}
