package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** {@link Reductions} in plain loops. */
@AlsoFor(float.class)
class DoubleReductionLoops implements Reductions<double[]> {
    @Override
    public void sum(double[] a, int from, int to, double[] result, int at) {
        result[at] += DoubleSums.sum(a, from, to);
    }

    @Override
    public final void product(double[] a, int from, int to, double[] result, int at) {
        double product = result[at];
        for (int i = from; i < to; i++) {
            product *= a[i];
        }
        result[at] = product;
    }

    @Override
    public void maximum(double[] a, int from, int to, double[] result, int at) {
        result[at] = Math.max(result[at], DoubleExtremes.maximum(a, from, to));
    }

    @Override
    public void minimum(double[] a, int from, int to, double[] result, int at) {
        result[at] = Math.min(result[at], DoubleExtremes.minimum(a, from, to));
    }

    @Override
    public void addRows(double[] a, int from, int rows, double[] sums, int n) {
        DoubleRowSums.addRows(a, from, rows, sums, n);
    }

    @Override
    public void argmax(double[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            long position = DoublePositions.argmax(a, start, start + length);
            positions[at + run] = position - start;
        }
    }

    @Override
    public final void argmin(double[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            long position = DoublePositions.argmin(a, start, start + length);
            positions[at + run] = position - start;
        }
    }
}
