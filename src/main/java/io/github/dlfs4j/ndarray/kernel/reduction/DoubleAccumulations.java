package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Running sums and products, in place: each element becomes the sum or product of itself and all elements before it.
 * The predecessor of an element is {@code step} places in front of it, so these loops accumulate the rows of a matrix
 * as well as the elements of a vector.
 */
@AlsoFor({float.class, long.class})
public final class DoubleAccumulations {
    private DoubleAccumulations() {}

    public static void add(double[] a, int from, int to, int step) {
        if (step == 1) {
            // The sum stays in a register.
            double sum = a[from];
            for (int i = from + 1; i < to; i++) {
                sum += a[i];
                a[i] = sum;
            }
            return;
        }
        for (int i = from + step; i < to; i++) {
            a[i] = a[i - step] + a[i];
        }
    }

    /** {@code a[places[from + i]] += values[i]} for {@code 0 <= i < n}, one after the other. */
    public static void addAt(double[] a, int[] places, int from, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            a[places[from + i]] += values[i];
        }
    }

    public static void multiply(double[] a, int from, int to, int step) {
        for (int i = from + step; i < to; i++) {
            a[i] = a[i - step] * a[i];
        }
    }
}
