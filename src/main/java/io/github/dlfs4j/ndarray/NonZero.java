package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.IndexIterator;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.LongStorage;

/** The positions of the elements that are not 0. */
final class NonZero {
    /** Returns the positions in C order, as if the array had one axis. */
    private static long[] flat(NDArray a) {
        boolean[] truth = Quantifiers.truth(a).toBooleanArray();
        int count = 0;
        for (boolean isTrue : truth) {
            count += isTrue ? 1 : 0;
        }
        long[] positions = Allocation.longs(count);
        int next = 0;
        // Each position is written, and the next one overwrites it unless it counts: no branch to mispredict.
        for (int i = 0; next < count; i++) {
            positions[next] = i;
            next += truth[i] ? 1 : 0;
        }
        return positions;
    }

    /** Returns the positions as an array for each axis. */
    static NDArray[] byAxis(NDArray a) {
        if (a.ndim() == 0) {
            throw new IllegalArgumentException(
                    "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.");
        }
        long[] flat = flat(a);
        NDArray[] byAxis = new NDArray[a.ndim()];
        long[][] positions = IndexIterator.unravel(flat, a.layout().lengths());
        for (int axis = 0; axis < byAxis.length; axis++) {
            byAxis[axis] = ArrayScope.own(new LongStorage(positions[axis]), Layout.contiguous(flat.length));
        }
        return byAxis;
    }
}
