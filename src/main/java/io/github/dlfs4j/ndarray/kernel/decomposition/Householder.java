package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * Householder's reflections <i>H = I − τ v v<sup>T</sup></i>, which turn a vector into a multiple of the first unit
 * vector (A. S. Householder, "Unitary triangularization of a nonsymmetric matrix", Journal of the ACM 5 (1958),
 * 339-342). The first component of v is 1.
 */
final class Householder {
    /** Below this magnitude squares may lose digits to underflow. */
    private static final double SMALL = 0x1p-300;

    private Householder() {}

    /**
     * Replaces a vector by the v of the reflection that turns it into <i>(β, 0, …, 0)</i>. The sign of β is the
     * opposite of that of the first component, so that nothing cancels.
     *
     * @param x an array that holds the vector, of at least one component
     * @param from where it begins
     * @param end where it ends
     * @param beta takes β
     * @param at where β is stored
     * @return τ; 0 if the vector is a multiple of the first unit vector already
     */
    static double reflect(double[] x, int from, int end, double[] beta, int at) {
        double first = x[from];
        double largest = 0;
        for (int i = from + 1; i < end; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        if (largest == 0) {
            x[from] = 1;
            beta[at] = first;
            return 0;
        }
        largest = Math.max(largest, Math.abs(first));
        int exponent = largest < SMALL ? -Math.getExponent(largest) : 0;
        if (exponent != 0) {
            for (int i = from; i < end; i++) {
                x[i] = Math.scalb(x[i], exponent);
            }
            first = x[from];
        }
        double norm = Math.sqrt(dot(x, from, x, from, end - from));
        double scaled = first > 0 ? -norm : norm;
        double factor = 1 / (first - scaled);
        for (int i = from + 1; i < end; i++) {
            x[i] *= factor;
        }
        x[from] = 1;
        beta[at] = Math.scalb(scaled, -exponent);
        return (scaled - first) / scaled;
    }

    /** Adds up products in four sums, which a processor computes at the same time. */
    static double dot(double[] a, int atA, double[] b, int atB, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 += a[atA + i] * b[atB + i];
            s1 += a[atA + i + 1] * b[atB + i + 1];
            s2 += a[atA + i + 2] * b[atB + i + 2];
            s3 += a[atA + i + 3] * b[atB + i + 3];
        }
        for (; i < count; i++) {
            s0 += a[atA + i] * b[atB + i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
