package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/** Arrays that are used again from step to step: all batches of a training have the same size. */
final class Spare {
    private Spare() {}

    /** Whether the spare array, null if there is none, can be the result. */
    static boolean fits(NDArray spare, DType dtype, Shape shape) {
        return spare != null && spare.dtype() == dtype && spare.shape().equals(shape);
    }

    /** The spare array if it fits, else a new one; what its elements are does not matter. */
    static NDArray orNew(NDArray spare, DType dtype, Shape shape) {
        return fits(spare, dtype, shape) ? spare : NDArray.zeros(dtype, shape.toArray());
    }

    /** {@code np.dot(a, b)} of two matrices, or of a vector and a matrix. */
    static NDArray dot(NDArray a, NDArray b, NDArray spare) {
        int columns = b.shape(1);
        Shape shape = a.ndim() == 1 ? Shape.of(columns) : Shape.of(a.shape(0), columns);
        return a.dot(b, orNew(spare, DType.promote(a.dtype(), b.dtype()), shape));
    }
}
