package io.github.dlfs4j.ndarray;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Arrays made from a rule or after the model of another: what NumPy's chapter <i>Array creation</i> has besides the
 * methods of {@link NDArray} that make arrays, {@code zeros}, {@code arange}, {@code linspace}.
 *
 * <pre>{@code
 * System.out.println(Creation.arange(DType.FLOAT32, 0, 10, 4).repr());
 * System.out.println(Creation.eye(2, 3, 1));
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
    /** Along which axes of a grid the first two coordinates run. */
    public enum Indexing {
        /** x along axis 1, y along axis 0, as a picture has them. */
        XY,
        /** The first along axis 0, the second along axis 1, as the positions of a matrix. */
        IJ
    }

    private Creation() {}

    // After the model of another array

    /**
     * Zeros in the shape of another array, {@code np.zeros_like(a, dtype)}.
     *
     * @param a the other array
     * @param dtype the type of the elements
     * @return a new array
     */
    public static NDArray zerosLike(NDArray a, DType dtype) {
        return NDArray.zeros(dtype, a.shape().toArray());
    }

    /**
     * An array in the shape of another whose elements do not matter yet, {@code np.empty_like(a)}; here they are 0.
     *
     * @param a the other array
     * @return a new array of its dtype
     */
    public static NDArray emptyLike(NDArray a) {
        return NDArray.zerosLike(a);
    }

    /**
     * Ones in the shape of another array, {@code np.ones_like(a)}.
     *
     * @param a the other array
     * @return a new array of its dtype
     */
    public static NDArray onesLike(NDArray a) {
        return onesLike(a, a.dtype());
    }

    /**
     * Ones in the shape of another array, {@code np.ones_like(a, dtype)}.
     *
     * @param a the other array
     * @param dtype the type of the elements
     * @return a new array
     */
    public static NDArray onesLike(NDArray a, DType dtype) {
        return NDArray.ones(dtype, a.shape().toArray());
    }

    /**
     * A number in the shape of another array, {@code np.full_like(a, value)}: converted to its dtype as
     * {@link NDArray#full(DType, double, int...)} converts it.
     *
     * @param a the other array
     * @param value the number
     * @return a new array of its dtype
     */
    public static NDArray fullLike(NDArray a, double value) {
        return NDArray.full(a.dtype(), value, a.shape().toArray());
    }

    /**
     * An integer in the shape of another array, {@code np.full_like(a, value)}.
     *
     * @param a the other array
     * @param value the integer
     * @return a new array of its dtype
     */
    public static NDArray fullLike(NDArray a, long value) {
        return NDArray.full(a.dtype(), value, a.shape().toArray());
    }

    // Ranges

    /**
     * Evenly spaced numbers of a dtype, {@code np.arange(start, stop, step, dtype)}. As in NumPy the first two are
     * converted, and the others follow at their distance in that dtype.
     *
     * @param dtype the type of the elements
     * @param start the first number
     * @param stop the number before which it ends
     * @param step the distance, not 0
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code Maximum allowed size exceeded}, or if the dtype cannot hold the first two
     * @throws UnsupportedOperationException {@code arange() is only supported for booleans when the result has at most
     *     length 2.}
     */
    public static NDArray arange(DType dtype, double start, double stop, double step) {
        return Ranges.arange(dtype, start, stop, step);
    }

    /**
     * Evenly spaced integers as numbers of a dtype, {@code np.arange(start, stop, step, dtype)}.
     *
     * @param dtype the type of the elements
     * @param start the first number
     * @param stop the number before which it ends
     * @param step the distance, not 0
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}, of the first two numbers, or
     *     {@code Maximum allowed size exceeded}
     * @throws UnsupportedOperationException {@code arange() is only supported for booleans when the result has at most
     *     length 2.}
     */
    public static NDArray arange(DType dtype, long start, long stop, long step) {
        return Ranges.arange(dtype, start, stop, step);
    }

    /**
     * Evenly spaced numbers, {@code np.linspace(start, stop, count, endpoint)}.
     *
     * @param start the first number
     * @param stop the end
     * @param count how many
     * @param endpoint whether the end is the last of them, or would follow the last
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}
     */
    public static NDArray linspace(double start, double stop, int count, boolean endpoint) {
        return Ranges.linspace(start, stop, count, endpoint);
    }

    /**
     * Powers of 10 with evenly spaced exponents, {@code np.logspace(start, stop, count)}.
     *
     * @param start the first exponent
     * @param stop the last exponent
     * @param count how many
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}
     */
    public static NDArray logspace(double start, double stop, int count) {
        return logspace(start, stop, count, true, 10);
    }

    /**
     * Powers with evenly spaced exponents, {@code np.logspace(start, stop, count, endpoint, base)}.
     *
     * @param start the first exponent
     * @param stop the end of the exponents
     * @param count how many
     * @param endpoint whether the end is the last exponent, or would follow it
     * @param base what is raised to a power
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}
     */
    public static NDArray logspace(double start, double stop, int count, boolean endpoint, double base) {
        return NDArray.scalar(base).pow(linspace(start, stop, count, endpoint));
    }

    /**
     * Numbers of which each is the same multiple of the one before, {@code np.geomspace(start, stop, count)}.
     *
     * @param start the first number
     * @param stop the last number, of the same sign
     * @param count how many
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Geometric sequence cannot include zero}, or {@code Number of samples, -1,
     *     must be non-negative.}
     */
    public static NDArray geomspace(double start, double stop, int count) {
        return geomspace(start, stop, count, true);
    }

    /**
     * Numbers of which each is the same multiple of the one before, {@code np.geomspace(start, stop, count, endpoint)}.
     *
     * @param start the first number
     * @param stop the end, of the same sign
     * @param count how many
     * @param endpoint whether the end is the last of them, or would follow the last
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Geometric sequence cannot include zero}, or {@code Number of samples, -1,
     *     must be non-negative.}
     */
    public static NDArray geomspace(double start, double stop, int count, boolean endpoint) {
        return Ranges.geomspace(start, stop, count, endpoint);
    }

    // Matrices

    /**
     * Ones on a diagonal, {@code np.eye(rows, columns, k)}.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array of float64
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray eye(int rows, int columns, int k) {
        return eye(DType.FLOAT64, rows, columns, k);
    }

    /**
     * Ones on a diagonal, {@code np.eye(rows, columns, k, dtype)}.
     *
     * @param dtype the type of the elements
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray eye(DType dtype, int rows, int columns, int k) {
        return Diagonals.eye(dtype, rows, columns, k);
    }

    /**
     * A matrix with a vector on its diagonal, or the diagonal of a matrix, {@code np.diag(a)}.
     *
     * @param a a vector or a matrix
     * @return a new array, or a read-only view of the matrix
     * @throws IllegalArgumentException {@code Input must be 1- or 2-d.}
     */
    public static NDArray diag(NDArray a) {
        return diag(a, 0);
    }

    /**
     * A matrix with a vector on a diagonal, or a diagonal of a matrix, {@code np.diag(a, k)}.
     *
     * @param a a vector or a matrix
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array, or a read-only view of the matrix
     * @throws IllegalArgumentException {@code Input must be 1- or 2-d.}
     */
    public static NDArray diag(NDArray a, int k) {
        return Diagonals.diag(a, k);
    }

    /**
     * A matrix with all elements of an array on a diagonal, {@code np.diagflat(a, k)}.
     *
     * @param a the array
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array
     */
    public static NDArray diagflat(NDArray a, int k) {
        return Diagonals.matrix(a.ravel(), k);
    }

    /**
     * Ones on a diagonal and below it, {@code np.tri(rows, columns, k)}.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array of float64
     */
    public static NDArray tri(int rows, int columns, int k) {
        return tri(DType.FLOAT64, rows, columns, k);
    }

    /**
     * Ones on a diagonal and below it, {@code np.tri(rows, columns, k, dtype)}.
     *
     * @param dtype the type of the elements
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array
     */
    public static NDArray tri(DType dtype, int rows, int columns, int k) {
        return Diagonals.lower(rows, columns, k).astype(dtype);
    }

    /**
     * The elements on the main diagonal and below, elsewhere zeros, {@code np.tril(a)}.
     *
     * @param a an array of at least one axis
     * @return a new array of the same dtype
     */
    public static NDArray tril(NDArray a) {
        return tril(a, 0);
    }

    /**
     * The elements on a diagonal of the last two axes and below, elsewhere zeros, {@code np.tril(a, k)}.
     *
     * @param a an array of at least one axis; a vector stands for a square of such rows
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array of the same dtype
     * @throws IllegalArgumentException if the array has no axes
     */
    public static NDArray tril(NDArray a, int k) {
        return Diagonals.tril(a, k);
    }

    /**
     * The elements on the main diagonal and above, elsewhere zeros, {@code np.triu(a)}.
     *
     * @param a an array of at least one axis
     * @return a new array of the same dtype
     */
    public static NDArray triu(NDArray a) {
        return triu(a, 0);
    }

    /**
     * The elements on a diagonal of the last two axes and above, elsewhere zeros, {@code np.triu(a, k)}.
     *
     * @param a an array of at least one axis; a vector stands for a square of such rows
     * @param k which diagonal: 0 the main one, 1 that above it, -1 that below
     * @return a new array of the same dtype
     * @throws IllegalArgumentException if the array has no axes
     */
    public static NDArray triu(NDArray a, int k) {
        return Diagonals.triu(a, k);
    }

    /**
     * A square Vandermonde matrix, {@code np.vander(x)}: the powers of a vector, the highest first.
     *
     * @param x the vector
     * @return a new array, of int64 for integers and bool
     * @throws IllegalArgumentException {@code x must be a one-dimensional array or sequence.}
     */
    public static NDArray vander(NDArray x) {
        return vander(x, x.size(), false);
    }

    /**
     * A Vandermonde matrix, {@code np.vander(x, columns, increasing)}: the powers of a vector.
     *
     * @param x the vector
     * @param columns how many powers
     * @param increasing whether the highest is the last, or the first
     * @return a new array, of int64 for integers and bool
     * @throws IllegalArgumentException {@code x must be a one-dimensional array or sequence.}, or {@code negative
     *     dimensions are not allowed}
     */
    public static NDArray vander(NDArray x, int columns, boolean increasing) {
        return Grids.vander(x, columns, increasing);
    }

    // Grids

    /**
     * The positions of every element of a shape, {@code np.indices(shape)}: one array for each axis.
     *
     * @param shape the lengths of the axes
     * @return a new array of int64, of the shape {@code (ndim, *shape)}
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray indices(int... shape) {
        return Grids.indices(DType.INT64, shape);
    }

    /**
     * What a function makes of the positions of every element, {@code np.fromfunction(function, shape)}.
     *
     * @param function takes an array of float64 for each axis, with the position in it, and is called once
     * @param shape the lengths of the axes
     * @return what the function returns
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray fromFunction(Function<NDArray[], NDArray> function, int... shape) {
        return fromFunction(DType.FLOAT64, function, shape);
    }

    /**
     * What a function makes of the positions of every element, {@code np.fromfunction(function, shape, dtype=dtype)}.
     *
     * @param dtype the type of the positions
     * @param function takes an array for each axis, with the position in it, and is called once
     * @param shape the lengths of the axes
     * @return what the function returns
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray fromFunction(DType dtype, Function<NDArray[], NDArray> function, int... shape) {
        NDArray positions = Grids.indices(dtype, shape);
        NDArray[] byAxis = new NDArray[shape.length];
        Arrays.setAll(byAxis, positions::get);
        return function.apply(byAxis);
    }

    /**
     * The coordinates of the points of a grid, {@code np.meshgrid(x, y, indexing='ij', sparse=True)}.
     *
     * @param indexing along which axes the first two run
     * @param sparse whether each result has but one element along the axes of the others, to be broadcast
     * @param arrays the coordinates along each direction; arrays that are not 1-d are flattened
     * @return a new array for each of them, of its dtype
     */
    public static NDArray[] meshgrid(Indexing indexing, boolean sparse, NDArray... arrays) {
        return Grids.meshgrid(indexing, sparse, arrays);
    }

    // Joining as r_ and c_ do

    /**
     * Arrays joined along their first axis, {@code np.r_[a, b, c]}; scalars are vectors of one element.
     *
     * @param arrays the arrays
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as {@link NDArray#concatenate} throws it
     */
    public static NDArray r(NDArray... arrays) {
        return Stacking.join(0, Stacking::atLeast1d, arrays);
    }

    /**
     * Arrays joined along their last axis, {@code np.c_[a, b, c]}; vectors are columns.
     *
     * @param arrays the arrays
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as {@link NDArray#concatenate} throws it
     */
    public static NDArray c(NDArray... arrays) {
        return Stacking.join(-1, Stacking::asColumn, arrays);
    }
}
