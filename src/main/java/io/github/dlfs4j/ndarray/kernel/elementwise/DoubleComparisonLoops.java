package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** {@link Comparisons} in plain loops. */
@AlsoFor({float.class, long.class})
public class DoubleComparisonLoops implements Comparisons<double[]> {
    @Override
    public void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] == b[i];
        }
    }

    @Override
    public void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] != b[i];
        }
    }

    @Override
    public void less(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] < b[i];
        }
    }

    @Override
    public void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] <= b[i];
        }
    }

    /** Looks the value up without a branch. A processor would mispredict half of the branches of a random condition. */
    @Override
    public void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        double[][] choices = {y, x};
        for (int i = from; i < to; i++) {
            out[i] = choices[condition[i] ? 1 : 0][i];
        }
    }

    @Override
    public int compress(boolean[] condition, double[] a, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            a[count] = a[i];
            count += condition[i] ? 1 : 0;
        }
        return count;
    }
}
