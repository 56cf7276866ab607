package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;

/** The elements that have been read from a text file, in memory that grows with them. */
final class TextElements {
    private static final int FIRST = 256;

    private final DType dtype;
    private final TextNumber number = new TextNumber();
    private int size;
    private boolean[] booleans = {};
    private byte[] bytes = {};
    private long[] longs = {};
    private float[] floats = {};
    private double[] doubles = {};

    TextElements(DType dtype) {
        this.dtype = dtype;
    }

    static int bytesOf(DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8 -> 1;
            case FLOAT32 -> Float.BYTES;
            case INT64, FLOAT64 -> Long.BYTES;
        };
    }

    /** Reads a field and adds its number; returns false if it is no number of the dtype. */
    boolean add(char[] line, int from, int to) {
        boolean isRead = switch (dtype) {
            case BOOL, INT64 -> number.readInteger(line, from, to, true);
            case UINT8 -> number.readInteger(line, from, to, false) && number.integer() <= 0xff;
            case FLOAT32, FLOAT64 -> number.readReal(line, from, to);
        };
        if (isRead) {
            ensureRoom();
            switch (dtype) {
                case BOOL -> booleans[size++] = number.integer() != 0;
                case UINT8 -> bytes[size++] = (byte) number.integer();
                case INT64 -> longs[size++] = number.integer();
                case FLOAT32 -> floats[size++] = (float) number.real(); // rounded twice, as in NumPy
                case FLOAT64 -> doubles[size++] = number.real();
            }
        }
        return isRead;
    }

    private void ensureRoom() {
        int room = Math.max(FIRST, size + size / 2);
        switch (dtype) {
            case BOOL -> booleans = size < booleans.length ? booleans : Arrays.copyOf(booleans, room);
            case UINT8 -> bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, room);
            case INT64 -> longs = size < longs.length ? longs : Arrays.copyOf(longs, room);
            case FLOAT32 -> floats = size < floats.length ? floats : Arrays.copyOf(floats, room);
            case FLOAT64 -> doubles = size < doubles.length ? doubles : Arrays.copyOf(doubles, room);
        }
    }

    NDArray array(int rows, int columns) {
        return switch (dtype) {
            case BOOL -> NDArray.wrap(Arrays.copyOf(booleans, size), rows, columns);
            case UINT8 -> NDArray.wrap(Arrays.copyOf(bytes, size), rows, columns);
            case INT64 -> NDArray.wrap(Arrays.copyOf(longs, size), rows, columns);
            case FLOAT32 -> NDArray.wrap(Arrays.copyOf(floats, size), rows, columns);
            case FLOAT64 -> NDArray.wrap(Arrays.copyOf(doubles, size), rows, columns);
        };
    }
}
