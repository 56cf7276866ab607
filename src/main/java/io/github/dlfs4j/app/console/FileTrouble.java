package io.github.dlfs4j.app.console;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Turns exceptions for files into one line that names the file and what is wrong with it. */
public final class FileTrouble {
    private static final String UNUSABLE = "cannot be read or written";

    private FileTrouble() {}

    /**
     * Returns the line for an exception.
     *
     * @param e the exception
     * @return what is wrong, and with which file
     */
    public static String line(IOException e) {
        return e instanceof FileSystemException failure && failure.getFile() != null
                ? Excerpt.endOf(failure.getFile()) + ": " + reason(e)
                : reason(e);
    }

    /**
     * Names the user's file in an exception, which may name a temporary file beside it.
     *
     * @param file the user's file
     * @param e the exception
     * @return an exception that names the file
     */
    public static IOException of(Path file, IOException e) {
        return e instanceof FileFormatException ? e : new FileSystemException(file.toString(), null, reason(e));
    }

    private static String reason(IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return e.getMessage() == null ? UNUSABLE : e.getMessage();
        }
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "no such file";
            case "AccessDeniedException" -> "permission denied";
            case "NotDirectoryException" -> "not a folder";
            case "FileAlreadyExistsException" -> "already exists";
            case "FileSystemLoopException" -> "too many symbolic links";
            default -> UNUSABLE;
        };
    }
}
