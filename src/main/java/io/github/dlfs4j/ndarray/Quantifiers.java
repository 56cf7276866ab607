package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Axes;

/** Whether any or all elements are true. Every number except 0 is true, even NaN. */
final class Quantifiers {
    private Quantifiers() {}

    /** Returns the elements as bool. */
    static NDArray truth(NDArray a) {
        return a.dtype() == DType.BOOL ? a : a.ne(0);
    }

    static NDArray any(NDArray a) {
        return Reduction.reduce(Fold.ANY, DType.BOOL, truth(a));
    }

    static NDArray any(NDArray a, int axis, boolean keepDims) {
        return Reduction.reduce(Fold.ANY, DType.BOOL, truth(a), axis, keepDims);
    }

    static NDArray all(NDArray a) {
        return Reduction.reduce(Fold.ALL, DType.BOOL, truth(a));
    }

    static NDArray all(NDArray a, int axis, boolean keepDims) {
        return Reduction.reduce(Fold.ALL, DType.BOOL, truth(a), axis, keepDims);
    }

    static NDArray any(NDArray a, Axes axes, boolean keepDims) {
        return Reduction.reduce(Fold.ANY, DType.BOOL, truth(a), axes, keepDims);
    }

    static NDArray all(NDArray a, Axes axes, boolean keepDims) {
        return Reduction.reduce(Fold.ALL, DType.BOOL, truth(a), axes, keepDims);
    }
}
