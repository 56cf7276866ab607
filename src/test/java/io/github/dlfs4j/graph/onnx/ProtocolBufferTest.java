package io.github.dlfs4j.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of the page that describes the wire format, and numbers at the limits of their bytes. */
class ProtocolBufferTest {
    private static String bytes(ProtocolBuffer message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return HexFormat.ofDelimiter(" ").formatHex(out.toByteArray());
    }

    @Test
    void messagesHaveTheBytesOfTheWireFormat() throws IOException {
        ProtocolBuffer number = new ProtocolBuffer().add(1, 150);
        assertThat(bytes(number)).isEqualTo("08 96 01");
        assertThat(bytes(new ProtocolBuffer().add(2, "testing"))).isEqualTo("12 07 74 65 73 74 69 6e 67");
        assertThat(bytes(new ProtocolBuffer().add(3, number))).isEqualTo("1a 03 08 96 01");
        assertThat(bytes(new ProtocolBuffer().add(5, 1).add(5, 2).add(5, 3))).isEqualTo("28 01 28 02 28 03");
        assertThat(bytes(new ProtocolBuffer().add(20, 1f))).isEqualTo("a5 01 00 00 80 3f");
        assertThat(bytes(new ProtocolBuffer().add(1, "β"))).isEqualTo("0a 02 ce b2");
    }

    @Test
    void integersHaveAsManyBytesAsTheyNeed() throws IOException {
        assertThat(bytes(new ProtocolBuffer().add(1, 0).add(1, 127).add(1, 128)))
                .isEqualTo("08 00 08 7f 08 80 01");
        assertThat(bytes(new ProtocolBuffer().add(1, 16383).add(1, 16384))).isEqualTo("08 ff 7f 08 80 80 01");
        assertThat(bytes(new ProtocolBuffer().add(1, -2))).isEqualTo("08 fe ff ff ff ff ff ff ff ff 01");
    }
}
