package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Products and norms of arrays, from NumPy's chapters <i>Linear algebra</i>, <i>Mathematical functions</i> and
 * <i>Statistics</i>. Sums of products are added as in {@link NDArray#dot(NDArray)}, so they differ from NumPy's only by
 * rounding. {@link NDArray#dot(NDArray)} and {@link NDArray#trace()} are methods of arrays, as in NumPy. There are no
 * systems of equations, inverses and singular vectors; the guide for NumPy users shows how to compute them with EJML.
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
     * Multiplies every element of one array by every element of another, {@code np.outer(a, b)}; both are flattened.
     *
     * @param a the array whose elements multiply the rows
     * @param b the array whose elements multiply the columns
     * @return a new matrix of the promoted dtype
     */
    public static NDArray outer(NDArray a, NDArray b) {
        return Products.outer(a, b);
    }

    /**
     * Returns the sum of products over the last axes of both arrays, {@code np.inner(a, b)}. If one array is 0-d,
     * multiplies element by element.
     *
     * @param a the left operand
     * @param b the right operand, whose last axis has the same length
     * @return a new array of the promoted dtype, whose shape is {@code a.shape[:-1] + b.shape[:-1]}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public static NDArray inner(NDArray a, NDArray b) {
        return Products.inner(a, b);
    }

    /**
     * Returns the sum of products of all elements, {@code np.vdot(a, b)}; both are flattened.
     *
     * @param a the left operand
     * @param b the right operand, with as many elements
     * @return a 0-d array of the promoted dtype
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (3,)}
     */
    public static NDArray vdot(NDArray a, NDArray b) {
        return Products.vdot(a, b);
    }

    /**
     * Returns the Kronecker product, {@code np.kron(a, b)}: the array a with each element replaced by the element times
     * b.
     *
     * @param a the array of factors; if it has fewer axes than b, axes are added in front
     * @param b the array in each block; if it has fewer axes than a, axes are added in front
     * @return a new array of the promoted dtype, whose lengths are the products of the lengths of a and b
     */
    public static NDArray kron(NDArray a, NDArray b) {
        return Products.kron(a, b);
    }

    /**
     * Returns the product of the matrices in the last two axes, {@code np.matmul(a, b)} or {@code a @ b}; all other
     * axes are broadcast. A vector counts as a row on the left and as a column on the right, and the result does not
     * have its axis of length 1.
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
     * Returns the sum of products over the last two axes of a and the first two of b, {@code np.tensordot(a, b)}.
     *
     * @param a the left operand
     * @param b the right operand
     * @return a new array of the promoted dtype, with the other axes of a and then those of b
     * @throws IllegalArgumentException {@code shape-mismatch for sum}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there are fewer axes
     */
    public static NDArray tensordot(NDArray a, NDArray b) {
        return tensordot(a, b, 2);
    }

    /**
     * Returns the sum of products over the last axes of a and the first of b, {@code np.tensordot(a, b, axes)}.
     *
     * @param a the left operand
     * @param b the right operand
     * @param axes the number of axes
     * @return a new array of the promoted dtype, with the other axes of a and then those of b
     * @throws IllegalArgumentException {@code shape-mismatch for sum}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there are fewer axes
     */
    public static NDArray tensordot(NDArray a, NDArray b, int axes) {
        return Products.tensordot(a, b, axes);
    }

    /**
     * Returns the sum of products over some axes of both arrays, {@code np.tensordot(a, b, (axesOfA, axesOfB))}.
     *
     * @param a the left operand
     * @param b the right operand
     * @param axesOfA the summed axes of a; negative ones count from the end
     * @param axesOfB the summed axes of b, in the same order and of the same lengths
     * @return a new array of the promoted dtype, with the other axes of a and then those of b
     * @throws IllegalArgumentException {@code shape-mismatch for sum}, or {@code duplicate axes are not allowed in
     *     tensordot}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}, if there is no such axis
     */
    public static NDArray tensordot(NDArray a, NDArray b, int[] axesOfA, int[] axesOfB) {
        return Products.tensordot(a, b, axesOfA, axesOfB);
    }

    /**
     * Returns an Einstein sum, {@code np.einsum(subscripts, operands)}. The subscripts name each axis of each operand
     * with a letter. Axes with the same letter are multiplied together, and letters that the result does not have are
     * summed over. {@code "ij,jk->ik"} is the matrix product, {@code "ii->i"} the diagonal, and {@code "...ij->...ji"}
     * transposes the last two axes. Without {@code ->} the result has the letters that occur once, in alphabetical
     * order. Axes of length 1 are broadcast.
     *
     * <p>Several operands are multiplied two at a time, those with the smallest product first.
     *
     * @param subscripts the letters of each operand's axes, separated by commas, and optionally {@code ->} and the
     *     letters of the result
     * @param operands the arrays
     * @return a new array of the promoted dtype, in which integers wrap; a view if there is one operand and no sum
     * @throws IllegalArgumentException in NumPy's words, if the subscripts are malformed or do not fit the operands
     */
    public static NDArray einsum(String subscripts, NDArray... operands) {
        return Einsum.einsum(subscripts, operands);
    }

    // Norms

    /**
     * Returns the root of the sum of all squares, {@code np.linalg.norm(a)}: the Euclidean norm of a vector, the
     * Frobenius norm of a matrix.
     *
     * @param a an array of any shape
     * @return a 0-d array, of float32 for float32, otherwise of float64
     */
    public static NDArray norm(NDArray a) {
        return Norms.norm(a);
    }

    /**
     * Returns the norm of a vector or a matrix, {@code np.linalg.norm(a, order)}.
     *
     * <p>For a vector it is the order-th root of the sum of the magnitudes to the power of order; for infinity the
     * greatest magnitude, for minus infinity the least, for 0 the number of elements that are not 0. For a matrix it is
     * the greatest sum of magnitudes of a column for 1 and of a row for infinity, and the least such sum for -1 and
     * minus infinity. For 2 it is the largest of the {@link #svdvals singular values}, for -2 the smallest.
     *
     * @param a a vector or a matrix
     * @param order the order of the norm
     * @return a 0-d array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Improper number of dimensions to norm.}, {@code Invalid norm order for
     *     matrices.}, or, for the orders 2 and -2, as for {@link #svdvals}
     */
    public static NDArray norm(NDArray a, double order) {
        return Norms.norm(a, order);
    }

    /**
     * Returns the norms of the vectors along an axis, {@code np.linalg.norm(a, order, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it for vectors
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray norm(NDArray a, double order, int axis, boolean keepDims) {
        return Norms.norm(a, order, axis, keepDims);
    }

    /**
     * Returns the norms of the matrices in two axes, {@code np.linalg.norm(a, order, (rows, columns),
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it for matrices
     * @param rows the axis of the rows; a negative one counts from the end
     * @param columns the axis of the columns; a negative one counts from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Duplicate axes given.}, {@code Invalid norm order for matrices.}, or, for
     *     the orders 2 and -2, as for {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray norm(NDArray a, double order, int rows, int columns, boolean keepDims) {
        return Norms.norm(a, order, rows, columns, keepDims);
    }

    // Eigenvalues

    /**
     * Returns the eigenvalues and eigenvectors of a symmetric matrix, or of each in a stack, {@code np.linalg.eigh(a)}.
     * Only the elements on the diagonal and below it are read.
     *
     * @param a the matrices, {@code (…, n, n)}
     * @return as {@link #eigh(NDArray, Triangle)}
     * @throws IllegalArgumentException as {@link #eigh(NDArray, Triangle)}
     */
    public static EigResult eigh(NDArray a) {
        return eigh(a, Triangle.LOWER);
    }

    /**
     * Returns the eigenvalues and eigenvectors of a symmetric matrix, or of each in a stack, {@code np.linalg.eigh(a,
     * triangle)}. A symmetric matrix stretches space along axes that are perpendicular to one another: the axes are the
     * eigenvectors, the factors the eigenvalues.
     *
     * <p>The component of an eigenvector that is largest in magnitude, the first of equals, is positive; NumPy's may
     * have the opposite sign. Of equal eigenvalues, the eigenvectors are one of many choices.
     *
     * <p>The matrix is made tridiagonal by Householder's reflections, and halved until its parts are small (J. J. M.
     * Cuppen, Numerische Mathematik 36 (1981), 177-195). All is computed in float64, and rounded once for float32. The
     * results have the same bits on every machine; eigenvalues differ from NumPy's by rounding: by a few units in the
     * last place of the largest.
     *
     * <pre>{@code
     * EigResult result = LinearAlgebra.eigh(NDArray.of(new double[][] {{2, 1}, {1, 2}}), Triangle.LOWER);
     * System.out.println(result.eigenvalues());
     * System.out.println(result.eigenvectors());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [1. 3.]
     * [[ 0.70710678  0.70710678]
     *  [-0.70710678  0.70710678]]
     * }</pre>
     *
     * @param a the matrices, {@code (…, n, n)}
     * @param triangle the triangle that is read
     * @return the eigenvalues {@code (…, n)}, ascending along the last axis, and the eigenvectors {@code (…, n, n)}, as
     *     columns; of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional},
     *     {@code Last 2 dimensions of the array must be square}, or {@code Eigenvalues did not converge} if an element
     *     that is read is NaN or infinite; NumPy returns NaN for some of these
     */
    public static EigResult eigh(NDArray a, Triangle triangle) {
        return Eigenvalues.symmetric(a, triangle);
    }

    /**
     * Returns the eigenvalues of a symmetric matrix, or of each in a stack, {@code np.linalg.eigvalsh(a)}. Only the
     * elements on the diagonal and below it are read.
     *
     * @param a the matrices, {@code (…, n, n)}
     * @return as {@link #eigvalsh(NDArray, Triangle)}
     * @throws IllegalArgumentException as {@link #eigh(NDArray, Triangle)}
     */
    public static NDArray eigvalsh(NDArray a) {
        return eigvalsh(a, Triangle.LOWER);
    }

    /**
     * Returns the eigenvalues of a symmetric matrix, or of each in a stack, {@code np.linalg.eigvalsh(a, triangle)}.
     * They have the bits of those of {@link #eigh(NDArray, Triangle)}, and take a part of its time.
     *
     * @param a the matrices, {@code (…, n, n)}
     * @param triangle the triangle that is read
     * @return a new array, {@code (…, n)}, ascending along the last axis, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as {@link #eigh(NDArray, Triangle)}
     */
    public static NDArray eigvalsh(NDArray a, Triangle triangle) {
        return Eigenvalues.valuesOfSymmetric(a, triangle);
    }

    /**
     * Returns the eigenvalues and eigenvectors of a matrix, or of each in a stack, {@code np.linalg.eig(a)}, where all
     * eigenvalues are real. An eigenvector is a direction that the matrix only stretches, by its eigenvalue. For
     * symmetric matrices, {@link #eigh(NDArray)} is faster, and never fails because of eigenvalues that rounding makes
     * complex.
     *
     * <p>The eigenvalues are in no particular order, mostly in NumPy's. The component of an eigenvector that is largest
     * in magnitude, the first of equals, is positive; NumPy's may have the opposite sign. If there are fewer
     * independent eigenvectors than eigenvalues, some are nearly parallel.
     *
     * <p>They are computed by the QR algorithm with implicit double shifts (J. G. F. Francis, The Computer Journal 4
     * (1961), 265-271 and 332-345), in float64, and rounded once for float32. The results have the same bits on every
     * machine.
     *
     * <pre>{@code
     * EigResult result = LinearAlgebra.eig(NDArray.of(new double[][] {{2, 0}, {1, 3}}));
     * System.out.println(result.eigenvalues());
     * System.out.println(result.eigenvectors());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [3. 2.]
     * [[ 0.          0.70710678]
     *  [ 1.         -0.70710678]]
     * }</pre>
     *
     * @param a the matrices, {@code (…, n, n)}
     * @return the eigenvalues {@code (…, n)} and the eigenvectors {@code (…, n, n)}, as columns; of float32 for
     *     float32, otherwise of float64
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional},
     *     {@code Last 2 dimensions of the array must be square}, {@code Array must not contain infs or NaNs},
     *     {@code Eigenvalues did not converge}, or, where NumPy returns complex numbers, {@code eigenvalues are
     *     complex, such as 1+2j; only real ones can be returned}
     */
    public static EigResult eig(NDArray a) {
        return Eigenvalues.general(a);
    }

    /**
     * Returns the eigenvalues of a matrix, or of each in a stack, {@code np.linalg.eigvals(a)}, where all are real.
     * They have the bits and the order of those of {@link #eig(NDArray)}, and take a part of its time.
     *
     * @param a the matrices, {@code (…, n, n)}
     * @return a new array, {@code (…, n)}, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as {@link #eig(NDArray)}
     */
    public static NDArray eigvals(NDArray a) {
        return Eigenvalues.valuesOfGeneral(a);
    }

    // Convolution and correlation

    /**
     * Returns the convolution of two sequences at all positions, {@code np.convolve(a, v)}, with
     * {@link ConvolveMode#FULL}.
     *
     * @param a a 1-d or 0-d array
     * @param v another 1-d or 0-d array; either may be the longer one
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code a cannot be empty}, {@code v cannot be empty}, or {@code object too deep
     *     for desired array}
     */
    public static NDArray convolve(NDArray a, NDArray v) {
        return convolve(a, v, ConvolveMode.FULL);
    }

    /**
     * Returns the convolution of two sequences, {@code np.convolve(a, v, mode)}: at position k the sum of {@code a[i] *
     * v[k - i]}.
     *
     * @param a a 1-d or 0-d array
     * @param v another 1-d or 0-d array; either may be the longer one
     * @param mode the positions at which to compute
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code a cannot be empty}, {@code v cannot be empty}, or {@code object too deep
     *     for desired array}
     */
    public static NDArray convolve(NDArray a, NDArray v, ConvolveMode mode) {
        return Correlation.convolve(a, v, mode);
    }

    /**
     * Returns the correlation of two sequences at the positions where the shorter lies entirely inside the longer,
     * {@code np.correlate(a, v)}, with {@link ConvolveMode#VALID}.
     *
     * @param a a 1-d array
     * @param v another 1-d array
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code first array argument cannot be empty}, the same for {@code second},
     *     {@code object too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray correlate(NDArray a, NDArray v) {
        return correlate(a, v, ConvolveMode.VALID);
    }

    /**
     * Returns the correlation of two sequences, {@code np.correlate(a, v, mode)}: at position k the sum of {@code a[i +
     * k] * v[i]}.
     *
     * @param a a 1-d array
     * @param v another 1-d array
     * @param mode the positions at which to compute
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code first array argument cannot be empty}, the same for {@code second},
     *     {@code object too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray correlate(NDArray a, NDArray v, ConvolveMode mode) {
        return Correlation.correlate(a, v, mode);
    }

    /**
     * Returns the nuclear norm of a matrix, {@code np.linalg.norm(a, 'nuc')}: the sum of its {@link #svdvals singular
     * values}.
     *
     * @param a a matrix
     * @return a 0-d array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Improper number of dimensions to norm.}, {@code Invalid norm order 'nuc'
     *     for vectors}, or as for {@link #svdvals}
     */
    public static NDArray nuclearNorm(NDArray a) {
        return Norms.nuclear(a);
    }

    /**
     * Returns the nuclear norms of the matrices in two axes, {@code np.linalg.norm(a, 'nuc', (rows, columns),
     * keepdims=keepDims)}.
     *
     * @param a the array
     * @param rows the axis of the rows; a negative one counts from the end
     * @param columns the axis of the columns; a negative one counts from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Duplicate axes given.}, or as for {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray nuclearNorm(NDArray a, int rows, int columns, boolean keepDims) {
        return Norms.nuclear(a, rows, columns, keepDims);
    }

    /**
     * Returns the singular values of a matrix, or of each matrix in a stack, {@code np.linalg.svdvals(a)}. They are the
     * lengths of the semi-axes of the ellipsoid into which the matrix turns the unit sphere.
     *
     * <p>They are computed by one-sided Jacobi rotations (M. R. Hestenes, Journal of the SIAM 6 (1958), 51-90). They
     * have the same bits on every machine and differ from NumPy's by rounding: by a few units in the last place of the
     * largest. The time grows as rows × columns × min(rows, columns); a matrix of (1000, 1000) takes some ten seconds.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @return a new array, {@code (…, min(rows, columns))}, descending along the last axis, of float32 for float32,
     *     otherwise of float64
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional}, or
     *     {@code SVD did not converge} if an element is NaN or infinite
     */
    public static NDArray svdvals(NDArray a) {
        return SingularValues.of(a);
    }
}
