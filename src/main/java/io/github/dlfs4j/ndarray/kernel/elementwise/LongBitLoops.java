package io.github.dlfs4j.ndarray.kernel.elementwise;

/** Operations on the bits of integers, as {@link BinaryLoop} and {@link UnaryLoop} describe them. */
public final class LongBitLoops {
    public static void and(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] & b[i];
        }
    }

    public static void or(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] | b[i];
        }
    }

    public static void xor(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] ^ b[i];
        }
    }

    public static void invert(long[] a, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = ~a[i];
        }
    }

    /**
     * Shifts left. A shift by 64 places or more gives 0, and so does a negative shift, which NumPy reads as unsigned.
     */
    public static void leftShift(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = isWithinLong(b[i]) ? a[i] << b[i] : 0;
        }
    }

    /**
     * Shifts right and fills up with copies of the sign bit. A shift by 64 places or more leaves copies of the sign bit
     * only, and so does a negative one.
     */
    public static void rightShift(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] >> (isWithinLong(b[i]) ? b[i] : Long.SIZE - 1);
        }
    }

    private static boolean isWithinLong(long places) {
        return places >= 0 && places < Long.SIZE;
    }
}
