package io.github.dlfs4j.ndarray.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/** Decodes text in UTF-8 to bytes in latin1. Each character, at most U+00FF, becomes one byte. */
final class Latin1Text extends InputStream {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 13];
    private int at;
    private int end;

    Latin1Text(InputStream in) {
        this.in = in;
    }

    /** @throws CharacterCodingException if the text is not in UTF-8 or has other characters */
    @Override
    public int read() throws IOException {
        int lead = next();
        if (lead < 0x80) {
            return lead;
        }
        int trail = lead == 0xc2 || lead == 0xc3 ? next() : -1;
        if (trail < 0x80 || trail > 0xbf) {
            throw new CharacterCodingException();
        }
        return (lead & 3) << 6 | (trail & 0x3f);
    }

    private int next() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at == end ? -1 : buffer[at++] & 0xff;
    }

    /** Passes on an error after the first byte. The overridden method would treat it as the end. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        for (int value; count < length && (value = read()) >= 0; count++) {
            bytes[offset + count] = (byte) value;
        }
        return count == 0 && length > 0 ? -1 : count;
    }
}
