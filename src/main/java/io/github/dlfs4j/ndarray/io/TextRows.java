package io.github.dlfs4j.ndarray.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The rows of a text file, each split into fields. One line is in memory at a time, as bytes and as characters of
 * UTF-8.
 */
final class TextRows {
    private static final int END = -1;

    /** A line of this length is read whatever the limit is; longer ones may take a quarter of the limit. */
    private static final long SHORT_LINE = 1 << 20;

    private final Path file;
    private final InputStream in;
    private final LoadtxtOptions options;
    private final char comment;
    private final char delimiter;
    private final char quote;
    private final long longestLine;

    private final byte[] block = new byte[1 << 16];
    private int blockPosition;
    private int blockLength;
    private boolean afterReturn;
    private long left = Long.MAX_VALUE / 2;

    private byte[] bytes = new byte[256];
    private char[] line = new char[256];
    private int length;
    private int fields;
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    /** Character 0 stands for none, as no text file has one. */
    TextRows(Path file, InputStream in, LoadtxtOptions options) {
        this.file = file;
        this.in = in;
        this.options = options;
        boolean isOne = options.comments().size() == 1 && !options.syntax().hasManyComments();
        comment = isOne ? options.comments().get(0).charAt(0) : 0;
        delimiter = first(options.delimiter());
        quote = first(options.quotechar());
        longestLine = Math.min(Math.max(options.maxBytes() / 4, SHORT_LINE), Integer.MAX_VALUE / 4);
    }

    private static char first(String text) {
        return text.isEmpty() ? 0 : text.charAt(0);
    }

    /** Returns whether Python takes a character for white space. */
    static boolean isSpace(char c) {
        return c <= ' '
                ? c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f)
                : c >= 0x85
                        && (c == 0x85
                                || c == 0xa0
                                || Character.getType(c) == Character.SPACE_SEPARATOR
                                || c == 0x2028
                                || c == 0x2029);
    }

    /** Returns how many more bytes may be read. */
    long left() {
        return left;
    }

    void setLeft(long bytes) {
        left = bytes;
    }

    char[] line() {
        return line;
    }

    int fields() {
        return fields;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Skips lines of any kind. */
    void skip(int lines) throws IOException {
        for (int i = 0; i < lines && readLine(); i++) {
            length = 0;
        }
    }

    /** Reads the next line with fields in it; returns false at the end of the file. */
    boolean next() throws IOException {
        length = 0;
        while (readLine()) {
            cutComments();
            split();
            if (fields > 0) {
                return true;
            }
            length = 0;
        }
        return false;
    }

    /** Appends a line, which ends with \n, \r, \r\n or the file, to what there is; returns false if there is none. */
    private boolean readLine() throws IOException {
        int count = 0;
        boolean ascii = true;
        int c = read();
        if (c == '\n' && afterReturn) {
            c = read();
        }
        afterReturn = false;
        if (c == END) {
            return false;
        }
        while (c != END && c != '\n' && c != '\r') {
            if (count == bytes.length) {
                checkLength(count + 1L);
                bytes = Arrays.copyOf(bytes, 2 * count);
            }
            bytes[count++] = (byte) c;
            ascii &= c < 0x80;
            c = read();
        }
        afterReturn = c == '\r';
        append(count, ascii);
        left -= count + 1;
        return true;
    }

    private void append(int count, boolean ascii) throws IOException {
        checkLength((long) length + count);
        if (line.length < length + count) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
        }
        if (ascii) {
            for (int i = 0; i < count; i++) {
                line[length + i] = (char) bytes[i];
            }
            length += count;
            return;
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, count));
            int characters = decoded.length();
            decoded.get(line, length, characters);
            length += characters;
        } catch (CharacterCodingException e) {
            throw (IOException) new FileFormatException(file, "text in UTF-8", "other bytes").initCause(e);
        }
    }

    private void checkLength(long characters) throws FileFormatException {
        if (characters > longestLine) {
            throw new FileFormatException(file, "lines of at most %s bytes".formatted(longestLine), "a longer one");
        }
        if (characters > left) {
            throw TextReader.tooLong(file);
        }
    }

    private int read() throws IOException {
        if (blockPosition == blockLength) {
            blockPosition = 0;
            blockLength = in.read(block, 0, block.length);
            if (blockLength <= 0) {
                blockLength = 0;
                return END;
            }
        }
        return block[blockPosition++] & 0xff;
    }

    /** Several comments, or longer ones, cut a line before it is split, one after the other. */
    private void cutComments() {
        if (!options.syntax().hasManyComments()) {
            return;
        }
        for (String text : options.comments()) {
            int at = new String(line, 0, length).indexOf(text);
            length = at < 0 ? length : at;
        }
    }

    /** Splits the line; quotes are removed in place, so that a field is always a part of the line. */
    private void split() throws IOException {
        fields = 0;
        int at = 0;
        boolean last = false;
        boolean isFirstQuoted = false;
        while (!last) {
            if (delimiter == 0) {
                while (at < length && isSpace(line[at])) {
                    at++;
                }
                if (at == length || isComment(line[at])) {
                    if (isFirstQuoted) {
                        add(at, at); // as in NumPy, which then does not remove what it finds after the last space
                    }
                    return;
                }
            }
            int start = at;
            int to = at; // where the next character of the field goes
            boolean isQuoted = quote != 0 && at < length && line[at] == quote;
            isFirstQuoted |= isQuoted && fields == 0;
            if (isQuoted) {
                at++;
                boolean open = true;
                while (open) {
                    if (at == length) {
                        // Lines that a quote joins are one; the file may end before the quote does.
                        append('\n');
                        if (!readLine()) {
                            length--;
                            open = false;
                        }
                    } else if (line[at] != quote) {
                        line[to++] = line[at++];
                    } else if (at + 1 < length && line[at + 1] == quote) {
                        line[to++] = quote;
                        at += 2;
                    } else {
                        at++;
                        open = false;
                    }
                }
            }
            while (at < length && !isEnd(line[at])) {
                line[to++] = line[at++];
            }
            last = at == length || isComment(line[at]);
            if (last && fields == 0 && to == start && !isQuoted) {
                return; // an empty line
            }
            add(start, to);
            at++;
        }
    }

    private boolean isEnd(char c) {
        return (delimiter == 0 ? isSpace(c) : c == delimiter) || isComment(c);
    }

    private boolean isComment(char c) {
        return c == comment && comment != 0;
    }

    private void append(char c) {
        if (line.length == length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = c;
    }

    private void add(int start, int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        starts[fields] = start;
        ends[fields++] = end;
    }
}
