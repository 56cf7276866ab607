package io.github.dlfs4j.ndarray.kernel.reduction;

/** Searches of runs of {@code long}, as {@link PositionLoop} describes them. */
public enum LongPositions implements PositionLoop<long[]> {
    LARGEST,
    SMALLEST;

    @Override
    public void find(long[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = this == LARGEST ? argmax(a, start, length) : argmin(a, start, length);
        }
    }

    private static int argmax(long[] a, int start, int length) {
        int best = 0;
        for (int i = 0; i < length; i++) {
            best = a[start + i] > a[start + best] ? i : best;
        }
        return best;
    }

    private static int argmin(long[] a, int start, int length) {
        int best = 0;
        for (int i = 0; i < length; i++) {
            best = a[start + i] < a[start + best] ? i : best;
        }
        return best;
    }
}
