package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.product.DoubleSparsity;
import io.github.dlfs4j.ndarray.kernel.product.FloatSparsity;

/** Whether the elements of an array can change, and whether constant elements are known to be finite. */
public enum Constancy {
    /** The elements can change. */
    CHANGING,

    /** The elements can change, but not through this view. */
    READ_ONLY,

    /** The elements cannot change. */
    CONSTANT,

    /** The elements cannot change, and none is infinite or NaN. */
    CONSTANT_AND_FINITE;

    /** Returns the constancy of elements that cannot change from now on. */
    public static Constancy of(Storage storage) {
        boolean finite = true;
        if (storage instanceof FloatStorage floats) {
            finite = FloatSparsity.areFinite(floats.values(), 0, floats.values().length);
        } else if (storage instanceof DoubleStorage doubles) {
            finite = DoubleSparsity.areFinite(doubles.values(), 0, doubles.values().length);
        }
        return finite ? CONSTANT_AND_FINITE : CONSTANT;
    }
}
