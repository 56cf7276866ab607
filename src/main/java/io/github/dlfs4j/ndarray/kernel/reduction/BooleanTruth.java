package io.github.dlfs4j.ndarray.kernel.reduction;

import java.util.Arrays;

/** Searches for the first element that is true or false, many elements of {@code boolean} at a time. */
public final class BooleanTruth {
    /** The elements that are compared together. */
    private static final int BLOCK = 8192;

    private static final boolean[] FALSE = new boolean[BLOCK];
    private static final boolean[] TRUE = new boolean[BLOCK];

    static {
        Arrays.fill(TRUE, true);
    }

    /**
     * {@return whether any element is true}
     *
     * @param a the elements
     * @param from the first index
     * @param to the index after the last
     */
    public static boolean any(boolean[] a, int from, int to) {
        return differs(a, from, to, FALSE);
    }

    /**
     * {@return whether all elements are true}
     *
     * @param a the elements
     * @param from the first index
     * @param to the index after the last
     */
    public static boolean all(boolean[] a, int from, int to) {
        return !differs(a, from, to, TRUE);
    }

    private static boolean differs(boolean[] a, int from, int to, boolean... others) {
        int first = from;
        while (first < to) {
            int n = Math.min(BLOCK, to - first);
            if (Arrays.mismatch(a, first, first + n, others, 0, n) >= 0) {
                return true;
            }
            first += n;
        }
        return false;
    }
}
