package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Searches for the first element that is true or false. Every number except 0 is true, even NaN. */
@AlsoFor({float.class, long.class, byte.class})
public final class DoubleTruth {
    /**
     * {@return whether any element is true}
     *
     * @param a the elements
     * @param from the first index
     * @param to the index after the last
     */
    public static boolean any(double[] a, int from, int to) {
        int i = from;
        while (i < to && a[i] == 0) {
            i++;
        }
        return i < to;
    }

    /**
     * {@return whether all elements are true}
     *
     * @param a the elements
     * @param from the first index
     * @param to the index after the last
     */
    public static boolean all(double[] a, int from, int to) {
        int i = from;
        while (i < to && a[i] != 0) {
            i++;
        }
        return i >= to;
    }
}
