package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;

/** The main diagonal of an array of two or more axes: its positions, and writing to it. */
final class MainDiagonal {
    private MainDiagonal() {}

    /** Returns the positions on each axis; like NumPy's, they are one array. */
    static NDArray[] indices(int n, int ndim) {
        NDArray[] indices = new NDArray[Math.max(ndim, 0)];
        Arrays.fill(indices, NDArray.arange(n));
        return indices;
    }

    static NDArray[] indicesFrom(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("input array must be at least 2-d");
        }
        checkCube(a);
        return indices(a.shape(0), a.ndim());
    }

    private static void checkCube(NDArray a) {
        for (int length : a.shape().toArray()) {
            if (length != a.shape(0)) {
                throw new IllegalArgumentException("All dimensions of input must be of equal length");
            }
        }
    }

    /** Writes the values one after the other, and again; in a high matrix the diagonal may begin anew. */
    static void fill(NDArray a, NDArray values, boolean wrap) {
        NDArray positions = positions(a, wrap);
        a.put(positions, values.astype(a.dtype()));
    }

    static void fill(NDArray a, double value) {
        NDArray positions = positions(a, false);
        a.put(positions, NDArray.empty(a.dtype()).fill(value));
    }

    static void fill(NDArray a, long value) {
        NDArray positions = positions(a, false);
        a.put(positions, NDArray.empty(a.dtype()).fill(value));
    }

    /** Returns the positions in C order. */
    private static NDArray positions(NDArray a, boolean wrap) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("array must be at least 2-d");
        }
        if (a.ndim() > 2) {
            checkCube(a);
        }
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("underlying array is read-only");
        }
        long end = a.size();
        if (a.ndim() == 2 && !wrap) {
            end = Math.min(end, (long) a.shape(1) * a.shape(1));
        }
        long step = 1;
        long width = 1;
        for (int axis = a.ndim() - 1; axis > 0; axis--) {
            width *= a.shape(axis);
            step += width;
        }
        return end == 0 ? NDArray.arange(0) : NDArray.arange(0L, end, step);
    }
}
