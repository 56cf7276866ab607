package io.github.dlfs4j.ndarray.sorting;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.BooleanStorage;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.SortKeys;
import java.util.Arrays;
import java.util.Objects;

/**
 * Operations that take arrays as sets: their unique elements in ascending order, and the elements that two arrays have
 * in common. An array of several axes is flattened.
 *
 * <p>NaN is the largest element. {@link #unique(NDArray)} and {@link #uniqueAll(NDArray)} keep one NaN, as
 * {@code np.unique} does; in all other operations NaN equals nothing. So {@code uniqueValues}, {@code uniqueCounts} and
 * {@code uniqueInverse} keep every NaN, as the functions of the array API do, and {@code np.unique_all(a)} is
 * {@link #uniqueAll(NDArray, boolean) uniqueAll(a, false)}. Two arrays of different dtypes are compared in the promoted
 * dtype.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(3, 1, 3, 2);
 * System.out.println(Sets.unique(a));
 * System.out.println(Sets.uniqueAll(a).counts());
 * System.out.println(Sets.intersect1d(a, NDArray.of(5, 3, 2)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [1 2 3]
 * [1 1 2]
 * [2 3]
 * }</pre>
 */
public final class Sets {
    /** So many others are compared one by one. */
    private static final int FEW = 8;

    /** A table has up to so many entries for each element, as in NumPy. */
    private static final int ENTRIES_PER_ELEMENT = 6;

    private Sets() {}

    /**
     * Unique elements or parts, and their positions.
     *
     * <p>It keeps what it is given, null too.
     *
     * @param values the unique elements or parts, ascending
     * @param indices the position at which each value occurs first, of int64
     * @param inverse for each element or part the position of its value, of int64: {@code values.take(inverse, 0)}
     *     restores the array
     * @param counts how often each value occurs, of int64
     */
    public record Unique(NDArray values, NDArray indices, NDArray inverse, NDArray counts) {}

    /**
     * Unique elements and their counts, as {@code np.unique_counts} returns them.
     *
     * <p>It keeps what it is given, null too.
     *
     * @param values the unique elements, ascending
     * @param counts how often each value occurs, of int64
     */
    public record UniqueCounts(NDArray values, NDArray counts) {}

    /**
     * Unique elements and their places in the array, as {@code np.unique_inverse} returns them.
     *
     * <p>It keeps what it is given, null too.
     *
     * @param values the unique elements, ascending
     * @param inverse for each element the position of its value, of int64 and the shape of the array
     */
    public record UniqueInverse(NDArray values, NDArray inverse) {}

    /**
     * The elements that two arrays have in common, and their positions.
     *
     * <p>It keeps what it is given, null too.
     *
     * @param values the common elements, ascending
     * @param indices1 the position at which each occurs first in the first array, of int64
     * @param indices2 the position at which each occurs first in the second array, of int64
     */
    public record Intersection(NDArray values, NDArray indices1, NDArray indices2) {}

    /**
     * Returns the unique elements, {@code np.unique(a)}.
     *
     * @param a the array
     * @return a new array of the same dtype with one axis, ascending
     */
    public static NDArray unique(NDArray a) {
        return unique(a, true, null);
    }

    /**
     * Returns the unique parts along an axis, {@code np.unique(a, axis=axis)}, for example the unique rows for axis 0.
     * Parts are compared from their first element on; a part with NaN equals no other.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same dtype, with the same lengths on the other axes
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray unique(NDArray a, int axis) {
        return uniqueAll(a, axis).values();
    }

    /**
     * Returns the unique elements, the positions of their first occurrences, and their counts, {@code np.unique(a,
     * return_index=True, return_inverse=True, return_counts=True)}.
     *
     * @param a the array
     * @return the unique elements; their inverse has the shape of the array
     */
    public static Unique uniqueAll(NDArray a) {
        return uniqueAll(a, true);
    }

    /**
     * Works like {@link #uniqueAll(NDArray)} for the parts along an axis.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return the unique parts; their inverse has one axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static Unique uniqueAll(NDArray a, int axis) {
        int checked = Axes.check(axis, a.ndim());
        if (a.ndim() == 1) {
            return uniqueAll(a);
        }
        int n = a.shape(checked);
        int[] front =
                Lengths.joined(new int[] {checked}, Axes.of(a.ndim(), checked).without(Layout.axes(a.ndim())));
        int part = Lengths.checkedSize(Lengths.without(a.shape().toArray(), checked));
        Groups groups = Groups.ofRows(a.transpose(front).reshape(n, part));
        NDArray firsts = groups.firsts();
        return new Unique(a.take(firsts, checked), firsts, groups.inverse(), groups.counts());
    }

    /**
     * Works like {@link #uniqueAll(NDArray)}, and may keep every NaN, {@code np.unique(a, return_index=True,
     * return_inverse=True, return_counts=True, equal_nan=equalNan)}. Without equal NaNs it is {@code np.unique_all(a)}.
     *
     * @param a the array
     * @param equalNan whether NaN equals NaN; otherwise each is a value of its own
     * @return the unique elements; their inverse has the shape of the array
     */
    public static Unique uniqueAll(NDArray a, boolean equalNan) {
        Groups groups = Groups.ofElements(a, equalNan);
        NDArray firsts = groups.firsts();
        NDArray inverse = groups.inverse().reshape(a.shape().toArray());
        return new Unique(a.reshape(-1).take(firsts, 0), firsts, inverse, groups.counts());
    }

