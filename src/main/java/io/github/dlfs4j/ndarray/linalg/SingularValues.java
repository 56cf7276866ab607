package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/**
 * Singular values by one-sided Jacobi rotations (M. R. Hestenes, "Inversion of matrices by biorthogonalization and
 * related results", Journal of the SIAM 6 (1958), 51-90; on their accuracy: J. Demmel and K. Veselić, "Jacobi's method
 * is more accurate than QR", SIAM Journal on Matrix Analysis and Applications 13 (1992), 1204-1245).
 *
 * <p>A rotation turns two columns in their plane until they are orthogonal. Sweeps over all pairs go on until every
 * pair is orthogonal; then the lengths of the columns are the singular values. All sums are added in a fixed order in
 * float64, so the values have the same bits on every machine.
 */
final class SingularValues {
    /** The limit of sweeps; most matrices take five to ten. */
    private static final int MAX_SWEEPS = 60;

    /** The squared length below which a column counts as zero; the largest element of the matrix is about 1. */
    private static final double NEGLIGIBLE = 0x1p-960;

    /** The columns or, if they are fewer, the rows, which have the same singular values. */
    private final double[][] columns;

    private final double[] squares;
    private final double tolerance;

    private SingularValues(double[] elements, int count, int length) {
        columns = new double[count][];
        for (int i = 0; i < count; i++) {
            columns[i] = Arrays.copyOfRange(elements, i * length, (i + 1) * length);
        }
        squares = new double[count];
        tolerance = Math.sqrt(length) * Math.ulp(1.0);
    }

    /** Returns the singular values of the matrices in the last two axes, the largest first. */
    static NDArray of(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException(
                    "%d-dimensional array given. Array must be at least two-dimensional".formatted(a.ndim()));
        }
        boolean isWide = a.shape(-1) > a.shape(-2);
        NDArray lines = isWide ? a : a.swapaxes(-1, -2);
        int count = lines.shape(-2);
        int length = lines.shape(-1);
        double[] elements = lines.astype(DType.FLOAT64).toDoubleArray();
        int[] shape = Arrays.copyOf(a.shape().toArray(), a.ndim() - 1);
        shape[a.ndim() - 2] = count;
        double[] values = new double[Shape.of(shape).size()];
        for (int i = 0; i < values.length; i += count) {
            int begin = i * length;
            double[] matrix = Arrays.copyOfRange(elements, begin, begin + count * length);
            double[] ofMatrix = descending(matrix, count, length);
            System.arraycopy(ofMatrix, 0, values, i, count);
        }
        NDArray result = NDArray.of(values, shape);
        return a.dtype() == DType.FLOAT32 ? result.astype(DType.FLOAT32) : result;
    }

    private static double[] descending(double[] matrix, int count, int length) {
        double largest = 0;
        for (double element : matrix) {
            largest = Math.max(largest, Math.abs(element));
        }
        if (!Double.isFinite(largest)) {
            throw noConvergence();
        }
        // Scaling by a power of two is exact and keeps the squares from overflowing.
        int exponent = largest == 0 ? 0 : Math.getExponent(largest) + 1;
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = Math.scalb(matrix[i], -exponent);
        }
        double[] values = new SingularValues(matrix, count, length).lengths();
        Arrays.sort(values);
        double[] descending = new double[count];
        for (int i = 0; i < count; i++) {
            descending[i] = Math.scalb(values[count - 1 - i], exponent);
        }
        return descending;
    }

    /** Makes the columns orthogonal and returns their lengths. */
    private double[] lengths() {
        for (int sweep = 0; !sweep(); sweep++) {
            if (sweep == MAX_SWEEPS) {
                throw noConvergence();
            }
        }
        double[] lengths = new double[columns.length];
        Arrays.setAll(lengths, i -> Math.sqrt(squares[i]));
        return lengths;
    }

    /** Makes every pair of columns orthogonal once; returns whether all pairs were orthogonal before. */
    private boolean sweep() {
        for (int i = 0; i < columns.length; i++) {
            squares[i] = dot(columns[i], columns[i]);
        }
        boolean isDone = true;
        for (int p = 0; p < columns.length; p++) {
            for (int q = p + 1; q < columns.length; q++) {
                isDone &= orthogonalise(p, q);
            }
        }
        return isDone;
    }

    /** Makes two columns orthogonal; returns whether they were orthogonal before. */
    private boolean orthogonalise(int p, int q) {
        if (squares[p] < NEGLIGIBLE || squares[q] < NEGLIGIBLE) {
            return true;
        }
        double product = dot(columns[p], columns[q]);
        if (Math.abs(product) <= tolerance * Math.sqrt(squares[p]) * Math.sqrt(squares[q])) {
            return true;
        }
        double cotangent = (squares[q] - squares[p]) / (2 * product); // of twice the angle of rotation
        double size = Math.abs(cotangent);
        double hypotenuse = size < 0x1p30 ? Math.sqrt(1 + size * size) : size;
        double tangent = Math.copySign(1 / (size + hypotenuse), cotangent);
        rotate(columns[p], columns[q], tangent);
        squares[p] -= tangent * product;
        squares[q] += tangent * product;
        return false;
    }

    private static void rotate(double[] p, double[] q, double tangent) {
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        for (int i = 0; i < p.length; i++) {
            double first = p[i];
            double second = q[i];
            p[i] = cosine * first - sine * second;
            q[i] = sine * first + cosine * second;
        }
    }

    /** Adds in four sums, which a processor computes at the same time. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static IllegalArgumentException noConvergence() {
        return new IllegalArgumentException("SVD did not converge");
    }
}
