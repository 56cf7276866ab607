package io.github.dlfs4j.ndarray.kernel.reduction;

/** {@link Reductions} of integers. Their sums wrap around, so they do not depend on the order. */
public final class LongReductions implements Reductions<long[]> {
    /** The loops, which have no state. */
    public static final LongReductions LOOPS = new LongReductions();

    private LongReductions() {}

    @Override
    public void sum(long[] a, int from, int to, long[] result, int at) {
        long sum = result[at];
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        result[at] = sum;
    }

    @Override
    public void product(long[] a, int from, int to, long[] result, int at) {
        long product = result[at];
        for (int i = from; i < to; i++) {
            product *= a[i];
        }
        result[at] = product;
    }

    @Override
    public void maximum(long[] a, int from, int to, long[] result, int at) {
        long largest = result[at];
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, a[i]);
        }
        result[at] = largest;
    }

    @Override
    public void minimum(long[] a, int from, int to, long[] result, int at) {
        long smallest = result[at];
        for (int i = from; i < to; i++) {
            smallest = Math.min(smallest, a[i]);
        }
        result[at] = smallest;
    }

    @Override
    public void addRows(long[] a, int from, int rows, long[] sums, int n) {
        for (int row = 0; row < rows; row++) {
            int start = from + row * n;
            for (int j = 0; j < n; j++) {
                sums[j] += a[start + j];
            }
        }
    }

    @Override
    public void argmax(long[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            int best = 0;
            for (int i = 0; i < length; i++) {
                best = a[start + i] > a[start + best] ? i : best;
            }
            positions[at + run] = best;
        }
    }

    @Override
    public void argmin(long[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            int best = 0;
            for (int i = 0; i < length; i++) {
                best = a[start + i] < a[start + best] ? i : best;
            }
            positions[at + run] = best;
        }
    }
}
