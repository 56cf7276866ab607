package io.github.dlfs4j.ndarray.kernel.elementwise;

/** The square root, for each type. For a float, the square root computed in double rounds to the correct float. */
final class SquareRoot {
    private SquareRoot() {}

    static double sqrt(double x) {
        return Math.sqrt(x);
    }

    static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }
}
