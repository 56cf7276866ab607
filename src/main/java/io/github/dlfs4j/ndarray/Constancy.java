package io.github.dlfs4j.ndarray;

/** Whether the elements of an array may change, and what is known of those that may not. */
enum Constancy {
    /** Someone may change them. */
    CHANGING,

    /** Nobody can. */
    CONSTANT,

    /** Nobody can, and there is no infinity and no NaN among them. */
    CONSTANT_AND_FINITE;

    /** That of elements which nobody can change from now on. */
    static Constancy of(Storage storage) {
        boolean finite = true;
        if (storage instanceof Storage.Floats floats) {
            finite = areFinite(floats.values());
        } else if (storage instanceof Storage.Doubles doubles) {
            finite = areFinite(doubles.values());
        }
        return finite ? CONSTANT_AND_FINITE : CONSTANT;
    }

    private static boolean areFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
