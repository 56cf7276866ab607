package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * The real Schur form of a Hessenberg matrix, <i>H = Z T Z<sup>T</sup></i>, by the QR algorithm with implicit double
 * shifts (J. G. F. Francis, "The QR transformation", The Computer Journal 4 (1961), 265-271 and 332-345; with the test
 * for negligible elements of M. Ahues and F. Tisseur, "A new deflation criterion for the QR algorithm", LAPACK Working
 * Note 122, 1997).
 *
 * <p>It ends when all eigenvalues are found, or with the first pair of complex ones.
 */
final class FrancisQR {
    private static final double ULP = 0x1p-52;

    /** So small that it counts as zero. */
    private static final double NEGLIGIBLE = 0x1p-960;

    /** After so many sweeps without an eigenvalue, a shift is taken that breaks up a cycle. */
    private static final int EXCEPTION = 10;

    /** The limit of sweeps for each row. */
    private static final int MAX_SWEEPS = 30;

    private final double[][] h;

    /** The rows of the transpose of Z; null if only eigenvalues are wanted. */
    private final double[][] z;

    /** Whether only rounding makes elements above and below the diagonal different. */
    private final boolean isSymmetric;

    private final int n;
    private final int first;
    private final int end;

    /** The vector of a reflection of two or three rows, and its result. */
    private final double[] v = new double[3];

    /** The pair of rows whose eigenvalues are complex; null if none was found. */
    private StandardPair complexPair;

    /** The sum and the product of the two shifts of a sweep are those of these numbers. */
    private double shift1;

    private double shift2;
    private double imaginaryShift;

    /**
     * Prepares the algorithm.
     *
     * @param h the rows of the Hessenberg matrix; become those of T
     * @param z the rows of a matrix that is multiplied by the transpose of Z from the left; null if only eigenvalues
     *     are wanted, which then are on the diagonal of h, and the rest is undefined
     * @param first the first row of the middle, outside of which the matrix is triangular
     * @param end the row after the middle
     * @param isSymmetric whether h is symmetric but for rounding errors
     */
    FrancisQR(double[][] h, double[][] z, int first, int end, boolean isSymmetric) {
        this.h = h;
        this.z = z;
        this.isSymmetric = isSymmetric;
        this.first = first;
        this.end = end;
        n = h.length;
    }

    /**
     * Computes the Schur form.
     *
     * @return whether the eigenvalues converged, or a complex one was found
     */
    boolean solve() {
        long limit = (long) MAX_SWEEPS * Math.max(10, end - first);
        int bottom = end - 1;
        int sweepsOfValue = 0;
        while (bottom >= first) {
            int top = top(bottom);
            if (top > first) {
                h[top][top - 1] = 0;
            }
            if (top < bottom - 1) {
                if (limit-- == 0) {
                    return false;
                }
                sweepsOfValue++;
                chooseShifts(top, bottom, sweepsOfValue);
                sweep(top, bottom);
            } else {
                if (top == bottom - 1 && !splitPair(top)) {
                    return true;
                }
                bottom = top - 1;
                sweepsOfValue = 0;
            }
        }
        return true;
    }

    /** Returns the pair of rows and columns whose eigenvalues are complex; null if none was found. */
    StandardPair complexPair() {
        return complexPair;
    }

    /** Returns the first row of the last part that no negligible element divides. */
    private int top(int bottom) {
        int k = bottom;
        while (k > first && !isNegligible(k)) {
            k--;
        }
        return k;
    }

    /** Returns whether the element left of the diagonal in a row is negligible. */
    private boolean isNegligible(int k) {
        double left = Math.abs(h[k][k - 1]);
        if (left <= NEGLIGIBLE) {
            return true;
        }
        double sum = Math.abs(h[k - 1][k - 1]) + Math.abs(h[k][k]);
        if (sum == 0) {
            sum = (k - 2 >= first ? Math.abs(h[k - 1][k - 2]) : 0) + (k + 1 < end ? Math.abs(h[k + 1][k]) : 0);
        }
        if (left > ULP * sum) {
            return false;
        }
        double above = Math.abs(h[k - 1][k]);
        double larger = Math.max(left, above);
        double smaller = Math.min(left, above);
        double last = Math.abs(h[k][k]);
        double gap = Math.abs(h[k - 1][k - 1] - h[k][k]);
        double most = Math.max(last, gap);
        double all = most + larger;
        return smaller * (larger / all) <= Math.max(NEGLIGIBLE, ULP * (Math.min(last, gap) * (most / all)));
    }

    /**
     * Takes as shifts the eigenvalues of the last two rows and columns: both, or twice the real one closer to the end.
     */
    private void chooseShifts(int top, int bottom, int sweeps) {
        double a = h[bottom - 1][bottom - 1];
        double b = h[bottom - 1][bottom];
        double c = h[bottom][bottom - 1];
        double d = h[bottom][bottom];
        if (sweeps % EXCEPTION == 0) {
            boolean atBottom = sweeps % (2 * EXCEPTION) == 0;
            double size = atBottom
                    ? Math.abs(c) + Math.abs(h[bottom - 1][bottom - 2])
                    : Math.abs(h[top + 1][top]) + Math.abs(h[top + 2][top + 1]);
            a = 0.75 * size + (atBottom ? d : h[top][top]);
            b = -0.4375 * size;
            c = size;
            d = a;
        }
        double size = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
        shift1 = 0;
        shift2 = 0;
        imaginaryShift = 0;
        if (size == 0) {
            return;
        }
        double mean = (a / size + d / size) / 2;
        double last = d / size;
        double discriminant = (a / size - mean) * (last - mean) - b / size * (c / size);
        double root = Math.sqrt(Math.abs(discriminant));
        if (discriminant >= 0) {
            shift1 = mean * size;
            imaginaryShift = root * size;
        } else {
            double larger = mean + root;
            double smaller = mean - root;
            shift1 = (Math.abs(larger - last) <= Math.abs(smaller - last) ? larger : smaller) * size;
        }
        shift2 = shift1;
    }

