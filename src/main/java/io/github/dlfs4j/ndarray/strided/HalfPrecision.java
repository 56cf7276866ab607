package io.github.dlfs4j.ndarray.strided;

/** Rounding to binary16 of IEEE 754, NumPy's float16. */
public final class HalfPrecision {
    /** The binary digits after the first. */
    private static final int FRACTION_BITS = 10;

    /** Numbers below 2 to this power have fewer digits. */
    private static final int SMALLEST_EXPONENT = -14;

    private static final double LARGEST = 65504;

    /** Rounds the first n numbers. */
    public static void round(Storage numbers, int n) {
        for (int i = 0; i < n; i++) {
            numbers.setDouble(i, round(numbers.getDouble(i)));
        }
    }

    private static double round(double x) {
        int exponent = Math.max(Math.getExponent(x), SMALLEST_EXPONENT);
        double unit = Math.scalb(1.0, exponent - FRACTION_BITS);
        double rounded = Math.rint(x / unit) * unit;
        return Math.abs(rounded) > LARGEST ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
    }
}
