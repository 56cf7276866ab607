package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.decomposition.CholeskyDecomposition;
import io.github.dlfs4j.ndarray.kernel.decomposition.QRDecomposition;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;

/**
 * The functions of {@code numpy.linalg}, and the products of NumPy's main namespace that are no methods of arrays, as
 * {@link NDArray#dot(NDArray) dot} and {@link NDArray#matmul matmul} are.
 *
 * <p>A matrix is in the last two axes of an array; all axes before make a stack of matrices. Results differ from
 * NumPy's by rounding only, where they are unique, and have the same bits on every machine, with any number of threads,
 * for a matrix alone and in a stack. NumPy's {@code LinAlgError} is an {@link IllegalArgumentException} with its text.
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
        if (a.ndim() == 0 || b.ndim() == 0) {
            return a.mul(b);
        }
        return b.ndim() == 1 ? a.dot(b) : a.dot(b.swapaxes(-1, -2));
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
        NDArray flat = a.ravel();
        return flat.dot(b.reshape(flat.size()));
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
        int ndim = Math.max(a.ndim(), b.ndim());
        NDArray first = a.reshape(Lengths.withAxes(ndim, a.shape().toArray()));
        NDArray second = b.reshape(Lengths.withAxes(ndim, b.shape().toArray()));
        int[] shape = new int[ndim];
        Layout wide = Inside.layout(first);
        Layout dense = Inside.layout(second);
        for (int axis = ndim - 1; axis >= 0; axis--) {
            shape[axis] = Lengths.checkLength((long) first.shape(axis) * second.shape(axis));
            wide = wide.insertAxis(axis + 1);
            dense = dense.insertAxis(axis);
        }
        return Inside.view(first, wide).mul(Inside.view(second, dense)).reshape(shape);
    }

    /**
     * Does the same as {@link NDArray#matmul a.matmul(b)}, {@code np.linalg.matmul(a, b)}.
     *
     * @param a the left operand, of at least one axis
     * @param b the right operand, of at least one axis
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as for {@link NDArray#matmul}
     */
    public static NDArray matmul(NDArray a, NDArray b) {
        return a.matmul(b);
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
        if (axes > a.ndim()) {
            throw new IndexOutOfBoundsException("tuple index out of range");
        }
        int[] axesOfA = new int[Math.max(axes, 0)];
        int[] axesOfB = new int[Math.max(axes, 0)];
        Arrays.setAll(axesOfA, i -> i - axes);
        Arrays.setAll(axesOfB, i -> i);
        return Products.tensordot(a, b, axesOfA, axesOfB);
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
        return Einsum.einsum(Objects.requireNonNull(subscripts, "subscripts"), Errors.nonNull("operands", operands));
    }

    /**
     * Returns the product of the vectors along the last axis of both arrays, {@code np.linalg.vecdot(a, b)}; all other
     * axes are broadcast.
     *
     * @param a the left operand, of at least one axis
     * @param b the right operand, whose last axis has the same length
     * @return a new array of the promoted dtype, without the last axis
     * @throws IllegalArgumentException as for {@link #vecdot(NDArray, NDArray, int)}
     */
    public static NDArray vecdot(NDArray a, NDArray b) {
        return vecdot(a, b, -1);
    }

    /**
     * Returns the product of the vectors along an axis of both arrays, {@code np.linalg.vecdot(a, b, axis=axis)}; all
     * other axes are broadcast.
     *
     * @param a the left operand, of at least one axis
     * @param b the right operand
     * @param axis the axis of the vectors in both arrays; a negative one counts from the end
     * @return a new array of the promoted dtype, without the axis
     * @throws IllegalArgumentException {@code vecdot: Input operand 1 has a mismatch in its core dimension 0, …},
     *     {@code vecdot: Input operand 0 does not have enough dimensions …}, or {@code operands could not be broadcast
     *     together with remapped shapes …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray vecdot(NDArray a, NDArray b, int axis) {
        return VectorProducts.vecdot(a, b, axis);
    }

    /**
     * Multiplies matrices with vectors, {@code np.matvec(a, b)}: the matrices in the last two axes of the first array
     * with the vectors in the last axis of the second; all other axes are broadcast.
     *
     * <pre>{@code
     * NDArray rotation = NDArray.of(new int[][] {{0, -1}, {1, 0}});
     * NDArray points = NDArray.of(new int[][] {{1, 0}, {2, 3}, {0, 5}});
     * System.out.println(LinearAlgebra.matvec(rotation, points));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[ 0  1]
     *  [-3  2]
     *  [-5  0]]
     * }</pre>
     *
     * @param a the matrices, {@code (…, m, n)}
     * @param b the vectors, {@code (…, n)}
     * @return a new array of the promoted dtype, {@code (…, m)}
     * @throws IllegalArgumentException {@code matvec: Input operand 1 has a mismatch in its core dimension 0, …},
     *     {@code matvec: Input operand 0 does not have enough dimensions …}, or {@code operands could not be broadcast
     *     together with remapped shapes …}
     */
    public static NDArray matvec(NDArray a, NDArray b) {
        return VectorProducts.matvec(a, b);
    }

    /**
     * Multiplies vectors with matrices, {@code np.vecmat(a, b)}: the vectors in the last axis of the first array with
     * the matrices in the last two axes of the second; all other axes are broadcast.
     *
     * @param a the vectors, {@code (…, n)}
     * @param b the matrices, {@code (…, n, m)}
     * @return a new array of the promoted dtype, {@code (…, m)}
     * @throws IllegalArgumentException {@code vecmat: Input operand 1 has a mismatch in its core dimension 0, …},
     *     {@code vecmat: Input operand 1 does not have enough dimensions …}, or {@code operands could not be broadcast
     *     together with remapped shapes …}
     */
    public static NDArray vecmat(NDArray a, NDArray b) {
        return VectorProducts.vecmat(a, b);
    }

    /**
     * Returns the cross products of the vectors along the last axis of both arrays, {@code np.linalg.cross(a, b)}.
     *
     * @param a the left operand, whose last axis has length 3
     * @param b the right operand, whose last axis has length 3; the other axes are broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException as for {@link #cross(NDArray, NDArray, int)}
     * @throws UnsupportedOperationException if both arrays are of bool, which has no difference
     */
    public static NDArray cross(NDArray a, NDArray b) {
        return cross(a, b, -1);
    }

    /**
     * Returns the cross products of the vectors along an axis of both arrays, {@code np.linalg.cross(a, b, axis=axis)}:
     * a vector that is at right angles to both, and as long as the area of the parallelogram between them.
     *
     * <pre>{@code
     * System.out.println(LinearAlgebra.cross(NDArray.of(1, 0, 0), NDArray.of(0, 1, 0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0 0 1]
     * }</pre>
     *
     * @param a the left operand
     * @param b the right operand; the other axes are broadcast
     * @param axis the axis of the vectors in both arrays and in the result; a negative one counts from the end
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code Both input arrays must be (arrays of) 3-dimensional vectors, but they are
     *     2 and 2 dimensional instead.}, or {@code shape mismatch: objects cannot be broadcast to a single shape. …}
     * @throws IndexOutOfBoundsException {@code tuple index out of range}
     * @throws UnsupportedOperationException if both arrays are of bool, which has no difference
     */
    public static NDArray cross(NDArray a, NDArray b, int axis) {
        return VectorProducts.cross(a, b, axis);
    }

    /**
     * Returns the product of several matrices, {@code np.linalg.multi_dot(matrices)}, in the order that needs the
     * fewest multiplications: for shapes (10, 100), (100, 5) and (5, 50), the first two first.
     *
     * @param matrices at least two matrices; the first may be a vector, which is a row, and the last one too, which is
     *     a column
     * @return a new array of the promoted dtype: a matrix, a vector if the first or the last is one, 0-d if both are
     * @throws IllegalArgumentException {@code Expecting at least two arrays.}, {@code 3-dimensional array given. Array
     *     must be two-dimensional}, or {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public static NDArray multiDot(NDArray... matrices) {
        return ProductChain.multiply(matrices);
    }

    // Systems of equations

    /**
     * Solves a system of linear equations, {@code np.linalg.solve(a, b)}: returns the x of which {@code a x = b}. The
     * matrix is decomposed into triangles by Gaussian elimination with partial pivoting. Stacks are broadcast. As in
     * NumPy, float32 is computed in float64 and then rounded; so it is in all functions of this section.
     *
     * <pre>{@code
     * NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 5}});
     * System.out.println(LinearAlgebra.solve(a, NDArray.of(1, 2)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [-1.  1.]
     * }</pre>
     *
     * @param a square matrices, {@code (…, m, m)}
     * @param b one vector {@code (m,)}, or matrices whose columns are right-hand sides, {@code (…, m, n)}
     * @return a new array, {@code (…, m)} for a vector, otherwise {@code (…, m, n)}; of float32 if both arrays are,
     *     otherwise of float64
     * @throws IllegalArgumentException {@code Singular matrix}, {@code Last 2 dimensions of the array must be square},
     *     {@code 1-dimensional array given. Array must be at least two-dimensional}, {@code solve: Input operand 1 has
     *     a mismatch in its core dimension 0, …}, {@code solve: Input operand 1 does not have enough dimensions …}, or
     *     {@code operands could not be broadcast together with remapped shapes …}
     */
    public static NDArray solve(NDArray a, NDArray b) {
        return LinearSystems.solve(a, b);
    }

    /**
     * Returns the inverse of a square matrix, or of each matrix in a stack, {@code np.linalg.inv(a)}. To solve a
     * system, {@link #solve} is faster and more accurate.
     *
     * @param a square matrices, {@code (…, m, m)}
     * @return a new array of the same shape, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Singular matrix}, {@code Last 2 dimensions of the array must be square},
     *     or {@code 1-dimensional array given. Array must be at least two-dimensional}
     */
    public static NDArray inv(NDArray a) {
        MatrixStack.checkSquare(a);
        return LinearSystems.inverses(a, true);
    }

    /**
     * Returns the determinant of a square matrix, or of each matrix in a stack, {@code np.linalg.det(a)}. As in NumPy
     * it is computed from logarithms, so that of integers is rarely an integer. If it overflows, {@link #slogdet} does
     * not.
     *
     * @param a square matrices, {@code (…, m, m)}
     * @return a new array, {@code (…)}, of float32 for float32, otherwise of float64; 1 for a matrix without rows
     * @throws IllegalArgumentException {@code Last 2 dimensions of the array must be square}, or {@code 1-dimensional
     *     array given. Array must be at least two-dimensional}
     */
    public static NDArray det(NDArray a) {
        Determinants determinants = Determinants.of(a);
        NDArray product = determinants.signs().mul(determinants.logarithms().exp());
        return Inside.converted(product, MatrixStack.result(a));
    }

    /**
     * Returns the sign of the determinant and the logarithm of its magnitude, {@code np.linalg.slogdet(a)}, for one
     * square matrix or each in a stack.
     *
     * @param a square matrices, {@code (…, m, m)}
     * @return new arrays, {@code (…)}, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Last 2 dimensions of the array must be square}, or {@code 1-dimensional
     *     array given. Array must be at least two-dimensional}
     */
    public static SlogdetResult slogdet(NDArray a) {
        Determinants determinants = Determinants.of(a);
        DType dtype = MatrixStack.result(a);
        return new SlogdetResult(
                Inside.converted(determinants.signs(), dtype), Inside.converted(determinants.logarithms(), dtype));
    }

    /**
     * Returns the lower triangle l of which {@code a = l l.T}, {@code np.linalg.cholesky(a)}.
     *
     * @param a symmetric positive definite matrices, {@code (…, m, m)}; nothing above their diagonal is read
     * @return a new array of the same shape, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Matrix is not positive definite}, {@code Last 2 dimensions of the array
     *     must be square}, or {@code 1-dimensional array given. Array must be at least two-dimensional}
     */
    public static NDArray cholesky(NDArray a) {
        return cholesky(a, false);
    }

    /**
     * Returns a triangle that times its transpose is the matrix, {@code np.linalg.cholesky(a, upper=upper)}: the lower
     * triangle l of which {@code a = l l.T}, or the upper triangle u of which {@code a = u.T u}.
     *
     * @param a symmetric positive definite matrices, {@code (…, m, m)}; only the same triangle is read
     * @param upper whether to return the upper triangle
     * @return a new array of the same shape, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #cholesky(NDArray)}
     */
    public static NDArray cholesky(NDArray a, boolean upper) {
        MatrixStack.checkSquare(a);
        NDArray triangles = a.astype(DType.FLOAT64);
        MatrixStack matrices = MatrixStack.of(triangles);
        boolean[] positive = matrices.tryEach(1, i -> {
            Matrix<double[]> matrix = matrices.matrix(i);
            return CholeskyDecomposition.decompose(upper ? matrix : matrix.transpose());
        });
        MatrixStack.checkAll(positive, "Matrix is not positive definite");
        return Inside.converted(triangles, MatrixStack.result(a));
    }

    /**
     * Raises a square matrix, or each in a stack, to a power by squaring and multiplying,
     * {@code np.linalg.matrix_power(a, n)}.
     *
     * @param a square matrices, {@code (…, m, m)}
     * @param n the exponent; if it is negative, the {@link #inv inverse} is raised to its magnitude
     * @return an array of the same shape and, unless n is negative, of the same dtype; a itself if n is 1
     * @throws IllegalArgumentException {@code Last 2 dimensions of the array must be square}, or as for {@link #inv}
     */
    public static NDArray matrixPower(NDArray a, int n) {
        return LinearSystems.power(a, n);
    }

    // Parts of matrices

    /**
     * Swaps the rows and columns of the matrices in the last two axes, {@code np.linalg.matrix_transpose(a)}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @return a view, {@code (…, columns, rows)}
     * @throws IllegalArgumentException {@code Input array must be at least 2-dimensional, but it is 1}
     */
    public static NDArray matrixTranspose(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException(
                    "Input array must be at least 2-dimensional, but it is %s".formatted(a.ndim()));
        }
        return a.swapaxes(-1, -2);
    }

    /**
     * Returns the main diagonals of the matrices in the last two axes, {@code np.linalg.diagonal(a)}. Those of the
     * first two axes are {@link NDArray#diagonal()}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @return a read-only view, {@code (…, min(rows, columns))}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public static NDArray diagonal(NDArray a) {
        return diagonal(a, 0);
    }

    /**
     * Returns a diagonal of each of the matrices in the last two axes, {@code np.linalg.diagonal(a, offset=offset)}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @param offset which diagonal: 0 is the main one, 1 the one above, -1 the one below
     * @return a read-only view with the diagonal as its last axis
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public static NDArray diagonal(NDArray a, int offset) {
        return a.diagonal(offset, -2, -1);
    }

    /**
     * Computes the sums of the main diagonals of the matrices in the last two axes, {@code np.linalg.trace(a)}. Those
     * of the first two axes are {@link NDArray#trace()}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @return a new array without the two axes, with the dtype of {@link NDArray#sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public static NDArray trace(NDArray a) {
        return trace(a, 0);
    }

    /**
     * Computes the sum of a diagonal of each of the matrices in the last two axes, {@code np.linalg.trace(a,
     * offset=offset)}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @param offset which diagonal: 0 is the main one, 1 the one above, -1 the one below
     * @return a new array without the two axes, with the dtype of {@link NDArray#sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public static NDArray trace(NDArray a, int offset) {
        return a.trace(offset, -2, -1);
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
        return Norms.norm(a, order, ReductionOptions.DEFAULT);
    }

    /**
     * Returns the norms of the vectors along an axis, {@code np.linalg.norm(a, order, axis)}.
     *
     * @param a the array
     * @param order the order of the norm, 2 for the usual length of a vector
     * @param axis the axis; a negative one counts from the end
     * @return a new array without the axis, of float32 for float32, otherwise of float64
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray norm(NDArray a, double order, int axis) {
        return Norms.norm(a, order, axis, false);
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
     * Returns norms with options, {@code np.linalg.norm(a, order, axis, keepdims=keepDims)}: of vectors along one axis,
     * of matrices in two.
     *
     * @param a the array
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it
     * @param options the axes, of matrices first that of the rows, and whether they stay
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Improper number of dimensions to norm.}, {@code Duplicate axes given.},
     *     {@code Invalid norm order for matrices.}, or, for matrices and the orders 2 and -2, as for {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code norm() got an unexpected keyword argument 'where'}
     */
    public static NDArray norm(NDArray a, double order, ReductionOptions options) {
        return Norms.norm(a, order, options);
    }

    /**
     * Returns the norm of a matrix, {@code np.linalg.norm(a, 'fro')} or {@code 'nuc'}.
     *
     * @param a a matrix
     * @param norm which norm
     * @return a 0-d array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Improper number of dimensions to norm.}, {@code Invalid norm order 'nuc'
     *     for vectors}, or as for {@link #svdvals}
     */
    public static NDArray norm(NDArray a, MatrixNorm norm) {
        return Norms.norm(a, norm, ReductionOptions.DEFAULT);
    }

    /**
     * Returns norms of matrices with options, {@code np.linalg.norm(a, 'fro', (rows, columns), keepdims=keepDims)} or
     * {@code 'nuc'}.
     *
     * @param a the array
     * @param norm which norm
     * @param options the axes, first that of the rows, and whether they stay
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Improper number of dimensions to norm.}, {@code Duplicate axes given.},
     *     or as for {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code norm() got an unexpected keyword argument 'where'}
     */
    public static NDArray norm(NDArray a, MatrixNorm norm, ReductionOptions options) {
        return Norms.norm(a, norm, options);
    }

    /**
     * Returns the Frobenius norms of the matrices in the last two axes, {@code np.linalg.matrix_norm(a)}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @return a new array without the two axes, of float32 for float32, otherwise of float64
     * @throws IndexOutOfBoundsException {@code axis -2 is out of bounds for array of dimension 1}
     */
    public static NDArray matrixNorm(NDArray a) {
        return matrixNorm(a, MatrixNorm.FROBENIUS, false);
    }

    /**
     * Returns the norms of the matrices in the last two axes, {@code np.linalg.matrix_norm(a, keepdims=keepDims,
     * ord='fro')} or {@code 'nuc'}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @param norm which norm
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis -2 is out of bounds for array of dimension 1}
     */
    public static NDArray matrixNorm(NDArray a, MatrixNorm norm, boolean keepDims) {
        return Norms.norm(a, norm, -2, -1, keepDims);
    }

    /**
     * Returns the norms of the matrices in the last two axes, {@code np.linalg.matrix_norm(a, ord=order)}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it for matrices
     * @return a new array without the two axes, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #matrixNorm(NDArray, double, boolean)}
     * @throws IndexOutOfBoundsException {@code axis -2 is out of bounds for array of dimension 1}
     */
    public static NDArray matrixNorm(NDArray a, double order) {
        return matrixNorm(a, order, false);
    }

    /**
     * Returns the norms of the matrices in the last two axes, {@code np.linalg.matrix_norm(a, keepdims=keepDims,
     * ord=order)}.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it for matrices
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code Invalid norm order for matrices.}, or, for the orders 2 and -2, as for
     *     {@link #svdvals}
     * @throws IndexOutOfBoundsException {@code axis -2 is out of bounds for array of dimension 1}
     */
    public static NDArray matrixNorm(NDArray a, double order, boolean keepDims) {
        return Norms.norm(a, order, -2, -1, keepDims);
    }

    /**
     * Returns the root of the sum of the squares of all elements, {@code np.linalg.vector_norm(a)}.
     *
     * @param a an array of any shape
     * @return a 0-d array, of float32 for float32, otherwise of float64
     */
    public static NDArray vectorNorm(NDArray a) {
        return vectorNorm(a, 2);
    }

    /**
     * Returns the norm of all elements as one vector, {@code np.linalg.vector_norm(a, ord=order)}.
     *
     * @param a an array of any shape
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it for vectors
     * @return a 0-d array, of float32 for float32, otherwise of float64
     */
    public static NDArray vectorNorm(NDArray a, double order) {
        return Norms.ofVectors(a, order, ReductionOptions.DEFAULT);
    }

    /**
     * Returns the norms of the vectors along an axis, {@code np.linalg.vector_norm(a, axis=axis, keepdims=keepDims,
     * ord=order)}.
     *
     * @param a the array
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it for vectors
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray vectorNorm(NDArray a, double order, int axis, boolean keepDims) {
        return Norms.norm(a, order, axis, keepDims);
    }

    /**
     * Returns the norms of the vectors whose elements are in several axes, {@code np.linalg.vector_norm(a, axis=axes,
     * keepdims=keepDims, ord=order)}.
     *
     * @param a the array
     * @param order the order of the norm, as {@link #norm(NDArray, double)} defines it for vectors
     * @param options the axes, and whether they stay
     * @return a new array, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code vector_norm() got an unexpected keyword argument 'where'}
     */
    public static NDArray vectorNorm(NDArray a, double order, ReductionOptions options) {
        return Norms.ofVectors(a, order, options);
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
        return Eigenvalues.ofSymmetric(a, triangle, true).withVectors();
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
        return Eigenvalues.ofSymmetric(a, triangle, false).values();
    }

    /**
     * Returns the eigenvalues and eigenvectors of a matrix, or of each in a stack, {@code np.linalg.eig(a)}, where all
     * eigenvalues are real. An eigenvector is a direction that the matrix only stretches, by its eigenvalue. For
     * symmetric matrices, {@link #eigh(NDArray)} is faster and gives perpendicular vectors. It reads one half of the
     * matrix, so it also helps if rounding made the matrix not quite symmetric, and eigenvalues complex. Rounding can
     * also make equal eigenvalues complex that have fewer eigenvectors; the message says so.
     *
     * <p>The eigenvalues are in no particular order, mostly in NumPy's. The component of an eigenvector that is largest
     * in magnitude, the first of equals, is positive; NumPy's may have the opposite sign. If there are fewer
     * independent eigenvectors than eigenvalues, some are nearly parallel. If rows or columns differ in size by more
     * than 10<sup>16</sup>, small eigenvalues and their vectors can be wrong, as in NumPy.
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
     *     complex, such as 1+2j; only real ones can be returned}, with what helps if rounding may be the reason
     */
    public static EigResult eig(NDArray a) {
        return Eigenvalues.ofGeneral(a, true).withVectors();
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
        return Eigenvalues.ofGeneral(a, false).values();
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
        Lengths.checkLine(a.ndim());
        Lengths.checkLine(v.ndim());
        if (a.size() == 0 || v.size() == 0) {
            throw new IllegalArgumentException(
                    (a.size() == 0 ? "first" : "second") + " array argument cannot be empty");
        }
        return a.size() >= v.size()
                ? Correlation.slide(a, v, mode)
                : Manipulation.flip(Correlation.slide(v, a, mode)).copy();
    }

    // Orthogonal decompositions

    /**
     * Decomposes a matrix, or each matrix of a stack, into a product of a matrix with orthonormal columns and an upper
     * triangular one, {@code np.linalg.qr(a)}, with {@link QRMode#REDUCED}.
     *
     * @param a the matrices, {@code (…, m, n)}
     * @return as for {@link #qr(NDArray, QRMode)}
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional}
     */
    public static QRResult qr(NDArray a) {
        return qr(a, QRMode.REDUCED);
    }

    /**
     * Decomposes a matrix, or each matrix of a stack, into a product of a matrix with orthonormal columns and an upper
     * triangular one, {@code np.linalg.qr(a, mode)}. NumPy's mode {@code 'r'} is {@code qr(a).r()}.
     *
     * <p>The signs are those of NumPy and LAPACK, unless a column is zero below its diagonal after the reflections
     * before it: then it is left alone, and rounding, which differs from NumPy's, decides whether it is zero or nearly
     * so. The columns are reflected in blocks (R. Schreiber and C. Van Loan, SIAM Journal on Scientific and Statistical
     * Computing 10 (1989), 53-57). If an element is NaN or infinite, the result has elements that are NaN.
     *
     * <pre>{@code
     * QRResult factors = LinearAlgebra.qr(NDArray.of(new int[][] {{3, 1}, {4, 2}}));
     * System.out.println(factors.r().round(4));
     * System.out.println(factors.q().round(4));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[-5.  -2.2]
     *  [ 0.   0.4]]
     * [[-0.6 -0.8]
     *  [-0.8  0.6]]
     * }</pre>
     *
     * @param a the matrices, {@code (…, m, n)}
     * @param mode how many columns q has, k: m or the lesser of m and n
     * @return q, {@code (…, m, k)}, and r, {@code (…, k, n)}, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional}
     */
    public static QRResult qr(NDArray a, QRMode mode) {
        MatrixStack.checkMatrices(a);
        MatrixStack matrices = MatrixStack.copyOf(a);
        int m = matrices.rows();
        int n = matrices.columns();
        int k = Objects.requireNonNull(mode, "mode") == QRMode.COMPLETE ? m : Math.min(m, n);
        NDArray q = NDArray.zeros(MatrixStack.withMatrix(a, m, k));
        NDArray r = NDArray.zeros(MatrixStack.withMatrix(a, k, n));
        MatrixStack ofQ = MatrixStack.of(q);
        MatrixStack ofR = MatrixStack.of(r);
        matrices.forEach(2, i -> QRDecomposition.decompose(matrices.matrix(i), ofQ.matrix(i), ofR.matrix(i)));
        DType dtype = MatrixStack.result(a);
        return new QRResult(Inside.converted(q, dtype), Inside.converted(r, dtype));
    }

    /**
     * Returns the singular value decomposition of a matrix, or of each matrix in a stack, {@code np.linalg.svd(a)},
     * with square matrices of vectors.
     *
     * @param a the matrices, {@code (…, m, n)}
     * @return as for {@link #svd(NDArray, boolean)}
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional}, or
     *     {@code SVD did not converge} if an element is NaN
     */
    public static SVDResult svd(NDArray a) {
        return SingularValues.decompose(a, true);
    }

    /**
     * Returns the singular value decomposition of a matrix, or of each matrix in a stack, {@code np.linalg.svd(a,
     * full_matrices=fullMatrices)}: the matrix is {@code (u * s) @ vh}, if the matrices of vectors are not full.
     *
     * <p>Reflections make the matrix bidiagonal, and QR steps make that diagonal (G. Golub and W. Kahan, SIAM Journal
     * on Numerical Analysis 2 (1965), 205-224; J. Demmel and W. Kahan, SIAM Journal on Scientific and Statistical
     * Computing 11 (1990), 873-912). The numbers of float32 matrices are computed in float64 and rounded once. The
     * values are those of {@link #svdvals}.
     *
     * <p>A pair of vectors may change its signs. Here, the component of largest magnitude is positive in each column of
     * u, the first of equals. The row of vh follows; a row without a column of u has its sign by the same rule.
     *
     * <p>If an element is infinite, and none NaN, all numbers are NaN. NumPy's values are NaN too, but its vectors may
     * have zeros, and for some matrices it never ends.
     *
     * <pre>{@code
     * SVDResult svd = LinearAlgebra.svd(NDArray.of(new int[][] {{0, 2}, {-3, 0}}), false);
     * System.out.println(svd.u());
     * System.out.println(svd.s());
     * System.out.println(svd.vh());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[0. 1.]
     *  [1. 0.]]
     * [3. 2.]
     * [[-1.  0.]
     *  [ 0.  1.]]
     * }</pre>
     *
     * @param a the matrices, {@code (…, m, n)}
     * @param fullMatrices whether u is (m, m) and vh (n, n); otherwise u is (m, k) and vh (k, n), where k is the lesser
     *     of m and n
     * @return u, s of shape {@code (…, k)}, and vh, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional}, or
     *     {@code SVD did not converge} if an element is NaN
     */
    public static SVDResult svd(NDArray a, boolean fullMatrices) {
        return SingularValues.decompose(a, fullMatrices);
    }

    /**
     * Returns the singular value decomposition of a symmetric matrix, or of each matrix in a stack,
     * {@code np.linalg.svd(a, fullMatrices, hermitian=True)}, by its eigenvalues, which is faster.
     *
     * @param a the matrices, {@code (…, m, m)}; nothing above their diagonal is read
     * @param fullMatrices makes no difference for symmetric matrices, which are square
     * @param hermitian whether the matrix is symmetric; otherwise as {@link #svd(NDArray, boolean)}
     * @return u, s and vh, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #eigh(NDArray)}
     */
    public static SVDResult svd(NDArray a, boolean fullMatrices, boolean hermitian) {
        return hermitian ? SingularValues.decomposeSymmetric(a) : SingularValues.decompose(a, fullMatrices);
    }

    /**
     * Returns the singular values of a matrix, or of each matrix in a stack, {@code np.linalg.svdvals(a)}. They are the
     * lengths of the semi-axes of the ellipsoid into which the matrix turns the unit sphere.
     *
     * <p>They have the same bits on every machine, the bits of {@link #svd(NDArray, boolean)}, and differ from NumPy's
     * by rounding: by a few units in the last place of the largest.
     *
     * @param a the matrices, {@code (…, rows, columns)}
     * @return a new array, {@code (…, min(rows, columns))}, descending along the last axis, of float32 for float32,
     *     otherwise of float64; NaN if an element is infinite
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be at least two-dimensional}, or
     *     {@code SVD did not converge} if an element is NaN
     */
    public static NDArray svdvals(NDArray a) {
        return SingularValues.of(a);
    }

    // Least squares, ranks and condition numbers

    /**
     * Returns the vector that solves a system of equations best, {@code np.linalg.lstsq(a, b)}. A singular value that
     * is at most float64's precision times the greater side of the matrix, relative to the largest one, counts as zero.
     *
     * <pre>{@code
     * NDArray x = NDArray.of(0, 1, 2, 3);
     * NDArray a = NDArray.stack(1, x, NDArray.ones(4));
     * System.out.println(LinearAlgebra.lstsq(a, NDArray.of(-1, 0.2, 0.9, 2.1)).x().round(4));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [ 1.   -0.95]
     * }</pre>
     *
     * @param a the matrix, (m, n)
     * @param b the right side, (m,), or several, (m, k)
     * @return as for {@link #lstsq(NDArray, NDArray, double)}
     * @throws IllegalArgumentException as for {@link #lstsq(NDArray, NDArray, double)}
     */
    public static LstsqResult lstsq(NDArray a, NDArray b) {
        int longer = a.ndim() == 2 ? Math.max(a.shape(0), a.shape(1)) : 0;
        return lstsq(a, b, longer * Math.ulp(1.0));
    }

    /**
     * Returns the vector that solves a system of equations best, {@code np.linalg.lstsq(a, b, rcond)}: of all x for
     * which the sum of squares of {@code b - a @ x} is least, the one whose own sum of squares is least.
     *
     * @param a the matrix, (m, n)
     * @param b the right side, (m,), or several, (m, k)
     * @param rcond a singular value counts as zero if it is at most rcond times the largest one; -1 takes half of
     *     float64's precision
     * @return the solution and what is known of it, of float32 if both arrays are, otherwise of float64
     * @throws IllegalArgumentException {@code 1-dimensional array given. Array must be two-dimensional},
     *     {@code Incompatible dimensions}, or {@code SVD did not converge in Linear Least Squares} if an element of a
     *     is NaN or infinite
     */
    public static LstsqResult lstsq(NDArray a, NDArray b, double rcond) {
        return LeastSquares.lstsq(a, b, rcond);
    }

    /**
     * Returns the pseudoinverse of a matrix, or of each matrix in a stack, {@code np.linalg.pinv(a)}, with NumPy's
     * rcond of 1e-15.
     *
     * @param a the matrices, {@code (…, m, n)}
     * @return a new array, {@code (…, n, m)}, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #svd(NDArray, boolean)}
     */
    public static NDArray pinv(NDArray a) {
        return pinv(a, LeastSquares.RCOND_OF_PINV);
    }

    /**
     * Returns the pseudoinverse of a matrix, or of each matrix in a stack, {@code np.linalg.pinv(a, rcond)}: the matrix
     * that gives the {@linkplain #lstsq(NDArray, NDArray, double) best solution} of a system for every right side.
     *
     * @param a the matrices, {@code (…, m, n)}
     * @param rcond a singular value counts as zero if it is at most rcond times the largest one
     * @return a new array, {@code (…, n, m)}, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #svd(NDArray, boolean)}
     */
    public static NDArray pinv(NDArray a, double rcond) {
        return pinv(a, rcond, false);
    }

    /**
     * Returns the pseudoinverse of each matrix in a stack, {@code np.linalg.pinv(a, rcond)} with an array: rcond may
     * differ from matrix to matrix.
     *
     * @param a the matrices, {@code (…, m, n)}
     * @param rcond of the shape of the stack, or broadcast: a singular value counts as zero if it is at most rcond
     *     times the largest one of its matrix
     * @return a new array, {@code (…, n, m)}, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #svd(NDArray, boolean)}
     */
    public static NDArray pinv(NDArray a, NDArray rcond) {
        return LeastSquares.pinv(a, rcond, false);
    }

    /**
     * Returns the pseudoinverse of a symmetric matrix, or of each matrix in a stack, {@code np.linalg.pinv(a, rcond,
     * hermitian=True)}, by its eigenvalues.
     *
     * @param a the matrices, {@code (…, m, m)}; nothing above their diagonal is read
     * @param rcond an eigenvalue counts as zero if its magnitude is at most rcond times the largest one
     * @param hermitian whether the matrix is symmetric; otherwise as {@link #pinv(NDArray, double)}
     * @return a new array, {@code (…, m, m)}, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException as for {@link #eigh(NDArray)}
     */
    public static NDArray pinv(NDArray a, double rcond, boolean hermitian) {
        return LeastSquares.pinv(a, NDArray.scalar(rcond), hermitian);
    }

    /**
     * Returns the rank of a matrix, or of each matrix in a stack, {@code np.linalg.matrix_rank(a)}: the number of
     * singular values that exceed the largest one times the greater side of the matrix times the precision of the
     * dtype.
     *
     * @param a the matrices, {@code (…, m, n)}; a vector has rank 0 if all elements are 0, otherwise 1
     * @return int64, of the shape of the stack, 0-d for a single matrix
     * @throws IllegalArgumentException {@code SVD did not converge} if an element is NaN
     */
    public static NDArray matrixRank(NDArray a) {
        return Conditioning.rank(a);
    }

    /**
     * Returns the rank of a matrix, or of each matrix in a stack, {@code np.linalg.matrix_rank(a, tol)}: the number of
     * singular values that exceed tol.
     *
     * @param a the matrices, {@code (…, m, n)}; a vector has rank 0 if all elements are 0, otherwise 1
     * @param tol the limit
     * @return int64, of the shape of the stack, 0-d for a single matrix
     * @throws IllegalArgumentException {@code SVD did not converge} if an element is NaN
     */
    public static NDArray matrixRank(NDArray a, double tol) {
        return matrixRank(a, tol, false);
    }

    /**
     * Returns the rank of each matrix in a stack, {@code np.linalg.matrix_rank(a, tol)} with an array: the limit may
     * differ from matrix to matrix.
     *
     * @param a the matrices, {@code (…, m, n)}
     * @param tol the limits, of the shape of the stack, or broadcast
     * @return int64, of the shape of the stack, 0-d for a single matrix
     * @throws IllegalArgumentException {@code SVD did not converge} if an element is NaN
     */
    public static NDArray matrixRank(NDArray a, NDArray tol) {
        return Conditioning.rank(a, Objects.requireNonNull(tol, "tol"), false);
    }

    /**
     * Returns the rank of a symmetric matrix, or of each matrix in a stack, {@code np.linalg.matrix_rank(a, tol,
     * hermitian=True)}, by its eigenvalues.
     *
     * @param a the matrices, {@code (…, m, m)}; nothing above their diagonal is read
     * @param tol the limit of the magnitude of an eigenvalue
     * @param hermitian whether the matrix is symmetric; otherwise as {@link #matrixRank(NDArray, double)}
     * @return int64, of the shape of the stack, 0-d for a single matrix
     * @throws IllegalArgumentException as for {@link #eigvalsh(NDArray)}
     */
    public static NDArray matrixRank(NDArray a, double tol, boolean hermitian) {
        return Conditioning.rank(a, NDArray.scalar(tol), hermitian);
    }

    /**
     * Returns the condition number of a matrix, or of each matrix in a stack, {@code np.linalg.cond(a)}: the largest
     * singular value divided by the smallest. It is the factor by which a relative error of b can grow in the solution
     * of {@code a x = b}; infinity if the matrix is singular.
     *
     * @param a the matrices, {@code (…, m, n)}
     * @return of the shape of the stack, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code cond is not defined on empty arrays}, or as for {@link #svdvals}
     */
    public static NDArray cond(NDArray a) {
        return Conditioning.cond(a, 2);
    }

    /**
     * Returns the condition number of a matrix, or of each matrix in a stack, {@code np.linalg.cond(a, order)}: the
     * norm of the matrix times the norm of its inverse; infinity if the matrix is singular.
     *
     * @param a the matrices, {@code (…, m, n)}; square ones for other orders than 2 and -2
     * @param order the order of {@link #norm(NDArray, double)}; 2 is the largest singular value divided by the
     *     smallest, -2 the reciprocal
     * @return of the shape of the stack, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code cond is not defined on empty arrays}, {@code Last 2 dimensions of the
     *     array must be square}, {@code Invalid norm order for matrices.}, or as for {@link #svdvals}
     */
    public static NDArray cond(NDArray a, double order) {
        return Conditioning.cond(a, order);
    }

    /**
     * Returns the condition number of a matrix, or of each matrix in a stack, {@code np.linalg.cond(a, 'fro')} or
     * {@code 'nuc'}: the norm of the matrix times the norm of its inverse; infinity if the matrix is singular.
     *
     * @param a square matrices, {@code (…, m, m)}
     * @param norm which norm
     * @return of the shape of the stack, of float32 for float32, otherwise of float64
     * @throws IllegalArgumentException {@code cond is not defined on empty arrays}, {@code Last 2 dimensions of the
     *     array must be square}, or {@code SVD did not converge} for the nuclear norm of a singular matrix
     */
    public static NDArray cond(NDArray a, MatrixNorm norm) {
        return Conditioning.cond(a, norm);
    }
}
