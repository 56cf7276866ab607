package io.github.dlfs4j.ndarray.strided;

/** New Java arrays for the elements of arrays of one axis, or NumPy's words if there is no memory for them. */
public final class Allocation {
    private Allocation() {}

    /**
     * Allocates int64 elements.
     *
     * @throws OutOfMemoryError with NumPy's message
     */
    public static long[] longs(int length) {
        try {
            return new long[length];
        } catch (OutOfMemoryError e) {
            throw missing(length, "int64", e);
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
            throw missing(length, "float64", e);
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
            throw missing(length, "int64", e);
        }
    }

    private static Error missing(int length, String dtype, OutOfMemoryError cause) {
        String message = AllocationMessage.of((long) Long.BYTES * length, "(" + length + ",)", dtype);
        return (Error) new OutOfMemoryError(message).initCause(cause);
    }
}