    /** Makes a bulge below the diagonal and chases it to the end. */
    private void sweep(int top, int bottom) {
        int start = bottom - 2;
        while (!startsAt(start, top)) {
            start--;
        }
        int firstRow = z == null ? top : 0;
        int endColumn = z == null ? bottom + 1 : n;
        for (int k = start; k < bottom; k++) {
            int size = Math.min(3, bottom - k + 1);
            if (k > start) {
                for (int i = 0; i < size; i++) {
                    v[i] = h[k + i][k - 1];
                }
            }
            double factor = HouseholderReflection.reflect(v, 0, size);
            if (k > start) {
                h[k][k - 1] = v[0];
                for (int i = 1; i < size; i++) {
                    h[k + i][k - 1] = 0;
                }
            } else if (k > top) {
                h[k][k - 1] *= 1 - factor;
            }
            if (size == 3) {
                reflectRows(h[k], h[k + 1], h[k + 2], v[1], v[2], factor, k, endColumn);
                reflectColumns(k, v[1], v[2], factor, firstRow, Math.min(k + 3, bottom) + 1);
            } else {
                reflectRows(h[k], h[k + 1], v[1], factor, k, endColumn);
                reflectColumns(k, v[1], factor, firstRow, bottom + 1);
            }
            if (z != null && size == 3) {
                reflectRows(z[k], z[k + 1], z[k + 2], v[1], v[2], factor, 0, n);
            } else if (z != null) {
                reflectRows(z[k], z[k + 1], v[1], factor, 0, n);
            }
        }
    }

    /** Computes the first column of the shifted matrix; returns whether a sweep may begin in this row. */
    private boolean startsAt(int m, int top) {
        double diagonal = h[m][m];
        double next = h[m + 1][m + 1];
        double below = h[m + 1][m];
        double size = Math.abs(diagonal - shift2) + Math.abs(imaginaryShift) + Math.abs(below);
        double scaled = below / size;
        v[0] = scaled * h[m][m + 1]
                + (diagonal - shift1) * ((diagonal - shift2) / size)
                + imaginaryShift * (imaginaryShift / size);
        v[1] = scaled * (diagonal + next - shift1 - shift2);
        v[2] = scaled * h[m + 2][m + 1];
        double sum = Math.abs(v[0]) + Math.abs(v[1]) + Math.abs(v[2]);
        for (int i = 0; i < 3; i++) {
            v[i] /= sum;
        }
        return m == top
                || Math.abs(h[m][m - 1]) * (Math.abs(v[1]) + Math.abs(v[2]))
                        <= ULP * Math.abs(v[0]) * (Math.abs(h[m - 1][m - 1]) + Math.abs(diagonal) + Math.abs(next));
    }

    private static void reflectRows(
            double[] x, double[] y, double[] w, double v1, double v2, double factor, int from, int to) {
        double factor1 = factor * v1;
        double factor2 = factor * v2;
        for (int j = from; j < to; j++) {
            double sum = x[j] + v1 * y[j] + v2 * w[j];
            x[j] -= factor * sum;
            y[j] -= factor1 * sum;
            w[j] -= factor2 * sum;
        }
    }

    private static void reflectRows(double[] x, double[] y, double v1, double factor, int from, int to) {
        double factor1 = factor * v1;
        for (int j = from; j < to; j++) {
            double sum = x[j] + v1 * y[j];
            x[j] -= factor * sum;
            y[j] -= factor1 * sum;
        }
    }

    private void reflectColumns(int k, double v1, double v2, double factor, int from, int to) {
        double factor1 = factor * v1;
        double factor2 = factor * v2;
        for (int i = from; i < to; i++) {
            double[] row = h[i];
            double sum = row[k] + v1 * row[k + 1] + v2 * row[k + 2];
            row[k] -= factor * sum;
            row[k + 1] -= factor1 * sum;
            row[k + 2] -= factor2 * sum;
        }
    }

    private void reflectColumns(int k, double v1, double factor, int from, int to) {
        double factor1 = factor * v1;
        for (int i = from; i < to; i++) {
            double[] row = h[i];
            double sum = row[k] + v1 * row[k + 1];
            row[k] -= factor * sum;
            row[k + 1] -= factor1 * sum;
        }
    }

    /** Makes two rows and columns triangular; returns false if their eigenvalues are complex. */
    private boolean splitPair(int k) {
        StandardPair pair = new StandardPair(h[k][k], h[k][k + 1], h[k + 1][k], h[k + 1][k + 1]);
        if (pair.isComplex() && isSymmetric) {
            double mean = (h[k][k + 1] + h[k + 1][k]) / 2;
            pair = new StandardPair(h[k][k], mean, mean, h[k + 1][k + 1]);
        }
        if (pair.isComplex()) {
            complexPair = pair;
            return false;
        }
        double cosine = pair.cosine();
        double sine = pair.sine();
        h[k][k] = pair.a();
        h[k][k + 1] = pair.b();
        h[k + 1][k] = 0;
        h[k + 1][k + 1] = pair.d();
        if (z != null) {
            RowLoops.rotate(h[k], h[k + 1], cosine, sine, k + 2, n);
            for (int i = 0; i < k; i++) {
                double left = h[i][k];
                h[i][k] = cosine * left + sine * h[i][k + 1];
                h[i][k + 1] = cosine * h[i][k + 1] - sine * left;
            }
            RowLoops.rotate(z[k], z[k + 1], cosine, sine, 0, n);
        }
        return true;
    }
}
