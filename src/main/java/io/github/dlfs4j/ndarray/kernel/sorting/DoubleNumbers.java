package io.github.dlfs4j.ndarray.kernel.sorting;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Separates numbers from NaN. */
@AlsoFor(float.class)
public final class DoubleNumbers {
    /**
     * Moves every NaN to the end; numbers stay in order.
     *
     * @param a the elements
     * @param from the first index
     * @param to the index after the last
     * @return the index after the last number
     */
    public static int toFront(double[] a, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            double element = a[i];
            if (!Double.isNaN(element)) {
                a[i] = a[end];
                a[end++] = element;
            }
        }
        return end;
    }
}
