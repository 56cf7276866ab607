package io.github.dlfs4j.ndarray.strided;

/** New Java arrays for the elements of arrays of one axis, or NumPy's words if there is no memory for them. */
public final class Allocation {
    /**
     * Allocates int64 elements.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public static long[] longs(int length) {
        try {
            return new long[length];
        } catch (OutOfMemoryError e) {
            throw missing(length, Long.BYTES, "int64", e);
        }
    }

    /**
     * Allocates float64 elements.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public static double[] doubles(int length) {
        try {
            return new double[length];
        } catch (OutOfMemoryError e) {
            throw missing(length, Long.BYTES, "float64", e);
        }
    }

    /**
     * Allocates positions, which NumPy has as int64.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public static int[] positions(int length) {
        try {
            return new int[length];
        } catch (OutOfMemoryError e) {
            throw missing(length, Long.BYTES, "int64", e);
        }
    }

    /**
     * Allocates float32 elements.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public static float[] floats(int length) {
        try {
            return new float[length];
        } catch (OutOfMemoryError e) {
            throw missing(length, Float.BYTES, "float32", e);
        }
    }

    /**
     * Allocates uint8 elements.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public static byte[] bytes(int length) {
        try {
            return new byte[length];
        } catch (OutOfMemoryError e) {
            throw missing(length, Byte.BYTES, "uint8", e);
        }
    }

    /**
     * Allocates elements of bool.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public static boolean[] booleans(int length) {
        try {
            return new boolean[length];
        } catch (OutOfMemoryError e) {
            throw missing(length, Byte.BYTES, "bool", e);
        }
    }

    private static Error missing(int length, int itemSize, String dtype, OutOfMemoryError cause) {
        String message = AllocationMessage.of((long) itemSize * length, "(" + length + ",)", dtype);
        return (Error) new OutOfMemoryError(message).initCause(cause);
    }
}
