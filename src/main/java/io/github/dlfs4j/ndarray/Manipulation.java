package io.github.dlfs4j.ndarray;

/**
 * Arrays joined, split, repeated, turned and edited: the functions of NumPy's chapter <i>Array manipulation</i> that
 * its {@code ndarray} has not as methods. What it has, {@code reshape}, {@code ravel}, {@code swapaxes},
 * {@code squeeze}, {@code repeat}, is on {@link NDArray}, with {@link NDArray#concatenate} and {@link NDArray#stack}.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
 * System.out.println(Manipulation.vstack(a, NDArray.of(5, 6)));
 * System.out.println(Manipulation.rot90(a));
 * System.out.println(Manipulation.tile(NDArray.of(1, 2), 3));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[1 2]
 *  [3 4]
 *  [5 6]]
 * [[2 4]
 *  [1 3]]
 * [1 2 1 2 1 2]
 * }</pre>
 */
public final class Manipulation {
    private Manipulation() {}

    // Joining

    /**
     * The arrays below each other, {@code np.vstack(arrays)}: joined along the first axis; a vector is a row.
     *
     * @param arrays the arrays, of the same lengths but in the first axis
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException {@code need at least one array to concatenate}, or {@code all the input array
     *     dimensions except for the concatenation axis must match exactly, …}
     */
    public static NDArray vstack(NDArray... arrays) {
        return Stacking.join(0, Stacking::atLeast2d, arrays);
    }

    /**
     * The arrays beside each other, {@code np.hstack(arrays)}: joined along the second axis; vectors along their only
     * one.
     *
     * @param arrays the arrays, of the same lengths but in the second axis
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException as {@link #vstack} throws it, or {@code all the input arrays must have same
     *     number of dimensions, …}
     */
    public static NDArray hstack(NDArray... arrays) {
        return Stacking.hstack(arrays);
    }

    /**
     * The arrays behind each other, {@code np.dstack(arrays)}: joined along the third axis, after {@link #atleast3d}.
     *
     * @param arrays the arrays, of the same lengths but in the third axis
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException as {@link #vstack} throws it
     */
    public static NDArray dstack(NDArray... arrays) {
        return Stacking.join(2, Stacking::atLeast3d, arrays);
    }

    /**
     * Vectors as the columns of a matrix, {@code np.column_stack(arrays)}; matrices give all their columns.
     *
     * @param arrays vectors and matrices of one height
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException as {@link #vstack} throws it
     */
    public static NDArray columnStack(NDArray... arrays) {
        return Stacking.join(1, Stacking::asColumn, arrays);
    }

    /**
     * All elements of all arrays in one row, {@code np.concatenate(arrays, axis=None)}.
     *
     * @param arrays arrays of any shapes
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code need at least one array to concatenate}
     */
    public static NDArray concatenateFlat(NDArray... arrays) {
        return Stacking.join(0, NDArray::ravel, arrays);
    }

    /**
     * All elements of both in one row, {@code np.append(a, values)}.
     *
     * @param a the first
     * @param values the second
     * @return a new 1-d array of the promoted dtype
     */
    public static NDArray append(NDArray a, NDArray values) {
        return concatenateFlat(a, values);
    }

    /**
     * Both joined along an axis, {@code np.append(a, values, axis)}, as {@link NDArray#concatenate} does it.
     *
     * @param a the first
     * @param values the second
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code all the input arrays must have same number of dimensions, …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray append(NDArray a, NDArray values, int axis) {
        return NDArray.concatenate(axis, a, values);
    }

    // Splitting

    /**
     * Parts of one length along the first axis, {@code np.split(a, sections)}.
     *
     * @param a the array
     * @param sections how many parts
     * @return the parts, views
     * @throws IllegalArgumentException {@code array split does not result in an equal division}
     */
    public static NDArray[] split(NDArray a, int sections) {
        return split(a, sections, 0);
    }

