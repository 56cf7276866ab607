package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeflatedInputTest {
    private static final int BUFFER = 1 << 13;

    /** Noise becomes longer with every strategy, and longest in short blocks. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "9, 1", "6, 2"})
    void inflatingGivesContentThatCannotBeCompressed(int level, int strategy) throws IOException {
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
    void inflatingReadsBlocksOfNoContent() throws IOException {
        ByteBuffer blocks = ByteBuffer.allocate(10_000_000);
        while (blocks.remaining() > 5) {
            blocks.put(new byte[] {0, 0, 0, -1, -1});
        }
        blocks.put(new byte[] {1, 0, 0, -1, -1});
        try (DeflatedInput in = new DeflatedInput(new ByteArrayInputStream(blocks.array()), BUFFER)) {
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.finished()).isTrue();
            assertThat(in.bytesRead()).isEqualTo(blocks.capacity());
        }
    }
}
