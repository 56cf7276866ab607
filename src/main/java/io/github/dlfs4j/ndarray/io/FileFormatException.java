package io.github.dlfs4j.ndarray.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The content of a file is not what was expected: it is damaged, cut short or too long, it is of another format, or it
 * uses a part of the format that this library does not read.
 *
 * <p>The message names the file, the place in it, what was expected there and what was found: {@code weights.npy, byte
 * 6: expected format version 1.0, 2.0 or 3.0, found 9.0}. Where the place is in an entry of an archive or in
 * decompressed content, the message says so and counts the bytes in there: {@code weights.npz, W1.npy, byte 6: …}.
 */
public final class FileFormatException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int MAX_FOUND = 200;

    /**
     * An error at a place in a file.
     *
     * @param file the file
     * @param offset the place, in bytes from the start of the file
     * @param expected what should be there
     * @param found what is there; control characters are escaped and long text is cut, since it comes from the file
     */
    public FileFormatException(Path file, long offset, String expected, String found) {
        this(file.toString(), offset, expected, found);
    }

    /**
     * An error at a place in a part of a file.
     *
     * @param file the file
     * @param part the part, such as the name of an entry in an archive
     * @param offset the place, in bytes from the start of the part
     * @param expected what should be there
     * @param found what is there; control characters are escaped and long text is cut, since it comes from the file
     */
    public FileFormatException(Path file, String part, long offset, String expected, String found) {
        this(file + ", " + printable(part), offset, expected, found);
    }

    private FileFormatException(String place, long offset, String expected, String found) {
        super("%s, byte %d: expected %s, found %s".formatted(place, offset, expected, printable(found)));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (printable.length() >= MAX_FOUND) {
                return printable.append('…').toString();
            }
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                printable.append("\\u%04x".formatted((int) c));
            } else {
                printable.append(c);
            }
        }
        return printable.toString();
    }
}