    /**
     * Parts of one length along an axis, {@code np.split(a, sections, axis)}.
     *
     * @param a the array
     * @param sections how many parts
     * @param axis the axis; a negative one counts from the end
     * @return the parts, views
     * @throws IllegalArgumentException {@code array split does not result in an equal division}, {@code number sections
     *     must be larger than 0.}, or {@code integer modulo by zero}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there is no such axis
     */
    public static NDArray[] split(NDArray a, int sections, int axis) {
        return Splitting.split(a, sections, axis);
    }

    /**
     * The parts between some positions of an axis, {@code np.split(a, positions, axis)}: before the first, from there
     * to the second, and so on.
     *
     * @param a the array
     * @param positions where to cut, read as those of a slice
     * @param axis the axis; a negative one counts from the end
     * @return the parts, views, one more than positions
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there is no such axis
     */
    public static NDArray[] split(NDArray a, int[] positions, int axis) {
        return Splitting.split(a, positions, axis);
    }

    /**
     * Parts of nearly one length along an axis, {@code np.array_split(a, sections, axis)}: the first may be longer by
     * one.
     *
     * @param a the array
     * @param sections how many parts
     * @param axis the axis; a negative one counts from the end
     * @return the parts, views
     * @throws IllegalArgumentException {@code number sections must be larger than 0.}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there is no such axis
     */
    public static NDArray[] arraySplit(NDArray a, int sections, int axis) {
        return Splitting.arraySplit(a, sections, axis);
    }

    /**
     * Parts beside each other, {@code np.hsplit(a, sections)}: along the second axis, of a vector along its only one.
     *
     * @param a the array
     * @param sections how many parts
     * @return the parts, views
     * @throws IllegalArgumentException {@code hsplit only works on arrays of 1 or more dimensions}, or as
     *     {@link #split(NDArray, int, int)} throws it
     */
    public static NDArray[] hsplit(NDArray a, int sections) {
        return split(Splitting.checkNdim("hsplit", 1, a), sections, a.ndim() > 1 ? 1 : 0);
    }

    /**
     * Parts below each other, {@code np.vsplit(a, sections)}: along the first axis.
     *
     * @param a the array, of at least two axes
     * @param sections how many parts
     * @return the parts, views
     * @throws IllegalArgumentException {@code vsplit only works on arrays of 2 or more dimensions}, or as
     *     {@link #split(NDArray, int, int)} throws it
     */
    public static NDArray[] vsplit(NDArray a, int sections) {
        return split(Splitting.checkNdim("vsplit", 2, a), sections, 0);
    }

    /**
     * Parts behind each other, {@code np.dsplit(a, sections)}: along the third axis.
     *
     * @param a the array, of at least three axes
     * @param sections how many parts
     * @return the parts, views
     * @throws IllegalArgumentException {@code dsplit only works on arrays of 3 or more dimensions}, or as
     *     {@link #split(NDArray, int, int)} throws it
     */
    public static NDArray[] dsplit(NDArray a, int sections) {
        return split(Splitting.checkNdim("dsplit", 3, a), sections, 2);
    }

    /**
     * The arrays that lie along an axis, {@code np.unstack(a, axis=axis)}.
     *
     * @param a the array
     * @param axis the axis, which they have no more; a negative one counts from the end
     * @return views
     * @throws IllegalArgumentException {@code Input array must be at least 1-d.}
     * @throws IndexOutOfBoundsException {@code source: axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray[] unstack(NDArray a, int axis) {
        return Splitting.unstack(a, axis);
    }

    // Repeating

    /**
     * The array several times in each axis, {@code np.tile(a, times)}. Axes that it has not are added in front; of
     * fewer counts than axes, those in front are 1.
     *
     * @param a the array
     * @param times how often
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray tile(NDArray a, int... times) {
        return Repeating.tile(a, times);
    }

    /**
     * The elements again and again, in C order, until a shape is full, {@code np.resize(a, shape)}.
     *
     * @param a the array; zeros if it has no elements
     * @param shape the lengths of the new axes
     * @return a new array
     * @throws IllegalArgumentException {@code all elements of `new_shape` must be non-negative}
     */
    public static NDArray resize(NDArray a, int... shape) {
        return Repeating.resize(a, shape);
    }

