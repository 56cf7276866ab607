package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Running sums and products, in place: each element becomes the sum or product of itself and all elements before it.
 * The predecessor of an element is {@code step} places in front of it, so these loops accumulate the rows of a matrix
 * as well as the elements of a vector.
 */
@AlsoFor({float.class, long.class})
public final class DoubleRunningLoops {
    public static void sum(double[] a, int from, int to, int step) {
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

    public static void product(double[] a, int from, int to, int step) {
        for (int i = from + step; i < to; i++) {
            a[i] = a[i - step] * a[i];
        }
    }
}
