package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** The main diagonal of an array of two or more axes: its positions, and writing to it. */
final class MainDiagonal {
    private MainDiagonal() {}

    /** Returns the positions on each axis; like NumPy's, they are one array. */
    static NDArray[] indices(int n, int ndim) {
        Lengths.checkNdim(ndim);
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
        NDArray diagonal = of(a);
        NDArray converted = values.astype(a.dtype());
        if (wrap && a.ndim() == 2 && a.shape(0) > a.shape(1)) {
            a.put(NDArray.arange(0L, a.size(), a.shape(1) + 1L), converted);
        } else if (converted.size() > 0) {
            Inside.assign(
                    diagonal, converted.size() == 1 ? converted.ravel() : Tiling.resize(converted, diagonal.size()));
        }
    }

    static void fill(NDArray a, double value) {
        of(a).fill(value);
    }

    static void fill(NDArray a, long value) {
        of(a).fill(value);
    }

    /** Returns a view of the diagonal, for writing. */
    private static NDArray of(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("array must be at least 2-d");
        }
        if (a.ndim() > 2) {
            checkCube(a);
        }
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("underlying array is read-only");
        }
        Layout diagonal = Inside.layout(a);
        while (diagonal.ndim() > 1) {
            diagonal = diagonal.diagonal(0, 0, 1);
        }
        return Inside.view(a, diagonal);
    }
}
