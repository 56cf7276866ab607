package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Texts among saved arrays, as their bytes in UTF-8. */
public final class SavedText {
    /** The largest number of bytes in a text; a decoded text takes several times as much memory. */
    public static final int LONGEST = 1 << 20;

    private SavedText() {}

    /**
     * Returns a text as an array.
     *
     * @param text the text
     * @return the bytes of the text, uint8 of shape (n,)
     */
    public static NDArray bytes(String text) {
        return NDArray.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a text of a file.
     *
     * @param file the file
     * @param name the name of the array
     * @param bytes the array, or null if there is none
     * @return the text
     * @throws FileFormatException {@code expected a text, uint8 of shape (1 to 1048576,), found none}
     */
    public static String read(Path file, String name, NDArray bytes) throws FileFormatException {
        boolean isText = bytes != null && bytes.ndim() == 1 && bytes.dtype() == DType.UINT8;
        if (!isText || bytes.size() == 0 || bytes.size() > LONGEST) {
            throw new FileFormatException(
                    file, name, 0, "a text, uint8 of shape (1 to 1048576,)", SavedArrays.kind(bytes));
        }
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }

    /**
     * Reads a text that a file may lack.
     *
     * @param file the file
     * @param name the name of the array
     * @param bytes the array, or null if there is none
     * @return the text, empty if there is no array
     * @throws FileFormatException {@code expected a text, uint8 of shape (1 to 1048576,), found …}
     */
    public static String readIfThere(Path file, String name, NDArray bytes) throws FileFormatException {
        return bytes == null ? "" : read(file, name, bytes);
    }
}
