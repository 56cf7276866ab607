package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The description of an array that precedes its elements in a file.
 *
 * @param place the place of the shape in the file, for errors
 */
record ArrayHeader(ElementType type, ByteOrder byteOrder, boolean fortranOrder, Shape shape, long place) {
    /** The largest number of axes of an array in NumPy 2. */
    static final int MAX_NDIM = 64;

    private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;
    /** The length of a chunk, a multiple of the size of every element. */
    private static final int CHUNK = 1 << 16;

    /**
     * @param place the place of the shape in the file, for errors
     * @throws FileFormatException if no array can have this shape
     */
    static ArrayHeader of(
            ElementType type,
            ByteOrder byteOrder,
            boolean fortranOrder,
            List<Long> lengths,
            CheckedInput in,
            long place)
            throws FileFormatException {
        in.refuseIf(
                lengths.size() > MAX_NDIM, place, "a shape of at most " + MAX_NDIM + " axes", lengths.size() + " axes");
        int[] shape = new int[lengths.size()];
        long count = lengths.contains(0L) ? 0 : 1;
        for (int axis = 0; axis < shape.length; axis++) {
            long length = lengths.get(axis);
            boolean possible = length >= 0 && length <= Integer.MAX_VALUE;
            count = possible ? count * length : Long.MAX_VALUE;
            if (count > MAX_ELEMENTS) {
                throw in.error(place, "a shape of 0 to " + MAX_ELEMENTS + " elements", Excerpt.of(text(lengths)));
            }
            shape[axis] = (int) length;
        }
        return new ArrayHeader(type, byteOrder, fortranOrder, Shape.of(shape), place);
    }

    private static String text(List<Long> lengths) {
        return lengths.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Reads the elements, which must be all that is left. An array in Fortran order keeps this order in memory.
     *
     * @param budget the memory of the array, in its dtype, is taken from it before the array is allocated
     */
    NDArray readElements(CheckedInput in, MemoryBudget budget) throws IOException {
        int count = shape.size();
        long bytes = (long) count * type.size();
        in.refuseIf(
                in.left() != bytes,
                "%s bytes for %s elements of type %s".formatted(bytes, count, type.code()),
                in.left() + " bytes");
        long memory = (long) count * type.dtype().itemSize();
        in.refuseIf(
                !budget.take(memory),
                place,
                "arrays of at most " + budget.limit() + " bytes in memory",
                "%s elements of %s, which take %s bytes".formatted(count, type.dtype(), memory));
        int[] stored = shape.toArray();
        for (int axis = 0; fortranOrder && axis < stored.length; axis++) {
            stored[axis] = shape.get(-1 - axis);
        }
        NDArray array = switch (type.dtype()) {
            case BOOL -> NDArray.wrap(read(in, new boolean[count]), stored);
            case UINT8 -> NDArray.wrap(read(in, new byte[count]), stored);
            case INT64 -> NDArray.wrap(read(in, new long[count]), stored);
            case FLOAT32 -> NDArray.wrap(read(in, new float[count]), stored);
            case FLOAT64 -> NDArray.wrap(read(in, new double[count]), stored);
        };
        return fortranOrder ? array.transpose() : array;
    }

    /** Reads all elements into a Java array of their dtype, and returns this array. */
    private <T> T read(CheckedInput in, T elements) throws IOException {
        int count = shape.size();
        byte[] chunk = new byte[(int) Math.min(CHUNK, (long) count * type.size())];
        for (int at = 0, n; at < count; at += n) {
            n = Math.min(CHUNK / type.size(), count - at);
            convert(in.read(chunk, n * type.size(), "elements").order(byteOrder), elements, at, n, in);
        }
        return elements;
    }

    private void convert(ByteBuffer chunk, Object elements, int at, int n, CheckedInput in) throws FileFormatException {
        switch (type) {
            case BOOL -> {
                for (int i = at; i < at + n; i++) {
                    ((boolean[]) elements)[i] = chunk.get() != 0;
                }
            }
            case UINT8 -> chunk.get((byte[]) elements, at, n);
            case FLOAT16 -> {
                for (int i = at; i < at + n; i++) {
                    ((float[]) elements)[i] = ElementType.halfToFloat(chunk.getShort());
                }
            }
            case BFLOAT16 -> {
                for (int i = at; i < at + n; i++) {
                    ((float[]) elements)[i] = Float.intBitsToFloat(chunk.getShort() << Short.SIZE);
                }
            }
            case FLOAT32 -> chunk.asFloatBuffer().get((float[]) elements, at, n);
            case FLOAT64 -> chunk.asDoubleBuffer().get((double[]) elements, at, n);
            case INT8, INT16, INT32, INT64, UINT16, UINT32, UINT64 -> {
                for (int i = at; i < at + n; i++) {
                    long element = type.readLong(chunk);
                    if (type == ElementType.UINT64 && element < 0) {
                        long place = in.position() - chunk.remaining() - type.size();
                        throw in.error(place, "a number that fits int64", Long.toUnsignedString(element));
                    }
                    ((long[]) elements)[i] = element;
                }
            }
        }
    }
}
