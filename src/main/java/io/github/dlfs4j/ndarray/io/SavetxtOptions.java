package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The arguments of {@link TextFile#savetxt(java.nio.file.Path, io.github.dlfs4j.ndarray.NDArray, SavetxtOptions)
 * savetxt}, which are NumPy's.
 *
 * <p>A format is that of C's {@code printf} and Python's {@code %}: {@code %d}, {@code %.3f}, {@code %10.2e},
 * {@code %g}, {@code %s}, and so on, with text around it. A width or precision is at most 65,536.
 *
 * @param fmt one format for all columns, a list with a format for each column, or one format with as many percent signs
 *     as there are columns, which stands for a whole line
 * @param delimiter the text between two columns; not used by a format for a whole line
 * @param newline the text at the end of a line
 * @param header text at the start of the file, after {@code comments} on each line; nothing if empty
 * @param footer text at the end of the file, likewise
 * @param comments the text before each line of the header and of the footer
 */
public record SavetxtOptions(
        List<String> fmt, String delimiter, String newline, String header, String footer, String comments) {
    /** NumPy's defaults: all digits of float64, and spaces between columns. */
    public static final SavetxtOptions DEFAULT = new SavetxtOptions(List.of("%.18e"), " ", "\n", "", "", "# ");

    /** Copies the list. */
    public SavetxtOptions {
        fmt = List.of(Errors.nonNull("fmt", fmt.toArray(new String[0])));
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(newline, "newline");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(footer, "footer");
        Objects.requireNonNull(comments, "comments");
    }

    /**
     * Returns these options with other formats.
     *
     * @param fmt one format, or one for each column
     * @return new options
     */
    public SavetxtOptions withFmt(String... fmt) {
        return new SavetxtOptions(List.of(Errors.nonNull("fmt", fmt)), delimiter, newline, header, footer, comments);
    }

    /**
     * Returns these options with another delimiter.
     *
     * @param delimiter the text between two columns
     * @return new options
     */
    public SavetxtOptions withDelimiter(String delimiter) {
        return new SavetxtOptions(fmt, delimiter, newline, header, footer, comments);
    }

    /**
     * Returns these options with another end of a line.
     *
     * @param newline the text at the end of a line
     * @return new options
     */
    public SavetxtOptions withNewline(String newline) {
        return new SavetxtOptions(fmt, delimiter, newline, header, footer, comments);
    }

    /**
     * Returns these options with another header.
     *
     * @param header text at the start of the file
     * @return new options
     */
    public SavetxtOptions withHeader(String header) {
        return new SavetxtOptions(fmt, delimiter, newline, header, footer, comments);
    }

    /**
     * Returns these options with another footer.
     *
     * @param footer text at the end of the file
     * @return new options
     */
    public SavetxtOptions withFooter(String footer) {
        return new SavetxtOptions(fmt, delimiter, newline, header, footer, comments);
    }

    /**
     * Returns these options with another start of comments.
     *
     * @param comments the text before each line of the header and of the footer
     * @return new options
     */
    public SavetxtOptions withComments(String comments) {
        return new SavetxtOptions(fmt, delimiter, newline, header, footer, comments);
    }

    /** Returns the format of a line of some columns. */
    String lineFormat(int columns) {
        if (fmt.size() != 1) {
            if (fmt.size() != columns) {
                throw new IllegalArgumentException("fmt has wrong shape.  ['%s']".formatted(String.join("', '", fmt)));
            }
            return String.join(delimiter, fmt);
        }
        String format = fmt.get(0);
        long percents = format.chars().filter(c -> c == '%').count();
        if (percents == 1) {
            return String.join(delimiter, Collections.nCopies(columns, format));
        }
        if (percents != columns) {
            throw new IllegalArgumentException("fmt has wrong number of % formats:  " + format);
        }
        return format;
    }
}
