package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * An array of bounds of {@link Clipping}, some of them zero: the element or the bound, whichever is larger or smaller;
 * the bound if both are equal, NaN if one is NaN.
 *
 * @param lower whether the bounds are the lower ones
 */
@AlsoFor(float.class)
record DoubleBound(boolean lower) implements BinaryLoops<double[], double[]> {
    @Override
    public void run(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double farther = lower ? Math.max(a[i], b[i]) : Math.min(a[i], b[i]);
            out[i] = a[i] == b[i] ? b[i] : farther;
        }
    }
}
