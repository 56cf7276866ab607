package io.github.dlfs4j.graph.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message in the <a href="https://protobuf.dev/programming-guides/encoding/">wire format of Protocol Buffers</a>: a
 * row of fields. Each has a key, which is its number and the type of its value, and then the value. A field that comes
 * more than once is a list.
 */
public final class ProtocolBuffer {
    // The types of values that are needed here, in the words of the format.
    private static final int VARINT = 0;
    private static final int LEN = 2;
    private static final int I32 = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Creates an empty message. */
    public ProtocolBuffer() {}

    /**
     * {@return this message with a field more: an integer or a constant of an enum}
     *
     * @param field the number of the field
     * @param value its value
     */
    public ProtocolBuffer add(int field, long value) {
        return key(field, VARINT).varint(value);
    }

    /**
     * {@return this message with a field more: a number of 32 bits}
     *
     * @param field the number of the field
     * @param value its value
     */
    public ProtocolBuffer add(int field, float value) {
        ByteBuffer number = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        key(field, I32).bytes.writeBytes(number.putFloat(value).array());
        return this;
    }

    /**
     * {@return this message with a field more: a text}
     *
     * @param field the number of the field
     * @param value its value
     */
    public ProtocolBuffer add(int field, String value) {
        return add(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return this message with a field more: bytes}
     *
     * @param field the number of the field
     * @param value its value
     */
    public ProtocolBuffer add(int field, byte[] value) {
        key(field, LEN).varint(value.length).bytes.writeBytes(value);
        return this;
    }

    /**
     * {@return this message with a field more: another message, which is complete}
     *
     * @param field the number of the field
     * @param value its value
     */
    public ProtocolBuffer add(int field, ProtocolBuffer value) {
        return add(field, value.bytes.toByteArray());
    }

    private ProtocolBuffer key(int field, int type) {
        return varint(field << 3 | type);
    }

    /** Adds 7 bits in each byte, the lowest first. The eighth bit says that another byte follows. */
    private ProtocolBuffer varint(long value) {
        long rest = value;
        for (; rest >>> 7 != 0; rest >>>= 7) {
            bytes.write(((int) rest & 0x7f) | 0x80);
        }
        bytes.write((int) rest);
        return this;
    }

    boolean isSameAs(ProtocolBuffer other) {
        return Arrays.equals(bytes.toByteArray(), other.bytes.toByteArray());
    }

    /**
     * Writes the message.
     *
     * @param out receives the bytes; it is neither flushed nor closed
     * @throws IOException if the stream cannot be written
     */
    public void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }
}