    /**
     * Returns the unique elements by the rule of the array API, {@code np.unique_values(a)}: every NaN is one.
     * {@link #unique(NDArray)} keeps one NaN.
     *
     * @param a the array
     * @return a new array of the same dtype with one axis, ascending; NumPy leaves the order open
     */
    public static NDArray uniqueValues(NDArray a) {
        return unique(a, false, null);
    }

    /**
     * {@return the unique elements and their counts by the rule of the array API, {@code np.unique_counts(a)}: every
     * NaN is one, with the count 1}
     *
     * @param a the array
     */
    public static UniqueCounts uniqueCounts(NDArray a) {
        long[] begins = Allocation.longs(a.size() + 1);
        NDArray values = unique(a, false, begins);
        begins[values.size()] = a.size();
        NDArray ends = NDArray.of(Arrays.copyOfRange(begins, 1, values.size() + 1));
        return new UniqueCounts(values, ends.sub(NDArray.of(Arrays.copyOf(begins, values.size()))));
    }

    /**
     * {@return the unique elements and their places by the rule of the array API, {@code np.unique_inverse(a)}: every
     * NaN is one, in the order of the array}
     *
     * @param a the array
     */
    public static UniqueInverse uniqueInverse(NDArray a) {
        Unique unique = uniqueAll(a, false);
        return new UniqueInverse(unique.values(), unique.inverse());
    }

    /**
     * Tests which elements are among others, {@code np.isin(a, others)}.
     *
     * @param a the array
     * @param others the elements to look for, of any shape
     * @return a new array of bool, of the shape of {@code a}
     */
    public static NDArray isin(NDArray a, NDArray others) {
        // Each of a few others is compared; a table is for integers that lie close together, a search for all else.
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
        return Inside.around(new BooleanStorage(found), a.shape().toArray());
    }

    /**
     * Tests which elements are, or are not, among others, {@code np.isin(a, others, invert=invert)}.
     *
     * @param a the array
     * @param others the elements to look for, of any shape
     * @param invert whether the result is true for the elements that are not among the others
     * @return a new array of bool, of the shape of {@code a}
     */
    public static NDArray isin(NDArray a, NDArray others, boolean invert) {
        NDArray found = isin(a, others);
        return invert ? found.not() : found;
    }

    /**
     * Returns the unique elements that are in both arrays, {@code np.intersect1d(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray intersect1d(NDArray a, NDArray b) {
        return intersect1dAll(a, b).values();
    }

    /**
     * Returns the unique elements that are in both arrays, and their positions, {@code np.intersect1d(a, b,
     * return_indices=True)}.
     *
     * @param a one array
     * @param b the other array
     * @return the elements, of the promoted dtype, and their positions
     */
    public static Intersection intersect1dAll(NDArray a, NDArray b) {
        Unique inA = uniqueAll(a);
        Unique inB = uniqueAll(Objects.requireNonNull(b, "b"));
        NDArray common = isin(inA.values(), inB.values());
        NDArray positionsInB = inB.indices().get(isin(inB.values(), inA.values()));
        DType dtype = DType.promote(a.dtype(), b.dtype());
        NDArray values = inA.values().get(common).astype(dtype);
        return new Intersection(values, inA.indices().get(common), positionsInB);
    }

    /**
     * Returns the unique elements that are in at least one of the arrays, {@code np.union1d(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray union1d(NDArray a, NDArray b) {
        return unique(NDArray.concatenate(0, a.ravel(), b.ravel()));
    }

    /**
     * Returns the unique elements of one array that are not in the other, {@code np.setdiff1d(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return a new array of the dtype of {@code a} with one axis, ascending
     */
    public static NDArray setdiff1d(NDArray a, NDArray b) {
        NDArray unique = unique(a);
        return unique.get(isin(unique, Objects.requireNonNull(b, "b")).not());
    }

    /**
     * Returns the unique elements that are in exactly one of the arrays, {@code np.setxor1d(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray setxor1d(NDArray a, NDArray b) {
        return NDArray.concatenate(0, setdiff1d(a, b), setdiff1d(b, a)).sort();
    }

    /**
     * Returns the unique elements. Without equal NaNs, every NaN is one.
     *
     * @param begins for the place of each unique element's first occurrence among all sorted elements; may be null
     */
    private static NDArray unique(NDArray a, boolean equalNan, long[] begins) {
        int n = a.size();
        if (n == 0) {
            return NDArray.zeros(a.dtype(), 0);
        }
        SortKeys elements = new SortKeys(Inside.elements(a.reshape(-1)), 0);
        long[] unsorted = Allocation.longs(n);
        elements.next(unsorted);
        long[] keys = RadixSort.sort(unsorted, Allocation.longs(n), n);
        boolean nanApart = !equalNan && a.dtype().isFloating();
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || keys[i] != keys[count - 1] || (nanApart && keys[i] == FloatingKeys.NAN)) {
                if (begins != null) {
                    begins[count] = i;
                }
                keys[count++] = keys[i];
            }
        }
        NDArray unique = NDArray.empty(a.dtype(), count);
        elements.write(keys, count, new SortKeys.Output(Inside.elements(unique), 0));
        return unique;
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
