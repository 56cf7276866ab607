package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The sines and cosines of the multiples of 1/128 that {@link DoubleSines} starts from. Each is the sum of two numbers
 * of type {@code double}: the rounded value and its rounding error.
 *
 * <p>The numbers are those of the IBM Accurate Mathematical Library (2001), which is part of the GNU C library. 18 of
 * the 220 lower parts are not the nearest {@code double}, and the last bit of a result may depend on them.
 */
final class DoubleSineTable {
    /** The distance from one multiple to the next. */
    static final double STEP = 1.0 / 128;

    private static final int LAST = 109;

    private static final int ROW = 4;

    /** The rows of {@code SineTable}, for n from -109 on, so that a look-up need not handle the sign. */
    static final double[] ROWS = withNegativeMultiples();

    /**
     * Returns where the row of a multiple begins.
     *
     * @param n from -109 to 109
     * @return the index in {@link #ROWS} of the sine of n/128; its lower part, the cosine and its lower part follow
     */
    static int row(int n) {
        return ROW * (n + LAST);
    }

    private static double[] withNegativeMultiples() {
        double[] rows = new double[row(LAST + 1)];
        for (int n = -LAST; n <= LAST; n++) {
            System.arraycopy(SineTable.VALUES, ROW * Math.abs(n), rows, row(n), ROW);
        }
        for (int row = 0; row < row(0); row += ROW) {
            rows[row] = -rows[row];
            rows[row + 1] = -rows[row + 1];
        }
        return rows;
    }
}
