package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of an array as a {@code .npy} file of version 1.0, in C order and little endian, exactly as
 * {@code numpy.save} writes them.
 */
final class NpyContent {
    private static final int CHUNK = 1 << 16;
    private static final int ALIGNMENT = 64;
    /** NumPy leaves room for the first length to grow to this number of digits in place. */
    private static final int GROWTH_DIGITS = 21;

    private final NDArray array;
    private final ElementType type;
    private final byte[] header;

    /** Puts n elements, from the given position on, into the empty chunk. */
    private interface ChunkWriter {
        void write(ByteBuffer chunk, int at, int n);
    }

    NpyContent(NDArray array) {
        this.array = array;
        this.type = ElementType.of(array.dtype());
        this.header = header(type, array);
    }

    private static byte[] header(ElementType type, NDArray array) {
        char byteOrder = type.size() == 1 ? '|' : '<';
        String text = "{'descr': '%c%s', 'fortran_order': False, 'shape': %s, }"
                .formatted(byteOrder, type.code(), array.shape());
        if (array.ndim() > 0) {
            int digits = Integer.toString(array.shape(0)).length();
            text += " ".repeat(GROWTH_DIGITS - digits);
        }
        int prefix = Npy.MAGIC.length() + 4;
        int used = prefix + text.length() + 1;
        int length = used + ALIGNMENT - used % ALIGNMENT;
        byte[] header = new byte[length];
        Arrays.fill(header, (byte) ' ');
        header[length - 1] = '\n';
        ByteBuffer.wrap(header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Npy.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (length - prefix))
                .put(text.getBytes(StandardCharsets.US_ASCII));
        return header;
    }

    private static ChunkWriter elements(NDArray array) {
        return switch (array.dtype()) {
            case BOOL -> {
                boolean[] values = array.toBooleanArray();
                yield (chunk, at, n) -> {
                    for (int i = 0; i < n; i++) {
                        chunk.put(i, (byte) (values[at + i] ? 1 : 0));
                    }
                };
            }
            case UINT8 -> {
                byte[] values = array.toByteArray();
                yield (chunk, at, n) -> chunk.put(values, at, n);
            }
            case INT64 -> {
                long[] values = array.toLongArray();
                yield (chunk, at, n) -> chunk.asLongBuffer().put(values, at, n);
            }
            case FLOAT32 -> {
                float[] values = array.toFloatArray();
                yield (chunk, at, n) -> chunk.asFloatBuffer().put(values, at, n);
            }
            case FLOAT64 -> {
                double[] values = array.toDoubleArray();
                yield (chunk, at, n) -> chunk.asDoubleBuffer().put(values, at, n);
            }
        };
    }

    long length() {
        return header.length + (long) array.size() * type.size();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(header);
        int count = array.size();
        ChunkWriter elements = elements(array);
        byte[] bytes = new byte[CHUNK];
        int step = CHUNK / type.size();
        for (int at = 0, next; at < count; at = next) {
            next = at + Math.min(step, count - at);
            elements.write(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), at, next - at);
            out.write(bytes, 0, (next - at) * type.size());
        }
    }
}
