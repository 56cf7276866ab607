package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.DeflatedInput;
import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The decompressed content of a gzip file, RFC 1952. At its end, the checksum and the length are checked, and the file
 * must end there.
 *
 * <p>{@code java.util.zip.GZIPInputStream} accepts any bytes after the end, and does not say where an error is.
 */
final class GzipInput extends DeflatedInput {
    /** The most by which deflated data can expand, as the documentation of zlib derives. */
    static final int MAX_EXPANSION = 1032;

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

    private final Path file;
    private final CRC32 crc = new CRC32();
    private long position;
    private long headerLength;
    private boolean finished;

    GzipInput(Path file, InputStream in) throws IOException {
        super(in, 1 << 14);
        this.file = file;
        try {
            readHeader();
        } catch (Throwable e) {
            inf.end();
            throw e;
        }
    }

    /** Returns the content of a file, decompressed if its first bytes say that it is compressed. */
    static InputStream decompressed(Path file, InputStream bytes) throws IOException {
        InputStream raw = new BufferedInputStream(bytes);
        raw.mark(2);
        boolean compressed = raw.read() == (MAGIC & 0xff) && raw.read() == MAGIC >> 8;
        raw.reset();
        return compressed ? new GzipInput(file, raw) : raw;
    }

    /**
     * Returns the length of the content modulo 2^32, as the end of a compressed file claims it. It is unverified until
     * the content has been read.
     */
    static int lengthAtEnd(Path file) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = InputFile.open(file)) {
            channel.read(length, Math.max(0, channel.size() - Integer.BYTES));
        }
        return length.getInt(0);
    }

    private void readHeader() throws IOException {
        ByteBuffer header = readRaw(HEADER_LENGTH, "a gzip header");
        int magic = Short.toUnsignedInt(header.getShort(0));
        int method = header.get(2);
        int flags = header.get(3);
        if (magic != MAGIC) {
            throw error(0, "the gzip magic number 1f8b", "%04x".formatted(Integer.reverseBytes(magic) >>> 16));
        }
        if (method != DEFLATED) {
            throw error(2, "compression method 8 (deflated)", "method " + method);
        }
        if ((flags & RESERVED) != 0) {
            throw error(3, "the reserved flags unset", "flags 0x%02x".formatted(flags & 0xff));
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
                throw error(position - 2, "the header checksum %04x".formatted(expected), "%04x".formatted(found));
            }
        }
        headerLength = position;
        crc.reset();
    }

    private ByteBuffer readRaw(int length, String what) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw error(position, length + " bytes of " + what, bytes.length + " bytes");
        }
        position += length;
        crc.update(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Skips a name or a comment. */
    private void readToZero(String what) throws IOException {
        long start = position;
        for (int value = -1; value != 0; position++) {
            value = in.read();
            if (value < 0) {
                throw error(position, what + " that ends with a zero byte", "the end of the file");
            }
            if (value != 0 && position - start == MAX_TEXT) {
                throw error(start, what + " of at most " + MAX_TEXT + " bytes", "more");
            }
            crc.update(value);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(bytes, offset, length);
        } catch (EOFException e) {
            throw error(deflatedEnd(), "more deflated data", "the end");
        } catch (ZipException e) {
            throw error(deflatedEnd(), "deflated data", e.getMessage());
        }
        if (count > 0) {
            crc.update(bytes, offset, count);
        } else if (count < 0 && !finished) {
            finished = true;
            readTrailer();
        }
        return count;
    }

    private long deflatedEnd() {
        return headerLength + inf.getBytesRead();
    }

    /** Reads the trailer. The inflater may have taken some or all of its bytes already. */
    private void readTrailer() throws IOException {
        long place = deflatedEnd();
        byte[] rest = new byte[TRAILER_LENGTH + 1];
        int given = Math.min(inf.getRemaining(), rest.length);
        System.arraycopy(buf, len - inf.getRemaining(), rest, 0, given);
        int count = given + in.readNBytes(rest, given, rest.length - given);
        if (count != TRAILER_LENGTH) {
            throw error(
                    place,
                    "the last 8 bytes, checksum and length",
                    count < TRAILER_LENGTH ? count + " bytes" : "more bytes");
        }
        ByteBuffer trailer = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
        int checksum = trailer.getInt();
        int length = trailer.getInt();
        if (checksum != (int) crc.getValue()) {
            throw error(place, "the checksum %08x".formatted((int) crc.getValue()), "%08x".formatted(checksum));
        }
        if (length != (int) inf.getBytesWritten()) {
            throw error(
                    place + 4, "the length " + inf.getBytesWritten(), Long.toString(Integer.toUnsignedLong(length)));
        }
    }

    private FileFormatException error(long offset, String expected, String found) {
        return new FileFormatException(file, offset, expected, found);
    }
}
