package io.github.dlfs4j.ndarray.kernel;

/** Sums of {@code float} in the order of {@link PairwiseSums}, in plain loops. */
final class FloatSums {
    private FloatSums() {}

    /** The sum of {@code a[from]} to {@code a[to - 1]}. */
    static float sum(float[] a, int from, int to) {
        int n = to - from;
        if (n <= PairwiseSums.BLOCK) {
            return n < 8 ? sumOfFew(a, from, to) : sumOfBlock(a, from, to);
        }
        if (n >= PairwiseSums.LONG && n % 16 == 0) {
            return sumOfHalves(a, from, n / 2);
        }
        int middle = from + PairwiseSums.firstHalf(n);
        return to - middle <= PairwiseSums.BLOCK
                ? sumOfTwoBlocks(a, from, middle, to)
                : sum(a, from, middle) + sum(a, middle, to);
    }

    private static float sumOfHalves(float[] a, int from, int n) {
        float[] sums = new float[2 * PairwiseSums.levels(n)];
        addHalves(a, from, from + n, n, sums, 0);
        return sums[0] + sums[1];
    }

    /** Two runs of n elements each, in two halves of their own or as blocks: to {@code sums[at]} and the one after. */
    private static void addHalves(float[] a, int first, int second, int n, float[] sums, int at) {
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

    private static void addBlocks(float[] a, int first, int second, int n, float[] sums, int at) {
        float r0 = a[first];
        float r1 = a[first + 1];
        float r2 = a[first + 2];
        float r3 = a[first + 3];
        float r4 = a[first + 4];
        float r5 = a[first + 5];
        float r6 = a[first + 6];
        float r7 = a[first + 7];
        float s0 = a[second];
        float s1 = a[second + 1];
        float s2 = a[second + 2];
        float s3 = a[second + 3];
        float s4 = a[second + 4];
        float s5 = a[second + 5];
        float s6 = a[second + 6];
        float s7 = a[second + 7];
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
        float sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        float other = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; i < first + n; i++, j++) {
            sum += a[i];
            other += a[j];
        }
        sums[at] = sum;
        sums[at + 1] = other;
    }

    private static float sumOfFew(float[] a, int from, int to) {
        float sum = from < to ? a[from] : 0;
        for (int i = from + 1; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    private static float sumOfBlock(float[] a, int from, int to) {
        float r0 = a[from];
        float r1 = a[from + 1];
        float r2 = a[from + 2];
        float r3 = a[from + 3];
        float r4 = a[from + 4];
        float r5 = a[from + 5];
        float r6 = a[from + 6];
        float r7 = a[from + 7];
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
        float sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        for (; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    /** Of the two, the second is longer by less than 16, and the length of the first a multiple of 8. */
    private static float sumOfTwoBlocks(float[] a, int from, int middle, int to) {
        float r0 = a[from];
        float r1 = a[from + 1];
        float r2 = a[from + 2];
        float r3 = a[from + 3];
        float r4 = a[from + 4];
        float r5 = a[from + 5];
        float r6 = a[from + 6];
        float r7 = a[from + 7];
        float s0 = a[middle];
        float s1 = a[middle + 1];
        float s2 = a[middle + 2];
        float s3 = a[middle + 3];
        float s4 = a[middle + 4];
        float s5 = a[middle + 5];
        float s6 = a[middle + 6];
        float s7 = a[middle + 7];
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
        float first = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        float second = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; j < to; j++) {
            second += a[j];
        }
        return first + second;
    }
}
