package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An array as bytes, for its serialised form: the number of its dtype, the number of its axes, their lengths, and the
 * elements in C order. No length is trusted beyond the bytes that are there.
 */
final class ArrayBytes {
    /** The number of elements in a block. */
    private static final int BLOCK = 1 << 12;

    /** The dtypes by their numbers. */
    private static final List<DType> DTYPES = List.of(DType.values());

    /** Returns the bytes of an array, in blocks. */
    static Stream<byte[]> of(NDArray array) {
        ByteBuffer head = ByteBuffer.allocate(2 + Integer.BYTES * array.ndim());
        head.put((byte) DTYPES.indexOf(array.dtype())).put((byte) array.ndim());
        head.asIntBuffer().put(array.shape().lengths());
        NDArray flat = array.reshape(-1);
        Stream<byte[]> elements = IntStream.iterate(0, at -> at < flat.size(), at -> at + BLOCK)
                .mapToObj(at -> bytes(flat.get(Index.range(at, Math.min(at + BLOCK, flat.size())))));
        return Stream.concat(Stream.of(head.array()), elements);
    }

    private static byte[] bytes(NDArray elements) {
        ByteBuffer bytes =
                ByteBuffer.allocate(elements.size() * elements.dtype().itemSize());
        switch (elements.dtype()) {
            case BOOL -> bytes.put(elements.astype(DType.UINT8).toByteArray());
            case UINT8 -> bytes.put(elements.toByteArray());
            case INT64 -> bytes.asLongBuffer().put(elements.toLongArray());
            case FLOAT32 -> bytes.asFloatBuffer().put(elements.toFloatArray());
            case FLOAT64 -> bytes.asDoubleBuffer().put(elements.toDoubleArray());
        }
        return bytes.array();
    }

    /**
     * Makes the array of such bytes.
     *
     * @throws IllegalArgumentException {@code serialised NDArray: expected 16 bytes for 2 elements of float64, found 15
     *     bytes}, and likewise for the other parts
     */
    static NDArray array(ByteBuffer bytes) {
        int dtype = bytes.hasRemaining() ? bytes.get() : -1;
        require(dtype >= 0 && dtype < DTYPES.size(), "the number of a dtype", dtype);
        int ndim = bytes.hasRemaining() ? Byte.toUnsignedInt(bytes.get()) : -1;
        require(ndim >= 0 && ndim <= bytes.remaining() / Integer.BYTES, "the lengths of all axes", bytes.remaining());
        int[] lengths = new int[ndim];
        bytes.asIntBuffer().get(lengths);
        return array(DTYPES.get(dtype), Shape.owning(lengths), bytes.position(bytes.position() + Integer.BYTES * ndim));
    }

    private static NDArray array(DType dtype, Shape shape, ByteBuffer bytes) {
        int size = shape.size();
        long expected = (long) size * dtype.itemSize();
        require(
                bytes.remaining() == expected,
                "%s bytes for %s elements of %s".formatted(expected, size, dtype),
                bytes.remaining() + " bytes");
        Storage elements = dtype.primitive().allocate(size);
        switch (dtype) {
            case BOOL -> {
                for (int i = 0; i < size; i++) {
                    elements.setLong(i, bytes.get());
                }
            }
            case UINT8 -> bytes.get((byte[]) elements.values());
            case INT64 -> bytes.asLongBuffer().get((long[]) elements.values());
            case FLOAT32 -> bytes.asFloatBuffer().get((float[]) elements.values());
            case FLOAT64 -> bytes.asDoubleBuffer().get((double[]) elements.values());
        }
        return new NDArray(elements, Layout.contiguous(shape.lengths()));
    }

    private static void require(boolean valid, String expected, Object found) {
        if (!valid) {
            throw new IllegalArgumentException("serialised NDArray: expected " + expected + ", found " + found);
        }
    }
}
