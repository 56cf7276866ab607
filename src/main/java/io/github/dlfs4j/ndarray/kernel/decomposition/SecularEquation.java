package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * The eigenvalues of a diagonal matrix plus a matrix of rank 1, <i>D + ρ z z<sup>T</sup></i>: the roots of <i>1/ρ + Σ
 * z<sub>j</sub><sup>2</sup> / (d<sub>j</sub> − λ) = 0</i>. The function increases between neighbouring poles, so there
 * is one root in each gap and one beyond the last pole. It is found by interpolation with two poles (R.-C. Li, "Solving
 * secular equations stably and efficiently", LAPACK Working Note 89, 1994), and by bisection where that is slow.
 *
 * <p>A root is computed as its distance to the closer pole, so that its distances to all poles have no cancellation.
 */
final class SecularEquation {
    /** The limit of steps for a root; most take three to six. */
    private static final int MAX_STEPS = 400;

    private static final double HALF_ULP = 0x1p-53;

    private final double[] poles;
    private final double[] z;
    private final double inverse;
    private final int k;

    /** The distances of the poles to the present point. */
    private double[] distances;

    private int at;

    // The function at the present point: its value without 1/ρ and the derivative for the poles on each side of the
    // root, and a bound of the rounding errors.
    private double left;
    private double leftSlope;
    private double right;
    private double rightSlope;
    private double error;

    /**
     * Creates an equation.
     *
     * @param poles the elements of D, ascending and well apart
     * @param z the vector, without components that are negligible
     * @param rho positive
     */
    SecularEquation(double[] poles, double[] z, double rho) {
        this.poles = poles;
        this.z = z;
        this.inverse = 1 / rho;
        this.k = poles.length;
    }

    /**
     * Computes a root.
     *
     * @param root the number of the root
     * @param distances takes poles minus root, without cancellation
     * @param at where the first distance is stored
     * @return the root, NaN if it was not found
     */
    double solve(int root, double[] distances, int at) {
        this.distances = distances;
        this.at = at;
        boolean isLast = root == k - 1;
        double width = isLast ? 2 * squares() / inverse : poles[root + 1] - poles[root];
        evaluate(root, root, width / 2);
        double value = inverse + left + right;
        boolean isLeft = isLast || value > 0;
        int origin = isLeft ? root : root + 1;
        double low = isLeft ? 0 : -width / 2;
        double high = isLeft ? isLast ? width : width / 2 : 0;
        double point = isLast ? width / 2 : start(root, isLeft, width);
        double before = Double.POSITIVE_INFINITY;
        boolean mayInterpolate = true;
        for (int step = 0; step < MAX_STEPS; step++) {
            if (!(point > low && point < high)) {
                point = low + (high - low) / 2;
                if (!(point > low && point < high)) {
                    point = low == 0 ? high : low;
                }
            }
            evaluate(root, origin, point);
            value = inverse + left + right;
            if (Math.abs(value) <= HALF_ULP * (error + inverse + Math.abs(point) * (leftSlope + rightSlope))) {
                return poles[origin] + point;
            }
            if (value > 0) {
                high = Math.min(high, point);
            } else {
                low = Math.max(low, point);
            }
            if (high - low <= Math.ulp(point)) {
                return poles[origin] + point;
            }
            // Interpolation that does not halve the value takes turns with bisection.
            mayInterpolate = !mayInterpolate || Math.abs(value) <= before / 2;
            before = Math.abs(value);
            double change = isLast ? beyond(value) : between(root, isLeft, value);
            point = mayInterpolate ? point + change : Double.NaN;
        }
        return Double.NaN;
    }

    private double squares() {
        double sum = 0;
        for (double component : z) {
            sum += component * component;
        }
        return sum;
    }

    /** Returns a first guess from the function in the middle of the gap, with its two poles set free. */
    private double start(int root, boolean isLeft, double gap) {
        double below = z[root] * z[root];
        double above = z[root + 1] * z[root + 1];
        double rest = inverse + left + right + (below - above) * 2 / gap;
        double sign = isLeft ? 1 : -1;
        double a = sign * rest * gap + below + above;
        double b = (isLeft ? below : above) * gap;
        double root2 = Math.sqrt(Math.max(0, a * a - 4 * sign * rest * b));
        return sign * (a > 0 ? 2 * b / (a + root2) : (a - root2) / (2 * sign * rest));
    }

    /** Returns the step to the root of an interpolation with the poles of the gap, or Newton's step. */
    private double between(int root, boolean isLeft, double value) {
        double below = distances[at + root];
        double above = distances[at + root + 1];
        double slope = leftSlope + rightSlope;
        double gap = poles[root + 1] - poles[root];
        double ratio = isLeft ? z[root] / below : z[root + 1] / above;
        double c = isLeft ? value - above * slope + gap * ratio * ratio : value - below * slope - gap * ratio * ratio;
        double a = (below + above) * value - below * above * slope;
        double b = below * above * value;
        double change = quadratic(a, b, c);
        return value * change < 0 ? change : -value / slope;
    }

    /** Returns the step to the root of an interpolation beyond the last pole, or Newton's step. */
    private double beyond(double value) {
        double slope = leftSlope + rightSlope;
        if (k == 1) {
            return -value / slope;
        }
        double first = distances[at + k - 2];
        double second = distances[at + k - 1];
        double c = Math.abs(value - first * leftSlope - second * rightSlope);
        double a = (first + second) * value - first * second * slope;
        double b = first * second * value;
        double root = Math.sqrt(Math.abs(a * a - 4 * b * c));
        double change = a >= 0 ? (a + root) / (2 * c) : 2 * b / (a - root);
        return value * change < 0 ? change : -value / slope;
    }

    /** Returns the root of <i>c x² − a x + b</i> that is smaller in magnitude for a positive a. */
    private static double quadratic(double a, double b, double c) {
        double root = Math.sqrt(Math.abs(a * a - 4 * b * c));
        return a <= 0 ? (a - root) / (2 * c) : 2 * b / (a + root);
    }

    private void evaluate(int root, int origin, double point) {
        double zero = poles[origin];
        for (int j = 0; j < k; j++) {
            distances[at + j] = (poles[j] - zero) - point;
        }
        boolean isLast = root == k - 1;
        int end = isLast ? k - 1 : root + 1;
        Part before = part(0, end, 1);
        Part behind = part(k - 1, end - 1, -1);
        left = before.sum;
        leftSlope = before.slope;
        right = behind.sum;
        rightSlope = behind.slope;
        error = before.error + (behind.error + 8 * (Math.abs(left) + Math.abs(right)));
    }

    /**
     * A part of the sum.
     *
     * @param sum of the terms
     * @param slope its derivative
     * @param error what rounding may have added
     */
    private record Part(double sum, double slope, double error) {}

    /** Adds up some terms in a direction, those of the poles farthest away first. */
    private Part part(int first, int end, int step) {
        double sum = 0;
        double slope = 0;
        double errors = 0;
        for (int j = first; j != end; j += step) {
            double ratio = z[j] / distances[at + j];
            sum += z[j] * ratio;
            slope += ratio * ratio;
            errors += sum;
        }
        return new Part(sum, slope, Math.abs(errors));
    }
}
