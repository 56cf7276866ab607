package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * Functions that create arrays by a rule or after the model of another array, from NumPy's chapter <i>Array
 * creation</i>. {@link NDArray} has the most common ones, such as {@code zeros}, {@code arange} and {@code linspace}.
 *
 * <pre>{@code
 * System.out.println(NDArray.arange(DType.FLOAT32, 0, 10, 4).repr());
 * System.out.println(NDArray.eye(2, 3, 1));
 * System.out.println(Creation.logspace(0, 3, 4));
 * System.out.println(Creation.c(NDArray.of(1, 2), NDArray.of(3, 4)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * array([0., 4., 8.], dtype=float32)
 * [[0. 1. 0.]
 *  [0. 0. 1.]]
 * [   1.   10.  100. 1000.]
 * [[1 3]
 *  [2 4]]
 * }</pre>
 */
public final class Creation {

    private Creation() {}

    // Arrays modelled on another array

    /**
     * Returns an array in the shape of another whose elements you set later, {@code np.empty_like(a)}.
     *
     * @param a the other array
     * @return a new array of the dtype of {@code a}; its elements are 0, or arbitrary if an {@link ArrayScope} is open
     */
    public static NDArray emptyLike(NDArray a) {
        return NDArray.empty(a.dtype(), a.shape().toArray());
    }

    /**
     * Returns an array in the shape of another, filled with a number, {@code np.full_like(a, value)}. The number is
     * converted as by {@link NDArray#full(DType, double, int...)}.
     *
     * @param a the other array
     * @param value the number
     * @return a new array of the dtype of {@code a}
     */
    public static NDArray fullLike(NDArray a, double value) {
        return NDArray.full(a.dtype(), value, a.shape().toArray());
    }

    /**
     * Returns an array in the shape of another, filled with an integer, {@code np.full_like(a, value)}.
     *
     * @param a the other array
     * @param value the integer
     * @return a new array of the dtype of {@code a}
     */
    public static NDArray fullLike(NDArray a, long value) {
        return NDArray.full(a.dtype(), value, a.shape().toArray());
    }

    // Ranges

    /**
     * Returns powers of 10 with evenly spaced exponents, {@code np.logspace(start, stop, count)}.
     *
     * @param start the first exponent
     * @param stop the last exponent
     * @param count the number of elements
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}
     */
    public static NDArray logspace(double start, double stop, int count) {
        return logspace(start, stop, count, true, 10);
    }

    /**
     * Returns powers of a base with evenly spaced exponents, {@code np.logspace(start, stop, count, endpoint, base)}.
     *
     * @param start the first exponent
     * @param stop the end of the exponents
     * @param count the number of elements
     * @param endpoint whether the end is the last exponent; otherwise it would be the next one
     * @param base the base of the powers
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}
     */
    public static NDArray logspace(double start, double stop, int count, boolean endpoint, double base) {
        return NDArray.scalar(base).pow(NDArray.linspace(start, stop, count, endpoint));
    }

    /**
     * Returns numbers each of which is the same multiple of the one before, {@code np.geomspace(start, stop, count)}.
     *
     * @param start the first number
     * @param stop the last number, of the same sign
     * @param count the number of elements
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Geometric sequence cannot include zero}, or {@code Number of samples, -1,
     *     must be non-negative.}
     */
    public static NDArray geomspace(double start, double stop, int count) {
        return geomspace(start, stop, count, true);
    }

    /**
     * Returns numbers each of which is the same multiple of the one before, {@code np.geomspace(start, stop, count,
     * endpoint)}.
     *
     * @param start the first number
     * @param stop the end, of the same sign
     * @param count the number of elements
     * @param endpoint whether the end is the last element; otherwise it would be the next one
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Geometric sequence cannot include zero}, or {@code Number of samples, -1,
     *     must be non-negative.}
     */
    public static NDArray geomspace(double start, double stop, int count, boolean endpoint) {
        // As in NumPy, by logarithms to base 10; both ends are exact.
        if (start == 0 || stop == 0) {
            throw new IllegalArgumentException("Geometric sequence cannot include zero");
        }
        double sign = Math.signum(start);
        double first = start / sign;
        double last = stop / sign;
        NDArray exponents = NDArray.linspace(StrictMath.log10(first), StrictMath.log10(last), count, endpoint);
        NDArray values = NDArray.scalar(10.0).pow(exponents);
        if (count > 0) {
            values.at(0).set(first);
        }
        if (count > 1 && endpoint) {
            values.at(-1).set(last);
        }
        return values.mul(sign);
    }

    // Matrices

    /**
     * Returns a matrix with a vector on its main diagonal, or the main diagonal of a matrix, {@code np.diag(a)}.
     *
     * @param a a vector or a matrix
     * @return a new matrix for a vector; a read-only view for a matrix
     * @throws IllegalArgumentException {@code Input must be 1- or 2-d.}
     */
    public static NDArray diag(NDArray a) {
        return diag(a, 0);
    }

    /**
     * Returns a matrix with a vector on a diagonal, or a diagonal of a matrix, {@code np.diag(a, k)}.
     *
     * @param a a vector or a matrix
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new matrix for a vector; a read-only view for a matrix
     * @throws IllegalArgumentException {@code Input must be 1- or 2-d.}
     */
    public static NDArray diag(NDArray a, int k) {
        return switch (a.ndim()) {
            case 1 -> diagflat(a, k);
            case 2 -> a.diagonal(k);
            default -> throw new IllegalArgumentException("Input must be 1- or 2-d.");
        };
    }

    /**
     * Returns a matrix with all elements of an array on a diagonal, {@code np.diagflat(a, k)}.
     *
     * @param a the array
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new array
     */
    public static NDArray diagflat(NDArray a, int k) {
        int n = Lengths.checkLength(a.size() + Math.abs((long) k));
        NDArray matrix = NDArray.zeros(a.dtype(), n, n);
        Inside.assign(Inside.view(matrix, Inside.layout(matrix).diagonal(k, 0, 1)), a.ravel());
        return matrix;
    }

    /**
     * Returns a matrix with ones on and below a diagonal and zeros elsewhere, {@code np.tri(rows, columns, k)}.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new array of float64
     */
    public static NDArray tri(int rows, int columns, int k) {
        return tri(DType.FLOAT64, rows, columns, k);
    }

    /**
     * Returns a matrix with ones on and below a diagonal and zeros elsewhere, {@code np.tri(rows, columns, k, dtype)}.
     *
     * @param dtype the type of the elements
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new array
     */
    public static NDArray tri(DType dtype, int rows, int columns, int k) {
        return lower(rows, columns, k).astype(dtype);
    }

    /** Returns a mask that is true on and below the k-th diagonal. */
    static NDArray lower(int rows, int columns, long k) {
        int height = Math.max(rows, 0);
        int width = Math.max(columns, 0);
        NDArray lower = NDArray.zeros(DType.BOOL, height, width);
        boolean[] values = (boolean[]) Inside.storage(lower).values();
        for (int i = 0; width > 0 && i < height; i++) {
            int end = (int) Math.min(Math.max(1 + i + k, 0), width);
            for (int j = 0; j < end; j++) {
                values[i * width + j] = true;
            }
        }
        return lower;
    }

    /**
     * Returns the lower triangle of an array, {@code np.tril(a)}: the elements on and below the main diagonal, and
     * zeros elsewhere.
     *
     * @param a an array of at least one axis
     * @return a new array of the same dtype
     */
    public static NDArray tril(NDArray a) {
        return tril(a, 0);
    }

    /**
     * Returns the lower triangle of the last two axes, {@code np.tril(a, k)}: the elements on and below a diagonal, and
     * zeros elsewhere.
     *
     * @param a an array of at least one axis; a vector stands for a square matrix with this vector in each row
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new array of the same dtype
     * @throws IllegalArgumentException if the array has no axes
     */
    public static NDArray tril(NDArray a, int k) {
        return NDArray.where(mask(a, k), a, NDArray.zeros(a.dtype(), new int[0]));
    }

    /**
     * Returns the upper triangle of an array, {@code np.triu(a)}: the elements on and above the main diagonal, and
     * zeros elsewhere.
     *
     * @param a an array of at least one axis
     * @return a new array of the same dtype
     */
    public static NDArray triu(NDArray a) {
        return triu(a, 0);
    }

    /**
     * Returns the upper triangle of the last two axes, {@code np.triu(a, k)}: the elements on and above a diagonal, and
     * zeros elsewhere.
     *
     * @param a an array of at least one axis; a vector stands for a square matrix with this vector in each row
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new array of the same dtype
     * @throws IllegalArgumentException if the array has no axes
     */
    public static NDArray triu(NDArray a, int k) {
        return NDArray.where(mask(a, k - 1L), NDArray.zeros(a.dtype(), new int[0]), a);
    }

    private static NDArray mask(NDArray a, long k) {
        if (a.ndim() == 0) {
            throw new IllegalArgumentException("a triangle needs an array of at least one axis");
        }
        return lower(a.shape(a.ndim() == 1 ? 0 : -2), a.shape(-1), k);
    }

    /**
     * Returns a square Vandermonde matrix, {@code np.vander(x)}: the powers of a vector as columns, the highest first.
     *
     * @param x the vector
     * @return a new array, of int64 for integers and bool, otherwise of the same dtype
     * @throws IllegalArgumentException {@code x must be a one-dimensional array or sequence.}
     */
    public static NDArray vander(NDArray x) {
        return vander(x, x.size(), false);
    }

    /**
     * Returns a Vandermonde matrix, {@code np.vander(x, columns, increasing)}: the powers of a vector as columns. As in
     * NumPy, each is the one before times the vector.
     *
     * @param x the vector
     * @param columns the number of powers
     * @param increasing whether the highest power is the last column; otherwise it is the first
     * @return a new array, of int64 for integers and bool, otherwise of the same dtype
     * @throws IllegalArgumentException {@code x must be a one-dimensional array or sequence.}, or {@code negative
     *     dimensions are not allowed}
     */
    public static NDArray vander(NDArray x, int columns, boolean increasing) {
        if (x.ndim() != 1) {
            throw new IllegalArgumentException("x must be a one-dimensional array or sequence.");
        }
        NDArray matrix = NDArray.ones(DType.promote(x.dtype(), DType.INT64), x.size(), columns);
        NDArray powers = increasing ? matrix : Rearranging.flip(matrix, 1);
        for (int power = 1; x.size() > 0 && power < columns; power++) {
            Inside.assign(column(powers, power), column(powers, power - 1).mul(x));
        }
        return matrix;
    }

    private static NDArray column(NDArray matrix, int column) {
        return Inside.view(matrix, Inside.layout(matrix).along(1, column, 1, 1).removeAxis(1));
    }

    // Grids

    /**
     * Returns the positions of all elements of a shape, {@code np.indices(shape)}: an array for each axis, stacked.
     *
     * @param shape the lengths of the axes
     * @return a new array of int64, of the shape {@code (ndim, *shape)}
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray indices(int... shape) {
        return positions(DType.INT64, shape);
    }

    /**
     * Applies a function to the positions of all elements of a shape, {@code np.fromfunction(function, shape)}.
     *
     * @param function takes an array of float64 for each axis, with the position of each element on it; called once
     * @param shape the lengths of the axes
     * @return what the function returns
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     * @throws IllegalStateException {@code the function has returned no array}, if it is null
     */
    public static NDArray fromFunction(Function<NDArray[], NDArray> function, int... shape) {
        return fromFunction(DType.FLOAT64, function, shape);
    }

    /**
     * Applies a function to the positions of all elements of a shape, {@code np.fromfunction(function, shape,
     * dtype=dtype)}.
     *
     * @param dtype the type of the positions
     * @param function takes an array for each axis, with the position of each element on it; called once
     * @param shape the lengths of the axes
     * @return what the function returns
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     * @throws IllegalStateException {@code the function has returned no array}, if it is null
     */
    public static NDArray fromFunction(DType dtype, Function<NDArray[], NDArray> function, int... shape) {
        Objects.requireNonNull(function, "function");
        NDArray positions = positions(dtype, shape);
        NDArray[] byAxis = new NDArray[shape.length];
        Arrays.setAll(byAxis, positions::get);
        return Errors.returned(function.apply(byAxis));
    }

    // Joining, as r_ and c_ do

    /**
     * Joins arrays along their first axis, {@code np.r_[a, b, c]}; scalars count as vectors of one element.
     *
     * @param arrays the arrays
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as for {@link NDArray#concatenate}
     */
    public static NDArray r(NDArray... arrays) {
        return Stacking.join(0, Stacking::atLeast1d, arrays);
    }

    /**
     * Joins arrays along their last axis, {@code np.c_[a, b, c]}; vectors count as columns.
     *
     * @param arrays the arrays
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as for {@link NDArray#concatenate}
     */
    public static NDArray c(NDArray... arrays) {
        return Stacking.join(-1, Stacking::asColumn, arrays);
    }

    /** Returns an array of positions for each axis, stacked. */
    private static NDArray positions(DType dtype, int... shape) {
        int[] lengths = new int[shape.length + 1];
        lengths[0] = shape.length;
        System.arraycopy(shape, 0, lengths, 1, shape.length);
        NDArray positions = NDArray.empty(dtype, lengths);
        for (int axis = 0; axis < shape.length; axis++) {
            NDArray line = NDArray.arange(shape[axis]).reshape(Lengths.along(axis, shape.length));
            Inside.assign(Inside.view(positions, Inside.layout(positions).at(axis)), line);
        }
        return positions;
    }
}
