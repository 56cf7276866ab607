package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The text of an array, exactly as {@code numpy.savetxt} writes it. */
final class TextContent {
    /** The number of elements that are taken out of the array at a time. */
    private static final int CHUNK = 1 << 12;

    private static final int BLOCK = 1 << 16;

    private final NDArray array;
    private final SavetxtOptions options;
    private final int columns;
    private final String format;

    TextContent(NDArray array, SavetxtOptions options) {
        if (array.ndim() == 0 || array.ndim() > 2) {
            throw new IllegalArgumentException(
                    "Expected 1D or 2D array, got %sD array instead".formatted(array.ndim()));
        }
        this.array = array;
        this.options = options;
        columns = array.ndim() == 1 ? 1 : array.shape(1);
        format = options.lineFormat(columns);
    }

    void writeTo(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        appendComment(text, options.header());
        if (columns == 0) {
            for (int row = 0; row < array.shape(0); row++) {
                endLine(out, text);
            }
        } else if (array.size() > 0) {
            writeRows(out, text);
        }
        appendComment(text, options.footer());
        write(out, text);
    }

    private void writeRows(OutputStream out, StringBuilder text) throws IOException {
        LineFormat line = LineFormat.of(format, array.dtype(), columns);
        NDArray flat = array.reshape(-1);
        for (int at = 0, n; at < flat.size(); at += n) {
            n = Math.min(CHUNK, flat.size() - at);
            NDArray part = flat.get(Index.range(at, at + n));
            Numbers numbers = Numbers.of(part);
            for (int i = 0; i < n; i++) {
                int column = (at + i) % columns;
                line.append(text, column, numbers, i);
                if (column == columns - 1) {
                    endLine(out, text);
                } else {
                    writeBlock(out, text);
                }
            }
        }
    }

    private void endLine(OutputStream out, StringBuilder text) throws IOException {
        text.append(options.newline());
        writeBlock(out, text);
    }

    private static void writeBlock(OutputStream out, StringBuilder text) throws IOException {
        if (text.length() >= BLOCK) {
            write(out, text);
        }
    }

    private void appendComment(StringBuilder text, String lines) {
        if (!lines.isEmpty()) {
            text.append(options.comments())
                    .append(lines.replace("\n", "\n" + options.comments()))
                    .append(options.newline());
        }
    }

    private static void write(OutputStream out, StringBuilder text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
