package io.github.dlfs4j.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The content of raw deflated bytes (RFC 1951), without zlib's header and checksum, as in zip archives and gzip files.
 *
 * <p>Deflated bytes may hold blocks without content, each with tables of codes that take time to build. No compressor
 * makes its input longer by more than about an eighth. Input that is longer than its content by more than a quarter is
 * therefore refused before the rest of it is read.
 */
public class DeflatedInput extends InflaterInputStream {
    /**
     * The number of bytes that may bring no content, including those that a compressor writes around very short
     * content.
     */
    private static final int SLACK = 1 << 16;

    /**
     * Creates the content of deflated bytes.
     *
     * @param in the deflated bytes
     * @param bufferSize the number of deflated bytes that are read at a time
     */
    public DeflatedInput(InputStream in, int bufferSize) {
        super(in, new Inflater(true), bufferSize);
    }

    /** Reads the next bytes to inflate, once all bytes before them have been inflated. */
    @Override
    protected void fill() throws IOException {
        long content = inf.getBytesWritten();
        if (inf.getBytesRead() > content + content / 4 + SLACK) {
            throw new ZipException("more deflated bytes than content");
        }
        super.fill();
    }

    /**
     * Returns the number of deflated bytes that have been inflated.
     *
     * @return the number, without bytes after the deflated ones
     */
    public long bytesRead() {
        return inf.getBytesRead();
    }

    /**
     * Tells whether the deflated bytes have reached the end that they mark themselves.
     *
     * @return true if all of them have been inflated
     */
    public boolean finished() {
        return inf.finished();
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
