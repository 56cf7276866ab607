package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reflections from both sides that make a square matrix upper bidiagonal: <i>a = U B V<sup>T</sup></i> (G. Golub and W.
 * Kahan, "Calculating the singular values and pseudo-inverse of a matrix", SIAM Journal on Numerical Analysis 2 (1965),
 * 205-224).
 *
 * <p>In a block of steps, the matrix is left as it was, and the steps collect what is to be subtracted from it: <i>v
 * y<sup>T</sup> + x u<sup>T</sup></i>, where v and u are the reflections' vectors (J. Dongarra, D. Sorensen and S.
 * Hammarling, "Block reduction of matrices to condensed forms for eigenvalue computations", Journal of Computational
 * and Applied Mathematics 27 (1989), 215-227). So half of the work is a product of matrices at the end of each block.
 * The other half is two products of the matrix and a vector in each step.
 */
final class Bidiagonalization {
    /** The steps of a block. More would save little, since all products of the matrix and a vector read it anyway. */
    private static final int BLOCK = 16;

    /** The reflections that are applied at once, those of a few blocks of steps. */
    private static final int PANEL = 64;

    private final Matrix<double[]> a;
    private final int n;
    private final double[] diagonal;
    private final double[] superdiagonal;

    private final boolean keepsReflections;

    /** The reflections of columns and of rows, a panel each. */
    private final List<BlockReflector> ofColumns = new ArrayList<>();

    private final List<BlockReflector> ofRows = new ArrayList<>();

    /** The vectors of the reflections of a panel, and their factors. */
    private final double[][] columnVectors;

    private final double[] columnFactors = new double[PANEL];
    private final double[][] rowVectors;
    private final double[] rowFactors = new double[PANEL];

    // What the steps of a block collect: an array for each step, used from the first row or column of the block on.
    private double[][] v;
    private final double[][] x;
    private final double[][] y;
    private double[][] u;

    /** Factors of the collected rows. */
    private final double[] factors = new double[BLOCK];

    /**
     * Reduces a matrix.
     *
     * @param a a square matrix, in C order; overwritten
     * @param keepsReflections whether {@link #left} and {@link #right} will be called
     */
    Bidiagonalization(Matrix<double[]> a, boolean keepsReflections) {
        this.a = a;
        n = a.rows();
        diagonal = new double[n];
        superdiagonal = new double[Math.max(n - 1, 0)];
        this.keepsReflections = keepsReflections;
        columnVectors = new double[Math.min(PANEL, n)][n];
        rowVectors = new double[Math.min(PANEL, n)][n];
        x = new double[Math.min(BLOCK, n)][n];
        y = new double[Math.min(BLOCK, n)][n];
        for (int first = 0; first < n; first += BLOCK) {
            reduceBlock(first, Math.min(first + BLOCK, n));
        }
    }

    double[] diagonal() {
        return diagonal;
    }

    double[] superdiagonal() {
        return superdiagonal;
    }

    /** Returns U. */
    Matrix<double[]> left() {
        return orthogonal(ofColumns, 0);
    }

    /** Returns V. */
    Matrix<double[]> right() {
        return orthogonal(ofRows, 1);
    }

    /**
     * Returns the product of reflections.
     *
     * @param shift the first row on which the first reflection acts
     */
    private Matrix<double[]> orthogonal(List<BlockReflector> reflections, int shift) {
        Matrix<double[]> q = BlockProduct.zeros(n, n);
        for (int i = 0; i < n; i++) {
            q.values()[i * n + i] = 1;
        }
        for (int i = reflections.size() - 1; i >= 0; i--) {
            int first = i * PANEL + shift;
            reflections.get(i).apply(q.block(first, first, n - first, n - first));
        }
        return q;
    }

    private void reduceBlock(int first, int end) {
        int steps = end - first;
        int before = first % PANEL;
        v = Arrays.copyOfRange(columnVectors, before, before + steps);
        u = Arrays.copyOfRange(rowVectors, before, before + steps);
        for (int step = 0; step < steps; step++) {
            columnFactors[before + step] = reflectColumn(first + step, step);
            rowFactors[before + step] = first + step + 1 < n ? reflectRow(first + step, step) : 0;
        }
        if (keepsReflections && (end % PANEL == 0 || end == n)) {
            keepReflections(first - before, end);
        }
        if (end < n) {
            BlockProduct.subtract(
                    beside(v, x, steps, end), below(y, u, steps, end), a.block(end, end, n - end, n - end));
        }
    }

    /** Keeps the reflections of the last panel. */
    private void keepReflections(int first, int end) {
        ofColumns.add(BlockReflector.of(transposed(columnVectors, end - first, first), columnFactors));
        int ofRow = Math.min(end - first, n - first - 1);
        if (ofRow > 0) {
            ofRows.add(BlockReflector.of(transposed(rowVectors, ofRow, first + 1), rowFactors));
        }
    }

