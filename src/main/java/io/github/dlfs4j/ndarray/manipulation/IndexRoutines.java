package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Selection;
import io.github.dlfs4j.ndarray.Shape;

/**
 * Functions on positions: they read and write elements along an axis, with positions for each line, and convert between
 * positions on each axis and positions in C order. {@code a.take(positions, axis)} is a method of {@link NDArray}, and
 * {@code np.add.at(a, index, b)} is {@code a.at(index).addAt(b)}, see {@link Selection}.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(new int[][] {{30, 10, 20}, {2, 3, 1}});
 * System.out.println(IndexRoutines.takeAlongAxis(a, a.argsort(1), 1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[10 20 30]
 *  [ 1  2  3]]
 * }</pre>
 */
public final class IndexRoutines {
    private IndexRoutines() {}

    /**
     * Returns the elements at positions along an axis, {@code np.take_along_axis(a, positions, axis)}.
     *
     * @param a the array
     * @param positions an array of int64 or uint8 with as many axes as {@code a}; the other axes are broadcast
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same dtype
     * @throws IllegalArgumentException {@code `indices` and `arr` must have the same number of dimensions}
     * @throws IndexOutOfBoundsException {@code `indices` must be an integer array}, {@code index 5 is out of bounds for
     *     axis 1 with size 3}, {@code axis 2 is out of bounds for array of dimension 2}, or {@code shape mismatch:
     *     indexing arrays could not be broadcast together with shapes (2,1) (3,3)}
     */
    public static NDArray takeAlongAxis(NDArray a, NDArray positions, int axis) {
        return AlongAxis.take(a, positions, axis);
    }

    /**
     * Writes elements at positions along an axis, {@code np.put_along_axis(a, positions, values, axis)}.
     *
     * @param a the array, which is changed
     * @param positions the positions, as for {@link #takeAlongAxis}
     * @param values an array that can be broadcast to the positions
     * @param axis the axis; a negative one counts from the end
     * @throws IllegalArgumentException {@code `indices` and `arr` must have the same number of dimensions}, or
     *     {@code shape mismatch: value array of shape (2,2) could not be broadcast to indexing result of shape (2,1)}
     * @throws IndexOutOfBoundsException as for {@link #takeAlongAxis}
     */
    public static void putAlongAxis(NDArray a, NDArray positions, NDArray values, int axis) {
        AlongAxis.put(a, positions, values, axis);
    }

    /**
     * Converts positions in C order to positions on each axis, {@code np.unravel_index(positions, shape)}.
     *
     * @param positions integers of any shape
     * @param shape the lengths of the axes
     * @return an array of int64 for each axis, of the shape of the positions
     * @throws IllegalArgumentException {@code index 42 is out of bounds for array with size 42}, or {@code multiple
     *     indices are not supported for 0d arrays}
     * @throws UnsupportedOperationException {@code only int indices permitted}
     */
    public static NDArray[] unravelIndex(NDArray positions, int... shape) {
        return FlatPositions.unravel(positions, Shape.of(shape));
    }

    /**
     * Converts positions on each axis to positions in C order, {@code np.ravel_multi_index(positions, shape)}.
     *
     * @param positions an array of integers for each axis, broadcast
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code invalid entry in coordinates array}, {@code parameter multi_index must be
     *     a sequence of length 2}, or {@code operands could not be broadcast together with shapes (3,) (2,)}
     * @throws UnsupportedOperationException {@code only int indices permitted}
     */
    public static NDArray ravelMultiIndex(NDArray[] positions, int... shape) {
        return FlatPositions.ravel(positions, Shape.of(shape));
    }
}
