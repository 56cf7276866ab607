package io.github.dlfs4j.ndarray.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file, or of a part of one, read once from front to back. It knows how many there are, so that no
 * length that a file claims is believed beyond them, and every error names its place.
 */
final class CheckedInput implements Closeable {
    /** A multiple of the size of every element. */
    private static final int CHUNK = 1 << 16;

    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private final Path file;
    private final String part;
    private final InputStream in;
    private final long end;
    private long position;

    /**
     * @param part the part of the file that is read, null for the file itself
     * @param start what the first byte counts as in errors
     * @param length the number of bytes that can be read
     */
    CheckedInput(Path file, String part, InputStream in, long start, long length) {
        this.file = file;
        this.part = part;
        this.in = in;
        this.position = start;
        this.end = start + length;
    }

    static CheckedInput open(Path file) throws IOException {
        long length = Files.size(file);
        return new CheckedInput(file, null, new BufferedInputStream(Files.newInputStream(file)), 0, length);
    }

    /** Bytes that have been taken out of these. */
    CheckedInput part(byte[] bytes, long start) {
        return new CheckedInput(file, part, new ByteArrayInputStream(bytes), start, bytes.length);
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

    byte[] readBytes(long length, String what) throws IOException {
        checkLeft(length, what);
        if (length > MAX_LENGTH) {
            throw error("at most " + MAX_LENGTH + " bytes of " + what, bytes(length));
        }
        byte[] bytes = new byte[(int) length];
        fill(bytes, bytes.length, what);
        return bytes;
    }

    /** The next bytes, to take little endian numbers from. */
    ByteBuffer read(int length, String what) throws IOException {
        return ByteBuffer.wrap(readBytes(length, what)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A step in reading elements: bytes that hold whole elements, and the number of elements before them. */
    interface ChunkReader {
        void read(ByteBuffer chunk, int at) throws IOException;
    }

    void readChunks(int count, int elementSize, ByteOrder order, ChunkReader reader) throws IOException {
        checkLeft((long) count * elementSize, "elements");
        byte[] chunk = new byte[(int) Math.min(CHUNK, (long) count * elementSize)];
        int step = CHUNK / elementSize;
        for (int at = 0, next; at < count; at = next) {
            next = at + Math.min(step, count - at);
            int bytes = (next - at) * elementSize;
            fill(chunk, bytes, "elements");
            reader.read(ByteBuffer.wrap(chunk, 0, bytes).slice().order(order), at);
        }
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

    /** Refuses a length that exceeds what is left. A negative one is a 64-bit length beyond all bounds. */
    private void checkLeft(long length, String what) throws FileFormatException {
        if (length < 0 || length > left()) {
            throw error(Long.toUnsignedString(length) + " bytes of " + what, bytes(left()));
        }
    }

    private void fill(byte[] bytes, int length, String what) throws IOException {
        int count = in.readNBytes(bytes, 0, length);
        if (count < length) {
            throw error(bytes(length) + " of " + what, bytes(count));
        }
        position += length;
    }

    private static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
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
