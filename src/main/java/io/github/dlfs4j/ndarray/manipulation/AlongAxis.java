package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** Elements at positions along an axis, such as those from {@code argsort}: each line has its own positions. */
final class AlongAxis {
    private AlongAxis() {}

    static NDArray take(NDArray a, NDArray positions, int axis) {
        return a.get(index(a, positions, axis));
    }

    static void put(NDArray a, NDArray positions, NDArray values, int axis) {
        a.at(index(a, positions, axis)).set(values);
    }

    /** Returns an index with the positions on the axis and, for every other axis, all of its positions. */
    private static NDArray[] index(NDArray a, NDArray positions, int axis) {
        int checked = Lengths.checkAxis(axis, a.ndim());
        if (positions.dtype() != DType.INT64 && positions.dtype() != DType.UINT8) {
            throw new IndexOutOfBoundsException("`indices` must be an integer array");
        }
        if (positions.ndim() != a.ndim()) {
            throw new IllegalArgumentException("`indices` and `arr` must have the same number of dimensions");
        }
        NDArray[] index = new NDArray[a.ndim()];
        for (int i = 0; i < index.length; i++) {
            index[i] = i == checked ? positions : NDArray.arange(a.shape(i)).reshape(Lengths.along(i, index.length));
        }
        return index;
    }
}
