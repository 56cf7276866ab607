package io.github.dlfs4j.ndarray.kernel.product;

/**
 * A matrix in a raw array: element (i, j) is {@code values[offset + i * rowStep + j * columnStep]}. A transposed matrix
 * is the same array with its steps swapped.
 *
 * @param values the elements, {@code float[]}, {@code double[]} or {@code long[]}
 * @param offset where element (0, 0) is
 * @param rows the number of rows
 * @param columns the number of columns
 * @param rowStep the distance from one row to the next
 * @param columnStep the distance from one column to the next
 * @param finite whether every element is known to be finite, so that a zero times any of them is zero
 * @param <A> the array type
 */
public record Matrix<A>(A values, int offset, int rows, int columns, int rowStep, int columnStep, boolean finite) {
    /**
     * A matrix of whose elements nothing is known.
     *
     * @param values the elements
     * @param offset where element (0, 0) is
     * @param rows the number of rows
     * @param columns the number of columns
     * @param rowStep the distance from one row to the next
     * @param columnStep the distance from one column to the next
     */
    public Matrix(A values, int offset, int rows, int columns, int rowStep, int columnStep) {
        this(values, offset, rows, columns, rowStep, columnStep, false);
    }

    /**
     * The transpose.
     *
     * @return the same elements, rows and columns swapped
     */
    public Matrix<A> transpose() {
        return new Matrix<>(values, offset, columns, rows, columnStep, rowStep, finite);
    }

    /** The part that begins at row i and column j; a view. */
    Matrix<A> block(int i, int j, int height, int width) {
        return new Matrix<>(values, offset + i * rowStep + j * columnStep, height, width, rowStep, columnStep, finite);
    }

    /** The rows from {@code first} up to {@code end}, not including it; a view. */
    Matrix<A> rows(int first, int end) {
        return block(first, 0, end - first, columns);
    }

    /** The columns from {@code first} up to {@code end}, not including it; a view. */
    Matrix<A> columns(int first, int end) {
        return block(0, first, rows, end - first);
    }
}
