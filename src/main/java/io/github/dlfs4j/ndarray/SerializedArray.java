package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;

/**
 * The serialised form of an array: the number of its dtype, the number of its axes, their lengths, and the elements in
 * C order. No length is trusted beyond the bytes that are there.
 */
final class SerializedArray implements Serializable {
    private static final long serialVersionUID = 2;
    /** The reader has the bytes and the array in memory at once. */
    private static final int MAX_BYTES = (int) (MemoryBudget.DEFAULT / 2);

    /** The number of elements that are written at a time. */
    private static final int BLOCK = 1 << 12;

    private transient NDArray array;

    SerializedArray(NDArray array) {
        this.array = array;
    }

    @SuppressWarnings("EnumOrdinal") // the order of the dtypes is a part of the form
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.write(array.dtype().ordinal());
        out.write(array.ndim());
        for (int length : array.shape().lengths()) {
            out.writeInt(length);
        }
        NDArray flat = array.reshape(-1);
        for (int at = 0, n; at < flat.size(); at += n) {
            n = Math.min(BLOCK, flat.size() - at);
            out.write(bytes(flat.get(Index.range(at, at + n))));
        }
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

    @SuppressWarnings("EnumOrdinal") // the order of the dtypes is a part of the form
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int dtype = in.read();
        int ndim = in.read();
        ByteBuffer rest = ByteBuffer.wrap(in.readNBytes(MAX_BYTES));
        require(dtype >= 0 && dtype < DType.values().length, "the number of a dtype", dtype);
        require(ndim >= 0 && ndim <= rest.remaining() / Integer.BYTES, "the lengths of all axes", rest.remaining());
        require(in.read() < 0, "at most " + MAX_BYTES + " bytes", "more");
        int[] lengths = new int[ndim];
        rest.asIntBuffer().get(lengths);
        try {
            array = array(DType.values()[dtype], Shape.owning(lengths), rest.position(Integer.BYTES * ndim));
        } catch (IllegalArgumentException e) {
            throw (InvalidObjectException) new InvalidObjectException(e.getMessage()).initCause(e);
        }
    }

    private static NDArray array(DType dtype, Shape shape, ByteBuffer bytes) throws InvalidObjectException {
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

    private static void require(boolean valid, String expected, Object found) throws InvalidObjectException {
        if (!valid) {
            throw new InvalidObjectException("serialised NDArray: expected " + expected + ", found " + found);
        }
    }

    private Object readResolve() {
        return array;
    }
}
