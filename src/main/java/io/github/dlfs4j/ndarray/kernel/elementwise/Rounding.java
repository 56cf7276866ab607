package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * Rounding to an integer, for each type. Every result has the sign of its argument, even if it is zero. For a float,
 * the result computed in double is exact.
 */
final class Rounding {
    private Rounding() {}

    static double floor(double x) {
        return Math.floor(x);
    }

    static float floor(float x) {
        return (float) Math.floor(x);
    }

    static double ceil(double x) {
        return Math.ceil(x);
    }

    static float ceil(float x) {
        return (float) Math.ceil(x);
    }

    /** Rounds to the nearest integer, a tie to the even one. */
    static double rint(double x) {
        return Math.rint(x);
    }

    static float rint(float x) {
        return (float) Math.rint(x);
    }
}
