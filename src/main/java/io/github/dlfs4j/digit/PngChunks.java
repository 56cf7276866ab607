package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file. Only those that make up the picture are given to the decoder, once each. It would
 * decompress texts and profiles of any length, too.
 */
final class PngChunks {
    private static final int SIGNATURE_LENGTH = 8;
    private static final int IHDR = 0x4948_4452;
    private static final int PLTE = 0x504c_5445;
    private static final int TRNS = 0x7452_4e53;
    private static final int IDAT = 0x4944_4154;
    private static final int IEND = 0x4945_4e44;
    private static final int HEADER_LENGTH = 13;
    /** The length and the type before the content of a chunk. */
    private static final int START_LENGTH = 8;

    private final Path file;
    private final ByteBuffer in;
    private final ByteBuffer out;
    private final Set<Integer> seen = new HashSet<>();

    private PngChunks(Path file, byte[] bytes) {
        this.file = file;
        this.in = ByteBuffer.wrap(bytes);
        this.out = ByteBuffer.wrap(bytes);
    }

    /**
     * Checks the limits and moves the chunks of the picture to the front.
     *
     * @param bytes the file
     * @return the length of what the decoder needs
     * @throws FileFormatException if the image is beyond a limit
     * @throws IOException if the file is damaged
     */
    static int keepPicture(Path file, byte[] bytes) throws IOException {
        PngChunks chunks = new PngChunks(file, bytes);
        chunks.keep();
        return chunks.out.position();
    }

    private void keep() throws IOException {
        if (in.remaining() < SIGNATURE_LENGTH) {
            throw new IOException("it ends within its signature");
        }
        in.position(SIGNATURE_LENGTH);
        out.position(SIGNATURE_LENGTH);
        int data = -1; // the place of the chunk with all of the compressed pixels
        boolean ended = false;
        while (!ended && in.hasRemaining()) {
            if (in.remaining() < START_LENGTH + Integer.BYTES) {
                throw new IOException("it ends within a chunk");
            }
            int length = in.getInt();
            int type = in.getInt();
            if (length < 0 || length > in.remaining() - Integer.BYTES) {
                throw new IOException("it ends within a chunk");
            }
            if (out.position() == SIGNATURE_LENGTH) {
                checkHeader(type, length);
            }
            ended = type == IEND;
            if (type == IDAT) {
                data = data < 0 ? open() : data;
                append(length);
            } else if (data < 0 && (type == IHDR || type == PLTE || type == TRNS) && seen.add(type)) {
                int place = open();
                append(length);
                close(place, type);
            }
            in.position(in.position() + length + Integer.BYTES);
        }
        if (data < 0) {
            throw new IOException("it has no pixels");
        }
        close(data, IDAT);
        if (ended) {
            close(open(), IEND);
        }
    }

    /** Leaves room for what is before the content of a chunk, and returns its place. */
    private int open() {
        int place = out.position();
        out.position(place + START_LENGTH);
        return place;
    }

    /** Copies content to a place that is not behind it. */
    private void append(int length) {
        System.arraycopy(in.array(), in.position(), out.array(), out.position(), length);
        out.position(out.position() + length);
    }

    /** Writes the parts around the content of a chunk. */
    private void close(int place, int type) {
        int length = out.position() - place - START_LENGTH;
        out.putInt(place, length).putInt(place + Integer.BYTES, type);
        CRC32 crc = new CRC32();
        crc.update(out.array(), place + Integer.BYTES, Integer.BYTES + length);
        out.putInt((int) crc.getValue());
    }

    private void checkHeader(int type, int length) throws IOException {
        if (type != IHDR || length != HEADER_LENGTH) {
            throw new IOException("it does not begin with a header");
        }
        int place = in.position();
        int depth = Byte.toUnsignedInt(in.get(place + 8));
        int samples = switch (in.get(place + 9)) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            default -> 4;
        };
        PictureLimits.checkPng(file, in.getInt(place), in.getInt(place + 4), depth * samples);
    }
}
