package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Selection;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

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
     * Returns the elements at positions in C order, {@code np.take_along_axis(a, positions, axis=None)}.
     *
     * @param a the array
     * @param positions a 1-d array of int64 or uint8
     * @return a new 1-d array of the same dtype
     * @throws IllegalArgumentException {@code when axis=None, `indices` must have a single dimension.}
     * @throws IndexOutOfBoundsException {@code `indices` must be an integer array}, or {@code index 6 is out of bounds
     *     for axis 0 with size 6}
     */
    public static NDArray takeAlongAxisFlat(NDArray a, NDArray positions) {
        return AlongAxis.take(a.ravel(), AlongAxis.checkLine(positions), 0);
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
     * Writes elements at positions in C order, {@code np.put_along_axis(a, positions, values, axis=None)}. NumPy
     * refuses an array that does not lie in C order in memory; here any array is written to.
     *
     * @param a the array, which is changed
     * @param positions the positions, as for {@link #takeAlongAxisFlat}
     * @param values an array that can be broadcast to the positions
     * @throws IllegalArgumentException {@code when axis=None, `indices` must have a single dimension.}, or {@code shape
     *     mismatch: value array of shape (2,) could not be broadcast to indexing result of shape (3,)}
     * @throws IndexOutOfBoundsException as for {@link #takeAlongAxisFlat}
     */
    public static void putAlongAxisFlat(NDArray a, NDArray positions, NDArray values) {
        NDArray line = a.ravel();
        AlongAxis.put(line, AlongAxis.checkLine(positions), values, 0);
        // What cannot be a vector in place was copied.
        if (Inside.storage(line) != Inside.storage(a)) {
            Inside.assign(a, line.reshape(a.shape().toArray()));
        }
    }

    /**
     * Writes values to the elements where a mask is true, {@code np.putmask(a, mask, values)}: to an element the value
     * at the same position in C order.
     *
     * @param a the array, which is changed
     * @param mask an array of as many elements; 0 is false, and every other number is true
     * @param values the values; if they are fewer than the elements they are repeated, and if there are none nothing
     *     changes
     * @throws IllegalArgumentException {@code putmask: mask and data must be the same size}, or {@code putmask: output
     *     array is read-only}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'safe'}
     */
    public static void putmask(NDArray a, NDArray mask, NDArray values) {
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("putmask: output array is read-only");
        }
        Masked.checkSize("putmask", a, mask);
        Masked.checkSafe(values, a.dtype());
        if (values.size() > 0) {
            Masked.write(a, mask, values, mask.ravel().nonzero()[0]);
        }
    }

    /**
     * Writes values one after the other to the elements where a mask is true, {@code np.place(a, mask, values)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.arange(6);
     * NDArray b = NDArray.arange(6);
     * IndexRoutines.place(a, a.gt(2), NDArray.of(10, 20));
     * IndexRoutines.putmask(b, b.gt(2), NDArray.of(10, 20));
     * System.out.println(a + " " + b);
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [ 0  1  2 10 20 10] [ 0  1  2 20 10 20]
     * }</pre>
     *
     * @param a the array, which is changed
     * @param mask an array of as many elements; 0 is false, and every other number is true
     * @param values the values; if they are fewer than the true elements of the mask they are repeated
     * @throws IllegalArgumentException {@code place: mask and data must be the same size}, {@code Cannot insert from an
     *     empty array!}, or {@code WRITEBACKIFCOPY base is read-only}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'safe'}
     */
    public static void place(NDArray a, NDArray mask, NDArray values) {
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("WRITEBACKIFCOPY base is read-only");
        }
        Masked.checkSize("place", a, mask);
        Masked.checkSafe(values, a.dtype());
        int count = mask.ne(0).sum().asInt();
        if (values.size() == 0 && count > 0) {
            throw new IllegalArgumentException("Cannot insert from an empty array!");
        }
        if (count > 0) {
            Masked.write(a, mask, values, NDArray.arange(count));
        }
    }

    /**
     * Writes values to the main diagonal, {@code np.fill_diagonal(a, values)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.zeros(DType.INT64, 3, 3);
     * IndexRoutines.fillDiagonal(a, NDArray.of(7, 8));
     * System.out.println(a);
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[7 0 0]
     *  [0 8 0]
     *  [0 0 7]]
     * }</pre>
     *
     * @param a the array, which is changed: a matrix, or an array of more axes of the same length
     * @param values the values, converted as by {@link NDArray#astype}; if they are fewer than the elements they are
     *     repeated, and if there are none nothing changes
     * @throws IllegalArgumentException {@code array must be at least 2-d}, {@code All dimensions of input must be of
     *     equal length}, or {@code underlying array is read-only}
     */
    public static void fillDiagonal(NDArray a, NDArray values) {
        fillDiagonal(a, values, false);
    }

    /**
     * Works like {@link #fillDiagonal(NDArray, NDArray)}, and says what becomes of a matrix with more rows than
     * columns, {@code np.fill_diagonal(a, values, wrap)}.
     *
     * @param a the array, which is changed
     * @param values the values
     * @param wrap whether the diagonal begins anew after an empty row
     * @throws IllegalArgumentException as for {@link #fillDiagonal(NDArray, NDArray)}
     */
    public static void fillDiagonal(NDArray a, NDArray values, boolean wrap) {
        NDArray diagonal = mainDiagonal(a);
        NDArray converted = values.astype(a.dtype());
        if (wrap && a.ndim() == 2 && a.shape(0) > a.shape(1)) {
            a.put(NDArray.arange(0L, a.size(), a.shape(1) + 1L), converted);
        } else if (converted.size() > 0) {
            Inside.assign(
                    diagonal, converted.size() == 1 ? converted.ravel() : Tiling.resize(converted, diagonal.size()));
        }
    }

    /**
     * Works like {@link #fillDiagonal(NDArray, NDArray)}, with a scalar.
     *
     * @param a the array, which is changed
     * @param value the scalar; an integer dtype truncates it
     * @throws IllegalArgumentException as for {@link #fillDiagonal(NDArray, NDArray)}, or {@code cannot convert float
     *     NaN to integer}
     */
    public static void fillDiagonal(NDArray a, double value) {
        mainDiagonal(a).fill(value);
    }

    /**
     * Works like {@link #fillDiagonal(NDArray, NDArray)}, with a scalar.
     *
     * @param a the array, which is changed
     * @param value the scalar
     * @throws IllegalArgumentException as for {@link #fillDiagonal(NDArray, NDArray)}, or {@code Python integer 300 out
     *     of bounds for uint8}
     */
    public static void fillDiagonal(NDArray a, long value) {
        mainDiagonal(a).fill(value);
    }

    /**
     * Takes each element from the first array whose condition is true, or 0, {@code np.select(conditions, choices)}.
     *
     * @param conditions arrays of bool, broadcast
     * @param choices an array for each condition, broadcast
     * @return a new array of the promoted dtype of the choices; of int64 if they are bool
     * @throws IllegalArgumentException as for {@link #select(NDArray[], NDArray[], NDArray)}
     * @throws UnsupportedOperationException {@code invalid entry 0 in condlist: should be boolean ndarray}
     */
    public static NDArray select(NDArray[] conditions, NDArray[] choices) {
        return select(conditions, choices, 0L);
    }

    /**
     * Takes each element from the first array whose condition is true, or from another one,
     * {@code np.select(conditions, choices, other)}.
     *
     * <pre>{@code
     * NDArray x = NDArray.arange(6);
     * NDArray[] conditions = {x.lt(2), x.gt(3)};
     * System.out.println(IndexRoutines.select(conditions, new NDArray[] {x, x.square()}, -1));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [ 0  1 -1 -1 16 25]
     * }</pre>
     *
     * @param conditions arrays of bool, broadcast
     * @param choices an array for each condition, broadcast
     * @param other the elements where no condition is true, broadcast
     * @return a new array of the promoted dtype of the choices and of {@code other}
     * @throws IllegalArgumentException {@code list of cases must be same length as list of conditions}, {@code select
     *     with an empty condition list is not possible}, or {@code shape mismatch: objects cannot be broadcast to a
     *     single shape. …}
     * @throws UnsupportedOperationException {@code invalid entry 0 in condlist: should be boolean ndarray}
     */
    public static NDArray select(NDArray[] conditions, NDArray[] choices, NDArray other) {
        DType common = Masked.common(conditions, choices);
        return Masked.select(conditions, choices, DType.promote(common, other.dtype()), other);
    }

    /**
     * Works like {@link #select(NDArray[], NDArray[], NDArray)}, with a weak scalar where no condition is true.
     *
     * @param conditions arrays of bool, broadcast
     * @param choices an array for each condition, broadcast
     * @param other the scalar where no condition is true
     * @return a new array of float64; of float32 if the promoted dtype of the choices is float32
     * @throws IllegalArgumentException as for {@link #select(NDArray[], NDArray[], NDArray)}
     * @throws UnsupportedOperationException {@code invalid entry 0 in condlist: should be boolean ndarray}
     */
    public static NDArray select(NDArray[] conditions, NDArray[] choices, double other) {
        DType common = Masked.common(conditions, choices);
        NDArray weak = Inside.weak(other, common);
        return Masked.select(conditions, choices, DType.promote(common, weak.dtype()), weak);
    }

    /**
     * Works like {@link #select(NDArray[], NDArray[], NDArray)}, with a weak scalar where no condition is true; a dtype
     * that cannot hold it gets it converted.
     *
     * @param conditions arrays of bool, broadcast
     * @param choices an array for each condition, broadcast
     * @param other the scalar where no condition is true
     * @return a new array of the promoted dtype of the choices; of int64 if they are bool
     * @throws IllegalArgumentException as for {@link #select(NDArray[], NDArray[], NDArray)}
     * @throws UnsupportedOperationException {@code invalid entry 0 in condlist: should be boolean ndarray}
     */
    public static NDArray select(NDArray[] conditions, NDArray[] choices, long other) {
        DType common = Masked.common(conditions, choices);
        DType dtype = common == DType.BOOL ? DType.INT64 : common;
        return Masked.select(conditions, choices, dtype, NDArray.scalar(other));
    }

    /**
     * Returns the positions on the main diagonal of a square matrix, {@code np.diag_indices(n)}.
     *
     * @param n the number of rows
     * @return the positions on both axes, which are the same array of int64; {@code a.get(positions)} reads them
     */
    public static NDArray[] diagIndices(int n) {
        return diagIndices(n, 2);
    }

    /**
     * Returns the positions on the main diagonal of an array with axes of the same length, {@code np.diag_indices(n,
     * ndim)}.
     *
     * @param n the length of each axis
     * @param ndim the number of axes
     * @return the positions on each axis, which are the same array of int64
     * @throws IllegalArgumentException {@code maximum supported dimension for an ndarray is currently 64, found 65}
     */
    public static NDArray[] diagIndices(int n, int ndim) {
        Lengths.checkNdim(ndim);
        NDArray[] indices = new NDArray[Math.max(ndim, 0)];
        Arrays.fill(indices, NDArray.arange(n));
        return indices;
    }

    /**
     * Returns the positions on the main diagonal of an array, {@code np.diag_indices_from(a)}.
     *
     * @param a an array of two or more axes of the same length
     * @return the positions on each axis, which are the same array of int64
     * @throws IllegalArgumentException {@code input array must be at least 2-d}, or {@code All dimensions of input must
     *     be of equal length}
     */
    public static NDArray[] diagIndicesFrom(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("input array must be at least 2-d");
        }
        checkCube(a);
        return diagIndices(a.shape(0), a.ndim());
    }

    /**
     * Returns arrays with which {@code get} and {@code at} select all combinations of positions, {@code np.ix_(rows,
     * columns)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.arange(12).reshape(3, 4);
     * System.out.println(a.get(IndexRoutines.ix(NDArray.of(2, 0), NDArray.of(1, 3))));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[ 9 11]
     *  [ 1  3]]
     * }</pre>
     *
     * @param positions the positions on each axis, arrays with one axis; of an array of bool, those of its true
     *     elements
     * @return the same positions, each with as many axes as there are arrays, and all but one of length 1
     * @throws IllegalArgumentException {@code Cross index must be 1 dimensional}
     */
    public static NDArray[] ix(NDArray... positions) {
        NDArray[] mesh = new NDArray[Errors.nonNull("positions", positions).length];
        for (int axis = 0; axis < mesh.length; axis++) {
            NDArray onAxis = positions[axis];
            if (onAxis.ndim() != 1) {
                throw new IllegalArgumentException("Cross index must be 1 dimensional");
            }
            NDArray numbers = onAxis.dtype() == DType.BOOL ? onAxis.nonzero()[0] : onAxis;
            int[] lengths = new int[mesh.length];
            Arrays.fill(lengths, 1);
            lengths[axis] = numbers.size();
            mesh[axis] = numbers.reshape(lengths);
        }
        return mesh;
    }

    /**
     * Returns the positions on and below the main diagonal of a square matrix, {@code np.tril_indices(n)}.
     *
     * @param n the number of rows
     * @return the positions on both axes, two arrays of int64, with which {@code a.get(positions)} reads them
     */
    public static NDArray[] trilIndices(int n) {
        return trilIndices(n, 0, n);
    }

    /**
     * Returns the positions on and below a diagonal of a square matrix, {@code np.tril_indices(n, k)}.
     *
     * @param n the number of rows
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return the positions on both axes, two arrays of int64
     */
    public static NDArray[] trilIndices(int n, int k) {
        return trilIndices(n, k, n);
    }

    /**
     * Returns the positions on and below a diagonal of a matrix, {@code np.tril_indices(n, k, m)}; note the order of
     * the arguments, which is NumPy's.
     *
     * @param n the number of rows
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @param m the number of columns
     * @return the positions on both axes, two arrays of int64
     */
    public static NDArray[] trilIndices(int n, int k, int m) {
        return Creation.lower(n, m, k).nonzero();
    }

    /**
     * Returns the positions on and below the main diagonal of a matrix, {@code np.tril_indices_from(a)}.
     *
     * @param a the matrix
     * @return the positions on both axes, two arrays of int64
     * @throws IllegalArgumentException {@code input array must be 2-d}
     */
    public static NDArray[] trilIndicesFrom(NDArray a) {
        return trilIndicesFrom(a, 0);
    }

    /**
     * Returns the positions on and below a diagonal of a matrix, {@code np.tril_indices_from(a, k)}.
     *
     * @param a the matrix
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return the positions on both axes, two arrays of int64
     * @throws IllegalArgumentException {@code input array must be 2-d}
     */
    public static NDArray[] trilIndicesFrom(NDArray a, int k) {
        checkMatrix(a);
        return trilIndices(a.shape(0), k, a.shape(1));
    }

    /** Throws an exception unless an array whose triangle is wanted is a matrix. */
    private static void checkMatrix(NDArray a) {
        if (a.ndim() != 2) {
            throw new IllegalArgumentException("input array must be 2-d");
        }
    }

    /**
     * Returns the positions on and above the main diagonal of a square matrix, {@code np.triu_indices(n)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.arange(9).reshape(3, 3);
     * System.out.println(a.get(IndexRoutines.triuIndices(3, 1)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [1 2 5]
     * }</pre>
     *
     * @param n the number of rows
     * @return the positions on both axes, two arrays of int64
     */
    public static NDArray[] triuIndices(int n) {
        return triuIndices(n, 0, n);
    }

    /**
     * Returns the positions on and above a diagonal of a square matrix, {@code np.triu_indices(n, k)}.
     *
     * @param n the number of rows
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return the positions on both axes, two arrays of int64
     */
    public static NDArray[] triuIndices(int n, int k) {
        return triuIndices(n, k, n);
    }

    /**
     * Returns the positions on and above a diagonal of a matrix, {@code np.triu_indices(n, k, m)}; note the order of
     * the arguments, which is NumPy's.
     *
     * @param n the number of rows
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @param m the number of columns
     * @return the positions on both axes, two arrays of int64
     */
    public static NDArray[] triuIndices(int n, int k, int m) {
        return Creation.lower(n, m, k - 1L).not().nonzero();
    }

    /**
     * Returns the positions on and above the main diagonal of a matrix, {@code np.triu_indices_from(a)}.
     *
     * @param a the matrix
     * @return the positions on both axes, two arrays of int64
     * @throws IllegalArgumentException {@code input array must be 2-d}
     */
    public static NDArray[] triuIndicesFrom(NDArray a) {
        return triuIndicesFrom(a, 0);
    }

    /**
     * Returns the positions on and above a diagonal of a matrix, {@code np.triu_indices_from(a, k)}.
     *
     * @param a the matrix
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return the positions on both axes, two arrays of int64
     * @throws IllegalArgumentException {@code input array must be 2-d}
     */
    public static NDArray[] triuIndicesFrom(NDArray a, int k) {
        checkMatrix(a);
        return triuIndices(a.shape(0), k, a.shape(1));
    }

    /**
     * Converts positions in C order to positions on each axis, {@code np.unravel_index(positions, shape)}.
     *
     * @param positions integers of any shape
     * @param shape the lengths of the axes
     * @return an array of int64 for each axis, of the shape of the positions
     * @throws IllegalArgumentException {@code index 42 is out of bounds for array with size 42}, {@code multiple
     *     indices are not supported for 0d arrays}, or {@code dimensions are too large; arrays and shapes with a total
     *     size greater than 'intp' are not supported.}
     * @throws UnsupportedOperationException {@code only int indices permitted}
     */
    public static NDArray[] unravelIndex(NDArray positions, int... shape) {
        return FlatPositions.unravel(positions, shape);
    }

    /**
     * Converts positions on each axis to positions in C order, {@code np.ravel_multi_index(positions, shape)}. No array
     * needs to have the shape, so it can have more elements than one.
     *
     * @param positions an array of integers for each axis, broadcast
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code invalid entry in coordinates array}, {@code parameter multi_index must be
     *     a sequence of length 2}, {@code invalid dims: array size defined by dims is larger than the maximum possible
     *     size.}, or {@code operands could not be broadcast together with shapes (3,) (2,)}
     * @throws UnsupportedOperationException {@code only int indices permitted}
     */
    public static NDArray ravelMultiIndex(NDArray[] positions, int... shape) {
        return FlatPositions.ravel(positions, shape);
    }

    private static void checkCube(NDArray a) {
        for (int length : a.shape().toArray()) {
            if (length != a.shape(0)) {
                throw new IllegalArgumentException("All dimensions of input must be of equal length");
            }
        }
    }

    /** Returns a view of the main diagonal, for writing. */
    private static NDArray mainDiagonal(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("array must be at least 2-d");
        }
        if (a.ndim() > 2) {
            checkCube(a);
        }
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("underlying array is read-only");
        }
        Layout diagonal = Inside.layout(a);
        while (diagonal.ndim() > 1) {
            diagonal = diagonal.diagonal(0, 0, 1);
        }
        return Inside.view(a, diagonal);
    }
}
