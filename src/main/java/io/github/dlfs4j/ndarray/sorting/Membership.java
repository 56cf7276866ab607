package io.github.dlfs4j.ndarray.sorting;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.SortKeys;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.util.Arrays;

/**
 * Which elements are among others; NaN never is. Elements are compared with each of a few others, looked up in a table
 * if the others are integers that lie close together, and searched among the sorted others otherwise.
 */
final class Membership {
    /** So many others are compared one by one. */
    private static final int FEW = 8;

    /** A table has up to so many entries for each element, as in NumPy. */
    private static final int ENTRIES_PER_ELEMENT = 6;

    private Membership() {}

    static NDArray of(NDArray a, NDArray others) {
        boolean floating = DType.promote(a.dtype(), others.dtype()).isFloating();
        long[] wanted = numbers(SortKeys.of(Inside.elements(others), floating), floating);
        long[] keys = SortKeys.of(Inside.elements(a), floating);
        boolean[] found = Allocation.booleans(keys.length);
        if (wanted.length <= FEW) {
            for (long each : wanted) {
                markEqual(keys, each, found);
            }
        } else if (!lookUp(keys, wanted, found)) {
            search(keys, RadixSort.sort(wanted, Allocation.longs(wanted.length), wanted.length), wanted.length, found);
        }
        return Inside.around(new Storage.Booleans(found), a.shape().toArray());
    }

    /** Returns the keys without those of NaN. */
    private static long[] numbers(long[] keys, boolean floating) {
        if (!floating) {
            return keys;
        }
        int count = 0;
        for (long key : keys) {
            keys[count] = key;
            count += key == FloatingKeys.NAN ? 0 : 1;
        }
        return Arrays.copyOf(keys, count);
    }

    private static void markEqual(long[] keys, long wanted, boolean[] found) {
        for (int i = 0; i < keys.length; i++) {
            found[i] |= keys[i] == wanted;
        }
    }

    /** Looks keys up in a table of the wanted ones; returns false if the table would be too large. */
    private static boolean lookUp(long[] keys, long[] wanted, boolean[] found) {
        long least = wanted[0];
        long greatest = wanted[0];
        for (long each : wanted) {
            least = Math.min(least, each);
            greatest = Math.max(greatest, each);
        }
        long range = greatest - least;
        if (range < 0
                || range
                        > Math.min(ENTRIES_PER_ELEMENT * ((long) keys.length + wanted.length), Integer.MAX_VALUE / 2)) {
            return false;
        }
        int length = (int) range + 1;
        // The entry behind the last is that of all keys outside.
        boolean[] isWanted = Allocation.booleans(length + 1);
        for (long each : wanted) {
            isWanted[(int) (each - least)] = true;
        }
        for (int i = 0; i < keys.length; i++) {
            long entry = keys[i] - least;
            found[i] = isWanted[entry >= 0 && entry < length ? (int) entry : length];
        }
        return true;
    }

    private static void search(long[] keys, long[] sorted, int n, boolean[] found) {
        for (int i = 0; i < keys.length; i++) {
            found[i] = Arrays.binarySearch(sorted, 0, n, keys[i]) >= 0;
        }
    }
}
