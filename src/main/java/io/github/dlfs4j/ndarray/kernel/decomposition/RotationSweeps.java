package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * Rotations of neighbouring rows of a matrix, applied late and in groups. A sweep rotates rows k and k + 1, then k + 1
 * and k + 2, and so on, or the same upwards. Some sweeps are collected; then the rotations of a window of rows, in all
 * of these sweeps, are multiplied with each other, and a product of matrices applies them (B. Lang, "Using level 3 BLAS
 * in rotation-based algorithms", SIAM Journal on Scientific Computing 19 (1998), 626-634; F. Van Zee, R. van de Geijn
 * and G. Quintana-Ortí, "Restructuring the tridiagonal and bidiagonal QR algorithms for performance", ACM Transactions
 * on Mathematical Software 40 (2014), 18:1-18:34). A window begins a row earlier in each sweep than in the one before,
 * because a rotation must follow those that the sweep before it made of its own two rows.
 */
final class RotationSweeps {
    /** How many sweeps are collected at most, and how many rotations of a sweep are in a window. */
    private static final int MOST = 24;

    /** The rows of a window that are multiplied at once. Further than a group from the diagonal, they are zero. */
    private static final int STRIP = 8;

    private final Matrix<double[]> rows;
    private final int count;
    private final int group;

    /** The collected rotations: of each sweep, the one at each position. A position counts in the sweep's direction. */
    private final double[][] cosines;

    private final double[][] sines;

    /** The positions of the first and after the last rotation of each sweep. */
    private final int[] first;

    private final int[] end;
    private int sweeps;
    private boolean isUpwards;

    /** The product of the rotations of a window, a row each. */
    private final double[][] window;

    /**
     * Begins without rotations.
     *
     * @param rows the matrix, in C order without gaps
     */
    RotationSweeps(Matrix<double[]> rows) {
        this.rows = rows;
        count = rows.rows();
        group = Math.max(4, Math.min(MOST, count / 8));
        cosines = new double[group][count];
        sines = new double[group][count];
        first = new int[group];
        end = new int[group];
        window = new double[2 * group + 1][2 * group + 1];
    }

    /**
     * Begins a sweep.
     *
     * @param from the row with which it begins
     * @param upwards whether it goes to lower rows
     * @param length the number of rotations
     */
    void begin(int from, boolean upwards, int length) {
        if (sweeps == group || (sweeps > 0 && upwards != isUpwards)) {
            flush();
        }
        isUpwards = upwards;
        first[sweeps] = upwards ? count - 1 - from : from;
        end[sweeps] = first[sweeps] + length;
        sweeps++;
    }

    /**
     * Adds a rotation to the sweep.
     *
     * @param step the number of rotations before it in the sweep; it rotates the rows that many steps after the first
     */
    void rotate(int step, double cosine, double sine) {
        int at = first[sweeps - 1] + step;
        cosines[sweeps - 1][at] = cosine;
        sines[sweeps - 1][at] = sine;
    }

    /** Applies what was collected. */
    void flush() {
        int lowest = count;
        int highest = 0;
        for (int j = 0; j < sweeps; j++) {
            lowest = Math.min(lowest, first[j]);
            highest = Math.max(highest, end[j]);
        }
        for (int start = lowest; start - (sweeps - 1) < highest; start += group) {
            apply(start, Math.max(lowest, start - sweeps + 1), Math.min(highest, start + group) + 1);
        }
        sweeps = 0;
    }

    /** Applies a group: in sweep j the rotations from {@code start - j} on. They change the rows at some positions. */
    private void apply(int start, int from, int to) {
        int size = to - from;
        for (int i = 0; i < size; i++) {
            Arrays.fill(window[i], 0, size, 0);
            window[i][i] = 1;
        }
        for (int j = 0; j < sweeps; j++) {
            int last = Math.min(start - j + group, end[j]);
            for (int k = Math.max(start - j, first[j]); k < last; k++) {
                int i = k - from;
                // What else is in these rows is still zero.
                int least = Math.max(start - j - from, 0);
                int most = Math.min(i + j + 2, size);
                RowLoops.rotate(window[i], window[i + 1], cosines[j][k], sines[j][k], least, most);
            }
        }
        multiply(from, size);
    }

    /** Multiplies the window by rows of the matrix. */
    private void multiply(int from, int size) {
        double[] flat = Workspace.DOUBLES.take(size * size);
        for (int i = 0; i < size; i++) {
            System.arraycopy(window[i], 0, flat, i * size, size);
        }
        Matrix<double[]> a = new Matrix<>(flat, 0, size, size, size, 1);
        int top = from;
        if (isUpwards) {
            top = count - from - size;
            for (int i = 0; i < size * size / 2; i++) {
                double swapped = flat[i];
                flat[i] = flat[size * size - 1 - i];
                flat[size * size - 1 - i] = swapped;
            }
        }
        int width = rows.columns();
        Matrix<double[]> b = rows.rows(top, top + size);
        double[] product = Workspace.DOUBLES.take(size * width);
        Matrix<double[]> c = new Matrix<>(product, 0, size, width, width, 1);
        for (int i = 0; i < size; i += STRIP) {
            int next = Math.min(i + STRIP, size);
            int left = Math.max(i - group, 0);
            int right = Math.min(next + group, size);
            BlockProduct.multiply(a.block(i, left, next - i, right - left), b.rows(left, right), c.rows(i, next));
        }
        System.arraycopy(product, 0, b.values(), b.offset(), size * width);
        Workspace.DOUBLES.giveBack(product);
        Workspace.DOUBLES.giveBack(flat);
    }
}
