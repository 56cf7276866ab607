package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Joining of arrays after axes have been added to them. */
final class Stacking {
    /** Joins the arrays along an axis, after each has been prepared. */
    static NDArray join(int axis, UnaryOperator<NDArray> prepare, NDArray... arrays) {
        NDArray[] prepared = new NDArray[Errors.nonNull("arrays", arrays).length];
        Arrays.setAll(prepared, i -> prepare.apply(arrays[i]));
        return NDArray.concatenate(axis, prepared);
    }

    static NDArray atLeast1d(NDArray a) {
        return a.ndim() == 0 ? a.expandDims(0) : a;
    }

    /** Returns the array with at least two axes; a vector becomes a row. */
    static NDArray atLeast2d(NDArray a) {
        return a.ndim() < 2 ? atLeast1d(a).expandDims(0) : a;
    }

    /**
     * Returns the array with at least three axes; a vector of n elements gets the shape (1, n, 1), a matrix a last
     * axis.
     */
    static NDArray atLeast3d(NDArray a) {
        return a.ndim() < 3 ? atLeast2d(a).expandDims(2) : a;
    }

    /** Returns the array with at least two axes; a vector becomes a column. */
    static NDArray asColumn(NDArray a) {
        return a.ndim() < 2 ? atLeast1d(a).expandDims(1) : a;
    }

    static int[][] lengths(NDArray... arrays) {
        int[][] lengths = new int[arrays.length][];
        Arrays.setAll(lengths, i -> arrays[i].shape().toArray());
        return lengths;
    }
}
