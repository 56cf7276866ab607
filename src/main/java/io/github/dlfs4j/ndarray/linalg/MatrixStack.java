package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.strided.Lane;
import java.util.Arrays;

/**
 * The matrices in the last two axes of an array in C order.
 *
 * @param values the memory of the array
 * @param offset where the first matrix begins
 * @param count the number of matrices
 * @param rows the rows of each
 * @param columns the columns of each
 * @param <A> {@code float[]} or {@code double[]}
 */
record MatrixStack<A>(A values, int offset, int count, int rows, int columns) {
    /**
     * Returns the matrices of an array.
     *
     * @param lane of the array's dtype
     * @param array an array in C order, which shares memory with the stack
     */
    static <A> MatrixStack<A> of(Lane<A> lane, NDArray array) {
        int rows = array.shape(-2);
        int columns = array.shape(-1);
        int count = Shape.of(outer(array)).size();
        return new MatrixStack<>(
                lane.arrayOf(Inside.storage(array)), Inside.layout(array).offset(), count, rows, columns);
    }

    /** Returns the lengths of all axes of an array but the last two. */
    static int[] outer(NDArray array) {
        return Arrays.copyOf(array.shape().toArray(), array.ndim() - 2);
    }

    /** Returns one of the matrices, in C order without gaps. */
    Matrix<A> matrix(int i) {
        return new Matrix<>(values, offset + i * rows * columns, rows, columns, columns, 1);
    }

    /** Returns the dtype in which the linear algebra of an array is computed. */
    static DType computed(NDArray a) {
        return a.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }

    /** Throws an exception unless the array has two axes. */
    static void checkMatrix(NDArray a) {
        if (a.ndim() != 2) {
            throw new IllegalArgumentException(
                    "%d-dimensional array given. Array must be two-dimensional".formatted(a.ndim()));
        }
    }

    /** Throws an exception unless the array has at least two axes. */
    static void checkMatrices(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException(
                    "%d-dimensional array given. Array must be at least two-dimensional".formatted(a.ndim()));
        }
    }

    /** Throws an exception unless the last two axes of the array hold square matrices. */
    static void checkSquare(NDArray a) {
        checkMatrices(a);
        if (a.shape(-2) != a.shape(-1)) {
            throw new IllegalArgumentException("Last 2 dimensions of the array must be square");
        }
    }
}
