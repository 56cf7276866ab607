package io.github.dlfs4j.ndarray.kernel;

/**
 * Arrays for intermediate results of the plain functions, a block at a time. The loops between them share one index,
 * and are short: the JIT compiler vectorises no long one.
 *
 * <p>A thread keeps its arrays. New ones in every call would take longer to clear than a short operand to compute.
 */
final class Scratch {
    /**
     * Elements a block: the blocks of double that a function needs fit the first-level cache; shorter ones are slower.
     */
    static final int BLOCK = 1024;

    private static final int ARRAYS = 5;

    private static final ThreadLocal<float[][]> FLOATS = new ThreadLocal<>();
    private static final ThreadLocal<double[][]> DOUBLES = new ThreadLocal<>();

    private Scratch() {}

    static float[][] floats() {
        float[][] own = FLOATS.get();
        if (own == null) {
            own = new float[ARRAYS][BLOCK];
            FLOATS.set(own);
        }
        return own;
    }

    static double[][] doubles() {
        double[][] own = DOUBLES.get();
        if (own == null) {
            own = new double[ARRAYS][BLOCK];
            DOUBLES.set(own);
        }
        return own;
    }
}
