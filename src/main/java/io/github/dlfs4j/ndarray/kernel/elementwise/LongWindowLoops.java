package io.github.dlfs4j.ndarray.kernel.elementwise;

/** {@link WindowLoops} of {@code long}, which has no NaN. */
public final class LongWindowLoops implements WindowLoops<long[]> {
    @Override
    public void larger(long[] x, int plane, int from, int stride, long[] max, int to, long[] positions, int at, int n) {
        if (positions == null) {
            for (int i = 0; i < n; i++) {
                max[to + i] = Math.max(max[to + i], x[plane + from + i * stride]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            int position = from + i * stride;
            long found = max[to + i];
            long pixel = x[plane + position];
            max[to + i] = Math.max(found, pixel);
            positions[at + i] = pixel > found ? position : positions[at + i];
        }
    }

    @Override
    public void addAt(long[] sums, int plane, long[] positions, long[] terms, int from, int at, int n) {
        for (int i = 0; i < n; i++) {
            sums[plane + (int) positions[at + i]] += terms[from + i];
        }
    }
}
