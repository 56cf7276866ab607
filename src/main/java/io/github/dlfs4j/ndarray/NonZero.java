package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;

/** The elements that are not 0: their number and their positions. */
final class NonZero {
    private NonZero() {}

    static NDArray count(NDArray a) {
        return Quantifiers.truth(a).sum();
    }

    static NDArray count(NDArray a, Axes axes, boolean keepDims) {
        return Reduction.reduce(Fold.SUM, DType.INT64, Quantifiers.truth(a), axes, keepDims);
    }

    /** Returns the positions in C order, as if the array had one axis. */
    static NDArray flat(NDArray a) {
        boolean[] truth = Quantifiers.truth(a).toBooleanArray();
        int count = 0;
        for (boolean isTrue : truth) {
            count += isTrue ? 1 : 0;
        }
        long[] positions = new long[count];
        int next = 0;
        // Each position is written, and the next one overwrites it unless it counts: no branch to mispredict.
        for (int i = 0; next < count; i++) {
            positions[next] = i;
            next += truth[i] ? 1 : 0;
        }
        return ArrayScope.own(new Storage.Longs(positions), Layout.contiguous(count));
    }

    /** Returns the positions as an array for each axis. */
    static NDArray[] byAxis(NDArray a) {
        if (a.ndim() == 0) {
            throw new IllegalArgumentException(
                    "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.");
        }
        return FlatPositions.unravel(flat(a), a.shape());
    }

    /** Returns the positions as a row for each element. */
    static NDArray rows(NDArray a) {
        if (a.ndim() == 0) {
            return NDArray.zeros(DType.INT64, a.asBoolean() ? 1 : 0, 0);
        }
        long[] flat = (long[]) flat(a).storage().values();
        int ndim = a.ndim();
        long[] rows = new long[flat.length * ndim];
        for (int axis = ndim - 1; axis >= 0; axis--) {
            int length = a.shape(axis);
            for (int i = 0; i < flat.length; i++) {
                rows[i * ndim + axis] = flat[i] % length;
                flat[i] /= length;
            }
        }
        return ArrayScope.own(new Storage.Longs(rows), Layout.contiguous(flat.length, ndim));
    }
}
