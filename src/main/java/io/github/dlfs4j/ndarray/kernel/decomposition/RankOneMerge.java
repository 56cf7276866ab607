package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * The eigenvalues and eigenvectors of two halves plus a matrix of rank 1, <i>D + ρ z z<sup>T</sup></i> in the basis of
 * the halves' eigenvectors (M. Gu and S. C. Eisenstat, "A divide-and-conquer algorithm for the symmetric tridiagonal
 * eigenproblem", SIAM Journal on Matrix Analysis and Applications 16 (1995), 172-191).
 *
 * <p>Components of z that are negligible, and eigenvalues that are as good as equal, are deflated: their eigenvectors
 * stay. The others are those of the {@link SecularEquation}. Their vectors are orthogonal because they belong to a z
 * that is computed anew so that the roots found are exact.
 */
final class RankOneMerge {
    private static final double ULP = 0x1p-52;

    private final double[] values;
    private final int n;
    private final int half;
    private final double[] z;
    private final double rho;

    /** All values were divided by 2 to this power, so that the largest has a magnitude of about 1. */
    private final int exponent;

    /** The columns that stay, and those that are merged, each in the order of their values. */
    private final int[] deflated;

    private final int[] kept;

    private int ofDeflated;
    private int ofKept;

    /** Whether a column has elements in the upper rows, and whether in the lower ones. */
    private final boolean[] isUpper;

    private final boolean[] isLower;

    /**
     * Creates a merge.
     *
     * @param values the eigenvalues of the halves, each ascending; become those of the whole, ascending
     * @param half how many belong to the first half
     * @param z the last row of the first half's eigenvectors, and the first row of the second half's; is overwritten
     * @param link the factor of z z<sup>T</sup>, not negative
     */
    RankOneMerge(double[] values, int half, double[] z, double link) {
        this.values = values;
        this.half = half;
        this.z = z;
        n = values.length;
        exponent = scale(2 * link);
        rho = Math.scalb(2 * link, -exponent);
        deflated = new int[n];
        kept = new int[n];
        isUpper = new boolean[n];
        isLower = new boolean[n];
        Arrays.fill(isUpper, 0, half, true);
        Arrays.fill(isLower, half, n, true);
        double root = Math.sqrt(0.5);
        for (int i = 0; i < n; i++) {
            z[i] *= root; // both rows have length 1
        }
    }

    /** Keeps squares of quotients of the values from overflowing in a part that is tiny beside the whole matrix. */
    private int scale(double factor) {
        double largest = factor;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int power = largest == 0 ? 0 : Math.getExponent(largest);
        for (int i = 0; i < n; i++) {
            values[i] = Math.scalb(values[i], -power);
        }
        return power;
    }

