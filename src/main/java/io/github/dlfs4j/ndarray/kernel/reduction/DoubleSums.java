package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Sums of {@code double} in the order of {@link PairwiseSums}, in plain loops. */
@AlsoFor(float.class)
final class DoubleSums {
    /**
     * The largest array, in elements, that may be in the L2 cache. When two neighbouring blocks of doubles are read
     * from memory side by side, some processors do not prefetch: the sums of 10,000 rows of 1,000 doubles took 8.7 ms
     * instead of 3.1. Sums of floats were not slower.
     */
    private static final int CACHED = Double.BYTES < 8 ? 1 << 30 : 1 << 17;

    /** Returns the sum of {@code a[from]} to {@code a[to - 1]}. */
    static double sum(double[] a, int from, int to) {
        int n = to - from;
        if (n <= PairwiseSums.BLOCK) {
            return n < 8 ? sumOfFew(a, from, to) : DoubleBlockSums.sum(a, from, to);
        }
        if (n >= PairwiseSums.LONG && n % 16 == 0) {
            return sumOfHalves(a, from, n / 2);
        }
        int middle = from + PairwiseSums.firstHalf(n);
        return to - middle <= PairwiseSums.BLOCK && a.length <= CACHED
                ? DoubleBlockSums.sumOfTwo(a, from, middle, to)
                : sum(a, from, middle) + sum(a, middle, to);
    }

    private static double sumOfHalves(double[] a, int from, int n) {
        double[] sums = new double[2 * PairwiseSums.levels(n)];
        addHalves(a, from, from + n, n, sums, 0);
        return sums[0] + sums[1];
    }

    /**
     * Adds two runs of n elements each, either as two blocks or by halves. The two sums go to {@code sums[at]} and
     * {@code sums[at + 1]}.
     */
    private static void addHalves(double[] a, int first, int second, int n, double[] sums, int at) {
        if (n <= PairwiseSums.BLOCK) {
            DoubleBlockSums.add(a, first, second, n, sums, at);
            return;
        }
        int half = PairwiseSums.firstHalf(n);
        addHalves(a, first, second, half, sums, at);
        addHalves(a, first + half, second + half, n - half, sums, at + 2);
        sums[at] += sums[at + 2];
        sums[at + 1] += sums[at + 3];
    }

    private static double sumOfFew(double[] a, int from, int to) {
        double sum = from < to ? a[from] : 0;
        for (int i = from + 1; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }
}
