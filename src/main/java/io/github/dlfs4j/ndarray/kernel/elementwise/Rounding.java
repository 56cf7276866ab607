package io.github.dlfs4j.ndarray.kernel.elementwise;

/** Integers next to a number, in each type; they have its sign, zeros too. Those of a float are exact in double. */
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

    /** To the nearest, of two equally near ones to the even one. */
    static double rint(double x) {
        return Math.rint(x);
    }

    static float rint(float x) {
        return (float) Math.rint(x);
    }
}
