package io.github.dlfs4j.app;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Turns exceptions for files into one line that names the file and what is wrong with it. */
final class FileTrouble {
    private FileTrouble() {}

    /** Returns the line for an exception. */
    static String line(IOException e) {
        return e instanceof FileSystemException failure
                ? Printable.endOf(failure.getFile()) + ": " + reason(e)
                : e.getMessage();
    }

    /** Names the user's file in an exception, which may name a temporary file beside it. */
    static IOException of(Path file, IOException e) {
        return e instanceof FileFormatException ? e : new FileSystemException(file.toString(), null, reason(e));
    }

    private static String reason(IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return e.getMessage();
        }
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "not a folder";
        }
        return e instanceof FileAlreadyExistsException
                ? "already exists"
                : e.getClass().getSimpleName();
    }
}
