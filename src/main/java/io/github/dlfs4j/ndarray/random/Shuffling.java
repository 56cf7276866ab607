package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import java.util.Objects;

/**
 * Shuffling of the elements of an array in place.
 *
 * <p>The algorithm is R. Durstenfeld's ("Algorithm 235: Random permutation", Communications of the ACM 7 (1964), 420):
 * from the last position to the second, the element is swapped with a random one at the same or an earlier position.
 */
final class Shuffling {
    static void shuffle(long[] values, MersenneTwister twister) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = (int) twister.nextUpTo(i);
            long last = values[i];
            values[i] = values[j];
            values[j] = last;
        }
    }

    /** Shuffles the subarrays along the first axis. */
    static void shuffle(NDArray array, MersenneTwister twister) {
        if (Objects.requireNonNull(array, "a").ndim() == 0) {
            throw new UnsupportedOperationException("len() of unsized object");
        }
        if (!array.isWriteable()) {
            throw new IllegalArgumentException("array is read-only");
        }
        if (array.size() == 0) {
            return;
        }
        if (Inside.layout(array).removeAxis(0).isContiguous()) {
            shuffleRows(array, twister);
        } else {
            NDArray copy = array.copy();
            shuffleRows(copy, twister);
            Inside.assign(array, copy);
        }
    }

    /** Shuffles rows whose elements are neighbours in the storage. */
    private static void shuffleRows(NDArray array, MersenneTwister twister) {
        int rows = array.shape(0);
        int length = array.size() / rows;
        int offset = Inside.layout(array).offset();
        int stride = Inside.layout(array).strides()[0];
        Object values = Inside.storage(array).values();
        Object row = Inside.elements(array).primitive().allocate(length).values();
        for (int i = rows - 1; i > 0; i--) {
            int last = offset + i * stride;
            int other = offset + (int) twister.nextUpTo(i) * stride;
            System.arraycopy(values, last, row, 0, length);
            System.arraycopy(values, other, values, last, length);
            System.arraycopy(row, 0, values, other, length);
        }
    }
}
