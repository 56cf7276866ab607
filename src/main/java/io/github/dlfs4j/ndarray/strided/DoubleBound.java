package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * The loop of {@code clip} to an array of bounds, some of which are zero. The result is the larger or the smaller of
 * element and bound, the bound if both are equal, and NaN if either is NaN.
 *
 * @param lower whether the bounds are lower bounds
 */
@AlsoFor(float.class)
public record DoubleBound(boolean lower) implements BinaryCarrierLoop<double[]> {
    @Override
    public Carrier<double[]> carrier() {
        return Carrier.DOUBLES;
    }

    @Override
    public void run(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double farther = lower ? Math.max(a[i], b[i]) : Math.min(a[i], b[i]);
            out[i] = a[i] == b[i] ? b[i] : farther;
        }
    }
}
