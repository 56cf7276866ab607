package io.github.dlfs4j.ndarray.kernel;

/**
 * Loops that fold the run {@code a[from]} to {@code a[to - 1]} into {@code result[at]}, which holds the result of what
 * came before it.
 */
public final class ReductionLoops {
    /** Runs up to this length are added with eight running sums; longer ones are halved. */
    static final int PAIRWISE_BLOCK = 128;

    private ReductionLoops() {}

    public static void sum(float[] a, int from, int to, float[] result, int at) {
        result[at] += pairwise(a, from, to);
    }

    /**
     * The order in which NumPy adds: eight running sums over blocks of at most 128 elements, and the blocks in a binary
     * tree. The rounding error grows with the logarithm of the length.
     */
    private static float pairwise(float[] a, int from, int to) {
        int n = to - from;
        if (n > PAIRWISE_BLOCK) {
            int half = n / 2;
            int middle = from + half - half % 8;
            return pairwise(a, from, middle) + pairwise(a, middle, to);
        }
        if (n < 8) {
            float sum = n > 0 ? a[from] : 0;
            for (int i = from + 1; i < to; i++) {
                sum += a[i];
            }
            return sum;
        }
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

    public static void sum(double[] a, int from, int to, double[] result, int at) {
        result[at] += pairwise(a, from, to);
    }

    /**
     * The order in which NumPy adds: eight running sums over blocks of at most 128 elements, and the blocks in a binary
     * tree. The rounding error grows with the logarithm of the length.
     */
    private static double pairwise(double[] a, int from, int to) {
        int n = to - from;
        if (n > PAIRWISE_BLOCK) {
            int half = n / 2;
            int middle = from + half - half % 8;
            return pairwise(a, from, middle) + pairwise(a, middle, to);
        }
        if (n < 8) {
            double sum = n > 0 ? a[from] : 0;
            for (int i = from + 1; i < to; i++) {
                sum += a[i];
            }
            return sum;
        }
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

    public static void sum(long[] a, int from, int to, long[] result, int at) {
        long sum = result[at];
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        result[at] = sum;
    }

    public static void product(float[] a, int from, int to, float[] result, int at) {
        float folded = result[at];
        for (int i = from; i < to; i++) {
            folded = folded * a[i];
        }
        result[at] = folded;
    }

    public static void product(double[] a, int from, int to, double[] result, int at) {
        double folded = result[at];
        for (int i = from; i < to; i++) {
            folded = folded * a[i];
        }
        result[at] = folded;
    }

    public static void product(long[] a, int from, int to, long[] result, int at) {
        long folded = result[at];
        for (int i = from; i < to; i++) {
            folded = folded * a[i];
        }
        result[at] = folded;
    }

    public static void maximum(float[] a, int from, int to, float[] result, int at) {
        float folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.max(folded, a[i]);
        }
        result[at] = folded;
    }

    public static void maximum(double[] a, int from, int to, double[] result, int at) {
        double folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.max(folded, a[i]);
        }
        result[at] = folded;
    }

    public static void maximum(long[] a, int from, int to, long[] result, int at) {
        long folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.max(folded, a[i]);
        }
        result[at] = folded;
    }

    public static void minimum(float[] a, int from, int to, float[] result, int at) {
        float folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.min(folded, a[i]);
        }
        result[at] = folded;
    }

    public static void minimum(double[] a, int from, int to, double[] result, int at) {
        double folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.min(folded, a[i]);
        }
        result[at] = folded;
    }

    public static void minimum(long[] a, int from, int to, long[] result, int at) {
        long folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.min(folded, a[i]);
        }
        result[at] = folded;
    }
}
