package io.github.dlfs4j.ndarray.kernel.elementwise;

/** Powers of integers. They wrap around on overflow, as every product of longs does. */
public final class LongPowerLoop {
    /** Computes powers, as {@link BinaryLoop} describes it. No exponent may be negative. */
    public static void power(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = power(a[i], b[i]);
        }
    }

    /** Squares and multiplies, a bit of the exponent at a time. */
    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
