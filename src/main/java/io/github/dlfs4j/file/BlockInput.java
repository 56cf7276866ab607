package io.github.dlfs4j.file;

import java.io.IOException;
import java.io.InputStream;

/** An input that reads many bytes at a time. */
public abstract class BlockInput extends InputStream {
    /** Creates an input. */
    protected BlockInput() {}

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}
