package io.github.dlfs4j.file;

import java.io.IOException;

/** Makes the exception for bytes of a file that are not as its format has them. */
public interface FormatError {
    /**
     * Makes the exception.
     *
     * @param offset the place of the bytes in the file
     * @param expected what stands there in a good file
     * @param found what stands there
     * @return the exception, to be thrown
     */
    IOException of(long offset, String expected, String found);
}
