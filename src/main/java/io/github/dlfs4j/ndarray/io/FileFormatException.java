package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Thrown when the content of a file is not what was expected: the file is damaged, cut short or too long, has another
 * format, or uses a part of the format that this library does not read.
 *
 * <p>The message names the file, the place in it, what was expected there and what was found: {@code weights.npy, byte
 * 6: expected format version 1.0, 2.0 or 3.0, found 9.0}. If the place is in an entry of an archive or in decompressed
 * content, the message says so and counts the bytes from the start of that part: {@code weights.npz, W1.npy, byte 6:
 * …}.
 *
 * <p>A message has at most 300 characters and quotes at most 60 characters of a text in the file. Control characters
 * and direction marks are escaped. A long path is cut to its end.
 */
public final class FileFormatException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int MAX_LENGTH = 300;
    private static final int MAX_PATH = 100;
    /**
     * The length up to which a text is not cut. Texts of this library and checksums are shorter; longer texts come from
     * a file and are cut to 60.
     */
    private static final int MAX_WHOLE = 100;

    /**
     * Creates an error at a place in a file.
     *
     * @param file the file
     * @param offset the place, in bytes from the start of the file
     * @param expected what should be there
     * @param found what is there; in both texts, control characters are escaped and a text of more than 100 characters
     *     is cut to 60, since it comes from the file
     */
    public FileFormatException(Path file, long offset, String expected, String found) {
        this(Excerpt.endOf(file.toString(), MAX_PATH), offset, expected, found);
    }

    /**
     * Creates an error at a place in a part of a file.
     *
     * @param file the file
     * @param part the part, such as the name of an entry in an archive
     * @param offset the place, in bytes from the start of the part
     * @param expected what should be there
     * @param found what is there; in both texts, control characters are escaped and a text of more than 100 characters
     *     is cut to 60, since it comes from the file
     */
    public FileFormatException(Path file, String part, long offset, String expected, String found) {
        this(place(file, part), offset, expected, found);
    }

    /**
     * Creates an error about a file that is intact but not the one that is wanted: {@code state.npz: expected a
     * checkpoint of this training, found optimiser Adam instead of SGD}.
     *
     * @param file the file
     * @param expected what should be there
     * @param found what is there; texts are escaped and cut as by the other constructors
     */
    public FileFormatException(Path file, String expected, String found) {
        this(Excerpt.endOf(file.toString(), MAX_PATH), expected, found);
    }

    /**
     * Creates an error about a part of such a file.
     *
     * @param file the file
     * @param part the part, such as the name of an entry in an archive
     * @param expected what should be there
     * @param found what is there; texts are escaped and cut as by the other constructors
     */
    public FileFormatException(Path file, String part, String expected, String found) {
        this(place(file, part), expected, found);
    }

    /**
     * Creates an error in other words: {@code data.txt: could not convert string 'x' to float64 at row 0, column 1.}
     *
     * @param file the file
     * @param words what is wrong, escaped and cut
     */
    public FileFormatException(Path file, String words) {
        super(Excerpt.startOf(
                Excerpt.endOf(file.toString(), MAX_PATH) + ": "
                        + Excerpt.of(Objects.requireNonNull(words, "words"), MAX_LENGTH),
                MAX_LENGTH));
    }

    private static String place(Path file, String part) {
        return Excerpt.endOf(file.toString(), MAX_PATH) + ", " + Excerpt.of(Objects.requireNonNull(part, "part"));
    }

    private static String whole(String parameter, String text) {
        return Excerpt.of(Objects.requireNonNull(text, parameter), MAX_WHOLE);
    }

    private FileFormatException(String place, long offset, String expected, String found) {
        this("%s, byte %s".formatted(place, offset), expected, found);
    }

    /** The whole message is cut only if all parts are long, which is rare. */
    private FileFormatException(String place, String expected, String found) {
        super(Excerpt.startOf(
                "%s: expected %s, found %s".formatted(place, whole("expected", expected), whole("found", found)),
                MAX_LENGTH));
    }
}
