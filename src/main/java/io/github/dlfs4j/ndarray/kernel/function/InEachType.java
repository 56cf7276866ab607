package io.github.dlfs4j.ndarray.kernel.function;

/** Functions for each type. The result for {@code float} is that for {@code double}, rounded once more. */
final class InEachType {
    private InEachType() {}

    static double arctan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }

    static float arctan2(float y, float x) {
        return (float) StrictMath.atan2(y, x);
    }

    static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    static float hypot(float x, float y) {
        return (float) StrictMath.hypot(x, y);
    }

    static double exp(double x) {
        return DoubleExp.exp(x);
    }

    static float exp(float x) {
        return (float) DoubleExp.exp(x);
    }

    static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    static float log1p(float x) {
        return (float) StrictMath.log1p(x);
    }
}
