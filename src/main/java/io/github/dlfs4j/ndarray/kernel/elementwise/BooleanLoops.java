package io.github.dlfs4j.ndarray.kernel.elementwise;

/** Logical operations, as {@link BinaryLoop} and {@link UnaryLoop} describe them. */
public final class BooleanLoops {
    public static void and(boolean[] a, boolean[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] && b[i];
        }
    }

    public static void or(boolean[] a, boolean[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] || b[i];
        }
    }

    public static void xor(boolean[] a, boolean[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] != b[i];
        }
    }

    public static void not(boolean[] a, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = !a[i];
        }
    }
}
