package io.github.dlfs4j.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The decompressed content of a gzip file, RFC 1952: that of its members, one after the other. At the end of each, the
 * checksum and the length are checked, and the file must end with a member.
 *
 * <p>{@code java.util.zip.GZIPInputStream} accepts any bytes after the end, does not say where an error is, and fails
 * with a {@link StackOverflowError} where many members have no content.
 */
public final class GzipInput extends DeflatedInput {
    /** The most by which deflated data can expand, as the documentation of zlib derives. */
    public static final int MAX_EXPANSION = 1032;

    private static final int MAGIC = 0x8b1f;
    private static final int HEADER_LENGTH = 10;
    /**
     * The longest name or comment that is accepted. The header's other field cannot be longer either, and file names
     * are far shorter.
     */
    private static final int MAX_TEXT = 1 << 16;

    private static final int TRAILER_LENGTH = 8;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA_FIELD = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final FormatError error;
    private final CRC32 crc = new CRC32();
    /** The place in the file of what comes next, outside the deflated data. */
    private long position;
    /** The place in the file of the deflated data of the current member. */
    private long deflatedStart;
    /** How many of the bytes in the buffer are used, outside the deflated data. */
    private int used;

    private boolean finished;

    /**
     * Creates the content of a gzip file and reads the header of its first member.
     *
     * @param in the file
     * @param error makes the exceptions for what is no gzip file
     * @throws IOException if reading fails or there is no header of a gzip file
     */
    public GzipInput(InputStream in, FormatError error) throws IOException {
        super(in, 1 << 14);
        this.error = error;
        try {
            readHeader();
        } catch (Throwable e) {
            inf.end();
            throw e;
        }
    }

    /**
     * {@return the content of a file, decompressed if its first bytes say that it is compressed}
     *
     * @param bytes the file
     * @param error makes the exceptions for what is no gzip file
     * @throws IOException if reading fails or the header of a compressed file is broken
     */
    public static InputStream decompressed(InputStream bytes, FormatError error) throws IOException {
        InputStream raw = new BufferedInputStream(bytes);
        raw.mark(2);
        boolean compressed = raw.read() == (MAGIC & 0xff) && raw.read() == MAGIC >> 8;
        raw.reset();
        return compressed ? new GzipInput(raw, error) : raw;
    }

    /**
     * Returns the length of the content modulo 2^32, as the end of a compressed file of one member claims it. It is
     * unverified until the content has been read.
     *
     * @param file the compressed file
     * @return the length, whose bits are those of an unsigned number
     * @throws IOException if the file cannot be read
     */
    public static int lengthAtEnd(Path file) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = InputFile.open(file)) {
            channel.read(length, Math.max(0, channel.size() - Integer.BYTES));
        }
        return length.getInt(0);
    }

    private void readHeader() throws IOException {
        crc.reset();
        long start = position;
        ByteBuffer header = readRaw(HEADER_LENGTH, "a gzip header");
        int magic = Short.toUnsignedInt(header.getShort(0));
        int method = header.get(2);
        int flags = header.get(3);
        if (magic != MAGIC) {
            throw error.of(start, "the gzip magic number 1f8b", "%04x".formatted(Integer.reverseBytes(magic) >>> 16));
        }
        if (method != DEFLATED) {
            throw error.of(start + 2, "compression method 8 (deflated)", "method " + method);
        }
        if ((flags & RESERVED) != 0) {
            throw error.of(start + 3, "the reserved flags unset", "flags 0x%02x".formatted(flags & 0xff));
        }
        if ((flags & EXTRA_FIELD) != 0) {
            int length = Short.toUnsignedInt(readRaw(2, "the length of a field").getShort());
            readRaw(length, "a field of the gzip header");
        }
        if ((flags & NAME) != 0) {
            readToZero("a name");
        }
        if ((flags & COMMENT) != 0) {
            readToZero("a comment");
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            int expected = (int) crc.getValue() & 0xffff;
            int found =
                    Short.toUnsignedInt(readRaw(2, "the checksum of the header").getShort());
            if (found != expected) {
                throw error.of(position - 2, "the header checksum %04x".formatted(expected), "%04x".formatted(found));
            }
        }
        deflatedStart = position;
        crc.reset();
        inf.reset();
        inf.setInput(buf, used, len - used);
    }

    /** Reads bytes outside the deflated data: the inflater may have taken them already. */
    private byte[] rawBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int given = Math.min(len - used, count);
        System.arraycopy(buf, used, bytes, 0, given);
        used += given;
        int read = given + in.readNBytes(bytes, given, count - given);
        position += read;
        return read == count ? bytes : Arrays.copyOf(bytes, read);
    }

    private ByteBuffer readRaw(int length, String what) throws IOException {
        long start = position;
        byte[] bytes = rawBytes(length);
        if (bytes.length < length) {
            throw error.of(start, length + " bytes of " + what, bytes.length + " bytes");
        }
        crc.update(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int readByte() throws IOException {
        int value = used < len ? buf[used++] & 0xff : in.read();
        position++;
        return value;
    }

    /** Skips a name or a comment. */
    private void readToZero(String what) throws IOException {
        long start = position;
        for (int value = -1; value != 0; ) {
            value = readByte();
            if (value < 0) {
                throw error.of(position - 1, what + " that ends with a zero byte", "the end of the file");
            }
            if (value != 0 && position - start > MAX_TEXT) {
                throw error.of(start, what + " of at most " + MAX_TEXT + " bytes", "more");
            }
            crc.update(value);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = finished ? -1 : readMember(bytes, offset, length);
        while (count < 0 && !finished) {
            readTrailer();
            finished = isAtEnd();
            if (!finished) {
                readHeader();
                count = readMember(bytes, offset, length);
            }
        }
        return count;
    }

    private int readMember(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(bytes, offset, length);
        } catch (EOFException e) {
            throw error.of(deflatedEnd(), "more deflated data", "the end");
        } catch (ZipException e) {
            throw error.of(deflatedEnd(), "deflated data", e.getMessage());
        }
        if (count > 0) {
            crc.update(bytes, offset, count);
        }
        return count;
    }

    private long deflatedEnd() {
        return deflatedStart + inf.getBytesRead();
    }

    private void readTrailer() throws IOException {
        position = deflatedEnd();
        used = len - inf.getRemaining();
        long place = position;
        byte[] bytes = rawBytes(TRAILER_LENGTH);
        if (bytes.length < TRAILER_LENGTH) {
            throw error.of(place, "the last 8 bytes, checksum and length", bytes.length + " bytes");
        }
        ByteBuffer trailer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int checksum = trailer.getInt();
        int length = trailer.getInt();
        if (checksum != (int) crc.getValue()) {
            throw error.of(place, "the checksum %08x".formatted((int) crc.getValue()), "%08x".formatted(checksum));
        }
        if (length != (int) inf.getBytesWritten()) {
            throw error.of(
                    place + 4, "the length " + inf.getBytesWritten(), Long.toString(Integer.toUnsignedLong(length)));
        }
    }

    /** Whether the file ends; otherwise the next bytes are in the buffer. */
    private boolean isAtEnd() throws IOException {
        if (used == len) {
            used = 0;
            len = Math.max(0, in.read(buf, 0, buf.length));
        }
        return used == len;
    }
}
