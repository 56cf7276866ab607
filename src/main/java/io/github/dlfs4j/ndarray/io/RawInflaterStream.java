package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.DeflatedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Deflated bytes without zlib's header and checksum, as they are in zip archives. */
final class RawInflaterStream extends DeflatedInput {
    private static final int MAX_BUFFER = 1 << 13;

    /** @param length how many deflated bytes there are */
    RawInflaterStream(InputStream in, long length) {
        super(in, (int) Math.max(1, Math.min(length, MAX_BUFFER)));
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
}
