package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.Signature;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * The matrices in the last two axes of an array of float64 in C order. Like NumPy, all linear algebra computes in
 * float64, and rounds once for float32.
 *
 * @param values the memory of the array
 * @param offset where the first matrix begins
 * @param count the number of matrices
 * @param rows the rows of each
 * @param columns the columns of each
 */
@SuppressWarnings("ArrayRecordComponent") // the memory of the array
record MatrixStack(double[] values, int offset, int count, int rows, int columns) {
    /** Returns the matrices of an array of float64 in C order, which shares memory with the stack. */
    static MatrixStack of(NDArray array) {
        return new MatrixStack(
                Carrier.DOUBLES.arrayOf(Inside.storage(array)),
                Inside.layout(array).offset(),
                Shape.of(outer(array)).size(),
                array.shape(-2),
                array.shape(-1));
    }

    /** Returns copies of the matrices of any array. */
    static MatrixStack copyOf(NDArray array) {
        return of(array.astype(DType.FLOAT64));
    }

    /** Returns the lengths of all axes of an array but the last two. */
    static int[] outer(NDArray array) {
        return Arrays.copyOf(array.shape().toArray(), array.ndim() - 2);
    }

    /** Returns the shape of a stack of as many matrices of other lengths. */
    static int[] withMatrix(NDArray stack, int rows, int columns) {
        return Lengths.joined(outer(stack), new int[] {rows, columns});
    }

    /** Returns one of the matrices, in C order without gaps. */
    Matrix<double[]> matrix(int i) {
        Matrix<double[]> matrix = new Matrix<>(values, offset + i * rows * columns, rows, columns, columns, 1);
        assert matrix.isWithin();
        return matrix;
    }

    /**
     * Computes something for each matrix, with several threads if that pays.
     *
     * @param effort the work for a matrix, in multiply-adds divided by the number of its elements and its shorter side
     * @param work receives the number of a matrix; must throw no exception
     */
    void forEach(int effort, IntConsumer work) {
        long multiplyAdds = (long) effort * count * rows * columns * Math.min(rows, columns);
        RowBlocks.configured().forEach(count, 1, multiplyAdds, (first, end) -> {
            for (int i = first; i < end; i++) {
                work.accept(i);
            }
        });
    }

    /**
     * Computes for each matrix what may fail.
     *
     * @param effort as for {@link #forEach}
     * @param work receives the number of a matrix and returns whether it succeeded; must throw no exception
     * @return whether it succeeded for each matrix
     */
    boolean[] tryEach(int effort, IntPredicate work) {
        boolean[] succeeded = new boolean[count];
        forEach(effort, i -> succeeded[i] = work.test(i));
        return succeeded;
    }

    /** Throws an exception with a message unless all succeeded. */
    static void checkAll(boolean[] succeeded, String message) {
        for (boolean each : succeeded) {
            if (!each) {
                throw new IllegalArgumentException(message);
            }
        }
    }

    /** Rounds all elements to the precision of a dtype. */
    void roundTo(DType dtype) {
        for (int i = offset; dtype == DType.FLOAT32 && i < offset + count * rows * columns; i++) {
            values[i] = (float) values[i];
        }
    }

    /** Returns the vectors that were computed from the matrices of an array, one of each, rounded to its precision. */
    static NDArray vectors(NDArray a, int length, double... components) {
        NDArray vectors = NDArray.of(components, Lengths.joined(outer(a), new int[] {length}));
        return Inside.converted(vectors, result(a));
    }

    /** Returns the dtype to which results are rounded. */
    static DType result(NDArray... arrays) {
        for (NDArray array : arrays) {
            if (array.dtype() != DType.FLOAT32) {
                return DType.FLOAT64;
            }
        }
        return DType.FLOAT32;
    }

    /** Returns the lengths to which the axes before the matrices of two arrays are broadcast. */
    static int[] broadcast(NDArray a, NDArray b) {
        return Signature.broadcast(a.shape().toArray(), 2, b.shape().toArray(), 2, a.shape(-2), b.shape(-1));
    }

    /** Returns a view of the matrices of an array for each of a broadcast stack. */
    static NDArray stretched(NDArray a, int... stack) {
        return Inside.stretched(a, Lengths.joined(stack, new int[] {a.shape(-2), a.shape(-1)}));
    }

    /** Throws an exception unless the array has two axes. */
    static void checkMatrix(NDArray a) {
        if (a.ndim() != 2) {
            throw new IllegalArgumentException(
                    "%s-dimensional array given. Array must be two-dimensional".formatted(a.ndim()));
        }
    }

    /** Throws an exception unless the array has at least two axes. */
    static void checkMatrices(NDArray a) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException(
                    "%s-dimensional array given. Array must be at least two-dimensional".formatted(a.ndim()));
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
