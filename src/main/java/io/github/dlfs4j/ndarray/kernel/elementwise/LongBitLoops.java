package io.github.dlfs4j.ndarray.kernel.elementwise;

/** The loops on the bits of integers, as {@link BinaryLoop} and {@link UnaryLoop} describe them. */
public final class LongBitLoops {
    private LongBitLoops() {}

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

    /** All bits are gone after 64 places, and after a negative number of them, which NumPy reads without its sign. */
    public static void leftShift(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = isShort(b[i]) ? a[i] << b[i] : 0;
        }
    }

    /** As the other; the places become free for copies of the sign. */
    public static void rightShift(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] >> (isShort(b[i]) ? b[i] : Long.SIZE - 1);
        }
    }

    private static boolean isShort(long places) {
        return places >= 0 && places < Long.SIZE;
    }
}
