package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** {@link WindowLoops} of {@code double}. */
@AlsoFor(float.class)
public final class DoubleWindowLoops implements WindowLoops<double[]> {
    @Override
    public void larger(
            double[] x, int plane, int from, int stride, double[] max, int to, long[] positions, int at, int n) {
        if (positions == null) {
            for (int i = 0; i < n; i++) {
                max[to + i] = Math.max(max[to + i], x[plane + from + i * stride]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            int position = from + i * stride;
            double found = max[to + i];
            double pixel = x[plane + position];
            boolean isLarger = !(pixel <= found) && !Double.isNaN(found);
            max[to + i] = Math.max(found, pixel);
            positions[at + i] = isLarger ? position : positions[at + i];
        }
    }

    @Override
    public void addAt(double[] sums, int plane, long[] positions, double[] terms, int from, int at, int n) {
        for (int i = 0; i < n; i++) {
            sums[plane + (int) positions[at + i]] += terms[from + i];
        }
    }
}
