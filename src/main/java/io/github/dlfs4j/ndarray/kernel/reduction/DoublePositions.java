package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Searches of runs of {@code double}, as {@link PositionLoop} describes them, and their plain loops. */
@AlsoFor(float.class)
public enum DoublePositions implements PositionLoop<double[]> {
    LARGEST,
    SMALLEST;

    /** In runs of at least this length, the largest element is found first and then searched for. */
    private static final int LONG = 8192;

    /**
     * The elements that are compared at a time. Shorter stretches cost more overhead; longer ones take longer to
     * search, and one stretch is searched again.
     */
    private static final int STRETCH = 1 << 15;

    @Override
    public void find(double[] a, int from, int length, long[] positions, int at, int runs) {
        boolean vectors = this == LARGEST && DoubleReductionWarmUp.WARM_UP.isOver((long) runs * length);
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = vectors
                    ? VectorDoublePositions.argmax(a, start, length)
                    : position(a, start, start + length) - start;
        }
    }

    private int position(double[] a, int from, int to) {
        return this == LARGEST ? argmax(a, from, to) : argmin(a, from, to);
    }

    static int argmax(double[] a, int from, int to) {
        if (to - from >= LONG) {
            return argmaxOfLong(a, from, to);
        }
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(a[i])) {
                return i;
            }
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return best;
    }

    private static int argmaxOfLong(double[] a, int from, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        int i = from;
        for (int start = from; start < to && !Double.isNaN(largest); start += STRETCH) {
            double before = largest;
            largest = Math.max(largest, DoubleExtremes.maximum(a, start, Math.min(start + STRETCH, to)));
            i = largest <= before ? i : start;
        }
        boolean isNaN = Double.isNaN(largest);
        while (isNaN ? !Double.isNaN(a[i]) : a[i] != largest) {
            i++;
        }
        return i;
    }

    private static int argmin(double[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(a[i])) {
                return i;
            }
            if (a[i] < a[best]) {
                best = i;
            }
        }
        return best;
    }
}
