package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Sums of the columns of a matrix, in plain loops. The rows are added one after the other. Four rows are added at a
 * time, so that the sums are read and written once for all four.
 */
@AlsoFor(float.class)
final class DoubleRowSums {
    /**
     * From this length on, rows are first copied into arrays of their own, because the JIT compiler vectorises only
     * loops with one index. Adding shorter rows takes less time than copying them. Rows of {@code double} are never
     * copied: a vector holds half as many of them as of {@code float}, and memory is no faster than scalar code.
     */
    private static final int LONG = Double.BYTES < 8 ? 128 : Integer.MAX_VALUE;

    private static final int BLOCK = DoubleBlocks.LENGTH;

    static void addRows(double[] a, int from, int rows, double[] sums, int n) {
        int inFours = rows - rows % 4;
        if (n < LONG) {
            for (int row = 0; row < inFours; row += 4) {
                addFour(a, from + row * n, n, sums);
            }
        } else {
            for (int j = 0; j < n; j += BLOCK) {
                addColumns(a, from + j, n, inFours, sums, j, Math.min(BLOCK, n - j));
            }
        }
        for (int row = inFours; row < rows; row++) {
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

    /** Adds all rows of some columns. Their sums stay in one block for all rows. */
    private static void addColumns(double[] a, int start, int n, int rows, double[] sums, int at, int columns) {
        double[][] blocks = DoubleBlocks.WORKSPACE.take(5);
        double[] own = blocks[4];
        System.arraycopy(sums, at, own, 0, columns);
        for (int row = 0; row < rows; row += 4) {
            for (int next = 0; next < 4; next++) {
                System.arraycopy(a, start + (row + next) * n, blocks[next], 0, columns);
            }
            addFour(own, blocks[0], blocks[1], blocks[2], blocks[3], columns);
        }
        System.arraycopy(own, 0, sums, at, columns);
        DoubleBlocks.WORKSPACE.giveBack(blocks);
    }

    private static void addFour(double[] sums, double[] a, double[] b, double[] c, double[] d, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] + a[i] + b[i] + c[i] + d[i];
        }
    }
}
