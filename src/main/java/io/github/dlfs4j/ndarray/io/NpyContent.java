package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
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

    long length() {
        return header.length + (long) array.size() * type.size();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(header);
        writeElements(array, type, out);
    }

    /** Writes the elements in C order and little endian, in the type of their dtype or, rounded already, as float16. */
    static void writeElements(NDArray array, ElementType type, OutputStream out) throws IOException {
        int size = type.size();
        NDArray flat = array.reshape(-1);
        int step = CHUNK / size;
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0, n; at < flat.size(); at += n) {
            n = Math.min(step, flat.size() - at);
            NDArray elements = flat.get(Index.range(at, at + n));
            if (type == ElementType.FLOAT16) {
                putHalves(elements.astype(DType.FLOAT32).toFloatArray(), chunk.clear());
            } else {
                put(elements, chunk.clear());
            }
            out.write(chunk.array(), 0, n * size);
        }
    }

    private static void putHalves(float[] elements, ByteBuffer bytes) {
        for (float element : elements) {
            bytes.putShort(ElementType.floatToHalf(element));
        }
    }

    private static void put(NDArray elements, ByteBuffer bytes) {
        switch (elements.dtype()) {
            case BOOL -> bytes.put(elements.astype(DType.UINT8).toByteArray());
            case UINT8 -> bytes.put(elements.toByteArray());
            case INT64 -> bytes.asLongBuffer().put(elements.toLongArray());
            case FLOAT32 -> bytes.asFloatBuffer().put(elements.toFloatArray());
            case FLOAT64 -> bytes.asDoubleBuffer().put(elements.toDoubleArray());
        }
    }
}
