package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.FileRegion;
import io.github.dlfs4j.file.InputFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The bytes of a file, or of a part of one, read once from front to back. It knows how many bytes there are, refuses
 * any length beyond them, and names the place in every error.
 */
final class CheckedInput implements Closeable {
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private final Path file;
    private final String part;
    private final InputStream in;
    /** The source of regions, or null if there are none. */
    private final FileRegion.Source source;

    private final long end;
    private long position;

    /**
     * @param part the part of the file that is read, or null for the whole file
     * @param start the place of the first byte, for errors
     * @param length the number of bytes that can be read
     */
    private CheckedInput(Path file, String part, InputStream in, FileRegion.Source source, long start, long length) {
        this.file = file;
        this.part = part;
        this.in = in;
        this.source = source;
        this.position = start;
        this.end = start + length;
    }

    static CheckedInput open(Path file) throws IOException {
        FileChannel channel = InputFile.open(file);
        try {
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            return new CheckedInput(file, null, in, new FileRegion.OfChannel(channel), 0, channel.size());
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Reads a whole stream, with at most twice its length in memory, and returns an input of its bytes.
     *
     * @param name the name of the stream in errors
     * @throws FileFormatException if there are more bytes than the limit
     */
    static CheckedInput of(InputStream in, String name, long limit) throws IOException {
        Path file = Path.of(Objects.requireNonNull(name, "name"));
        int most = (int) Math.min(limit, MAX_LENGTH);
        byte[] content = in.readNBytes(most);
        if (content.length == most && in.read() >= 0) {
            throw new FileFormatException(file, most, "at most " + bytes(most), "more");
        }
        InputStream bytes = new ByteArrayInputStream(content);
        return new CheckedInput(file, null, bytes, new FileRegion.OfMemory(content), 0, content.length);
    }

    /**
     * Returns a region of the file, which may lie before the current position. Reading it does not move the position.
     */
    InputStream region(long start, long length) {
        return new FileRegion(source, start, start + length);
    }

    /** Returns an input of content that stands in the file, or was decoded from bytes there. */
    CheckedInput part(InputStream content, long start, long length) {
        return new CheckedInput(file, part, content, null, start, length);
    }

    /** Returns an input of content that has a name of its own in the file. */
    CheckedInput part(String name, InputStream content, long length) {
        return new CheckedInput(file, name, content, null, 0, length);
    }

    /** Returns whether this is an entry of an archive, or another part of a file. */
    boolean isPart() {
        return part != null;
    }

    long position() {
        return position;
    }

    long left() {
        return end - position;
    }

    int readByte(String what) throws IOException {
        int value = left() > 0 ? in.read() : -1;
        if (value < 0) {
            throw error(what, "the end");
        }
        position++;
        return value;
    }

    /** Reads an unsigned number, little endian. A number of more than 63 bits comes out negative. */
    long readNumber(int size, String what) throws IOException {
        byte[] bytes = readBytes(size, what);
        long number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }

    byte[] readBytes(long length, String what) throws IOException {
        checkLeft(length, what);
        if (length > MAX_LENGTH) {
            throw error("at most " + MAX_LENGTH + " bytes of " + what, bytes(length));
        }
        byte[] bytes = new byte[(int) length];
        return read(bytes, bytes.length, what).array();
    }

    /** Reads the next bytes, for little-endian numbers. */
    ByteBuffer read(int length, String what) throws IOException {
        return ByteBuffer.wrap(readBytes(length, what)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads the next bytes into the start of a given array, and returns this part of it. */
    ByteBuffer read(byte[] bytes, int length, String what) throws IOException {
        int count = in.readNBytes(bytes, 0, length);
        if (count < length) {
            throw error(bytes(length) + " of " + what, bytes(count));
        }
        position += length;
        return ByteBuffer.wrap(bytes, 0, length);
    }

    void skip(long length, String what) throws IOException {
        checkLeft(length, what);
        in.skipNBytes(length);
        position += length;
    }

    void expectEnd(String after) throws IOException {
        if (left() > 0) {
            throw error("the end after " + after, bytes(left()) + " more");
        }
    }

    /** Refuses a length that exceeds what is left. A negative number is a 64-bit length that is too large. */
    private void checkLeft(long length, String what) throws FileFormatException {
        if (length < 0 || length > left()) {
            throw error(Long.toUnsignedString(length) + " bytes of " + what, bytes(left()));
        }
    }

    /** Writes a number of bytes in words. */
    static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }

    /** Throws the error if something is wrong. Its texts are made in any case: not for what happens often in a file. */
    void refuseIf(boolean isWrong, String expected, String found) throws FileFormatException {
        refuseIf(isWrong, position, expected, found);
    }

    void refuseIf(boolean isWrong, long offset, String expected, String found) throws FileFormatException {
        if (isWrong) {
            throw error(offset, expected, found);
        }
    }

    FileFormatException error(String expected, String found) {
        return error(position, expected, found);
    }

    FileFormatException error(long offset, String expected, String found) {
        return part == null
                ? new FileFormatException(file, offset, expected, found)
                : new FileFormatException(file, part, offset, expected, found);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
