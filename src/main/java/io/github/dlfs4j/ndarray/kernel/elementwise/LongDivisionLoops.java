package io.github.dlfs4j.ndarray.kernel.elementwise;

/** Divisions of integers with a remainder, as {@link BinaryLoop} describes them. A division by 0 gives 0. */
public final class LongDivisionLoops {
    /** Computes the remainder with the sign of the dividend. */
    public static void fmod(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = b[i] == 0 ? 0 : a[i] % b[i];
        }
    }

    /** Computes the remainder with the sign of the divisor. */
    public static void remainder(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = b[i] == 0 ? 0 : Math.floorMod(a[i], b[i]);
        }
    }

    /**
     * Computes {@code 1 / a[i]}, cut off. That of 0 is the smallest long, into which NumPy's processors turn infinity.
     */
    public static void reciprocal(long[] a, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] == 0 ? Long.MIN_VALUE : 1 / a[i];
        }
    }

    public static void floorDivide(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = b[i] == 0 ? 0 : Math.floorDiv(a[i], b[i]);
        }
    }
}
