package io.github.dlfs4j.ndarray.kernel;

/**
 * Arrays for intermediate results of the plain functions, a block at a time. The loops between them share one index,
 * and are short: the JIT compiler vectorises no long one.
 *
 * <p>A thread keeps its arrays. New ones in every call would take longer to clear than a short operand to compute.
 */
final class Scratch {
    /** Elements a block: all those that a function needs fit the first-level cache; shorter ones are slower. */
    static final int FLOATS = 1024;

    /**
     * With longer blocks, operands that do not fit the second-level cache take a tenth longer on a Zen 4, but a tenth
     * less on an Intel Xeon (model 167).
     */
    static final int DOUBLES = 256;

    private static final int ARRAYS = 5;

    private static final ThreadLocal<float[][]> OWN_FLOATS = new ThreadLocal<>();
    private static final ThreadLocal<double[][]> OWN_DOUBLES = new ThreadLocal<>();

    private Scratch() {}

    static float[][] floats() {
        float[][] own = OWN_FLOATS.get();
        if (own == null) {
            own = new float[ARRAYS][FLOATS];
            OWN_FLOATS.set(own);
        }
        return own;
    }

    static double[][] doubles() {
        double[][] own = OWN_DOUBLES.get();
        if (own == null) {
            own = new double[ARRAYS][DOUBLES];
            OWN_DOUBLES.set(own);
        }
        return own;
    }
}
