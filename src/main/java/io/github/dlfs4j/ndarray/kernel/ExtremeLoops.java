package io.github.dlfs4j.ndarray.kernel;

/**
 * The largest and the smallest element of a run, or NaN where there is one, as {@link RunFold} describes it. A long run
 * is compared block by block, element by element, which the JIT compiler vectorises better than a fold.
 */
public final class ExtremeLoops {
    /**
     * Elements a block. With 1,024, arrays that do not fit the caches take half as long again and more on a Zen 4, but
     * those of double a quarter less on an Intel Xeon (model 167).
     */
    private static final int FLOATS = 512;

    private static final int DOUBLES = 256;

    /** Shorter runs are folded at once. */
    private static final int LONG = 4096;

    private ExtremeLoops() {}

    public static void maximum(float[] a, int from, int to, float[] result, int at) {
        int start = to - from < LONG ? from : foldMaximum(a, from, to, result, at);
        float folded = result[at];
        for (int i = start; i < to; i++) {
            folded = Math.max(folded, a[i]);
        }
        result[at] = folded;
    }

    /** Takes in whole blocks, and tells where they end. */
    private static int foldMaximum(float[] a, int from, int to, float[] result, int at) {
        float[] largest = Scratch.floats()[0];
        float[] next = Scratch.floats()[1];
        System.arraycopy(a, from, largest, 0, FLOATS);
        int i = from + FLOATS;
        for (; i <= to - FLOATS; i += FLOATS) {
            System.arraycopy(a, i, next, 0, FLOATS);
            ArithmeticLoops.maximum(largest, next, largest, 0, FLOATS);
        }
        maximum(largest, 0, FLOATS, result, at);
        return i;
    }

    public static void maximum(double[] a, int from, int to, double[] result, int at) {
        int start = to - from < LONG ? from : foldMaximum(a, from, to, result, at);
        double folded = result[at];
        for (int i = start; i < to; i++) {
            folded = Math.max(folded, a[i]);
        }
        result[at] = folded;
    }

    /** Takes in whole blocks, and tells where they end. */
    private static int foldMaximum(double[] a, int from, int to, double[] result, int at) {
        double[] largest = Scratch.doubles()[0];
        double[] next = Scratch.doubles()[1];
        System.arraycopy(a, from, largest, 0, DOUBLES);
        int i = from + DOUBLES;
        for (; i <= to - DOUBLES; i += DOUBLES) {
            System.arraycopy(a, i, next, 0, DOUBLES);
            ArithmeticLoops.maximum(largest, next, largest, 0, DOUBLES);
        }
        maximum(largest, 0, DOUBLES, result, at);
        return i;
    }

    public static void maximum(long[] a, int from, int to, long[] result, int at) {
        long folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.max(folded, a[i]);
        }
        result[at] = folded;
    }

    public static void minimum(float[] a, int from, int to, float[] result, int at) {
        int start = to - from < LONG ? from : foldMinimum(a, from, to, result, at);
        float folded = result[at];
        for (int i = start; i < to; i++) {
            folded = Math.min(folded, a[i]);
        }
        result[at] = folded;
    }

    /** Takes in whole blocks, and tells where they end. */
    private static int foldMinimum(float[] a, int from, int to, float[] result, int at) {
        float[] smallest = Scratch.floats()[0];
        float[] next = Scratch.floats()[1];
        System.arraycopy(a, from, smallest, 0, FLOATS);
        int i = from + FLOATS;
        for (; i <= to - FLOATS; i += FLOATS) {
            System.arraycopy(a, i, next, 0, FLOATS);
            ArithmeticLoops.minimum(smallest, next, smallest, 0, FLOATS);
        }
        minimum(smallest, 0, FLOATS, result, at);
        return i;
    }

    public static void minimum(double[] a, int from, int to, double[] result, int at) {
        int start = to - from < LONG ? from : foldMinimum(a, from, to, result, at);
        double folded = result[at];
        for (int i = start; i < to; i++) {
            folded = Math.min(folded, a[i]);
        }
        result[at] = folded;
    }

    /** Takes in whole blocks, and tells where they end. */
    private static int foldMinimum(double[] a, int from, int to, double[] result, int at) {
        double[] smallest = Scratch.doubles()[0];
        double[] next = Scratch.doubles()[1];
        System.arraycopy(a, from, smallest, 0, DOUBLES);
        int i = from + DOUBLES;
        for (; i <= to - DOUBLES; i += DOUBLES) {
            System.arraycopy(a, i, next, 0, DOUBLES);
            ArithmeticLoops.minimum(smallest, next, smallest, 0, DOUBLES);
        }
        minimum(smallest, 0, DOUBLES, result, at);
        return i;
    }

    public static void minimum(long[] a, int from, int to, long[] result, int at) {
        long folded = result[at];
        for (int i = from; i < to; i++) {
            folded = Math.min(folded, a[i]);
        }
        result[at] = folded;
    }
}
