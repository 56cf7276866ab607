package io.github.dlfs4j.ndarray.kernel;

/**
 * Sums in the order in which NumPy adds: eight running sums over blocks of at most 128 elements, and the blocks in a
 * binary tree. The rounding error grows with the logarithm of the length.
 *
 * <p>Two neighbouring blocks are added side by side: at the end of each the processor guesses wrongly whether it is one
 * of the longer ones, and what it has begun to load is lost.
 */
final class PairwiseSums {
    /** Runs up to this length are added with eight running sums; longer ones are halved. */
    static final int BLOCK = 128;

    private PairwiseSums() {}

    /** The sum of {@code a[from]} to {@code a[to - 1]}. */
    static float sum(float[] a, int from, int to) {
        int n = to - from;
        if (n <= BLOCK) {
            return n < 8 ? sumOfFew(a, from, to) : sumOfBlock(a, from, to);
        }
        int half = n / 2;
        int middle = from + half - half % 8;
        return to - middle <= BLOCK ? sumOfTwoBlocks(a, from, middle, to) : sum(a, from, middle) + sum(a, middle, to);
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

    /** The sum of {@code a[from]} to {@code a[to - 1]}. */
    static double sum(double[] a, int from, int to) {
        int n = to - from;
        if (n <= BLOCK) {
            return n < 8 ? sumOfFew(a, from, to) : sumOfBlock(a, from, to);
        }
        int half = n / 2;
        int middle = from + half - half % 8;
        return to - middle <= BLOCK ? sumOfTwoBlocks(a, from, middle, to) : sum(a, from, middle) + sum(a, middle, to);
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

    /** Of the two, the second is longer by less than 16, and the length of the first a multiple of 8. */
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