    // Turning and moving

    /**
     * The elements moved on in C order, those at the end to the beginning, {@code np.roll(a, shift)}.
     *
     * @param a the array
     * @param shift how far; negative for backwards
     * @return a new array of the same shape
     */
    public static NDArray roll(NDArray a, int shift) {
        return Rearranging.roll(a, shift);
    }

    /**
     * The elements moved on along an axis, {@code np.roll(a, shift, axis)}.
     *
     * @param a the array
     * @param shift how far; negative for backwards
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray roll(NDArray a, int shift, int axis) {
        return roll(a, new int[] {shift}, new int[] {axis});
    }

    /**
     * The elements moved on along several axes, {@code np.roll(a, shifts, axes)}.
     *
     * @param a the array
     * @param shifts how far, one for each axis or one for all; those of an axis that is named twice add up
     * @param axes the axes; negative ones count from the end
     * @return a new array of the same shape
     * @throws IllegalArgumentException {@code shape mismatch: objects cannot be broadcast to a single shape. …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray roll(NDArray a, int[] shifts, int[] axes) {
        return Rearranging.roll(a, shifts, axes);
    }

    /**
     * The elements in reverse order along some axes, {@code np.flip(a, axes)}.
     *
     * @param a the array
     * @param axes the axes; all, if none is named
     * @return a view
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray flip(NDArray a, int... axes) {
        return Rearranging.flip(a, axes);
    }

    /**
     * The columns in reverse order, {@code np.fliplr(a)}.
     *
     * @param a an array of at least two axes
     * @return a view
     * @throws IllegalArgumentException {@code Input must be >= 2-d.}
     */
    public static NDArray fliplr(NDArray a) {
        if (a.ndim() < 2) {
            throw ManipulationErrors.tooFewAxes(2);
        }
        return flip(a, 1);
    }

    /**
     * The rows in reverse order, {@code np.flipud(a)}.
     *
     * @param a an array of at least one axis
     * @return a view
     * @throws IllegalArgumentException {@code Input must be >= 1-d.}
     */
    public static NDArray flipud(NDArray a) {
        if (a.ndim() < 1) {
            throw ManipulationErrors.tooFewAxes(1);
        }
        return flip(a, 0);
    }

    /**
     * A quarter turn of the first two axes, counterclockwise, {@code np.rot90(a)}.
     *
     * @param a an array of at least two axes
     * @return a view
     * @throws IllegalArgumentException {@code Axes must be different.}, of a vector
     */
    public static NDArray rot90(NDArray a) {
        return rot90(a, 1);
    }

    /**
     * Quarter turns of the first two axes, counterclockwise, {@code np.rot90(a, turns)}.
     *
     * @param a an array of at least two axes
     * @param turns how many; negative for clockwise
     * @return a view
     * @throws IllegalArgumentException {@code Axes must be different.}, of a vector
     */
    public static NDArray rot90(NDArray a, int turns) {
        return rot90(a, turns, 0, 1);
    }

    /**
     * Quarter turns in the plane of two axes, from the first to the second, {@code np.rot90(a, turns, (axis1, axis2))}.
     *
     * @param a the array
     * @param turns how many; negative for the other way
     * @param axis1 the first axis; a negative one counts from the end
     * @param axis2 the second axis; a negative one counts from the end
     * @return a view
     * @throws IllegalArgumentException {@code Axes must be different.}, or {@code Axes=(0, 3) out of range for array of
     *     ndim=2.}
     */
    public static NDArray rot90(NDArray a, int turns, int axis1, int axis2) {
        return Rearranging.rotate(a, turns, axis1, axis2);
    }

