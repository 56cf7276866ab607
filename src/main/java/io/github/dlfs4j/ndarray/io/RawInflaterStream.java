package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.DeflatedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Inflates deflated bytes without zlib's header and checksum, as in zip archives. */
final class RawInflaterStream extends DeflatedInput {
    private static final int MAX_BUFFER = 1 << 13;

    /** @param length the number of deflated bytes */
    RawInflaterStream(InputStream in, long length) {
        super(in, (int) Math.max(1, Math.min(length, MAX_BUFFER)));
    }

    long bytesRead() {
        return inf.getBytesRead();
    }

    /** Tells whether the data has reached the end that it marks itself. */
    boolean finished() {
        return inf.finished();
    }

    /** Ends quietly if the data ends too early. The caller must check {@link #finished}. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (EOFException e) {
            return -1;
        }
    }
}
