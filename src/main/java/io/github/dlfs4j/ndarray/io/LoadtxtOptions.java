package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The arguments of {@link TextFile#loadtxt(java.nio.file.Path, LoadtxtOptions) loadtxt}, which are NumPy's. None is
 * null: what is None in NumPy is an empty text, an empty list or {@link #ALL_ROWS} here.
 *
 * <pre>{@code
 * System.out.println(LoadtxtOptions.DEFAULT.withDelimiter(",").withUsecols(0, -1).usecols());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [0, -1]
 * }</pre>
 *
 * @param dtype the dtype of the array
 * @param syntax which characters divide fields, quote them and begin comments
 * @param skipRows how many lines at the start are not read; comments and empty lines count
 * @param usecols the columns to read; negative ones count from the end of each line; if empty, all columns
 * @param ndmin how many axes the array has at least, 0, 1 or 2; other axes of length 1 are removed
 * @param maxRows how many rows are read at most; comments and empty lines do not count
 * @param maxBytes the largest number of bytes that the array may take in memory
 */
public record LoadtxtOptions(
        DType dtype, Syntax syntax, int skipRows, List<Integer> usecols, int ndmin, int maxRows, long maxBytes) {
    /** The {@link #maxRows} that reads all rows. */
    public static final int ALL_ROWS = Integer.MAX_VALUE;

    /** NumPy's defaults: float64, white space between fields, and comments after {@code #}. */
    public static final LoadtxtOptions DEFAULT = new LoadtxtOptions(
            DType.FLOAT64, new Syntax(List.of("#"), "", ""), 0, List.of(), 0, ALL_ROWS, MemoryBudget.DEFAULT / 2);

    /** Copies the list. */
    public LoadtxtOptions {
        usecols = List.of(Errors.nonNull("usecols", usecols.toArray(new Integer[0])));
        Objects.requireNonNull(dtype, "dtype");
        Objects.requireNonNull(syntax, "syntax");
    }

    /**
     * Returns these options with another dtype.
     *
     * @param dtype the dtype of the array
     * @return new options
     */
    public LoadtxtOptions withDType(DType dtype) {
        return new LoadtxtOptions(dtype, syntax, skipRows, usecols, ndmin, maxRows, maxBytes);
    }

    /**
     * Returns these options with other comments.
     *
     * @param comments the texts that begin a comment; without any, there are no comments
     * @return new options
     */
    public LoadtxtOptions withComments(String... comments) {
        return with(new Syntax(List.of(Errors.nonNull("comments", comments)), syntax.delimiter, syntax.quotechar));
    }

    /**
     * Returns these options with another delimiter.
     *
     * @param delimiter one character; white space of any length if empty
     * @return new options
     */
    public LoadtxtOptions withDelimiter(String delimiter) {
        return with(new Syntax(syntax.comments, delimiter, syntax.quotechar));
    }

    /**
     * Returns these options with another number of lines to skip.
     *
     * @param skipRows how many lines at the start are not read
     * @return new options
     */
    public LoadtxtOptions withSkipRows(int skipRows) {
        return new LoadtxtOptions(dtype, syntax, skipRows, usecols, ndmin, maxRows, maxBytes);
    }

    /**
     * Returns these options with other columns to read.
     *
     * @param usecols the columns, in the order of the result; all columns if there are none
     * @return new options
     */
    public LoadtxtOptions withUsecols(int... usecols) {
        Objects.requireNonNull(usecols, "usecols");
        return new LoadtxtOptions(
                dtype, syntax, skipRows, IntStream.of(usecols).boxed().toList(), ndmin, maxRows, maxBytes);
    }

    /**
     * Returns these options with another number of axes.
     *
     * @param ndmin how many axes the array has at least
     * @return new options
     */
    public LoadtxtOptions withNdmin(int ndmin) {
        return new LoadtxtOptions(dtype, syntax, skipRows, usecols, ndmin, maxRows, maxBytes);
    }

    /**
     * Returns these options with another number of rows.
     *
     * @param maxRows how many rows are read at most
     * @return new options
     */
    public LoadtxtOptions withMaxRows(int maxRows) {
        return new LoadtxtOptions(dtype, syntax, skipRows, usecols, ndmin, maxRows, maxBytes);
    }

    /**
     * Returns these options with another quote.
     *
     * @param quotechar one character; no quotes if empty
     * @return new options
     */
    public LoadtxtOptions withQuotechar(String quotechar) {
        return with(new Syntax(syntax.comments, syntax.delimiter, quotechar));
    }

    /**
     * Returns these options with another limit.
     *
     * @param maxBytes the largest number of bytes that the array may take in memory
     * @return new options
     */
    public LoadtxtOptions withMaxBytes(long maxBytes) {
        return new LoadtxtOptions(dtype, syntax, skipRows, usecols, ndmin, maxRows, maxBytes);
    }

    /** {@return the texts that begin a comment; empty if there are none} */
    public List<String> comments() {
        return syntax.comments;
    }

    /** {@return the delimiter, the character between two fields; empty for white space of any length} */
    public String delimiter() {
        return syntax.delimiter;
    }

    /** {@return the quote, the character around a field; empty if there is none} */
    public String quotechar() {
        return syntax.quotechar;
    }

    private LoadtxtOptions with(Syntax syntax) {
        return new LoadtxtOptions(dtype, syntax, skipRows, usecols, ndmin, maxRows, maxBytes);
    }

    /** Checks the options, in NumPy's order. */
    void check() {
        if (ndmin < 0 || ndmin > 2) {
            throw new IllegalArgumentException("Illegal value of ndmin keyword: " + ndmin);
        }
        syntax.checkComments();
        if (skipRows < 0 || maxRows < 0) {
            throw new IllegalArgumentException("argument must be nonnegative");
        }
        syntax.checkCharacters();
    }

    /**
     * What separates fields and lines of text.
     *
     * @param comments the texts that begin a comment, which lasts to the end of the line; if empty, there are no
     *     comments
     * @param delimiter the character between two fields; if empty, white space of any length
     * @param quotechar the character around a field that has delimiters, comments or line ends in it; if empty, there
     *     is none
     */
    public record Syntax(List<String> comments, String delimiter, String quotechar) {
        /** Copies the list. */
        public Syntax {
            comments = List.of(Errors.nonNull("comments", comments.toArray(new String[0])));
            Objects.requireNonNull(delimiter, "delimiter");
            Objects.requireNonNull(quotechar, "quotechar");
        }

        /** Returns whether comments begin with more than one character, or with one of several texts. */
        boolean hasManyComments() {
            return comments.size() > 1
                    || (comments.size() == 1 && comments.get(0).length() > 1);
        }

        private void checkComments() {
            if (comments.contains("")) {
                throw new IllegalArgumentException(
                        "comments cannot be an empty string. Use comments=None to disable comments.");
            }
            if (comments.size() > 1 && comments.contains(delimiter)) {
                String tuple = String.join("', '", comments);
                throw new UnsupportedOperationException(
                        "Comment characters '('%s')' cannot include the delimiter '%s'".formatted(tuple, delimiter));
            }
            if (hasManyComments() && !quotechar.isEmpty()) {
                throw new IllegalArgumentException(
                        "when multiple comments or a multi-character comment is given, quotes"
                                + " are not supported.  In this case quotechar must be set to None.");
            }
        }

        private void checkCharacters() {
            String comment = hasManyComments() || comments.isEmpty() ? "" : comments.get(0);
            checkCharacter("delimiter", delimiter);
            checkCharacter("quotechar", quotechar);
            checkCharacter("comment", comment);
            checkDifferent("comment", comment, "delimiter", delimiter);
            checkDifferent("quotechar", quotechar, "delimiter", delimiter);
            checkDifferent("comment", comment, "quotechar", quotechar);
            if (delimiter.isEmpty()) {
                checkNotSpace("comment", comment);
                checkNotSpace("quotechar", quotechar);
            }
        }

        private static void checkCharacter(String name, String character) {
            if (character.length() > 1) {
                throw new UnsupportedOperationException(
                        "Text reading control character must be a single unicode character or None; but got: '%s'"
                                .formatted(character));
            }
            if (character.equals("\n") || character.equals("\r")) {
                throw new UnsupportedOperationException(
                        "control character '%s' cannot be a newline (`\\r` or `\\n`).".formatted(name));
            }
        }

        private static void checkDifferent(String first, String one, String second, String other) {
            if (!one.isEmpty() && one.equals(other)) {
                throw incompatible(first, second);
            }
        }

        private static void checkNotSpace(String name, String character) {
            if (!character.isEmpty() && TextRows.isSpace(character.charAt(0))) {
                throw incompatible("delimiter", name);
            }
        }

        private static UnsupportedOperationException incompatible(String first, String second) {
            return new UnsupportedOperationException(
                    "The values for control characters '%s' and '%s' are incompatible".formatted(first, second));
        }
    }
}