    /**
     * One axis moved to another place, the others in their order, {@code np.moveaxis(a, source, destination)}.
     *
     * @param a the array
     * @param source the axis; a negative one counts from the end
     * @param destination where it goes; a negative one counts from the end
     * @return a view
     * @throws IndexOutOfBoundsException {@code source: axis 5 is out of bounds for array of dimension 3}
     */
    public static NDArray moveaxis(NDArray a, int source, int destination) {
        return moveaxis(a, new int[] {source}, new int[] {destination});
    }

    /**
     * Several axes moved to other places, the others in their order, {@code np.moveaxis(a, source, destination)}.
     *
     * @param a the array
     * @param source the axes; negative ones count from the end
     * @param destination where they go; negative ones count from the end
     * @return a view
     * @throws IllegalArgumentException {@code repeated axis in `source` argument}, the same of {@code destination}, or
     *     {@code `source` and `destination` arguments must have the same number of elements}
     * @throws IndexOutOfBoundsException {@code source: axis 5 is out of bounds for array of dimension 3}
     */
    public static NDArray moveaxis(NDArray a, int[] source, int[] destination) {
        return Rearranging.moveAxis(a, source, destination);
    }

    /**
     * One axis moved back until it lies before another, {@code np.rollaxis(a, axis, start)}; {@link #moveaxis} says
     * more plainly where it goes.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param start the axis before which it goes
     * @return a view
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 3}, or {@code 'start' arg
     *     requires -3 <= start < 4, but 4 was passed in}
     */
    public static NDArray rollaxis(NDArray a, int axis, int start) {
        return Rearranging.rollAxis(a, axis, start);
    }

    // Axes

    /**
     * An array of one axis or more, {@code np.atleast_1d(a)}: a scalar becomes a vector of one element.
     *
     * @param a the array
     * @return a view, or the array itself
     */
    public static NDArray atleast1d(NDArray a) {
        return Stacking.atLeast1d(a);
    }

    /**
     * An array of two axes or more, {@code np.atleast_2d(a)}: a vector becomes a row.
     *
     * @param a the array
     * @return a view, or the array itself
     */
    public static NDArray atleast2d(NDArray a) {
        return Stacking.atLeast2d(a);
    }

    /**
     * An array of three axes or more, {@code np.atleast_3d(a)}: a vector of n elements gets the shape {@code (1, n,
     * 1)}, a matrix a last axis of length 1.
     *
     * @param a the array
     * @return a view, or the array itself
     */
    public static NDArray atleast3d(NDArray a) {
        return Stacking.atLeast3d(a);
    }

    /**
     * The arrays as arrays of their common shape, {@code np.broadcast_arrays(arrays)}.
     *
     * @param arrays the arrays
     * @return views; those that had to be stretched are read-only
     * @throws IllegalArgumentException {@code shape mismatch: objects cannot be broadcast to a single shape. …}
     */
    public static NDArray[] broadcastArrays(NDArray... arrays) {
        return Stacking.broadcast(arrays);
    }

    // Editing

    /**
     * All elements in one row, others put in at a place, {@code np.insert(a, index, values)}.
     *
     * @param a the array
     * @param index before which positions: {@link Index#at} one, for all values; {@link Index#of(int...)} one for each;
     *     a slice or a mask
     * @param values the values, broadcast, converted to the array's dtype
     * @return a new 1-d array
     * @throws IndexOutOfBoundsException {@code index 4 is out of bounds for axis 0 with size 3}
     * @throws IllegalArgumentException if the values do not fit, as an assignment throws it
     */
    public static NDArray insert(NDArray a, Index index, NDArray values) {
        return insert(a.ravel(), index, values, 0);
    }

    /**
     * An array with parts put in along an axis, {@code np.insert(a, index, values, axis)}.
     *
     * @param a the array
     * @param index before which positions: {@link Index#at} one, for all values; {@link Index#of(int...)} one for each;
     *     a slice or a mask
     * @param values the values, broadcast, converted to the array's dtype
     * @param axis the axis; a negative one counts from the end
     * @return a new array
     * @throws IndexOutOfBoundsException {@code index 4 is out of bounds for axis 0 with size 3}, or {@code axis 2 is
     *     out of bounds for array of dimension 2}
     * @throws IllegalArgumentException if the values do not fit, as an assignment throws it
     */
    public static NDArray insert(NDArray a, Index index, NDArray values, int axis) {
        return Editing.insert(a, index, values, axis);
    }

