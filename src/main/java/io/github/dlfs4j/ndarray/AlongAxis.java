package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/** Elements at positions along an axis, as {@code argsort} gives them: each line has positions of its own. */
final class AlongAxis {
    private AlongAxis() {}

    static NDArray take(NDArray a, NDArray positions, int axis) {
        return a.get(index(a, positions, axis));
    }

    static void put(NDArray a, NDArray positions, NDArray values, int axis) {
        a.at(index(a, positions, axis)).set(values);
    }

    /** The positions on the axis, and on every other axis all of them, so that they broadcast to a grid. */
    private static NDArray[] index(NDArray a, NDArray positions, int axis) {
        int checked = a.shape().checkAxis(axis);
        if (positions.dtype() != DType.INT64 && positions.dtype() != DType.UINT8) {
            throw StatisticsErrors.positionsType();
        }
        if (positions.ndim() != a.ndim()) {
            throw StatisticsErrors.positionsNdim();
        }
        NDArray[] index = new NDArray[a.ndim()];
        for (int i = 0; i < index.length; i++) {
            int[] lengths = new int[index.length];
            Arrays.fill(lengths, 1);
            lengths[i] = a.shape(i);
            index[i] = i == checked ? positions : NDArray.arange(a.shape(i)).reshape(lengths);
        }
        return index;
    }
}
