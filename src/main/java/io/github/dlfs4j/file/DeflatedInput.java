package io.github.dlfs4j.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The content of raw deflated bytes (RFC 1951), without zlib's header and checksum, as in zip archives and gzip files.
 *
 * <p>Deflated bytes may hold blocks without content, each with tables of codes that take time to build. They take a
 * tenth of a second for a megabyte at most, so the length of a file limits what it costs.
 */
public class DeflatedInput extends InflaterInputStream {
    /**
     * Creates the content of deflated bytes.
     *
     * @param in the deflated bytes
     * @param bufferSize the number of deflated bytes that are read at a time
     */
    public DeflatedInput(InputStream in, int bufferSize) {
        super(in, new Inflater(true), bufferSize);
    }

    /** {@return the number of deflated bytes that have been inflated, without those after them} */
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
