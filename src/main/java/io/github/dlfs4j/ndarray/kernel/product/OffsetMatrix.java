package io.github.dlfs4j.ndarray.kernel.product;

/**
 * A matrix whose rows and columns lie at any offsets: element (i, j) is {@code values[offset + rows[i] + columns[j]]}.
 * The matrix of all windows of an image is one, though only the image is in memory.
 *
 * @param values the elements, {@code float[]} or {@code double[]}
 * @param offset is added to all offsets
 * @param rows the offset of each row, not copied
 * @param columns the offset of each column, not copied
 * @param <A> the array type
 */
@SuppressWarnings("ArrayRecordComponent") // offsets that many matrices share
public record OffsetMatrix<A>(A values, int offset, int[] rows, int[] columns) {
    /**
     * Returns offsets that are equally far apart.
     *
     * @param count the number of offsets
     * @param step the distance from one to the next
     * @return 0, step, 2 step, …
     */
    public static int[] steps(int count, int step) {
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = i * step;
        }
        return offsets;
    }

    /**
     * Returns the columns at which vectors begin that cover all columns. Within a run, columns are neighbours in
     * memory. The last vector of a run ends with it, so it may overlap the one before.
     *
     * @param columns the number of columns, a multiple of {@code run}
     * @param run the columns of a run, at least {@code lanes}
     * @param lanes the columns of a vector
     * @return the places for {@link VectorDoubleOffsetProduct#multiply VectorDoubleOffsetProduct.multiply}
     */
    public static int[] places(int columns, int run, int lanes) {
        int vectors = (run + lanes - 1) / lanes;
        int[] places = new int[columns / run * vectors];
        for (int i = 0; i < places.length; i++) {
            places[i] = i / vectors * run + Math.min(i % vectors * lanes, run - lanes);
        }
        return places;
    }
}
