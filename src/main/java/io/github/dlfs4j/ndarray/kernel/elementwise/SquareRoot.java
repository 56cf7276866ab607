package io.github.dlfs4j.ndarray.kernel.elementwise;

/** The square root in each type. That of a float by way of double is rounded correctly. */
final class SquareRoot {
    private SquareRoot() {}

    static double sqrt(double x) {
        return Math.sqrt(x);
    }

    static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }
}
