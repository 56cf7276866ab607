package io.github.dlfs4j.ndarray.kernel;

import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Small products that {@link WarmingProduct} tries. The parts of {@link VectorProduct} are called themselves: what
 * chooses among them is compiled for the products of the program.
 *
 * @param vector the product whose parts are tried
 * @param plain the code that stands in for it
 * @param <A> {@code float[]} or {@code double[]}
 */
record ProductSamples<A>(VectorProduct<A> vector, MatrixProduct<A> plain) {
    /** Long enough for the loops to count, short enough to be run some thousand times before they are compiled. */
    private static final int DEPTH = 16;

    /** So deep that {@link SummationOrder} takes dot products for one column and for two. */
    private static final int DEPTH_OF_DOTS = 160;

    /** Of so many columns {@value #DEPTH} are not zero. */
    private static final int SPARSE_DEPTH = 4 * DEPTH;

    /** A product for each loop of a part that the JIT compiler has to compile. */
    List<ProductSample<A>> of(ProductPart part) {
        int lanes = lanes();
        return switch (part) {
            case ROW -> List.of(rows(1, DEPTH, 3 * lanes, (a, b, c) -> vector.multiplyRow(a, 0, b, c)));
            case ONE_VECTOR -> List.of(rows(12, DEPTH, lanes, (a, b, c) -> vector.multiplyOneVector(a, b, 0, c)));
            case TWO_VECTORS -> List.of(rows(12, DEPTH, 2 * lanes, (a, b, c) -> vector.multiplyTwoVectors(a, b, 0, c)));
            case THREE_VECTORS ->
                Stream.of(8, 4)
                        .map(m -> rows(m, DEPTH, 3 * lanes, (a, b, c) -> vector.multiplyThreeVectors(a, b, 0, c)))
                        .toList();
            case ONE_AND_A_HALF ->
                List.of(rows(12, DEPTH, lanes + lanes / 2, (a, b, c) -> vector.multiplyOneAndAHalf(a, b, 0, c)));
            case THREE_AND_A_HALF ->
                List.of(rows(6, DEPTH, 3 * lanes + lanes / 2, (a, b, c) -> vector.multiplyThreeAndAHalf(a, b, 0, c)));
            case TWO_HALVES -> List.of(rows(12, DEPTH, lanes / 2, vector::multiplyTwoHalves));
            // Vectors of two lanes have one column left at most.
            case DOTS ->
                IntStream.range(1, Math.min(3, lanes)).mapToObj(this::dots).toList();
            case NON_ZEROS ->
                List.of(
                        mostlyZero(rows(8, SPARSE_DEPTH, 4 * lanes, this::leaveZerosOut)),
                        mostlyZero(columns(8, SPARSE_DEPTH, 4 * lanes, this::leaveZerosOut)));
            case BLOCKS -> List.of(rows(VectorProduct.STRIP, DEPTH, 2 * lanes - 1, vector.inBlocks()));
            case COPY ->
                List.of(copied(vector.allocate(lanes, DEPTH).transpose()), copied(vector.allocate(DEPTH, lanes - 1)));
        };
    }

    /** The rows of both operands lie in order. */
    private ProductSample<A> rows(int m, int k, int n, MatrixProduct<A> part) {
        return sample(vector.allocate(m, k), vector.allocate(k, n), part);
    }

    /** The columns of a lie in order. */
    private ProductSample<A> columns(int m, int k, int n, MatrixProduct<A> part) {
        return sample(vector.allocate(k, m).transpose(), vector.allocate(k, n), part);
    }

    /** Copies of b and of c, with the tile between that the compiler has least to do for. */
    private ProductSample<A> copied(Matrix<A> b) {
        Matrix<A> rowsOfB = vector.allocate(DEPTH, lanes());
        Matrix<A> rowsOfC = vector.allocate(12, lanes());
        return sample(vector.allocate(12, DEPTH), b, (x, y, c) -> {
            vector.copy(y, rowsOfB.columns(0, y.columns()));
            vector.multiplyOneVector(x, rowsOfB, 0, rowsOfC);
            vector.copy(rowsOfC.columns(0, c.columns()), c);
        });
    }

    private ProductSample<A> dots(int n) {
        return sample(
                vector.allocate(4, DEPTH_OF_DOTS),
                vector.allocate(n, DEPTH_OF_DOTS).transpose(),
                (a, b, c) -> vector.dots(a, b.transpose(), c));
    }

    private int lanes() {
        return vector.plan().order().lanes();
    }

    private ProductSample<A> sample(Matrix<A> a, Matrix<A> b, MatrixProduct<A> part) {
        return new ProductSample<>(a, b, vector.allocate(a.rows(), b.columns()), part, plain);
    }

    /** The product without zeros, and the search for infinities that comes before it. */
    private void leaveZerosOut(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (vector.areFinite(b.rows(0, DEPTH))) {
            vector.multiplyNonZeros(a, b, c);
        }
    }

    /** A product whose a is zero but for each fourth column. */
    private static <A> ProductSample<A> mostlyZero(ProductSample<A> sample) {
        Matrix<A> a = sample.a();
        for (int p = 3; p < a.columns(); p += 4) {
            for (int i = 0; i < a.rows(); i++) {
                Array.setFloat(a.values(), a.offset() + i * a.rowStep() + p * a.columnStep(), 1);
            }
        }
        return sample;
    }
}