    /**
     * All elements in one row but some, {@code np.delete(a, index)}.
     *
     * @param a the array
     * @param index which: positions, a slice or a mask
     * @return a new 1-d array
     * @throws IndexOutOfBoundsException {@code index 3 is out of bounds for axis 0 with size 3}
     */
    public static NDArray delete(NDArray a, Index index) {
        return delete(a.ravel(), index, 0);
    }

    /**
     * An array without some parts along an axis, {@code np.delete(a, index, axis)}.
     *
     * @param a the array
     * @param index which: positions, a slice or a mask
     * @param axis the axis; a negative one counts from the end
     * @return a new array
     * @throws IndexOutOfBoundsException {@code index 3 is out of bounds for axis 0 with size 3}, or {@code axis 2 is
     *     out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code boolean array argument obj to delete must be one dimensional and match
     *     the axis length of 3}
     */
    public static NDArray delete(NDArray a, Index index, int axis) {
        return Editing.delete(a, index, axis);
    }

    /**
     * An array without the zeros around it, {@code np.trim_zeros(a)}: in each axis from the first place that holds
     * another element to the last.
     *
     * @param a the array
     * @return a view; empty, if all elements are zeros
     */
    public static NDArray trimZeros(NDArray a) {
        return trimZeros(a, true, true);
    }

    /**
     * An array without the zeros in front or behind, {@code np.trim_zeros(a, "f")} and {@code np.trim_zeros(a, "b")}.
     *
     * @param a the array
     * @param front whether those in front go
     * @param back whether those behind go
     * @return a view; empty, if all elements are zeros
     */
    public static NDArray trimZeros(NDArray a, boolean front, boolean back) {
        return Editing.trimZeros(a, front, back);
    }

    /**
     * The array with a margin of one width, {@code np.pad(a, width, mode)}.
     *
     * @param a the array
     * @param width how many elements on both sides of every axis
     * @param mode what the margin holds
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, or {@code can't extend empty axis 0
     *     using modes other than 'constant' or 'empty'}
     */
    public static NDArray pad(NDArray a, int width, PadMode mode) {
        return pad(a, Padding.everywhere(a, width), mode);
    }

    /**
     * The array with a margin, {@code np.pad(a, widths, mode)}.
     *
     * @param a the array
     * @param widths for each axis how many elements before and after it; one pair alone holds for all
     * @param mode what the margin holds
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, {@code can't extend empty axis 0
     *     using modes other than 'constant' or 'empty'}, or if the pairs do not fit the axes
     */
    public static NDArray pad(NDArray a, int[][] widths, PadMode mode) {
        return Padding.pad(a, widths, mode);
    }

    /**
     * The array with a margin of a number, {@code np.pad(a, widths, constant_values=constant)}.
     *
     * @param a the array
     * @param widths for each axis how many elements before and after it; one pair alone holds for all
     * @param constant the number, converted as {@link NDArray#full(DType, double, int...)} converts it
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, or if the pairs do not fit the axes
     */
    public static NDArray pad(NDArray a, int[][] widths, double constant) {
        return Padding.surround(a, widths, lengths -> NDArray.full(a.dtype(), constant, lengths));
    }

    /**
     * The array with a margin of an integer, {@code np.pad(a, widths, constant_values=constant)}.
     *
     * @param a the array
     * @param widths for each axis how many elements before and after it; one pair alone holds for all
     * @param constant the integer, converted as {@link NDArray#full(DType, long, int...)} converts it
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, or if the pairs do not fit the axes
     */
    public static NDArray pad(NDArray a, int[][] widths, long constant) {
        return Padding.surround(a, widths, lengths -> NDArray.full(a.dtype(), constant, lengths));
    }
}
