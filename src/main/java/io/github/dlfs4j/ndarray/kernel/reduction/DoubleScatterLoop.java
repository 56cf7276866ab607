package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The {@link ScatterLoop} of {@code double}. */
@AlsoFor({float.class, long.class})
public final class DoubleScatterLoop {
    /** {@code a[places[from + i]] += values[i]} for {@code 0 <= i < n}, one after the other. */
    public static void add(double[] a, int[] places, int from, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            a[places[from + i]] += values[i];
        }
    }
}
