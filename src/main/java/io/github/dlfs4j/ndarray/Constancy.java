package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.product.DoubleSparsity;
import io.github.dlfs4j.ndarray.kernel.product.FloatSparsity;

/** Whether the elements of an array may change, and what is known of those that may not. */
enum Constancy {
    /** Someone may change them. */
    CHANGING,

    /** Someone may change them, but not through this view. */
    READ_ONLY,

    /** Nobody can. */
    CONSTANT,

    /** Nobody can, and there is no infinity and no NaN among them. */
    CONSTANT_AND_FINITE;

    /** That of elements which nobody can change from now on. */
    static Constancy of(Storage storage) {
        boolean finite = true;
        if (storage instanceof Storage.Floats floats) {
            finite = FloatSparsity.areFinite(floats.values(), 0, floats.values().length);
        } else if (storage instanceof Storage.Doubles doubles) {
            finite = DoubleSparsity.areFinite(doubles.values(), 0, doubles.values().length);
        }
        return finite ? CONSTANT_AND_FINITE : CONSTANT;
    }
}
