package io.github.dlfs4j.ndarray.kernel;

/**
 * Sums of rows, one after the other, in plain loops: of the columns of a matrix. Four at a time, so that the sums need
 * not be read and written for each.
 */
final class RowSums {
    /**
     * Rows from this length on are first brought into arrays of their own, because the JIT compiler vectorises only
     * loops with one index. Shorter ones are added sooner than copied.
     */
    private static final int LONG = 128;

    private RowSums() {}

    static void addRows(float[] a, int from, int rows, float[] sums, int n) {
        int row = 0;
        for (; row <= rows - 4; row += 4) {
            int start = from + row * n;
            if (n < LONG) {
                addFour(a, start, n, sums);
            } else {
                for (int j = 0; j < n; j += Scratch.BLOCK) {
                    addFour(a, start + j, n, sums, j, Math.min(Scratch.BLOCK, n - j));
                }
            }
        }
        for (; row < rows; row++) {
            int start = from + row * n;
            for (int j = 0; j < n; j++) {
                sums[j] += a[start + j];
            }
        }
    }

    private static void addFour(float[] a, int first, int n, float[] sums) {
        int second = first + n;
        int third = second + n;
        int fourth = third + n;
        for (int j = 0; j < n; j++) {
            sums[j] = sums[j] + a[first + j] + a[second + j] + a[third + j] + a[fourth + j];
        }
    }

    private static void addFour(float[] a, int first, int n, float[] sums, int j, int count) {
        float[][] scratch = Scratch.floats();
        System.arraycopy(sums, j, scratch[0], 0, count);
        for (int row = 0; row < 4; row++) {
            System.arraycopy(a, first + row * n, scratch[row + 1], 0, count);
        }
        addFour(scratch[0], scratch[1], scratch[2], scratch[3], scratch[4], count);
        System.arraycopy(scratch[0], 0, sums, j, count);
    }

    private static void addFour(float[] sums, float[] a, float[] b, float[] c, float[] d, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] + a[i] + b[i] + c[i] + d[i];
        }
    }

    static void addRows(double[] a, int from, int rows, double[] sums, int n) {
        int row = 0;
        for (; row <= rows - 4; row += 4) {
            int start = from + row * n;
            if (n < LONG) {
                addFour(a, start, n, sums);
            } else {
                for (int j = 0; j < n; j += Scratch.BLOCK) {
                    addFour(a, start + j, n, sums, j, Math.min(Scratch.BLOCK, n - j));
                }
            }
        }
        for (; row < rows; row++) {
            int start = from + row * n;
            for (int j = 0; j < n; j++) {
                sums[j] += a[start + j];
            }
        }
    }

    private static void addFour(double[] a, int first, int n, double[] sums) {
        int second = first + n;
        int third = second + n;
        int fourth = third + n;
        for (int j = 0; j < n; j++) {
            sums[j] = sums[j] + a[first + j] + a[second + j] + a[third + j] + a[fourth + j];
        }
    }

    private static void addFour(double[] a, int first, int n, double[] sums, int j, int count) {
        double[][] scratch = Scratch.doubles();
        System.arraycopy(sums, j, scratch[0], 0, count);
        for (int row = 0; row < 4; row++) {
            System.arraycopy(a, first + row * n, scratch[row + 1], 0, count);
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
