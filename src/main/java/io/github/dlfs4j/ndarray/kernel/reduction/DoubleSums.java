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

    private DoubleSums() {}

    /** Returns the sum of {@code a[from]} to {@code a[to - 1]}. */
    static double sum(double[] a, int from, int to) {
        int n = to - from;
        if (n <= PairwiseSums.BLOCK) {
            return n < 8 ? sumOfFew(a, from, to) : sumOfBlock(a, from, to);
        }
        if (n >= PairwiseSums.LONG && n % 16 == 0) {
            return sumOfHalves(a, from, n / 2);
        }
        int middle = from + PairwiseSums.firstHalf(n);
        return to - middle <= PairwiseSums.BLOCK && a.length <= CACHED
                ? sumOfTwoBlocks(a, from, middle, to)
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
            addBlocks(a, first, second, n, sums, at);
            return;
        }
        int half = PairwiseSums.firstHalf(n);
        addHalves(a, first, second, half, sums, at);
        addHalves(a, first + half, second + half, n - half, sums, at + 2);
        sums[at] += sums[at + 2];
        sums[at + 1] += sums[at + 3];
    }

    private static void addBlocks(double[] a, int first, int second, int n, double[] sums, int at) {
        double r0 = a[first];
        double r1 = a[first + 1];
        double r2 = a[first + 2];
        double r3 = a[first + 3];
        double r4 = a[first + 4];
        double r5 = a[first + 5];
        double r6 = a[first + 6];
        double r7 = a[first + 7];
        double s0 = a[second];
        double s1 = a[second + 1];
        double s2 = a[second + 2];
        double s3 = a[second + 3];
        double s4 = a[second + 4];
        double s5 = a[second + 5];
        double s6 = a[second + 6];
        double s7 = a[second + 7];
        int i = first + 8;
        int j = second + 8;
        for (; i + 8 <= first + n; i += 8, j += 8) {
            r0 += a[i];
            r1 += a[i + 1];
            r2 += a[i + 2];
            r3 += a[i + 3];
            r4 += a[i + 4];
            r5 += a[i + 5];
            r6 += a[i + 6];
            r7 += a[i + 7];
            s0 += a[j];
            s1 += a[j + 1];
            s2 += a[j + 2];
            s3 += a[j + 3];
            s4 += a[j + 4];
            s5 += a[j + 5];
            s6 += a[j + 6];
            s7 += a[j + 7];
        }
        double sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        double other = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; i < first + n; i++, j++) {
            sum += a[i];
            other += a[j];
        }
        sums[at] = sum;
        sums[at + 1] = other;
    }

    private static double sumOfFew(double[] a, int from, int to) {
        double sum = from < to ? a[from] : 0;
        for (int i = from + 1; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    private static double sumOfBlock(double[] a, int from, int to) {
        double r0 = a[from];
        double r1 = a[from + 1];
        double r2 = a[from + 2];
        double r3 = a[from + 3];
        double r4 = a[from + 4];
        double r5 = a[from + 5];
        double r6 = a[from + 6];
        double r7 = a[from + 7];
        int i = from + 8;
        for (; i + 8 <= to; i += 8) {
            r0 += a[i];
            r1 += a[i + 1];
            r2 += a[i + 2];
            r3 += a[i + 3];
            r4 += a[i + 4];
            r5 += a[i + 5];
            r6 += a[i + 6];
            r7 += a[i + 7];
        }
        double sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        for (; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    /**
     * Adds two neighbouring blocks. The length of the first is a multiple of 8, and the second is longer by less than
     * 16.
     */
    private static double sumOfTwoBlocks(double[] a, int from, int middle, int to) {
        double r0 = a[from];
        double r1 = a[from + 1];
        double r2 = a[from + 2];
        double r3 = a[from + 3];
        double r4 = a[from + 4];
        double r5 = a[from + 5];
        double r6 = a[from + 6];
        double r7 = a[from + 7];
        double s0 = a[middle];
        double s1 = a[middle + 1];
        double s2 = a[middle + 2];
        double s3 = a[middle + 3];
        double s4 = a[middle + 4];
        double s5 = a[middle + 5];
        double s6 = a[middle + 6];
        double s7 = a[middle + 7];
        int j = middle + 8;
        for (int i = from + 8; i < middle; i += 8, j += 8) {
            r0 += a[i];
            r1 += a[i + 1];
            r2 += a[i + 2];
            r3 += a[i + 3];
            r4 += a[i + 4];
            r5 += a[i + 5];
            r6 += a[i + 6];
            r7 += a[i + 7];
            s0 += a[j];
            s1 += a[j + 1];
            s2 += a[j + 2];
            s3 += a[j + 3];
            s4 += a[j + 4];
            s5 += a[j + 5];
            s6 += a[j + 6];
            s7 += a[j + 7];
        }
        for (; j + 8 <= to; j += 8) {
            s0 += a[j];
            s1 += a[j + 1];
            s2 += a[j + 2];
            s3 += a[j + 3];
            s4 += a[j + 4];
            s5 += a[j + 5];
            s6 += a[j + 6];
            s7 += a[j + 7];
        }
        double first = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        double second = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; j < to; j++) {
            second += a[j];
        }
        return first + second;
    }
}
