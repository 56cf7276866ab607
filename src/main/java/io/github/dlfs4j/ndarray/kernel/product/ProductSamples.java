package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import java.lang.reflect.Array;
import java.util.List;

/**
 * The small products with which {@link WarmingProduct} warms up. They call the parts of {@link VectorProduct} directly,
 * so that the code that selects a part is compiled for the program's own products.
 *
 * @param vector the product whose parts warm up
 * @param plain the product that is used until then
 * @param <A> {@code float[]} or {@code double[]}
 */
record ProductSamples<A>(VectorProduct<A> vector, MatrixProduct<A> plain) {
    /** Long enough for the loops to matter, short enough to run some thousand times before they are compiled. */
    private static final int DEPTH = 16;

    /** Deep enough that a column is summed in chains, and that most of the columns of a can be zero. */
    private static final int LARGE_DEPTH = 4 * DEPTH;

    /**
     * A product, computed with vectors and by plain code.
     *
     * @param a the left operand
     * @param b the right operand
     * @param c receives the result
     * @param part computes the product with vectors
     * @param plain computes the product by plain code
     * @param <A> {@code float[]} or {@code double[]}
     */
    record Sample<A>(Matrix<A> a, Matrix<A> b, Matrix<A> c, MatrixProduct<A> part, MatrixProduct<A> plain)
            implements WarmUp.Sample {
        @Override
        public void runVector() {
            part.multiply(a, b, c);
        }

        @Override
        public void runPlain() {
            plain.multiply(a, b, c);
        }
    }

    /** Returns a product for each loop of a part that the JIT compiler must compile. */
    List<Sample<A>> of(ProductPart part) {
        int lanes = vector.plan().lanes();
        MatrixProduct<A> tiles = (a, b, c) -> vector.multiply(part, a, b, 0, c);
        return switch (part) {
            case ROW ->
                List.of(
                        rows(1, DEPTH, 3 * lanes, tiles),
                        rows(1, DEPTH, vector.plan().leastColumns(), tiles),
                        mostlyZero(sample(vector.allocate(1, LARGE_DEPTH), finite(LARGE_DEPTH, 4 * lanes), tiles)));
            case ONE_VECTOR -> List.of(rows(12, DEPTH, lanes, tiles));
            case TWO_VECTORS -> List.of(rows(12, DEPTH, 2 * lanes, tiles));
            case THREE_VECTORS -> List.of(rows(8, DEPTH, 3 * lanes, tiles), rows(4, DEPTH, 3 * lanes, tiles));
            case ONE_AND_A_HALF -> List.of(rows(12, DEPTH, lanes + lanes / 2, tiles));
            case THREE_AND_A_HALF -> List.of(rows(6, DEPTH, 3 * lanes + lanes / 2, tiles));
            case TWO_HALVES -> List.of(rows(12, DEPTH, lanes / 2, tiles));
            case COLUMN -> List.of(rows(4, LARGE_DEPTH, 1, tiles), columns(4 * lanes, LARGE_DEPTH + 1, 1, tiles));
            case LARGE_COLUMN -> List.of(columns(4 * lanes, LARGE_DEPTH, 1, tiles));
            case NON_ZEROS ->
                List.of(
                        mostlyZero(rows(8, LARGE_DEPTH, 4 * lanes, this::leaveZerosOut)),
                        mostlyZero(columns(8, LARGE_DEPTH, 5 * lanes, this::leaveZerosOut)));
            case BLOCKS -> List.of(rows(VectorProduct.STRIP, DEPTH, 2 * lanes - 1, vector.inBlocks()));
            case COPY ->
                List.of(copied(vector.allocate(lanes, DEPTH).transpose()), copied(vector.allocate(DEPTH, lanes - 1)));
        };
    }

    /** Returns a sample whose operands have contiguous rows. */
    private Sample<A> rows(int m, int k, int n, MatrixProduct<A> part) {
        return sample(vector.allocate(m, k), vector.allocate(k, n), part);
    }

    private Matrix<A> finite(int rows, int columns) {
        Matrix<A> zeros = vector.allocate(rows, columns);
        return new Matrix<>(zeros.values(), 0, rows, columns, columns, 1, true);
    }

    /** Returns a sample whose left operand has contiguous columns. */
    private Sample<A> columns(int m, int k, int n, MatrixProduct<A> part) {
        return sample(vector.allocate(k, m).transpose(), vector.allocate(k, n), part);
    }

    /**
     * Returns a sample that copies b and c. Between the copies, it uses the tile that takes the least time to compile.
     */
    private Sample<A> copied(Matrix<A> b) {
        Matrix<A> rowsOfB = vector.allocate(DEPTH, vector.plan().lanes());
        Matrix<A> rowsOfC = vector.allocate(12, vector.plan().lanes());
        return sample(vector.allocate(12, DEPTH), b, (x, y, c) -> {
            vector.copy(y, rowsOfB.columns(0, y.columns()));
            vector.multiply(ProductPart.ONE_VECTOR, x, rowsOfB, 0, rowsOfC);
            vector.copy(rowsOfC.columns(0, c.columns()), c);
        });
    }

    private Sample<A> sample(Matrix<A> a, Matrix<A> b, MatrixProduct<A> part) {
        return new Sample<>(a, b, vector.allocate(a.rows(), b.columns()), part, plain);
    }

    /** Searches b for infinities, as a product does, and multiplies without zeros. */
    private void leaveZerosOut(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (vector.areFinite(b.rows(0, DEPTH))) {
            vector.multiply(ProductPart.NON_ZEROS, a, b, 0, c);
        }
    }

    /** Makes a zero except for every fourth column. */
    private static <A> Sample<A> mostlyZero(Sample<A> sample) {
        Matrix<A> a = sample.a();
        for (int p = 3; p < a.columns(); p += 4) {
            for (int i = 0; i < a.rows(); i++) {
                Array.setFloat(a.values(), a.offset() + i * a.rowStep() + p * a.columnStep(), 1);
            }
        }
        return sample;
    }
}