    /**
     * Merges.
     *
     * @param upper rows of the first half's eigenvectors, with zeros beside them; become rows of the eigenvectors
     * @param lower rows of the second half's eigenvectors
     * @return whether the eigenvalues converged
     */
    boolean solve(Matrix<double[]> upper, Matrix<double[]> lower) {
        deflate(upper, lower);
        sortDeflated();
        double[] roots = new double[ofKept];
        double[] distances = new double[ofKept * ofKept];
        if (!roots(roots, distances)) {
            return false;
        }
        int[] sources = sources(roots);
        merge(upper, isUpper, distances, sources);
        merge(lower, isLower, distances, sources);
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = Math.scalb(sources[i] < 0 ? values[~sources[i]] : roots[sources[i]], exponent);
        }
        System.arraycopy(sorted, 0, values, 0, n);
        return true;
    }

    /** Divides the columns into those that stay and those that are merged. */
    private void deflate(Matrix<double[]> upper, Matrix<double[]> lower) {
        double tolerance = 8 * ULP; // the largest value is about 1
        int previous = -1;
        int first = 0;
        int second = half;
        while (first < half || second < n) {
            boolean isFirst = second == n || (first < half && values[first] <= values[second]);
            int column = isFirst ? first++ : second++;
            if (rho * Math.abs(z[column]) <= tolerance) {
                deflated[ofDeflated++] = column;
            } else if (previous < 0) {
                previous = column;
            } else {
                double length = ImplicitQL.hypotenuse(z[previous], z[column]);
                double cosine = z[column] / length;
                double sine = -z[previous] / length;
                double gap = values[column] - values[previous];
                if (Math.abs(gap * cosine * sine) <= tolerance) {
                    z[column] = length;
                    z[previous] = 0;
                    rotate(previous, column, cosine, sine, upper, lower);
                    deflated[ofDeflated++] = previous;
                } else {
                    kept[ofKept++] = previous;
                }
                previous = column;
            }
        }
        if (previous >= 0) {
            kept[ofKept++] = previous;
        }
    }

    private void rotate(int p, int q, double cosine, double sine, Matrix<double[]> upper, Matrix<double[]> lower) {
        double first = values[p];
        double second = values[q];
        values[p] = first * (cosine * cosine) + second * (sine * sine);
        values[q] = first * (sine * sine) + second * (cosine * cosine);
        rotate(upper, p, q, cosine, sine);
        rotate(lower, p, q, cosine, sine);
        isUpper[q] |= isUpper[p];
        isLower[q] |= isLower[p];
    }

    private static void rotate(Matrix<double[]> rows, int p, int q, double cosine, double sine) {
        double[] x = rows.values();
        for (int i = 0; i < rows.rows(); i++) {
            int row = rows.offset() + i * rows.rowStep();
            double first = x[row + p];
            double second = x[row + q];
            x[row + p] = cosine * first + sine * second;
            x[row + q] = cosine * second - sine * first;
        }
    }

    /** Sorts by insertion: a rotation hardly changes the order. */
    private void sortDeflated() {
        for (int i = 1; i < ofDeflated; i++) {
            int column = deflated[i];
            int k = i - 1;
            for (; k >= 0 && values[deflated[k]] > values[column]; k--) {
                deflated[k + 1] = deflated[k];
            }
            deflated[k + 1] = column;
        }
    }

    /** Computes the roots, and the eigenvectors of the kept columns' part as rows. */
    private boolean roots(double[] roots, double[] vectors) {
        int k = ofKept;
        double[] poles = new double[k];
        double[] ofPoles = new double[k];
        for (int i = 0; i < k; i++) {
            poles[i] = values[kept[i]];
            ofPoles[i] = z[kept[i]];
        }
        SecularEquation equation = new SecularEquation(poles, ofPoles, rho);
        for (int i = 0; i < k; i++) {
            roots[i] = equation.solve(i, vectors, i * k);
            if (Double.isNaN(roots[i])) {
                return false;
            }
        }
        double[] exact = exactComponents(poles, ofPoles, vectors);
        for (int i = 0; i < k; i++) {
            int row = i * k;
            for (int j = 0; j < k; j++) {
                vectors[row + j] = exact[j] / vectors[row + j];
            }
            double factor = 1 / Math.sqrt(RowLoops.dot(vectors, vectors, row, row + k));
            for (int j = 0; j < k; j++) {
                vectors[row + j] *= factor;
            }
        }
        return true;
    }

    /** Returns the z for which the roots are exact, by Löwner's formula. */
    private static double[] exactComponents(double[] poles, double[] z, double[] distances) {
        int k = poles.length;
        double[] squares = new double[k];
        for (int j = 0; j < k; j++) {
            squares[j] = -distances[j * k + j];
        }
        for (int i = 0; i < k; i++) {
            int row = i * k;
            double pole = poles[i];
            for (int j = 0; j < i; j++) {
                squares[j] *= distances[row + j] / (poles[j] - pole);
            }
            for (int j = i + 1; j < k; j++) {
                squares[j] *= distances[row + j] / (poles[j] - pole);
            }
        }
        for (int j = 0; j < k; j++) {
            squares[j] = Math.copySign(Math.sqrt(squares[j]), z[j]);
        }
        return squares;
    }

    /** Returns for each place in ascending order the number of a root, or the complement of a column that stays. */
    private int[] sources(double[] roots) {
        int[] sources = new int[n];
        int root = 0;
        int stays = 0;
        for (int i = 0; i < n; i++) {
            boolean isRoot = stays == ofDeflated || (root < ofKept && roots[root] <= values[deflated[stays]]);
            sources[i] = isRoot ? root++ : ~deflated[stays++];
        }
        return sources;
    }

    /** Multiplies rows by the eigenvectors, leaving out the columns that are zero, and sorts the columns. */
    private void merge(Matrix<double[]> rows, boolean[] isPresent, double[] vectors, int[] sources) {
        int k = ofKept;
        int m = rows.rows();
        int[] columns = new int[k];
        int count = 0;
        for (int j = 0; j < k; j++) {
            if (isPresent[kept[j]]) {
                columns[count++] = j;
            }
        }
        double[] factors = new double[count * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < count; j++) {
                factors[i * count + j] = vectors[i * k + columns[j]];
            }
        }
        double[] x = rows.values();
        double[] present = new double[m * count];
        for (int i = 0; i < m; i++) {
            int row = rows.offset() + i * rows.rowStep();
            for (int j = 0; j < count; j++) {
                present[i * count + j] = x[row + kept[columns[j]]];
            }
        }
        double[] product = new double[m * k];
        if (count > 0) {
            Matrix<double[]> a = new Matrix<>(present, 0, m, count, count, 1);
            Matrix<double[]> b = new Matrix<>(factors, 0, count, k, 1, count);
            BlockProduct.multiply(a, b, new Matrix<>(product, 0, m, k, k, 1));
        }
        double[] sorted = new double[n];
        for (int i = 0; i < m; i++) {
            int row = rows.offset() + i * rows.rowStep();
            for (int j = 0; j < n; j++) {
                int source = sources[j];
                sorted[j] = source < 0 ? x[row + ~source] : product[i * k + source];
            }
            System.arraycopy(sorted, 0, x, row, n);
        }
    }
}
