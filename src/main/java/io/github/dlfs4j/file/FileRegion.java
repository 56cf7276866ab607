package io.github.dlfs4j.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes between two places of a file. */
public final class FileRegion extends BlockInput {
    private final Source source;
    private final long end;
    private long position;

    /** A file, open or in memory. */
    public interface Source {
        /**
         * Reads bytes from a position, as {@link FileChannel#read(ByteBuffer, long)} does.
         *
         * @param bytes where to put them
         * @param position the place of the first
         * @return how many were read; none or less than none at the end
         * @throws IOException if the file cannot be read
         */
        int read(ByteBuffer bytes, long position) throws IOException;
    }

    /**
     * An open file.
     *
     * @param channel the file
     */
    public record OfChannel(FileChannel channel) implements Source {
        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return channel.read(bytes, position);
        }
    }

    /**
     * The content of a file in memory.
     *
     * @param content all bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // it is only read
    public record OfMemory(byte[] content) implements Source {
        @Override
        public int read(ByteBuffer bytes, long position) {
            int length = (int) Math.min(bytes.remaining(), content.length - position);
            bytes.put(content, (int) position, length);
            return length;
        }
    }

    /**
     * Creates an input of a region.
     *
     * @param source the file
     * @param start the place of the first byte
     * @param end the place after the last
     */
    public FileRegion(Source source, long start, long end) {
        this.source = source;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int wanted = (int) Math.min(length, end - position);
        int count = wanted <= 0 ? -1 : source.read(ByteBuffer.wrap(bytes, offset, wanted), position);
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end - position));
        position += skipped;
        return skipped;
    }
}
