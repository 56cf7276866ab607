package io.github.dlfs4j.ndarray;

/** IEEE 754's binary16, as far as numbers can be rounded to it. */
final class HalfPrecision {
    /** Digits after the first. */
    private static final int FRACTION_BITS = 10;

    /** Below 2 to this power, numbers have fewer digits. */
    private static final int SMALLEST_EXPONENT = -14;

    private static final double LARGEST = 65504;

    private HalfPrecision() {}

    static NDArray round(NDArray a) {
        NDArray rounded = a.astype(ResultTypes.floating(a.dtype()));
        Storage numbers = rounded.storage();
        for (int i = 0; i < rounded.size(); i++) {
            numbers.setDouble(i, round(numbers.getDouble(i)));
        }
        return rounded;
    }

    private static double round(double x) {
        int exponent = Math.max(Math.getExponent(x), SMALLEST_EXPONENT);
        double unit = Math.scalb(1.0, exponent - FRACTION_BITS);
        double rounded = Math.rint(x / unit) * unit;
        return Math.abs(rounded) > LARGEST ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
    }
}
