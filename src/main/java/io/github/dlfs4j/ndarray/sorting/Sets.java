package io.github.dlfs4j.ndarray.sorting;

import io.github.dlfs4j.ndarray.NDArray;

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
    private Sets() {}

    /**
     * Unique elements or parts, and their positions.
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
     * @param values the unique elements, ascending
     * @param counts how often each value occurs, of int64
     */
    public record UniqueCounts(NDArray values, NDArray counts) {}

    /**
     * Unique elements and their places in the array, as {@code np.unique_inverse} returns them.
     *
     * @param values the unique elements, ascending
     * @param inverse for each element the position of its value, of int64 and the shape of the array
     */
    public record UniqueInverse(NDArray values, NDArray inverse) {}

    /**
     * The elements that two arrays have in common, and their positions.
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
        return SetOperations.unique(a);
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
        return SetOperations.uniqueAll(a, axis).values();
    }

    /**
     * Returns the unique elements, the positions of their first occurrences, and their counts, {@code np.unique(a,
     * return_index=True, return_inverse=True, return_counts=True)}.
     *
     * @param a the array
     * @return the unique elements; their inverse has the shape of the array
     */
    public static Unique uniqueAll(NDArray a) {
        return SetOperations.uniqueAll(a);
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
        return SetOperations.uniqueAll(a, axis);
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
        return SetOperations.uniqueAll(a, equalNan);
    }

    /**
     * Returns the unique elements by the rule of the array API, {@code np.unique_values(a)}: every NaN is one.
     * {@link #unique(NDArray)} keeps one NaN.
     *
     * @param a the array
     * @return a new array of the same dtype with one axis, ascending; NumPy leaves the order open
     */
    public static NDArray uniqueValues(NDArray a) {
        return SetOperations.uniqueValues(a);
    }

    /**
     * Returns the unique elements and their counts by the rule of the array API, {@code np.unique_counts(a)}: every NaN
     * is one, with the count 1.
     *
     * @param a the array
     * @return the unique elements and their counts
     */
    public static UniqueCounts uniqueCounts(NDArray a) {
        return SetOperations.uniqueCounts(a);
    }

    /**
     * Returns the unique elements and their places by the rule of the array API, {@code np.unique_inverse(a)}: every
     * NaN is one, in the order of the array.
     *
     * @param a the array
     * @return the unique elements and their places
     */
    public static UniqueInverse uniqueInverse(NDArray a) {
        Unique unique = SetOperations.uniqueAll(a, false);
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
        return SetOperations.isin(a, others);
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
        NDArray found = SetOperations.isin(a, others);
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
        return SetOperations.intersection(a, b);
    }

    /**
     * Returns the unique elements that are in at least one of the arrays, {@code np.union1d(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray union1d(NDArray a, NDArray b) {
        return SetOperations.unique(NDArray.concatenate(0, a.ravel(), b.ravel()));
    }

    /**
     * Returns the unique elements of one array that are not in the other, {@code np.setdiff1d(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return a new array of the dtype of {@code a} with one axis, ascending
     */
    public static NDArray setdiff1d(NDArray a, NDArray b) {
        return SetOperations.difference(a, b);
    }

    /**
     * Returns the unique elements that are in exactly one of the arrays, {@code np.setxor1d(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray setxor1d(NDArray a, NDArray b) {
        return NDArray.concatenate(0, SetOperations.difference(a, b), SetOperations.difference(b, a))
                .sort();
    }
}
