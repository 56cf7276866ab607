package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The description of an array that precedes its elements in a file. */
final class ArrayHeader {
    /** The largest number of axes of an array in NumPy 2. */
    static final int MAX_NDIM = 64;

    private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    private final ElementType type;
    private final ByteOrder byteOrder;
    private final boolean fortranOrder;
    private final int[] shape;
    private final int count;
    private final long place;

    private ArrayHeader(
            ElementType type, ByteOrder byteOrder, boolean fortranOrder, int[] shape, int count, long place) {
        this.type = type;
        this.byteOrder = byteOrder;
        this.fortranOrder = fortranOrder;
        this.shape = shape;
        this.count = count;
        this.place = place;
    }

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
        if (lengths.size() > MAX_NDIM) {
            throw in.error(place, "a shape of at most " + MAX_NDIM + " axes", lengths.size() + " axes");
        }
        long count = lengths.contains(0L) ? 0 : 1;
        for (long length : lengths) {
            boolean possible = length >= 0 && length <= Integer.MAX_VALUE;
            count = possible ? count * length : Long.MAX_VALUE;
            if (count > MAX_ELEMENTS) {
                throw in.error(place, "a shape of 0 to " + MAX_ELEMENTS + " elements", Excerpt.of(text(lengths)));
            }
        }
        int[] shape = new int[lengths.size()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = lengths.get(axis).intValue();
        }
        return new ArrayHeader(type, byteOrder, fortranOrder, shape, (int) count, place);
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
        long bytes = (long) count * type.size();
        if (in.left() != bytes) {
            throw in.error(
                    "%d bytes for %d elements of type %s".formatted(bytes, count, type.code()), in.left() + " bytes");
        }
        long memory = (long) count * type.dtype().itemSize();
        if (!budget.take(memory)) {
            throw in.error(
                    place,
                    "arrays of at most " + budget.limit() + " bytes in memory",
                    "%d elements of %s, which take %d bytes".formatted(count, type.dtype(), memory));
        }
        int[] stored = fortranOrder ? reversed(shape) : shape;
        NDArray array = switch (type.dtype()) {
            case BOOL -> NDArray.wrap(readBooleans(in), stored);
            case UINT8 -> NDArray.wrap(readBytes(in), stored);
            case INT64 -> NDArray.wrap(readLongs(in), stored);
            case FLOAT32 -> NDArray.wrap(readFloats(in), stored);
            case FLOAT64 -> NDArray.wrap(readDoubles(in), stored);
        };
        return fortranOrder ? array.transpose() : array;
    }

    private static int[] reversed(int[] shape) {
        int[] reversed = new int[shape.length];
        Arrays.setAll(reversed, i -> shape[shape.length - 1 - i]);
        return reversed;
    }

    private void readChunks(CheckedInput in, CheckedInput.ChunkReader reader) throws IOException {
        in.readChunks(count, type.size(), byteOrder, reader);
    }

    private boolean[] readBooleans(CheckedInput in) throws IOException {
        boolean[] values = new boolean[count];
        readChunks(in, (chunk, at) -> {
            for (int i = at; chunk.hasRemaining(); i++) {
                values[i] = chunk.get() != 0;
            }
        });
        return values;
    }

    private byte[] readBytes(CheckedInput in) throws IOException {
        byte[] values = new byte[count];
        readChunks(in, (chunk, at) -> chunk.get(values, at, chunk.remaining()));
        return values;
    }

    private long[] readLongs(CheckedInput in) throws IOException {
        long[] values = new long[count];
        readChunks(in, (chunk, at) -> {
            for (int i = at; chunk.hasRemaining(); i++) {
                values[i] = type.readLong(chunk);
                if (type == ElementType.UINT64 && values[i] < 0) {
                    long place = in.position() - chunk.remaining() - type.size();
                    throw in.error(place, "a number that fits int64", Long.toUnsignedString(values[i]));
                }
            }
        });
        return values;
    }

    private float[] readFloats(CheckedInput in) throws IOException {
        float[] values = new float[count];
        if (type == ElementType.FLOAT16) {
            readChunks(in, (chunk, at) -> {
                for (int i = at; chunk.hasRemaining(); i++) {
                    values[i] = ElementType.halfToFloat(chunk.getShort());
                }
            });
        } else {
            readChunks(in, new FloatReader(values));
        }
        return values;
    }

    /**
     * Reads float32. This is an object because weights are read when a program starts, and a program's first lambda
     * takes some milliseconds.
     */
    @SuppressWarnings("ArrayRecordComponent") // it fills the array
    private record FloatReader(float[] values) implements CheckedInput.ChunkReader {
        @Override
        public void read(ByteBuffer chunk, int at) {
            chunk.asFloatBuffer().get(values, at, chunk.remaining() / Float.BYTES);
        }
    }

    private double[] readDoubles(CheckedInput in) throws IOException {
        double[] values = new double[count];
        readChunks(in, (chunk, at) -> chunk.asDoubleBuffer().get(values, at, chunk.remaining() / type.size()));
        return values;
    }
}