    /** Makes a column of the matrix zero below the diagonal. */
    private double reflectColumn(int j, int step) {
        double[] column = v[step];
        int at = a.offset() + j * n + j;
        for (int i = j; i < n; i++, at += n) {
            column[i] = a.values()[at];
        }
        subtract(y, j, v, step, column, j);
        subtract(u, j, x, step, column, j);
        double factor = HouseholderReflection.reflect(column, j, n);
        diagonal[j] = column[j];
        column[j] = 1;
        double[] row = y[step];
        if (j + 1 < n && factor != 0) {
            multiply(a.block(j, j + 1, n - j, n - j - 1).transpose(), column, j, row, j + 1);
            subtractProjection(v, y, step, column, j, row, j + 1);
            subtractProjection(x, u, step, column, j, row, j + 1);
            RowLoops.scale(factor, row, j + 1, n);
        } else {
            Arrays.fill(row, j, n, 0);
        }
        return factor;
    }

    /** Makes a row of the matrix zero after the superdiagonal. */
    private double reflectRow(int j, int step) {
        double[] row = u[step];
        System.arraycopy(a.values(), a.offset() + j * n + j + 1, row, j + 1, n - j - 1);
        subtract(v, j, y, step + 1, row, j + 1);
        subtract(x, j, u, step, row, j + 1);
        double factor = HouseholderReflection.reflect(row, j + 1, n);
        superdiagonal[j] = row[j + 1];
        row[j + 1] = 1;
        double[] column = x[step];
        if (factor != 0) {
            multiply(a.block(j + 1, j + 1, n - j - 1, n - j - 1), row, j + 1, column, j + 1);
            subtractProjection(y, v, step + 1, row, j + 1, column, j + 1);
            subtractProjection(u, x, step, row, j + 1, column, j + 1);
            RowLoops.scale(factor, column, j + 1, n);
        } else {
            Arrays.fill(column, j + 1, n, 0);
        }
        return factor;
    }

    /** Subtracts from a line of the matrix what the steps so far have collected: the element of each times a row. */
    private void subtract(double[][] elements, int at, double[][] rows, int count, double[] line, int from) {
        for (int k = 0; k < count; k++) {
            factors[k] = -elements[k][at];
        }
        RowLoops.addMultiples(rows, factors, 0, count, line, from, n);
    }

    /** Subtracts what the collected part of the matrix would contribute to a product of the matrix and a vector. */
    private void subtractProjection(
            double[][] rows,
            double[][] results,
            int count,
            double[] vector,
            int from,
            double[] result,
            int resultFrom) {
        for (int k = 0; k < count; k++) {
            factors[k] = -RowLoops.dot(rows[k], vector, from, n);
        }
        RowLoops.addMultiples(results, factors, 0, count, result, resultFrom, n);
    }

    private void multiply(Matrix<double[]> matrix, double[] vector, int from, double[] result, int resultFrom) {
        Matrix<double[]> b = new Matrix<>(vector, from, matrix.columns(), 1, 1, 1);
        BlockProduct.multiply(matrix, b, new Matrix<>(result, resultFrom, matrix.rows(), 1, 1, 1));
    }

    /**
     * Returns a matrix with vectors as columns: that of column k begins on the diagonal, with element {@code from + k}.
     */
    private Matrix<double[]> transposed(double[][] vectors, int count, int from) {
        Matrix<double[]> matrix = BlockProduct.zeros(n - from, count);
        for (int i = from; i < n; i++) {
            int last = Math.min(count - 1, i - from);
            for (int k = 0; k <= last; k++) {
                matrix.values()[(i - from) * count + k] = vectors[k][i];
            }
        }
        return matrix;
    }

    /** Returns a matrix that has the vectors of two lists as columns, from an index on. */
    private Matrix<double[]> beside(double[][] left, double[][] right, int steps, int from) {
        Matrix<double[]> matrix = BlockProduct.zeros(n - from, 2 * steps);
        for (int i = from; i < n; i++) {
            int row = (i - from) * 2 * steps;
            for (int k = 0; k < steps; k++) {
                matrix.values()[row + k] = left[k][i];
                matrix.values()[row + steps + k] = right[k][i];
            }
        }
        return matrix;
    }

    /** Returns a matrix that has the vectors of two lists as rows, from an index on. */
    private Matrix<double[]> below(double[][] upper, double[][] lower, int steps, int from) {
        int width = n - from;
        Matrix<double[]> matrix = BlockProduct.zeros(2 * steps, width);
        for (int k = 0; k < steps; k++) {
            System.arraycopy(upper[k], from, matrix.values(), k * width, width);
            System.arraycopy(lower[k], from, matrix.values(), (steps + k) * width, width);
        }
        return matrix;
    }
}
