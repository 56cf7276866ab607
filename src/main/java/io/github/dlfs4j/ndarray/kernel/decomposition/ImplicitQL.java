package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * Eigenvalues and eigenvectors of a small symmetric tridiagonal matrix by the QL algorithm with implicit shifts (A.
 * Dubrulle, R. S. Martin and J. H. Wilkinson, "The implicit QL algorithm", Numerische Mathematik 12 (1968), 377-383).
 *
 * <p>The algorithm is fast and accurate if the matrix is graded with its small elements first, so others are turned
 * round.
 */
final class ImplicitQL {
    /** The limit of sweeps for each eigenvalue; most need one or two. */
    private static final int MAX_SWEEPS = 60;

    /** The sweeps after which an element that is negligible beside the whole matrix counts as zero. */
    private static final int PATIENCE = 30;

    /** So small beside the elements of a matrix of magnitude 1 that it counts as zero. */
    private static final double NEGLIGIBLE = 0x1p-900;

    private static final double HALF_ULP = 0x1p-53;

    private final double[] diagonal;
    private final double[] beside;

    /** Rows of the matrix of eigenvectors. */
    private final double[] rows;

    private final int n;
    private final double[] cosines;
    private final double[] sines;

    private ImplicitQL(double[] diagonal, double[] beside, double[] rows, int n) {
        this.diagonal = diagonal;
        this.beside = beside;
        this.rows = rows;
        this.n = n;
        cosines = new double[n];
        sines = new double[n];
    }

    /**
     * Computes the eigenvalues, in ascending order.
     *
     * @param diagonal the n elements of the diagonal; becomes the eigenvalues
     * @param beside the elements beside it, and one more; is overwritten
     * @param rows some rows of n elements, such as those of the unit matrix; they are multiplied by the matrix whose
     *     columns are the eigenvectors
     * @return whether the eigenvalues converged
     */
    static boolean solve(double[] diagonal, double[] beside, double[] rows) {
        int n = diagonal.length;
        ImplicitQL ql = new ImplicitQL(diagonal, beside, rows, n);
        if (Math.abs(diagonal[0]) > Math.abs(diagonal[n - 1])) {
            ql.turn();
        }
        for (int first = 0; first < ql.n; first++) {
            if (!ql.isolate(first)) {
                return false;
            }
        }
        ql.sort();
        return true;
    }

    private void turn() {
        reverse(diagonal, 0, n);
        reverse(beside, 0, n - 1);
        for (int row = 0; row < rows.length; row += n) {
            reverse(rows, row, row + n);
        }
    }

    private static void reverse(double[] values, int from, int end) {
        for (int i = from, k = end - 1; i < k; i++, k--) {
            swap(values, i, k);
        }
    }

    /** Sweeps until an element of the diagonal is an eigenvalue. */
    private boolean isolate(int first) {
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            int last = first;
            double negligible = sweep < PATIENCE ? NEGLIGIBLE : HALF_ULP * largest();
            while (last < n - 1 && !isNegligible(last, negligible)) {
                last++;
            }
            if (last == first) {
                return true;
            }
            if (last == first + 1) {
                solvePair(first);
                return true;
            }
            sweep(first, last);
        }
        return false;
    }

    private boolean isNegligible(int i, double negligible) {
        double size = Math.abs(beside[i]);
        return size <= HALF_ULP * (Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1])) || size <= negligible;
    }

    private double largest() {
        double largest = NEGLIGIBLE;
        for (double value : diagonal) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Makes two rows and columns diagonal by Jacobi's rotation, which gives simple matrices simple eigenvalues. */
    private void solvePair(int first) {
        double cotangent = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]); // of twice the angle
        double tangent = Math.copySign(1 / (Math.abs(cotangent) + hypotenuse(cotangent, 1)), cotangent);
        cosines[first] = 1 / Math.sqrt(1 + tangent * tangent);
        sines[first] = cosines[first] * tangent;
        diagonal[first] -= tangent * beside[first];
        diagonal[first + 1] += tangent * beside[first];
        beside[first] = 0;
        rotate(first, first + 1);
    }

    private void sweep(int first, int last) {
        double shift = shift(first);
        double g = diagonal[last] - shift;
        double sine = 1;
        double cosine = 1;
        double p = 0;
        int i = last - 1;
        for (; i >= first; i--) {
            double f = sine * beside[i];
            double b = cosine * beside[i];
            double r = hypotenuse(f, g);
            if (r <= NEGLIGIBLE) {
                // The matrix has fallen apart here; the next sweep sees it.
                diagonal[i + 1] -= p;
                beside[i + 1] = 0;
                beside[last] = 0;
                rotate(i + 1, last);
                return;
            }
            beside[i + 1] = r;
            sine = f / r;
            cosine = g / r;
            g = diagonal[i + 1] - p;
            r = (diagonal[i] - g) * sine + 2 * cosine * b;
            p = sine * r;
            diagonal[i + 1] = g + p;
            g = cosine * r - b;
            cosines[i] = cosine;
            sines[i] = sine;
        }
        diagonal[first] -= p;
        beside[first] = g;
        beside[last] = 0;
        rotate(first, last);
    }

    /**
     * Returns Wilkinson's shift: the eigenvalue of the first two rows and columns that is closer to the first element.
     */
    private double shift(int first) {
        double half = (diagonal[first + 1] - diagonal[first]) / 2;
        double b = beside[first];
        double r = hypotenuse(half, b);
        return diagonal[first] - b / ((half + Math.copySign(r, half)) / b);
    }

    /** Applies the rotations of a sweep to columns, the last first. */
    private void rotate(int first, int last) {
        for (int row = 0; row < rows.length; row += n) {
            double right = rows[row + last];
            for (int i = last - 1; i >= first; i--) {
                double left = rows[row + i];
                rows[row + i + 1] = sines[i] * left + cosines[i] * right;
                right = cosines[i] * left - sines[i] * right;
            }
            rows[row + first] = right;
        }
    }

    private void sort() {
        for (int i = 0; i < n - 1; i++) {
            int least = i;
            for (int k = i + 1; k < n; k++) {
                least = diagonal[k] < diagonal[least] ? k : least;
            }
            if (least > i) {
                swap(diagonal, i, least);
                for (int row = 0; row < rows.length; row += n) {
                    swap(rows, row + i, row + least);
                }
            }
        }
    }

    private static void swap(double[] values, int i, int k) {
        double value = values[i];
        values[i] = values[k];
        values[k] = value;
    }

    /** Returns the length of a vector; its square may underflow. */
    static double hypotenuse(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        double longer = Math.max(a, b);
        double shorter = Math.min(a, b);
        double ratio = shorter == 0 ? 0 : shorter / longer;
        return longer * Math.sqrt(1 + ratio * ratio);
    }
}
