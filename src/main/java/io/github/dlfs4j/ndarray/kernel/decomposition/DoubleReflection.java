package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * The reflection that turns a vector into a multiple of the first unit vector (A. S. Householder, "Unitary
 * triangularization of a nonsymmetric matrix", Journal of the ACM 5 (1958), 339-342): <i>H = I − τ v v<sup>T</sup></i>,
 * where the first element of v is 1. The signs are LAPACK's: the multiple has the opposite sign of the vector's first
 * element, and a vector whose other elements are zero is left alone, with τ = 0.
 */
@AlsoFor(float.class)
final class DoubleReflection {
    private DoubleReflection() {}

    /**
     * Finds the reflection.
     *
     * @param x the vector, from {@code from} to {@code end}; it becomes v, except that its first element becomes the
     *     multiple
     * @return τ
     */
    static double reflect(double[] x, int from, int end) {
        double tail = DoubleVectors.length(x, from + 1, end);
        if (tail == 0) {
            return 0;
        }
        double first = x[from];
        double multiple = -Math.copySign(hypotenuse(first, tail), first);
        DoubleVectors.divide(x, first - multiple, from + 1, end);
        x[from] = multiple;
        return (multiple - first) / multiple;
    }

    private static double hypotenuse(double x, double y) {
        double larger = Math.max(Math.abs(x), Math.abs(y));
        double ratio = Math.min(Math.abs(x), Math.abs(y)) / larger;
        return larger * (double) Math.sqrt(1 + ratio * ratio);
    }
}
