package io.github.dlfs4j.ndarray.kernel.product;

import java.lang.reflect.Array;

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
 * @param finite whether every element is known to be finite, so that zero times any element is zero
 * @param <A> the array type
 */
public record Matrix<A>(A values, int offset, int rows, int columns, int rowStep, int columnStep, boolean finite) {
    /**
     * Creates a matrix whose elements may be infinite or NaN.
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
     * {@return whether all elements are in the array, which products rely on; true also for a matrix without elements}
     */
    public boolean isWithin() {
        if (rows == 0 || columns == 0) {
            return true;
        }
        long down = (rows - 1L) * rowStep;
        long across = (columns - 1L) * columnStep;
        return offset + Math.min(down, 0) + Math.min(across, 0) >= 0
                && offset + Math.max(down, 0) + Math.max(across, 0) < Array.getLength(values);
    }

    /** {@return the transpose, a view of the same elements, with rows and columns swapped} */
    public Matrix<A> transpose() {
        return new Matrix<>(values, offset, columns, rows, columnStep, rowStep, finite);
    }

    /**
     * Returns a part.
     *
     * @param i its first row
     * @param j its first column
     * @param height the number of its rows
     * @param width the number of its columns
     * @return a view of the same elements
     */
    public Matrix<A> block(int i, int j, int height, int width) {
        return new Matrix<>(values, offset + i * rowStep + j * columnStep, height, width, rowStep, columnStep, finite);
    }

    /**
     * Returns some rows.
     *
     * @param first the first row
     * @param end the row after the last
     * @return a view of the same elements
     */
    public Matrix<A> rows(int first, int end) {
        return end - first == rows ? this : block(first, 0, end - first, columns);
    }

    /**
     * Returns some columns.
     *
     * @param first the first column
     * @param end the column after the last
     * @return a view of the same elements
     */
    public Matrix<A> columns(int first, int end) {
        return block(0, first, rows, end - first);
    }
}
