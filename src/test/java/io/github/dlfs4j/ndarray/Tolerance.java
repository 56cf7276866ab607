package io.github.dlfs4j.ndarray;

/** How close a result must be to NumPy's. NaN is always equal to NaN. */
public enum Tolerance {
    /** Equal to the bit: the signs of zeros count. */
    BITS(0),
    /** Equal, and 0.0 equals -0.0. */
    VALUES(0),
    /** Within four units in the last place, for functions that each library rounds differently. */
    FOUR_ULPS(4),
    /** The same of float32, which the number must be, whatever the dtype. */
    FOUR_FLOAT_ULPS(4);

    private final int ulps;

    Tolerance(int ulps) {
        this.ulps = ulps;
    }

    public boolean accepts(double expected, double actual, DType dtype) {
        if (Double.isNaN(expected) || Double.isNaN(actual)) {
            return Double.isNaN(expected) && Double.isNaN(actual);
        }
        if (expected == actual) {
            return this != BITS || 1 / expected == 1 / actual;
        }
        boolean isFloat = dtype == DType.FLOAT32 || this == FOUR_FLOAT_ULPS;
        if (isFloat && actual != (float) actual) {
            return false;
        }
        double ulp = isFloat ? Math.ulp((float) expected) : Math.ulp(expected);
        return Double.isFinite(expected) && Math.abs(expected - actual) <= ulps * ulp;
    }
}
