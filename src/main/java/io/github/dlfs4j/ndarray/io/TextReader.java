package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads the numbers of a text file, and says in NumPy's words which row and column is wrong. */
final class TextReader {
    /** NumPy quotes at most this much of a field. */
    private static final int MAX_QUOTE = 100;

    /** The largest number of bytes of text for each byte of a compressed file, and for each number that is wanted. */
    private static final long MAX_EXPANSION = 64;

    /** So many more bytes a compressed text may have. */
    private static final long MORE_TEXT = 1 << 24;

    private final Path file;
    private final LoadtxtOptions options;
    private final TextRows rows;
    private final TextElements elements;
    private final MemoryBudget budget;
    private final int[] usecols;
    private int count;
    private int columns;

    TextReader(Path file, InputStream in, LoadtxtOptions options) {
        options.check();
        this.file = file;
        this.options = options;
        rows = new TextRows(file, in, options);
        elements = new TextElements(options.dtype());
        budget = new MemoryBudget(options.maxBytes());
        usecols = options.usecols().stream().mapToInt(Integer::intValue).toArray();
        columns = usecols.length;
    }

    /** Limits the text that comes out of a compressed file of a length, as a small one may expand to anything. */
    void limitText(long compressed) {
        rows.setLeft(MORE_TEXT + MAX_EXPANSION * compressed);
    }

    static FileFormatException tooLong(Path file) {
        return new FileFormatException(
                file,
                "a compressed text of at most %s bytes and %s for each byte of the file and for each number"
                        .formatted(MORE_TEXT, MAX_EXPANSION),
                "a longer one");
    }

    NDArray read() throws IOException {
        rows.skip(options.skipRows());
        while (count < options.maxRows() && rows.next()) {
            if (usecols.length == 0) {
                checkColumns();
            }
            long bytes = (long) columns * TextElements.bytesOf(options.dtype());
            if (!budget.take(bytes)) {
                throw new FileFormatException(
                        file, "an array of at most %s bytes in memory".formatted(budget.limit()), "a larger one");
            }
            for (int i = 0; i < columns; i++) {
                int column = usecols.length == 0 ? i : column(usecols[i]);
                if (!elements.add(rows.line(), rows.start(column), rows.end(column))) {
                    throw notConverted(column);
                }
            }
            rows.setLeft(rows.left() + MAX_EXPANSION * columns);
            count++;
        }
        return shaped(elements.array(count, columns));
    }

    private void checkColumns() throws FileFormatException {
        if (count > 0 && rows.fields() != columns) {
            throw new FileFormatException(
                    file,
                    ("the number of columns changed from %s to %s at row %s; use `usecols` to select a subset and avoid"
                                    + " this error")
                            .formatted(columns, rows.fields(), count + 1));
        }
        columns = rows.fields();
    }

    private int column(int wanted) throws FileFormatException {
        int column = wanted < 0 ? wanted + rows.fields() : wanted;
        if (column < 0 || column >= rows.fields()) {
            throw new FileFormatException(
                    file,
                    "invalid column index %s at row %s with %s columns".formatted(wanted, count + 1, rows.fields()));
        }
        return column;
    }

    private FileFormatException notConverted(int column) {
        int length = rows.end(column) - rows.start(column);
        String field = new String(rows.line(), rows.start(column), Math.min(length, MAX_QUOTE));
        String quoted = quoted(field);
        return new FileFormatException(
                file,
                "could not convert string %s to %s at row %s, column %s."
                        .formatted(
                                quoted.length() > MAX_QUOTE ? quoted.substring(0, MAX_QUOTE) : quoted,
                                options.dtype(),
                                count,
                                column + 1));
    }

    /** Quotes a text as Python does; other characters that do not print are escaped by the error. */
    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c == quote || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append(quote).toString();
    }

    /**
     * Removes and adds axes of length 1. A file without rows has as many columns as are asked for, or else one axis.
     */
    private NDArray shaped(NDArray table) {
        int ndmin = options.ndmin();
        NDArray array = count == 0 && usecols.length == 0 ? table.reshape(0) : table;
        if (array.ndim() > ndmin) {
            array = array.squeeze();
        }
        if (array.ndim() >= ndmin) {
            return array;
        }
        NDArray line = array.ndim() == 0 ? array.reshape(1) : array;
        return ndmin == 1 ? line : line.expandDims(1);
    }
}
