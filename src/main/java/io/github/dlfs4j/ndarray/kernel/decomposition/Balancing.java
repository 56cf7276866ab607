package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * Prepares a matrix for the search of its eigenvalues (B. N. Parlett and C. Reinsch, "Balancing a matrix for
 * calculation of eigenvalues and eigenvectors", Numerische Mathematik 13 (1969), 293-304; with the norms of R. James,
 * J. Langou and B. R. Lowery, "On matrix balancing and eigenvector computation", arXiv:1401.5766, 2014).
 *
 * <p>Rows and columns that have only zeros beside the diagonal are exchanged to the ends: the elements on their
 * diagonal are eigenvalues. Between them, row i is divided and column i multiplied by powers of two, until both are
 * about as long.
 */
final class Balancing {
    /** A change of scale must make row and column together shorter by this factor. */
    private static final double GAIN = 0.95;

    /** The limits of a scale. */
    private static final double LARGEST = 0x1p970;

    private static final double SMALLEST = 0x1p-970;

    /** The limit of elements beside the middle, which grow with its scales. */
    private static final double LARGE = 0x1p900;

    /** Smaller sums of squares may have lost digits; then lengths are added up without squares. */
    private static final double SMALL_SQUARE = 0x1p-900;

    private final double[][] a;
    private final int n;

    /** The row with which a row outside of the middle was exchanged. */
    private final int[] exchanged;

    /** The elements of the column that is scaled. */
    private final double[] elements;

    /** The factor of each column, a power of two. */
    private final double[] scale;

    private int first;
    private int end;

    /**
     * Balances a matrix.
     *
     * @param a the rows, finite; are changed
     */
    Balancing(double[][] a) {
        this.a = a;
        n = a.length;
        end = n;
        exchanged = new int[n];
        elements = new double[n];
        scale = new double[n];
        Arrays.fill(scale, 1);
        isolateRows();
        isolateColumns();
        scale();
    }

    /** Returns the first row of the middle. */
    int first() {
        return first;
    }

    /** Returns the row after the middle. */
    int end() {
        return end;
    }

    /**
     * Turns eigenvectors of the balanced matrix, as columns of a matrix with contiguous rows, into those of the matrix,
     * whose largest components have a magnitude of about 1.
     */
    void undo(Matrix<double[]> vectors) {
        double[] x = vectors.values();
        for (int j = 0; j < n; j++) {
            int first = vectors.offset() + j;
            int largest = Integer.MIN_VALUE;
            for (int i = 0; i < n; i++) {
                double component = x[first + i * vectors.rowStep()];
                if (component != 0) {
                    largest = Math.max(largest, Math.getExponent(component) + Math.getExponent(scale[i]));
                }
            }
            for (int i = 0; i < n; i++) {
                int at = first + i * vectors.rowStep();
                x[at] = Math.scalb(x[at], Math.getExponent(scale[i]) - largest);
            }
        }
        for (int i = first - 1; i >= 0; i--) {
            exchangeRows(vectors, i, exchanged[i]);
        }
        for (int i = end; i < n; i++) {
            exchangeRows(vectors, i, exchanged[i]);
        }
    }

    private static void exchangeRows(Matrix<double[]> rows, int i, int k) {
        double[] x = rows.values();
        for (int j = 0; j < rows.columns(); j++) {
            int p = rows.offset() + i * rows.rowStep() + j;
            int q = rows.offset() + k * rows.rowStep() + j;
            double element = x[p];
            x[p] = x[q];
            x[q] = element;
        }
    }

    private void isolateRows() {
        boolean found = true;
        while (found && end > 1) {
            found = false;
            for (int i = end - 1; i >= 0 && end > 1; i--) {
                if (isZeroRow(i)) {
                    exchange(i, end - 1);
                    end--;
                    found = true;
                }
            }
        }
    }

    private boolean isZeroRow(int i) {
        for (int j = 0; j < end; j++) {
            if (j != i && a[i][j] != 0) {
                return false;
            }
        }
        return true;
    }

    private void isolateColumns() {
        boolean found = true;
        while (found) {
            found = false;
            for (int j = first; j < end; j++) {
                if (isZeroColumn(j)) {
                    exchange(j, first);
                    first++;
                    found = true;
                }
            }
        }
    }

    private boolean isZeroColumn(int j) {
        for (int i = first; i < end; i++) {
            if (i != j && a[i][j] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Exchanges two rows and the same two columns. */
    private void exchange(int i, int k) {
        exchanged[k] = i;
        double[] row = a[i];
        a[i] = a[k];
        a[k] = row;
        for (double[] each : a) {
            double element = each[i];
            each[i] = each[k];
            each[k] = element;
        }
    }

    private void scale() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = first; i < end; i++) {
                double factor = factor(i);
                double product = scale[i] * factor;
                if (factor != 1 && product > SMALLEST && product < LARGEST) {
                    scale[i] = product;
                    for (int j = 0; j < n; j++) {
                        a[i][j] /= factor;
                    }
                    for (double[] row : a) {
                        row[i] *= factor;
                    }
                    changed = true;
                }
            }
        }
    }

    /** Returns the length of the middle of a row or column. */
    private double length(double... elements) {
        double squares = 0;
        double length = 0;
        for (int k = first; k < end; k++) {
            squares += elements[k] * elements[k];
        }
        for (int k = first; squares < SMALL_SQUARE && k < end; k++) {
            length = ImplicitQL.hypotenuse(length, elements[k]);
        }
        return Math.max(length, Math.sqrt(squares));
    }

    /** Returns the power of two by which a column and a row should be scaled; 1 if that would not pay. */
    private double factor(int i) {
        for (int k = 0; k < end; k++) {
            elements[k] = a[k][i];
        }
        double columnLength = length(elements);
        double rowLength = length(a[i]);
        if (columnLength == 0 || rowLength == 0) {
            return 1;
        }
        double most = Math.min(LARGEST, LARGE / RowLoops.largest(elements, 0, first));
        double least = Math.max(SMALLEST, RowLoops.largest(a[i], end, n) / LARGE);
        double column = columnLength;
        double row = rowLength;
        double factor = 1;
        while (column < row / 2 && factor < most) {
            factor *= 2;
            column *= 2;
            row /= 2;
        }
        while (column / 2 >= row && factor > least) {
            factor /= 2;
            column /= 2;
            row *= 2;
        }
        return column + row >= GAIN * (columnLength + rowLength) ? 1 : factor;
    }
}
