package io.github.dlfs4j.ndarray;

/**
 * Products of arrays, from NumPy's chapters <i>Linear algebra</i>, <i>Mathematical functions</i> and <i>Statistics</i>.
 * Sums of products are added as in {@link NDArray#dot(NDArray)}, so they differ from NumPy's by rounding alone.
 * {@link NDArray#dot(NDArray)} and {@link NDArray#trace()} are methods of arrays, as in NumPy. Systems of equations,
 * inverses, eigenvalues and singular vectors are not here: the guide for NumPy users shows how EJML computes them.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
 * System.out.println(LinearAlgebra.einsum("ij,kj->ik", a, a));
 * System.out.println(LinearAlgebra.kron(NDArray.of(1, 10), a));
 * System.out.println(LinearAlgebra.norm(NDArray.of(3, 4)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[ 5 11]
 *  [11 25]]
 * [[ 1  2 10 20]
 *  [ 3  4 30 40]]
 * 5.0
 * }</pre>
 */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    // Products

    /**
     * Every element of one array times every element of another, {@code np.outer(a, b)}; both are flattened.
     *
     * @param a the elements of the rows
     * @param b the elements of the columns
     * @return a new matrix of the promoted dtype
     */
    public static NDArray outer(NDArray a, NDArray b) {
        return Products.outer(a, b);
    }

    /**
     * The sum of products over the last axes of both arrays, {@code np.inner(a, b)}. With a 0-d array it multiplies.
     *
     * @param a the left operand
     * @param b the right operand, as long in its last axis
     * @return a new array of the promoted dtype, whose shape is {@code a.shape[:-1] + b.shape[:-1]}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public static NDArray inner(NDArray a, NDArray b) {
        return Products.inner(a, b);
    }

    /**
     * The sum of products of all elements, {@code np.vdot(a, b)}; both are flattened.
     *
     * @param a the left operand
     * @param b the right operand, of as many elements
     * @return a 0-d array of the promoted dtype
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (3,)}
     */
    public static NDArray vdot(NDArray a, NDArray b) {
        return Products.vdot(a, b);
    }

    /**
     * The Kronecker product, {@code np.kron(a, b)}: the array a, with b times each of its elements in its place.
     *
     * @param a the array of the blocks; of fewer axes than b, it gets axes in front
     * @param b the array in each block; of fewer axes than a, it gets axes in front
     * @return a new array of the promoted dtype, in each axis as long as both together, multiplied
     */
    public static NDArray kron(NDArray a, NDArray b) {
        return Products.kron(a, b);
    }

    /**
     * The product of matrices, {@code np.matmul(a, b)} or {@code a @ b}: of those in the last two axes, where all
     * others are broadcast. A vector is a row on the left and a column on the right, and its axis of length 1 goes
     * away.
     *
     * @param a the left operand, of at least one axis
     * @param b the right operand, of at least one axis
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code matmul: Input operand 1 has a mismatch in its core dimension 0, …},
     *     {@code matmul: Input operand 0 does not have enough dimensions …}, or {@code operands could not be broadcast
     *     together with remapped shapes …}
     */
    public static NDArray matmul(NDArray a, NDArray b) {
        return Products.matmul(a, b);
    }

    /**
     * The sum of products over the last two axes of a and the first two of b, {@code np.tensordot(a, b)}.
     *
     * @param a the left operand
     * @param b the right operand
     * @return a new array of the promoted dtype, with the other axes of both
     * @throws IllegalArgumentException {@code shape-mismatch for sum}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, where there are fewer axes
     */
    public static NDArray tensordot(NDArray a, NDArray b) {
        return tensordot(a, b, 2);
    }

    /**
     * The sum of products over the last axes of a and the first of b, {@code np.tensordot(a, b, axes)}.
     *
     * @param a the left operand
     * @param b the right operand
     * @param axes how many axes
     * @return a new array of the promoted dtype, with the other axes of both
     * @throws IllegalArgumentException {@code shape-mismatch for sum}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, where there are fewer axes
     */
    public static NDArray tensordot(NDArray a, NDArray b, int axes) {
        return Products.tensordot(a, b, axes);
    }

    /**
     * The sum of products over some axes of both arrays, {@code np.tensordot(a, b, (axesOfA, axesOfB))}.
     *
     * @param a the left operand
     * @param b the right operand
     * @param axesOfA the summed axes of a; negative ones count from the end
     * @param axesOfB the axes of b that belong to them, of the same lengths
     * @return a new array of the promoted dtype, with the other axes of both
     * @throws IllegalArgumentException {@code shape-mismatch for sum}, or {@code duplicate axes are not allowed in
     *     tensordot}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, for an axis that there is not
     */
    public static NDArray tensordot(NDArray a, NDArray b, int[] axesOfA, int[] axesOfB) {
        return Products.tensordot(a, b, axesOfA, axesOfB);
    }

    /**
     * An Einstein sum, {@code np.einsum(subscripts, operands)}: a letter names an axis of each operand; axes of one
     * name go together, and those that the result has not are summed over. {@code "ij,jk->ik"} is the matrix product,
     * {@code "ii->i"} the diagonal, {@code "...ij->...ji"} transposes the last two axes. Without {@code ->} the result
     * has the letters that stand once, in alphabetical order. An axis of length 1 is broadcast.
     *
     * <p>Of several operands, two at a time are multiplied, those with the smallest product first.
     *
     * @param subscripts the letters of each operand's axes, parted by commas, and maybe those of the result
     * @param operands the arrays
     * @return an array of the promoted dtype, in which integers wrap; of one operand that is not summed over, a view
     * @throws IllegalArgumentException in NumPy's words, if the subscripts are not such, or do not fit the operands
     */
    public static NDArray einsum(String subscripts, NDArray... operands) {
        return Einsum.einsum(subscripts, operands);
    }

    // Norms

    /**
     * The root of the sum of all squares, {@code np.linalg.norm(a)}: Euclid's norm of a vector, Frobenius' of a matrix.
     *
     * @param a an array of any shape
     * @return a 0-d array, of float32 for float32, else float64
     */
    public static NDArray norm(NDArray a) {
        return Norms.norm(a);
    }

    /**
     * The norm of a vector or a matrix, {@code np.linalg.norm(a, order)}. Of a vector: the order-th root of the sum of
     * such powers; the greatest magnitude for infinity, the least for minus infinity, the number of elements that are
     * not 0 for 0. Of a matrix: the greatest sum of magnitudes of a column for 1, of a row for infinity, the least for
     * -1 and minus infinity; the largest of its {@link #svdvals singular values} for 2, the smallest for -2.
     *
     * @param a a vector or a matrix
     * @param order which norm
     * @return a 0-d array, of float32 for float32, else float64
     * @throws IllegalArgumentException {@code Improper number of dimensions to norm.}, {@code Invalid norm order for
     *     matrices.}, or of the orders 2 and -2 as {@link #svdvals}
     */
    public static NDArray norm(NDArray a, double order) {
        return Norms.norm(a, order);
    }

    /**
     * The norms of the vectors along an axis, {@code np.linalg.norm(a, order, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param order which norm, as {@link #norm(NDArray, double)} has them for vectors
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, of float32 for float32, else float64
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray norm(NDArray a, double order, int axis, boolean keepDims) {
        return Norms.norm(a, order, axis, keepDims);
    }

    /**
     * The norms of the matrices in two axes, {@code np.linalg.norm(a, order, (rows, columns), keepdims=keepDims)}.
     *
     * @param a the array
     * @param order which norm, as {@link #norm(NDArray, double)} has them for matrices
     * @param rows the axis of the rows; a negative one counts from the end
     * @param columns the axis of the columns; a negative one counts from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of float32 for float32, else float64
     * @throws IllegalArgumentException {@code Duplicate axes given.}, {@code Invalid norm order for matrices.}, or of
     *     the orders 2 and -2 as {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray norm(NDArray a, double order, int rows, int columns, boolean keepDims) {
        return Norms.norm(a, order, rows, columns, keepDims);
    }

    // Sequences moved past each other

    /**
     * The convolution of two sequences at all places, {@code np.convolve(a, v)}: {@link ConvolveMode#FULL}.
     *
     * @param a a 1-d or 0-d array
     * @param v another; which one is longer does not matter
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code a cannot be empty}, {@code v cannot be empty}, or {@code object too deep
     *     for desired array}
     */
    public static NDArray convolve(NDArray a, NDArray v) {
        return convolve(a, v, ConvolveMode.FULL);
    }

    /**
     * The convolution of two sequences, {@code np.convolve(a, v, mode)}: at place k the sum of {@code a[i] * v[k - i]}.
     *
     * @param a a 1-d or 0-d array
     * @param v another; which one is longer does not matter
     * @param mode which places
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code a cannot be empty}, {@code v cannot be empty}, or {@code object too deep
     *     for desired array}
     */
    public static NDArray convolve(NDArray a, NDArray v, ConvolveMode mode) {
        return Correlation.convolve(a, v, mode);
    }

    /**
     * The correlation of two sequences where the shorter lies wholly inside the longer, {@code np.correlate(a, v)}:
     * {@link ConvolveMode#VALID}.
     *
     * @param a a 1-d array
     * @param v another
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code first array argument cannot be empty}, or of the second; {@code object
     *     too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray correlate(NDArray a, NDArray v) {
        return correlate(a, v, ConvolveMode.VALID);
    }

    /**
     * The correlation of two sequences, {@code np.correlate(a, v, mode)}: at place k the sum of {@code a[i + k] *
     * v[i]}.
     *
     * @param a a 1-d array
     * @param v another
     * @param mode which places
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code first array argument cannot be empty}, or of the second; {@code object
     *     too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray correlate(NDArray a, NDArray v, ConvolveMode mode) {
        return Correlation.correlate(a, v, mode);
    }

    /**
     * The nuclear norm of a matrix, {@code np.linalg.norm(a, 'nuc')}: the sum of its {@link #svdvals singular values}.
     *
     * @param a a matrix
     * @return a 0-d array, of float32 for float32, else float64
     * @throws IllegalArgumentException {@code Improper number of dimensions to norm.}, {@code Invalid norm order 'nuc'
     *     for vectors}, or as {@link #svdvals}
     */
    public static NDArray nuclearNorm(NDArray a) {
        return Norms.nuclear(a);
    }

    /**
     * The nuclear norms of the matrices in two axes, {@code np.linalg.norm(a, 'nuc', (rows, columns),
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param rows the axis of the rows; a negative one counts from the end
     * @param columns the axis of the columns; a negative one counts from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, of float32 for float32, else float64
     * @throws IllegalArgumentException {@code Duplicate axes given.}, or as {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nuclearNorm(NDArray a, int rows, int columns, boolean keepDims) {
        return Norms.nuclear(a, rows, columns, keepDims);
    }

    /**
     * The singular values of a matrix, or of each of a stack of matrices, {@code np.linalg.svdvals(a)}: the lengths of
     * the half-axes of the ellipsoid that it makes of a sphere. They are found by one-sided Jacobi rotations (M. R.
     * Hestenes, Journal of the SIAM 6 (1958), 51-90), have the same bits on every machine, and differ from NumPy's by
     * rounding: by some units in the last place of the largest. The time grows as rows times columns times the fewer of
     * both; a matrix of (1000, 1000) takes seconds.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @return a new array, {@code (…, min(rows, columns))}, descending along the last axis, of float32 for float32,
     *     else float64
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional}, or
     *     {@code SVD did not converge} if an element is NaN or infinite
     */
    public static NDArray svdvals(NDArray a) {
        return SingularValues.of(a);
    }
}
