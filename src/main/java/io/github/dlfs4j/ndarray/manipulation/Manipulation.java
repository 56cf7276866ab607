package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Functions that join, split, repeat, rotate and edit arrays, from NumPy's chapter <i>Array manipulation</i>. The
 * methods of NumPy's arrays, {@code reshape}, {@code ravel}, {@code swapaxes}, {@code squeeze} and {@code repeat}, are
 * methods of {@link NDArray}, which also has {@link NDArray#concatenate} and {@link NDArray#stack}.
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

    // Copying

    /**
     * Writes values to an array, {@code np.copyto(a, values)}. Unlike {@code a.at(Index.ellipsis()).set(values)} it
     * refuses a dtype of another kind.
     *
     * @param a the array, which is changed
     * @param values the values, broadcast; they may share memory with the array
     * @throws IllegalArgumentException {@code could not broadcast input array from shape (2,) into shape (3,)}, or
     *     {@code assignment destination is read-only}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'same_kind'}
     */
    public static void copyto(NDArray a, NDArray values) {
        if (!a.isWriteable()) {
            throw Errors.readOnlyTarget();
        }
        if (!DType.canCast(values.dtype(), a.dtype(), DType.CastingRule.SAME_KIND)) {
            throw Errors.unsafeCast(values.ndim(), values.dtype(), a.dtype(), "same_kind");
        }
        Inside.assign(a, values);
    }

    /**
     * Writes values to an array where a mask is true, {@code np.copyto(a, values, where=mask)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.zeros(DType.INT64, 2, 3);
     * Manipulation.copyto(a, NDArray.of(1, 2, 3), NDArray.of(true, false, true));
     * System.out.println(a);
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[1 0 3]
     *  [1 0 3]]
     * }</pre>
     *
     * @param a the array, which is changed
     * @param values the values, broadcast
     * @param mask an array of bool, broadcast
     * @throws IllegalArgumentException as for {@link #copyto(NDArray, NDArray)}, or {@code could not broadcast where
     *     mask from shape (2,) into shape (2,3)}
     * @throws UnsupportedOperationException as for {@link #copyto(NDArray, NDArray)}, or {@code Cannot cast array data
     *     from dtype('int64') to dtype('bool') according to the rule 'safe'}
     */
    public static void copyto(NDArray a, NDArray values, NDArray mask) {
        if (mask.dtype() != DType.BOOL) {
            throw Errors.unsafeCast(1, mask.dtype(), DType.BOOL, "safe");
        }
        if (!a.isWriteable()) {
            throw Errors.readOnlyTarget();
        }
        int[] lengths = a.shape().toArray();
        NDArray broadcast = NDArray.empty(a.dtype(), lengths);
        copyto(broadcast, values);
        int[] ofMask = mask.shape().toArray();
        if (!Arrays.equals(Broadcasting.lengths(ofMask, lengths), lengths)) {
            throw new IllegalArgumentException("could not broadcast where mask from shape %s into shape %s"
                    .formatted(Lengths.tuple(ofMask, ","), Lengths.tuple(lengths, ",")));
        }
        NDArray.where(mask, broadcast, a, a);
    }

    // Joining

    /**
     * Stacks arrays below each other, {@code np.vstack(arrays)}: joins them along the first axis; a vector counts as a
     * row.
     *
     * @param arrays the arrays, of the same lengths except on the first axis
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException {@code need at least one array to concatenate}, or {@code all the input array
     *     dimensions except for the concatenation axis must match exactly, …}
     */
    public static NDArray vstack(NDArray... arrays) {
        return Stacking.join(0, Stacking::atLeast2d, arrays);
    }

    /**
     * Stacks arrays beside each other, {@code np.hstack(arrays)}: joins them along the second axis, vectors along their
     * only axis.
     *
     * @param arrays the arrays, of the same lengths except on the second axis
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException as for {@link #vstack}, or {@code all the input arrays must have same number of
     *     dimensions, …}
     */
    public static NDArray hstack(NDArray... arrays) {
        boolean vectors = arrays.length > 0 && arrays[0].ndim() <= 1;
        return Stacking.join(vectors ? 0 : 1, Stacking::atLeast1d, arrays);
    }

    /**
     * Stacks arrays in depth, {@code np.dstack(arrays)}: joins them along the third axis, after {@link #atleast3d}.
     *
     * @param arrays the arrays, of the same lengths except on the third axis
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException as for {@link #vstack}
     */
    public static NDArray dstack(NDArray... arrays) {
        return Stacking.join(2, Stacking::atLeast3d, arrays);
    }

    /**
     * Joins vectors as the columns of a matrix, {@code np.column_stack(arrays)}; matrices contribute all their columns.
     *
     * @param arrays vectors and matrices of the same height
     * @return a new array of the promoted dtype, in C order
     * @throws IllegalArgumentException as for {@link #vstack}
     */
    public static NDArray columnStack(NDArray... arrays) {
        return Stacking.join(1, Stacking::asColumn, arrays);
    }

    /**
     * Joins the elements of all arrays to a vector, {@code np.concatenate(arrays, axis=None)}.
     *
     * @param arrays the arrays, of any shapes
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code need at least one array to concatenate}
     */
    public static NDArray concatenateFlat(NDArray... arrays) {
        return Stacking.join(0, NDArray::ravel, arrays);
    }

    /**
     * Joins the elements of two arrays to a vector, {@code np.append(a, values)}.
     *
     * @param a the first array
     * @param values the second array
     * @return a new 1-d array of the promoted dtype
     */
    public static NDArray append(NDArray a, NDArray values) {
        return concatenateFlat(Objects.requireNonNull(a, "a"), Objects.requireNonNull(values, "values"));
    }

    /**
     * Joins two arrays along an axis, {@code np.append(a, values, axis)}, like {@link NDArray#concatenate}.
     *
     * @param a the first array
     * @param values the second array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code all the input arrays must have same number of dimensions, …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray append(NDArray a, NDArray values, int axis) {
        return NDArray.concatenate(axis, Objects.requireNonNull(a, "a"), Objects.requireNonNull(values, "values"));
    }

    /**
     * Joins arrays beside each other, along their last axis, {@code np.block([a, b, c])}; scalars count as vectors.
     *
     * @param parts the arrays; to those with fewer axes than others axes are added in front
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code List at arrays cannot be empty}, or {@code all the input array dimensions
     *     except for the concatenation axis must match exactly, …}
     */
    public static NDArray block(NDArray... parts) {
        return Blocks.row(parts);
    }

    /**
     * Makes an array of rows of blocks, {@code np.block([[a, b], [c, d]])}: joins the blocks of a row along the last
     * axis and the rows along the last but one.
     *
     * <pre>{@code
     * NDArray[][] blocks = {{NDArray.eye(2), NDArray.zeros(2, 1)}, {NDArray.ones(1, 2), NDArray.scalar(7)}};
     * System.out.println(Manipulation.block(blocks));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[1. 0. 0.]
     *  [0. 1. 0.]
     *  [1. 1. 7.]]
     * }</pre>
     *
     * @param rows the arrays of each row; to those with fewer axes than others axes are added in front
     * @return a new array of at least two axes, of the promoted dtype
     * @throws IllegalArgumentException {@code List at arrays[1] cannot be empty}, or {@code all the input array
     *     dimensions except for the concatenation axis must match exactly, …}; if the array is large, {@code Mismatched
     *     array shapes in block along axis 0.}
     */
    public static NDArray block(NDArray[][] rows) {
        return Blocks.rows(rows);
    }

    // Splitting

    /**
     * Splits an array into equally long parts along the first axis, {@code np.split(a, sections)}.
     *
     * @param a the array
     * @param sections the number of parts
     * @return the parts, as views
     * @throws IllegalArgumentException {@code array split does not result in an equal division}
     */
    public static NDArray[] split(NDArray a, int sections) {
        return split(a, sections, 0);
    }

    /**
     * Splits an array into equally long parts along an axis, {@code np.split(a, sections, axis)}.
     *
     * @param a the array
     * @param sections the number of parts
     * @param axis the axis; a negative one counts from the end
     * @return the parts, as views
     * @throws IllegalArgumentException {@code array split does not result in an equal division}, {@code number sections
     *     must be larger than 0.}, or {@code integer modulo by zero}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there is no such axis
     */
    public static NDArray[] split(NDArray a, int sections, int axis) {
        return Splitting.split(a, sections, axis);
    }

    /**
     * Splits an array before given positions of an axis, {@code np.split(a, positions, axis)}.
     *
     * @param a the array
     * @param positions where to cut, with the meaning they have in a slice
     * @param axis the axis; a negative one counts from the end
     * @return the parts, as views, one more than there are positions
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there is no such axis
     */
    public static NDArray[] split(NDArray a, int[] positions, int axis) {
        return Splitting.split(a, positions, axis);
    }

    /**
     * Splits an array into almost equally long parts along an axis, {@code np.array_split(a, sections, axis)}: the
     * first parts may be longer by one.
     *
     * @param a the array
     * @param sections the number of parts
     * @param axis the axis; a negative one counts from the end
     * @return the parts, as views
     * @throws IllegalArgumentException {@code number sections must be larger than 0.}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there is no such axis
     */
    public static NDArray[] arraySplit(NDArray a, int sections, int axis) {
        return Splitting.arraySplit(a, sections, axis);
    }

    /**
     * Splits an array into parts beside each other, {@code np.hsplit(a, sections)}: along the second axis, or, for a
     * vector, along its only axis.
     *
     * @param a the array
     * @param sections the number of parts
     * @return the parts, as views
     * @throws IllegalArgumentException {@code hsplit only works on arrays of 1 or more dimensions}, or as for
     *     {@link #split(NDArray, int, int)}
     */
    public static NDArray[] hsplit(NDArray a, int sections) {
        return split(Splitting.checkNdim("hsplit", 1, a), sections, a.ndim() > 1 ? 1 : 0);
    }

    /**
     * Splits an array into parts below each other, {@code np.vsplit(a, sections)}: along the first axis.
     *
     * @param a the array, of at least two axes
     * @param sections the number of parts
     * @return the parts, as views
     * @throws IllegalArgumentException {@code vsplit only works on arrays of 2 or more dimensions}, or as for
     *     {@link #split(NDArray, int, int)}
     */
    public static NDArray[] vsplit(NDArray a, int sections) {
        return split(Splitting.checkNdim("vsplit", 2, a), sections, 0);
    }

    /**
     * Splits an array in depth, {@code np.dsplit(a, sections)}: along the third axis.
     *
     * @param a the array, of at least three axes
     * @param sections the number of parts
     * @return the parts, as views
     * @throws IllegalArgumentException {@code dsplit only works on arrays of 3 or more dimensions}, or as for
     *     {@link #split(NDArray, int, int)}
     */
    public static NDArray[] dsplit(NDArray a, int sections) {
        return split(Splitting.checkNdim("dsplit", 3, a), sections, 2);
    }

    /**
     * Splits an array into its subarrays along an axis, {@code np.unstack(a, axis=axis)}.
     *
     * @param a the array
     * @param axis the axis, which the parts no longer have; a negative one counts from the end
     * @return the parts, as views
     * @throws IllegalArgumentException {@code Input array must be at least 1-d.}
     * @throws IndexOutOfBoundsException {@code source: axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray[] unstack(NDArray a, int axis) {
        if (a.ndim() == 0) {
            throw new IllegalArgumentException("Input array must be at least 1-d.");
        }
        int checked = Axes.check("source: ", axis, a.ndim());
        NDArray[] parts = Splitting.parts(a.shape(checked));
        Arrays.setAll(
                parts,
                i -> Inside.view(a, Inside.layout(a).along(checked, i, 1, 1).removeAxis(checked)));
        return parts;
    }

    // Repeating

    /**
     * Repeats an array along its axes, {@code np.tile(a, times)}. If there are more counts than axes, axes are added in
     * front; if there are fewer, the first axes are not repeated.
     *
     * @param a the array
     * @param times the count for each axis
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray tile(NDArray a, int... times) {
        return Tiling.tile(a, times);
    }

    /**
     * Fills a new shape with the elements in C order, again and again, {@code np.resize(a, shape)}.
     *
     * @param a the array; if it has no elements, the result is zeros
     * @param shape the lengths of the new axes
     * @return a new array
     * @throws IllegalArgumentException {@code all elements of `new_shape` must be non-negative}
     */
    public static NDArray resize(NDArray a, int... shape) {
        return Tiling.resize(a, shape);
    }

    // Rearranging

    /**
     * Rolls the elements in C order, those at the end to the beginning, {@code np.roll(a, shift)}.
     *
     * @param a the array
     * @param shift how far to roll; negative for backwards
     * @return a new array of the same shape
     */
    public static NDArray roll(NDArray a, int shift) {
        NDArray flat = a.ravel();
        return Rearranging.roll(flat, new int[] {shift}, new int[] {0})
                .reshape(a.shape().toArray());
    }

    /**
     * Rolls the elements along an axis, {@code np.roll(a, shift, axis)}.
     *
     * @param a the array
     * @param shift how far to roll; negative for backwards
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray roll(NDArray a, int shift, int axis) {
        return roll(a, new int[] {shift}, new int[] {axis});
    }

    /**
     * Rolls the elements along several axes, {@code np.roll(a, shifts, axes)}.
     *
     * @param a the array
     * @param shifts how far to roll, one shift for each axis or one for all; the shifts of an axis that is named twice
     *     add up
     * @param axes the axes; negative ones count from the end
     * @return a new array of the same shape
     * @throws IllegalArgumentException {@code shape mismatch: objects cannot be broadcast to a single shape. …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray roll(NDArray a, int[] shifts, int[] axes) {
        return Rearranging.roll(a, shifts, axes);
    }

    /**
     * Reverses the order of the elements along all axes, {@code np.flip(a)}.
     *
     * @param a the array
     * @return a view
     */
    public static NDArray flip(NDArray a) {
        return Rearranging.flip(a, Layout.axes(a.ndim()));
    }

    /**
     * Reverses the order of the elements along axes, {@code np.flip(a, axes)}.
     *
     * @param a the array
     * @param axes the axes; an empty array reverses none
     * @return a view
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray flip(NDArray a, int... axes) {
        return Rearranging.flip(a, axes);
    }

    /**
     * Reverses the order of the columns, {@code np.fliplr(a)}.
     *
     * @param a an array of at least two axes
     * @return a view
     * @throws IllegalArgumentException {@code Input must be >= 2-d.}
     */
    public static NDArray fliplr(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("Input must be >= 2-d.");
        }
        return flip(a, 1);
    }

    /**
     * Reverses the order of the rows, {@code np.flipud(a)}.
     *
     * @param a an array of at least one axis
     * @return a view
     * @throws IllegalArgumentException {@code Input must be >= 1-d.}
     */
    public static NDArray flipud(NDArray a) {
        if (a.ndim() < 1) {
            throw new IllegalArgumentException("Input must be >= 1-d.");
        }
        return flip(a, 0);
    }

    /**
     * Rotates the plane of the first two axes by a quarter turn counterclockwise, {@code np.rot90(a)}.
     *
     * @param a an array of at least two axes
     * @return a view
     * @throws IllegalArgumentException {@code Axes must be different.}, if the array is a vector
     */
    public static NDArray rot90(NDArray a) {
        return rot90(a, 1);
    }

    /**
     * Rotates the plane of the first two axes by quarter turns counterclockwise, {@code np.rot90(a, turns)}.
     *
     * @param a an array of at least two axes
     * @param turns the number of quarter turns; negative for clockwise
     * @return a view
     * @throws IllegalArgumentException {@code Axes must be different.}, if the array is a vector
     */
    public static NDArray rot90(NDArray a, int turns) {
        return rot90(a, turns, 0, 1);
    }

    /**
     * Rotates the plane of two axes by quarter turns from the first axis towards the second, {@code np.rot90(a, turns,
     * (axis1, axis2))}.
     *
     * @param a the array
     * @param turns the number of quarter turns; negative for the other direction
     * @param axis1 the first axis; a negative one counts from the end
     * @param axis2 the second axis; a negative one counts from the end
     * @return a view
     * @throws IllegalArgumentException {@code Axes must be different.}, or {@code Axes=(0, 3) out of range for array of
     *     ndim=2.}
     */
    public static NDArray rot90(NDArray a, int turns, int axis1, int axis2) {
        int ndim = a.ndim();
        if (axis1 == axis2 || Math.abs(axis1 - axis2) == ndim) {
            throw new IllegalArgumentException("Axes must be different.");
        }
        if (axis1 >= ndim || axis2 >= ndim || axis1 < -ndim || axis2 < -ndim) {
            throw new IllegalArgumentException(
                    "Axes=(%s, %s) out of range for array of ndim=%s.".formatted(axis1, axis2, ndim));
        }
        return switch (Math.floorMod(turns, 4)) {
            case 0 -> Inside.view(a, Inside.layout(a));
            case 1 -> Rearranging.flip(a, axis2).swapaxes(axis1, axis2);
            case 2 -> Rearranging.flip(a, axis1, axis2);
            default -> Rearranging.flip(a.swapaxes(axis1, axis2), axis2);
        };
    }

    /**
     * Moves an axis to another position and keeps the order of the others, {@code np.moveaxis(a, source, destination)}.
     *
     * @param a the array
     * @param source the axis; a negative one counts from the end
     * @param destination its new position; a negative one counts from the end
     * @return a view
     * @throws IndexOutOfBoundsException {@code source: axis 5 is out of bounds for array of dimension 3}
     */
    public static NDArray moveaxis(NDArray a, int source, int destination) {
        return moveaxis(a, new int[] {source}, new int[] {destination});
    }

    /**
     * Moves several axes to other positions and keeps the order of the others, {@code np.moveaxis(a, source,
     * destination)}.
     *
     * @param a the array
     * @param source the axes; negative ones count from the end
     * @param destination their new positions; negative ones count from the end
     * @return a view
     * @throws IllegalArgumentException {@code repeated axis in `source` argument}, the same for {@code destination}, or
     *     {@code `source` and `destination` arguments must have the same number of elements}
     * @throws IndexOutOfBoundsException {@code source: axis 5 is out of bounds for array of dimension 3}
     */
    public static NDArray moveaxis(NDArray a, int[] source, int[] destination) {
        return Rearranging.moveAxis(a, source, destination);
    }

    /**
     * Moves an axis to the position before another axis, {@code np.rollaxis(a, axis, start)}. {@link #moveaxis} is
     * easier to understand.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @param start the axis before which to move it
     * @return a view
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 3}, or {@code 'start' arg
     *     requires -3 <= start < 4, but 4 was passed in}
     */
    public static NDArray rollaxis(NDArray a, int axis, int start) {
        int ndim = a.ndim();
        int from = Axes.check(axis, a.ndim());
        int before = start < 0 ? start + ndim : start;
        if (before < 0 || before > ndim) {
            throw new IndexOutOfBoundsException(
                    "'start' arg requires %s <= start < %s, but %s was passed in".formatted(-ndim, ndim + 1, before));
        }
        int to = from < before ? before - 1 : before;
        return Rearranging.moveAxis(a, new int[] {from}, new int[] {to});
    }

    // Axes

    /**
     * Returns the array with at least one axis, {@code np.atleast_1d(a)}: a scalar becomes a vector of one element.
     *
     * @param a the array
     * @return a view, or the array itself
     */
    public static NDArray atleast1d(NDArray a) {
        return Stacking.atLeast1d(a);
    }

    /**
     * Returns the array with at least two axes, {@code np.atleast_2d(a)}: a vector becomes a row.
     *
     * @param a the array
     * @return a view, or the array itself
     */
    public static NDArray atleast2d(NDArray a) {
        return Stacking.atLeast2d(a);
    }

    /**
     * Returns the array with at least three axes, {@code np.atleast_3d(a)}: a vector of n elements gets the shape
     * {@code (1, n, 1)}, and a matrix gets a last axis of length 1.
     *
     * @param a the array
     * @return a view, or the array itself
     */
    public static NDArray atleast3d(NDArray a) {
        return Stacking.atLeast3d(a);
    }

    /**
     * Broadcasts arrays to their common shape, {@code np.broadcast_arrays(arrays)}.
     *
     * @param arrays the arrays
     * @return for each array a read-only view of the common shape, or the array itself if it has that shape already
     * @throws IllegalArgumentException {@code shape mismatch: objects cannot be broadcast to a single shape. …}
     */
    public static NDArray[] broadcastArrays(NDArray... arrays) {
        Shape shape = Shape.of(Broadcasting.lengthsOrError(Stacking.lengths(arrays)));
        NDArray[] views = new NDArray[arrays.length];
        Arrays.setAll(views, i -> arrays[i].shape().equals(shape) ? arrays[i] : arrays[i].broadcastTo(shape));
        return views;
    }

    /**
     * Returns the common shape of shapes that are broadcast, {@code np.broadcast_shapes(shapes)}.
     *
     * @param shapes the shapes; without any, the result is {@code ()}
     * @return the shape that an operation of arrays of these shapes has
     * @throws IllegalArgumentException {@code shape mismatch: objects cannot be broadcast to a single shape. …}
     */
    public static Shape broadcastShapes(Shape... shapes) {
        int[][] lengths =
                Stream.of(Errors.nonNull("shapes", shapes)).map(Shape::toArray).toArray(int[][]::new);
        return Shape.of(Broadcasting.lengthsOrError(lengths));
    }

    // Functions of lines

    /**
     * Applies a function to all lines of an array along an axis, {@code np.apply_along_axis(function, axis, a)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.of(new int[][] {{3, 1, 2}, {6, 5, 7}});
     * System.out.println(Manipulation.applyAlongAxis(line -> line.max().sub(line.min()), 1, a));
     * System.out.println(Manipulation.applyAlongAxis(line -> NDArray.sort(line), 1, a));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [2 2]
     * [[1 2 3]
     *  [5 6 7]]
     * }</pre>
     *
     * @param function takes a line, a view with one axis, and returns an array of any shape, the same for all lines;
     *     called once for each line
     * @param axis the axis; a negative one counts from the end
     * @param a the array
     * @return a new array, in which the axes of the function's results replace the axis, of the dtype of the first
     *     result
     * @throws IllegalArgumentException {@code Cannot apply_along_axis when any iteration dimensions are 0}, or
     *     {@code could not broadcast input array from shape (3,) into shape (2,)}
     * @throws IllegalStateException {@code the function has returned no array}, if it is null
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray applyAlongAxis(Function<NDArray, NDArray> function, int axis, NDArray a) {
        return AlongAxis.apply(function, axis, a);
    }

    // Editing

    /**
     * Flattens an array and inserts values, {@code np.insert(a, index, values)}.
     *
     * @param a the array
     * @param index the positions before which to insert: {@link Index#at} for a single position of all values,
     *     {@link Index#of(int...)} for a position of each value, a slice, or a mask
     * @param values the values, broadcast, converted to the array's dtype
     * @return a new 1-d array
     * @throws IndexOutOfBoundsException {@code index 4 is out of bounds for axis 0 with size 3}
     * @throws IllegalArgumentException if the values do not fit, as for an assignment
     */
    public static NDArray insert(NDArray a, Index index, NDArray values) {
        return insert(a.ravel(), index, values, 0);
    }

    /**
     * Inserts parts along an axis, {@code np.insert(a, index, values, axis)}.
     *
     * @param a the array
     * @param index the positions before which to insert: {@link Index#at} for a single position of all values,
     *     {@link Index#of(int...)} for a position of each value, a slice, or a mask
     * @param values the values, broadcast, converted to the array's dtype
     * @param axis the axis; a negative one counts from the end
     * @return a new array
     * @throws IndexOutOfBoundsException {@code index 4 is out of bounds for axis 0 with size 3}, or {@code axis 2 is
     *     out of bounds for array of dimension 2}
     * @throws IllegalArgumentException if the values do not fit, as for an assignment
     */
    public static NDArray insert(NDArray a, Index index, NDArray values, int axis) {
        return Editing.insert(a, index, values, axis);
    }

    /**
     * Flattens an array and deletes elements, {@code np.delete(a, index)}.
     *
     * @param a the array
     * @param index what to delete: positions, a slice or a mask
     * @return a new 1-d array
     * @throws IndexOutOfBoundsException {@code index 3 is out of bounds for axis 0 with size 3}
     */
    public static NDArray delete(NDArray a, Index index) {
        return delete(a.ravel(), index, 0);
    }

    /**
     * Deletes parts along an axis, {@code np.delete(a, index, axis)}.
     *
     * @param a the array
     * @param index what to delete: positions, a slice or a mask
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
     * Trims the zeros around an array, {@code np.trim_zeros(a)}: along each axis the result reaches from the first
     * position with an element that is not zero to the last.
     *
     * @param a the array
     * @return a view, empty if all elements are zeros
     */
    public static NDArray trimZeros(NDArray a) {
        return trimZeros(a, true, true);
    }

    /**
     * Trims the zeros at the front or the back of an array, {@code np.trim_zeros(a, "f")} and {@code np.trim_zeros(a,
     * "b")}.
     *
     * @param a the array
     * @param front whether to trim at the front
     * @param back whether to trim at the back
     * @return a view, empty if all elements are zeros
     */
    public static NDArray trimZeros(NDArray a, boolean front, boolean back) {
        int ndim = a.ndim();
        if (ndim == 0) {
            return Inside.view(a, Inside.layout(a));
        }
        int[] first = new int[ndim];
        int[] end = new int[ndim];
        Editing.findElements(a, first, end);
        Layout trimmed = Inside.layout(a);
        for (int axis = 0; axis < ndim; axis++) {
            boolean nothing = end[axis] == 0;
            int start = front || nothing ? first[axis] : 0;
            int stop = back || nothing ? end[axis] : a.shape(axis);
            trimmed = trimmed.along(axis, nothing ? 0 : start, nothing ? 0 : stop - start, 1);
        }
        return Inside.view(a, trimmed);
    }
}
