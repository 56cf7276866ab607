package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Traversal;

/** Kinds of floating-point numbers. The loops that test for them are in {@link DoubleKind} and {@link FloatKind}. */
enum NumberKind {
    NAN,
    FINITE,
    INFINITE,
    POSITIVE_INFINITE,
    NEGATIVE_INFINITE;

    /** Tests which elements are of this kind. Integers are finite. */
    NDArray test(NDArray a) {
        NDArray out = Elementwise.allocate(DType.BOOL, a);
        switch (a.dtype()) {
            case BOOL, UINT8, INT64 -> out.fill(this == FINITE ? 1 : 0);
            // A loop with another type of results takes two operands, so the array is passed twice.
            case FLOAT32 ->
                Traversal.run(
                        Lane.FLOATS, Lane.BOOLEANS, new FloatKind(this), a.elements(), a.elements(), out.elements());
            case FLOAT64 ->
                Traversal.run(
                        Lane.DOUBLES, Lane.BOOLEANS, new DoubleKind(this), a.elements(), a.elements(), out.elements());
        }
        return out;
    }
}
