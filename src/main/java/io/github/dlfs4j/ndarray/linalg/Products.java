package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;

/** The products of arrays other than {@code dot} and {@code matmul}, most of which reduce to {@code dot}. */
final class Products {
    static NDArray outer(NDArray a, NDArray b) {
        return a.ravel().expandDims(1).mul(b.ravel());
    }

    /** Multiplies as matrices: merges the summed axes, last in a and first in b, and merges all others. */
    static NDArray tensordot(NDArray a, NDArray b, int[] axesOfA, int[] axesOfB) {
        checkDistinct(Objects.requireNonNull(axesOfA, "axesOfA"));
        checkDistinct(Objects.requireNonNull(axesOfB, "axesOfB"));
        boolean fits = axesOfA.length == axesOfB.length;
        int[] first = new int[axesOfA.length];
        int[] second = new int[axesOfB.length];
        for (int i = 0; fits && i < axesOfA.length; i++) {
            first[i] = Axes.checkIndex(axesOfA[i], a.ndim());
            second[i] = Axes.checkIndex(axesOfB[i], b.ndim());
            fits = a.shape(first[i]) == b.shape(second[i]);
        }
        if (!fits) {
            throw new IllegalArgumentException("shape-mismatch for sum");
        }
        checkDistinct(first);
        checkDistinct(second);
        int[] freeOfA = others(a.ndim(), first);
        int[] freeOfB = others(b.ndim(), second);
        int[] lengths = new int[freeOfA.length + freeOfB.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = i < freeOfA.length ? a.shape(freeOfA[i]) : b.shape(freeOfB[i - freeOfA.length]);
        }
        if (a.size() == 0 || b.size() == 0) {
            // The merged lengths may be too large for an array.
            return NDArray.zeros(DType.promote(a.dtype(), b.dtype()), lengths);
        }
        int k = size(a, first);
        NDArray rows = ordered(a, freeOfA, first).reshape(size(a, freeOfA), k);
        NDArray columns = ordered(b, second, freeOfB).reshape(k, size(b, freeOfB));
        return rows.dot(columns).reshape(lengths);
    }

    private static void checkDistinct(int... axes) {
        if (Arrays.stream(axes).distinct().count() < axes.length) {
            throw new IllegalArgumentException("duplicate axes are not allowed in tensordot");
        }
    }

    private static int[] others(int ndim, int... axes) {
        int[] others = new int[ndim - axes.length];
        int next = 0;
        for (int axis = 0; axis < ndim; axis++) {
            boolean named = false;
            for (int other : axes) {
                named |= other == axis;
            }
            if (!named) {
                others[next++] = axis;
            }
        }
        return others;
    }

    private static int size(NDArray a, int... axes) {
        int size = 1;
        for (int axis : axes) {
            size *= a.shape(axis);
        }
        return size;
    }

    private static NDArray ordered(NDArray a, int[] first, int[] second) {
        return Inside.view(a, Inside.layout(a).transpose(Lengths.joined(first, second)));
    }
}
