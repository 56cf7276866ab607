package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.BlockInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes text in UTF-8 to bytes in latin1. Each character, at most U+00FF, becomes one byte. */
final class Latin1Text extends BlockInput {
    private final Reader text;
    private final char[] chunk = new char[1 << 13];

    Latin1Text(InputStream in) {
        this.text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    }

    /** @throws CharacterCodingException if the text is not in UTF-8 or has other characters */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = text.read(chunk, 0, Math.min(length, chunk.length));
        for (int i = 0; i < count; i++) {
            if (chunk[i] > 0xff) {
                throw new CharacterCodingException();
            }
            bytes[offset + i] = (byte) chunk[i];
        }
        return count;
    }
}
