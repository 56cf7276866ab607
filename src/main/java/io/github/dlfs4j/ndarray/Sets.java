package io.github.dlfs4j.ndarray;

/**
 * Arrays as sets: their unique elements in ascending order, and what two arrays have in common. Arrays of several axes
 * count as the list of their elements.
 *
 * <p>NaN is the largest element. {@link #unique(NDArray)} keeps one NaN; else NaN equals nothing, as in NumPy. Two
 * arrays of different dtypes meet in the promoted one.
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
     * Unique elements, or parts, and where they are.
     *
     * @param values the unique ones, ascending
     * @param indices the position where each is first, of int64
     * @param inverse for each of all the number of its value, of int64: {@code values.take(inverse, 0)} is the whole
     * @param counts how often each is there, of int64
     */
    public record Unique(NDArray values, NDArray indices, NDArray inverse, NDArray counts) {}

    /**
     * What two arrays have in common, and where.
     *
     * @param values the common elements, ascending
     * @param indices1 where each is first in the one array, of int64
     * @param indices2 where each is first in the other array, of int64
     */
    public record Intersection(NDArray values, NDArray indices1, NDArray indices2) {}

    /**
     * The unique elements, {@code np.unique(a)}.
     *
     * @param a the array
     * @return a new array of this dtype with one axis, ascending
     */
    public static NDArray unique(NDArray a) {
        return SetOperations.unique(a);
    }

    /**
     * The unique parts along an axis, {@code np.unique(a, axis=axis)}: rows for axis 0. They are compared from their
     * first element on; one with NaN equals no other.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this dtype, with the other axes
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray unique(NDArray a, int axis) {
        return SetOperations.uniqueAll(a, axis).values();
    }

    /**
     * The unique elements, where they are first, and how often they are there, {@code np.unique(a, return_index=True,
     * return_inverse=True, return_counts=True)}.
     *
     * @param a the array
     * @return the unique elements; their inverse has the shape of the array
     */
    public static Unique uniqueAll(NDArray a) {
        return SetOperations.uniqueAll(a);
    }

    /**
     * As {@link #uniqueAll(NDArray)}, of the parts along an axis.
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
     * Which elements are among others, {@code np.isin(a, others)}.
     *
     * @param a the array
     * @param others of any shape
     * @return a new array of bool, of the shape of {@code a}
     */
    public static NDArray isin(NDArray a, NDArray others) {
        return SetOperations.isin(a, others);
    }

    /**
     * Which elements are among others, or are not, {@code np.isin(a, others, invert=invert)}.
     *
     * @param a the array
     * @param others of any shape
     * @param invert whether to tell those that are not
     * @return a new array of bool, of the shape of {@code a}
     */
    public static NDArray isin(NDArray a, NDArray others, boolean invert) {
        NDArray found = SetOperations.isin(a, others);
        return invert ? found.not() : found;
    }

    /**
     * The unique elements that are in both arrays, {@code np.intersect1d(a, b)}.
     *
     * @param a one array
     * @param b the other
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray intersect1d(NDArray a, NDArray b) {
        return intersect1dAll(a, b).values();
    }

    /**
     * The unique elements that are in both arrays, and where, {@code np.intersect1d(a, b, return_indices=True)}.
     *
     * @param a one array
     * @param b the other
     * @return the elements, of the promoted dtype
     */
    public static Intersection intersect1dAll(NDArray a, NDArray b) {
        return SetOperations.intersection(a, b);
    }

    /**
     * The unique elements that are in one of the arrays, {@code np.union1d(a, b)}.
     *
     * @param a one array
     * @param b the other
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray union1d(NDArray a, NDArray b) {
        return SetOperations.unique(NDArray.concatenate(0, a.ravel(), b.ravel()));
    }

    /**
     * The unique elements of one array that are not in the other, {@code np.setdiff1d(a, b)}.
     *
     * @param a the one array
     * @param b the other
     * @return a new array of the dtype of {@code a} with one axis, ascending
     */
    public static NDArray setdiff1d(NDArray a, NDArray b) {
        return SetOperations.difference(a, b);
    }

    /**
     * The unique elements that are in one of the arrays but not in both, {@code np.setxor1d(a, b)}.
     *
     * @param a one array
     * @param b the other
     * @return a new array of the promoted dtype with one axis, ascending
     */
    public static NDArray setxor1d(NDArray a, NDArray b) {
        return NDArray.concatenate(0, SetOperations.difference(a, b), SetOperations.difference(b, a))
                .sort();
    }
}
