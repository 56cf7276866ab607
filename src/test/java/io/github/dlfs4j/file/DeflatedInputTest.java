package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeflatedInputTest {
    private static final int BUFFER = 1 << 13;

    /** Noise becomes longer with every strategy, and longest in short blocks. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "9, 1", "6, 2"})
    void givesContentThatCannotBeCompressed(int level, int strategy) throws IOException {
        byte[] content = new byte[1 << 20];
        new Random(1).nextBytes(content);
        Deflater deflater = new Deflater(level, true);
        deflater.setStrategy(strategy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER, true)) {
            for (int i = 0; i < content.length; i += 256) {
                deflated.write(content, i, 256);
                deflated.flush();
            }
        }
        deflater.end();
        assertThat(out.size()).isGreaterThan(content.length);
        try (DeflatedInput in = new DeflatedInput(new ByteArrayInputStream(out.toByteArray()), BUFFER)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    /** A stored block without content takes five bytes. */
    @Test
    void refusesBlocksOfNoContentLongBeforeTheirEnd() throws IOException {
        int length = 10_000_000;
        ByteBuffer blocks = ByteBuffer.allocate(length);
        while (blocks.hasRemaining()) {
            blocks.put(new byte[] {0, 0, 0, -1, -1});
        }
        ByteArrayInputStream raw = new ByteArrayInputStream(blocks.array());
        try (DeflatedInput in = new DeflatedInput(raw, BUFFER)) {
            assertThatExceptionOfType(ZipException.class)
                    .isThrownBy(in::read)
                    .withMessage("more deflated bytes than content");
        }
        assertThat(raw.available()).isGreaterThan(length - 100_000);
    }
}
