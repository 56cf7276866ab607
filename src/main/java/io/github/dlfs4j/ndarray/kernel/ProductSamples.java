package io.github.dlfs4j.ndarray.kernel;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

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
    private static final int DEPTH = 24;

    /** So deep that {@link SummationOrder} takes dot products for one column and for two. */
    private static final int DEPTH_OF_DOTS = 160;

    /** Of so many columns {@value #DEPTH} are not zero. */
    private static final int SPARSE_DEPTH = 4 * DEPTH;

    /** One product for each of the tiles, with copies of b, the dot products, and those without zeros. */
    List<ProductSample<A>> all() {
        int lanes = vector.order().lanes();
        MatrixProduct<A> vectors = (a, b, c) -> vector.multiplyVectors(a, b, c, c.columns());
        MatrixProduct<A> halves = (a, b, c) -> vector.multiplyHalves(a, b, 0, c);
        List<ProductSample<A>> samples = new ArrayList<>(List.of(
                rows(8, DEPTH, 3 * lanes, vectors),
                rows(4, DEPTH, 3 * lanes, vectors),
                columns(12, DEPTH, 2 * lanes, vectors),
                rows(12, DEPTH, lanes, vectors),
                rows(1, DEPTH, 3 * lanes, (a, b, c) -> vector.multiplyRow(a, 0, b, c)),
                dots(1),
                mostlyZero(rows(8, SPARSE_DEPTH, 4 * lanes, this::leaveZerosOut)),
                mostlyZero(columns(8, SPARSE_DEPTH, 4 * lanes, this::leaveZerosOut)),
                rows(VectorProduct.STRIP, DEPTH, 2 * lanes - 1, vector.inBlocks())));
        if (lanes > 2) {
            samples.add(dots(2));
        }
        if (vector.hasLongestVectors()) {
            samples.add(rows(6, DEPTH, 3 * lanes + lanes / 2, halves));
            samples.add(rows(12, DEPTH, lanes + lanes / 2, halves));
            samples.add(rows(12, DEPTH, lanes / 2, vector::multiplyTwoHalves));
        }
        return samples;
    }

    /** The rows of both operands lie in order. */
    private ProductSample<A> rows(int m, int k, int n, MatrixProduct<A> part) {
        return sample(vector.allocate(m, k), vector.allocate(k, n), part);
    }

    /** The columns of a lie in order, and those of b, which is copied. */
    private ProductSample<A> columns(int m, int k, int n, MatrixProduct<A> part) {
        Matrix<A> rowsOfB = vector.allocate(k, n);
        return sample(vector.allocate(k, m).transpose(), vector.allocate(n, k).transpose(), (a, b, c) -> {
            vector.copy(b, rowsOfB);
            part.multiply(a, rowsOfB, c);
        });
    }

    private ProductSample<A> dots(int n) {
        return sample(
                vector.allocate(4, DEPTH_OF_DOTS),
                vector.allocate(n, DEPTH_OF_DOTS).transpose(),
                (a, b, c) -> vector.dots(a, b.transpose(), c));
    }

    private ProductSample<A> sample(Matrix<A> a, Matrix<A> b, MatrixProduct<A> part) {
        return new ProductSample<>(a, b, vector.allocate(a.rows(), b.columns()), part, plain);
    }

    /** The product without zeros, and the search for infinities that comes before it. */
    private void leaveZerosOut(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (vector.areFinite(b)) {
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
