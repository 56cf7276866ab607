package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;

/** The product of a matrix and few long columns, in plain loops. Its elements are sums of {@link DoubleChains}. */
@AlsoFor(float.class)
final class PlainDoubleColumn implements MatrixProduct<double[]> {
    /** The rows that are the work of one thread. */
    private static final int ROWS_OF_THREAD = 16;

    /**
     * So many windows of a sequence take a thread less time by columns: the JIT compiler makes vectors of that loop.
     */
    private static final int MANY_WINDOWS = PlainDoubleProduct.BLOCK_ROW / 2;

    /** The columns of a that are added at once. */
    private static final int TILE = 4;

    private final RowBlocks rowBlocks;

    /**
     * Creates the product.
     *
     * @param rowBlocks distributes rows over threads
     */
    PlainDoubleColumn(RowBlocks rowBlocks) {
        this.rowBlocks = rowBlocks;
    }

    @Override
    public void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        long multiplyAdds = (long) a.rows() * a.columns() * b.columns();
        boolean areManyWindows =
                a.rowStep() == 1 && a.rows() >= MANY_WINDOWS && !rowBlocks.isWorthSharing(multiplyAdds);
        if (a.columnStep() == 1 && !areManyWindows) {
            // Contiguous columns are read without a copy.
            Matrix<double[]> columns =
                    b.rowStep() == 1 ? b : copy(b.transpose()).transpose();
            rowBlocks.forEach(a.rows(), ROWS_OF_THREAD, multiplyAdds, (first, end) -> {
                double[] chains = new double[2 * DoubleChains.COUNT];
                for (int i = first; i < end; i += 2) {
                    for (int j = 0; j < c.columns(); j++) {
                        multiplyTwoRows(
                                a, i, Math.min(i + 1, end - 1), columns.columns(j, j + 1), chains, c.columns(j, j + 1));
                    }
                }
            });
        } else if (a.rows() < TILE) {
            multiply(copy(a), b, c);
        } else {
            double[][] columns = new double[b.columns()][b.rows()];
            DoubleRows.read(b.transpose(), columns);
            rowBlocks.forEach(
                    a.rows(),
                    PlainDoubleProduct.BLOCK_ROW,
                    multiplyAdds,
                    (first, end) -> multiplyColumns(a.rows(first, end), columns, c.rows(first, end)));
        }
    }

    private static Matrix<double[]> copy(Matrix<double[]> a) {
        double[] copy = new double[a.rows() * a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            int to = i * a.columns();
            int from = a.offset() + i * a.rowStep();
            for (int p = 0; p < a.columns(); p++) {
                copy[to + p] = a.values()[from + p * a.columnStep()];
            }
        }
        return new Matrix<>(copy, 0, a.rows(), a.columns(), a.columns(), 1);
    }

    private static void multiplyTwoRows(
            Matrix<double[]> a, int i, int next, Matrix<double[]> column, double[] chains, Matrix<double[]> c) {
        double[] values = a.values();
        double[] factors = column.values();
        int depth = column.rows();
        int x0 = a.offset() + i * a.rowStep();
        int x1 = a.offset() + next * a.rowStep();
        int y = column.offset();
        int rounds = depth / DoubleChains.COUNT;
        for (int chain = 0; chain < DoubleChains.COUNT; chain += 4) {
            DoubleTiles.addFourChains(values, x0 + chain, x1 + chain, factors, y + chain, rounds, chains, chain);
        }
        DoubleChains.addLast(values, x0, factors, y, depth, chains, 0);
        DoubleChains.addLast(values, x1, factors, y, depth, chains, DoubleChains.COUNT);
        c.values()[c.offset() + i * c.rowStep()] = DoubleChains.sum(chains, 0);
        c.values()[c.offset() + next * c.rowStep()] = DoubleChains.sum(chains, DoubleChains.COUNT);
    }

    /**
     * Computes some rows of c at a time. For each column of c, each chain has a row of sums, to which the columns of a
     * are added.
     */
    private static void multiplyColumns(Matrix<double[]> a, double[][] columns, Matrix<double[]> c) {
        int length = RowPool.rowLength(PlainDoubleProduct.BLOCK_ROW, Double.BYTES);
        double[][] rows = PlainDoubleProduct.POOL_OF_C.take(TILE + columns.length * DoubleChains.COUNT, length);
        double[][] copies = Arrays.copyOf(rows, TILE);
        double[][][] chains = new double[columns.length][][];
        for (int j = 0; j < columns.length; j++) {
            int first = TILE + j * DoubleChains.COUNT;
            chains[j] = Arrays.copyOfRange(rows, first, first + DoubleChains.COUNT);
        }
        for (int i = 0; i < a.rows(); i += PlainDoubleProduct.BLOCK_ROW) {
            int end = Math.min(i + PlainDoubleProduct.BLOCK_ROW, a.rows());
            addColumns(a.rows(i, end).transpose(), columns, copies, chains);
            for (int j = 0; j < columns.length; j++) {
                sum(chains[j], end - i);
                DoubleRows.write(chains[j], c.block(i, j, end - i, 1).transpose());
            }
        }
        PlainDoubleProduct.POOL_OF_C.giveBack(rows, length);
    }

    private static void addColumns(
            Matrix<double[]> rowsOfA, double[][] columns, double[][] copies, double[][][] chains) {
        int width = rowsOfA.columns();
        int depth = rowsOfA.rows();
        for (double[][] rows : chains) {
            DoubleRows.clear(rows, 0, DoubleChains.COUNT, width);
        }
        for (int p = 0; p < depth; p += TILE * DoubleChains.COUNT) {
            for (int chain = 0; chain < DoubleChains.COUNT && p + chain < depth; chain++) {
                copyFour(rowsOfA, p + chain, copies);
                for (int j = 0; j < columns.length; j++) {
                    addFour(chains[j][chain], columns[j], p + chain, copies, width);
                }
            }
        }
    }

    /** Replaces the first chain by {@link DoubleChains#sum} of all chains. */
    private static void sum(double[][] chains, int width) {
        for (int i = 4; i < DoubleChains.COUNT; i++) {
            DoubleRows.add(chains[i % 4], chains[i], width);
        }
        DoubleRows.add(chains[0], chains[1], width);
        DoubleRows.add(chains[2], chains[3], width);
        DoubleRows.add(chains[0], chains[2], width);
        DoubleRows.end(chains, 1, width);
    }

    /** Copies the next four columns of a chain. Those that are missing at the end are zero. */
    private static void copyFour(Matrix<double[]> rowsOfA, int p, double[][] copies) {
        for (int i = 0; i < TILE; i++) {
            int q = p + i * DoubleChains.COUNT;
            if (q < rowsOfA.rows()) {
                DoubleRows.read(rowsOfA, q, copies[i]);
            } else {
                Arrays.fill(copies[i], 0, rowsOfA.columns(), 0);
            }
        }
    }

    private static void addFour(double[] sums, double[] column, int p, double[][] rows, int width) {
        DoubleRows.addFour(
                sums,
                rows[0],
                rows[1],
                rows[2],
                rows[3],
                column[p],
                factor(column, p + DoubleChains.COUNT),
                factor(column, p + 2 * DoubleChains.COUNT),
                factor(column, p + 3 * DoubleChains.COUNT),
                width);
    }

    private static double factor(double[] column, int p) {
        return p < column.length ? column[p] : 0;
    }
}
