package io.github.dlfs4j.ndarray.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Deflated bytes without zlib's header and checksum, as they are in zip archives. */
final class RawInflaterStream extends InflaterInputStream {
    RawInflaterStream(InputStream in) {
        super(in, new Inflater(true), 1 << 13);
    }

    long bytesRead() {
        return inf.getBytesRead();
    }

    /** Whether the data has come to the end that it marks itself. */
    boolean finished() {
        return inf.finished();
    }

    /** Ends quietly where the data ends too early; who reads asks whether it is {@link #finished}. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (EOFException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
