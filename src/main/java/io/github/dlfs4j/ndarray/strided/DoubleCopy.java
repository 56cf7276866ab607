package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * A copy from memory to memory, in the order of {@link StridedLoop#forCopy}. The two innermost axes are copied
 * together: row by row, or column by column if the elements of a column are nearer to each other in the source, or if
 * rows are short.
 */
@AlsoFor({float.class, long.class, boolean.class, byte.class})
final class DoubleCopy {
    /** How many runs of the source a transpose copies at once, so that it writes as many neighbours. */
    private static final int RUNS = 8;

    /** How long parts of columns are copied, so that they are still in the cache for the next column. */
    private static final int BLOCK = 1024;

    private final double[] from;
    private final double[] to;
    private final int rows;
    private final int columns;
    private final int fromRow;
    private final int fromColumn;
    private final int toRow;
    private final int toColumn;

    private DoubleCopy(double[] from, double[] to, StridedLoop loop, int axis) {
        this.from = from;
        this.to = to;
        rows = loop.length(axis);
        columns = loop.length(axis + 1);
        toRow = loop.stride(0, axis);
        toColumn = loop.stride(0, axis + 1);
        fromRow = loop.stride(1, axis);
        fromColumn = loop.stride(1, axis + 1);
    }

    /** Copies elements, the first at p, to another array, the first at q. */
    static void copy(double[] from, int p, double[] to, int q, StridedLoop loop) {
        switch (loop.ndim()) {
            case 0 -> to[q] = from[p];
            case 1 -> copyRun(from, p, loop.stride(1, 0), to, q, loop.stride(0, 0), loop.length(0));
            default -> new DoubleCopy(from, to, loop, loop.ndim() - 2).copyAll(p, q, loop);
        }
    }

    private void copyAll(int first, int firstOfTarget, StridedLoop loop) {
        int[] index = new int[loop.ndim() - 2];
        int p = first;
        int q = firstOfTarget;
        int axis;
        do {
            copyPlane(p, q);
            axis = loop.next(index);
            p += loop.step(1, axis, index.length);
            q += loop.step(0, axis, index.length);
        } while (axis >= 0);
    }

    private void copyPlane(int p, int q) {
        boolean transposed = fromRow != 0 && Math.abs(fromRow) < Math.abs(fromColumn);
        if (transposed || (columns < StridedLoop.FEW && rows >= StridedLoop.FEW)) {
            for (int i = 0; i < rows; i += BLOCK) {
                copyColumns(p + i * fromRow, q + i * toRow, Math.min(BLOCK, rows - i));
            }
            return;
        }
        for (int i = 0; i < rows; i++) {
            copyRun(from, p + i * fromRow, fromColumn, to, q + i * toRow, toColumn, columns);
        }
    }

    private void copyColumns(int p, int q, int n) {
        int i = 0;
        if (fromRow == 1 && toColumn == 1) {
            for (; i <= columns - RUNS; i += RUNS) {
                copyRuns(from, p + i * fromColumn, fromColumn, to, q + i, toRow, n);
            }
        }
        for (; i < columns; i++) {
            copyRun(from, p + i * fromColumn, fromRow, to, q + i * toColumn, toRow, n);
        }
    }

    /** Reads all eight before it writes one, since the JIT compiler cannot know that the arrays do not overlap. */
    private static void copyRuns(double[] from, int p, int fromStride, double[] to, int q, int toStride, int n) {
        int p1 = p + fromStride;
        int p2 = p1 + fromStride;
        int p3 = p2 + fromStride;
        int p4 = p3 + fromStride;
        int p5 = p4 + fromStride;
        int p6 = p5 + fromStride;
        int p7 = p6 + fromStride;
        for (int i = 0; i < n; i++) {
            double x0 = from[p + i];
            double x1 = from[p1 + i];
            double x2 = from[p2 + i];
            double x3 = from[p3 + i];
            double x4 = from[p4 + i];
            double x5 = from[p5 + i];
            double x6 = from[p6 + i];
            double x7 = from[p7 + i];
            int at = q + i * toStride;
            to[at] = x0;
            to[at + 1] = x1;
            to[at + 2] = x2;
            to[at + 3] = x3;
            to[at + 4] = x4;
            to[at + 5] = x5;
            to[at + 6] = x6;
            to[at + 7] = x7;
        }
    }

    private static void copyRun(double[] from, int p, int fromStride, double[] to, int q, int toStride, int n) {
        if (toStride == 1) {
            DoubleRuns.load(from, p, fromStride, to, q, n);
        } else if (fromStride == 1) {
            DoubleRuns.store(to, q, toStride, from, p, n);
        } else {
            for (int i = 0, at = p, target = q; i < n; i++, at += fromStride, target += toStride) {
                to[target] = from[at];
            }
        }
    }
}
