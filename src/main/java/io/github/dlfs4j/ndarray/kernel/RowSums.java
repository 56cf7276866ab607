package io.github.dlfs4j.ndarray.kernel;

/** Sums of rows in plain loops: of the columns of a matrix. */
final class RowSums {
    /** Shorter rows are added element by element: to copy them would take longer. */
    private static final int SHORT = 32;

    private RowSums() {}

    /**
     * Adds rows of n elements, one after the other, to the sums. Four at a time, so that the sums need not be read and
     * written for each. Long rows are brought into arrays of their own, because the JIT compiler vectorises only loops
     * with one index.
     */
    static void addRows(float[] a, int from, int rows, float[] sums, int n) {
        int fours = n < SHORT ? 0 : rows / 4;
        for (int row = 0; row < fours * 4; row += 4) {
            for (int j = 0; j < n; j += Scratch.BLOCK) {
                addFour(a, from + row * n + j, n, sums, j, Math.min(Scratch.BLOCK, n - j));
            }
        }
        for (int row = fours * 4; row < rows; row++) {
            int start = from + row * n;
            for (int j = 0; j < n; j++) {
                sums[j] += a[start + j];
            }
        }
    }

    private static void addFour(float[] a, int at, int n, float[] sums, int j, int count) {
        float[][] scratch = Scratch.floats();
        System.arraycopy(sums, j, scratch[0], 0, count);
        for (int row = 0; row < 4; row++) {
            System.arraycopy(a, at + row * n, scratch[row + 1], 0, count);
        }
        addFour(scratch[0], scratch[1], scratch[2], scratch[3], scratch[4], count);
        System.arraycopy(scratch[0], 0, sums, j, count);
    }

    private static void addFour(float[] sums, float[] a, float[] b, float[] c, float[] d, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] + a[i] + b[i] + c[i] + d[i];
        }
    }

    /**
     * Adds rows of n elements, one after the other, to the sums. Four at a time, so that the sums need not be read and
     * written for each. Long rows are brought into arrays of their own, because the JIT compiler vectorises only loops
     * with one index.
     */
    static void addRows(double[] a, int from, int rows, double[] sums, int n) {
        int fours = n < SHORT ? 0 : rows / 4;
        for (int row = 0; row < fours * 4; row += 4) {
            for (int j = 0; j < n; j += Scratch.BLOCK) {
                addFour(a, from + row * n + j, n, sums, j, Math.min(Scratch.BLOCK, n - j));
            }
        }
        for (int row = fours * 4; row < rows; row++) {
            int start = from + row * n;
            for (int j = 0; j < n; j++) {
                sums[j] += a[start + j];
            }
        }
    }

    private static void addFour(double[] a, int at, int n, double[] sums, int j, int count) {
        double[][] scratch = Scratch.doubles();
        System.arraycopy(sums, j, scratch[0], 0, count);
        for (int row = 0; row < 4; row++) {
            System.arraycopy(a, at + row * n, scratch[row + 1], 0, count);
        }
        addFour(scratch[0], scratch[1], scratch[2], scratch[3], scratch[4], count);
        System.arraycopy(scratch[0], 0, sums, j, count);
    }

    private static void addFour(double[] sums, double[] a, double[] b, double[] c, double[] d, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] + a[i] + b[i] + c[i] + d[i];
        }
    }
}
