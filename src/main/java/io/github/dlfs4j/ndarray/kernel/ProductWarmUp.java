package io.github.dlfs4j.ndarray.kernel;

import java.lang.reflect.Array;
import java.util.List;

/**
 * The warm-up of a {@link WarmingProduct}.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ProductWarmUp<A> extends WarmUp {
    /** Long enough for the loops to count, short enough to be run some thousand times before they are compiled. */
    private static final int DEPTH = 24;

    /** So deep that {@link SummationOrder} takes dot products for a single column. */
    private static final int DEPTH_OF_DOTS = 100;

    /** Of so many columns {@value #DEPTH} are not zero. */
    private static final int SPARSE_DEPTH = 4 * DEPTH;

    private final WarmingProduct<A> product;
    private final MatrixProduct<A> plain;
    private List<Sample<A>> samples = List.of();
    private Sample<A> block;

    /** A warm-up that begins when so many multiply-adds were computed. */
    ProductWarmUp(WarmingProduct<A> product, MatrixProduct<A> plain, long workThatPays) {
        super(workThatPays);
        this.product = product;
        this.plain = plain;
    }

    @Override
    public void run() {
        VectorProduct<A> vector = product.vector();
        samples = samples(vector);
        block = sample(vector, 12, DEPTH, 2 * vector.order().lanes());
        super.run();
    }

    @Override
    void runVector() {
        runAll(product.vector(), product.vector().inBlocks());
    }

    @Override
    void runPlain() {
        runAll(plain, plain);
    }

    private void runAll(MatrixProduct<A> any, MatrixProduct<A> inBlocks) {
        samples.forEach(sample -> sample.run(any));
        block.run(inBlocks);
    }

    /** One product for each of the tiles, with copies of b, the dot products, and those without zeros. */
    private static <A> List<Sample<A>> samples(VectorProduct<A> vector) {
        int lanes = vector.order().lanes();
        return List.of(
                sample(vector, 8, DEPTH, 3 * lanes),
                sample(vector, 1, DEPTH, 3 * lanes),
                sample(vector, 8, DEPTH, 2 * lanes),
                sample(vector, 8, DEPTH, lanes),
                sample(vector, 8, DEPTH, lanes - 1),
                transposed(vector, 12, DEPTH, 3 * lanes),
                transposed(vector, 12, DEPTH, 2 * lanes),
                transposed(vector, 12, DEPTH, lanes),
                sample(vector, 4, DEPTH_OF_DOTS, 1),
                withZeros(sample(vector, 8, SPARSE_DEPTH, 4 * lanes)),
                withZeros(transposed(vector, Sparsity.SAMPLES, SPARSE_DEPTH, 4 * lanes)));
    }

    /** A product whose a is zero but for each fourth column. */
    private static <A> Sample<A> withZeros(Sample<A> sample) {
        Matrix<A> a = sample.a();
        for (int p = 3; p < a.columns(); p += 4) {
            for (int i = 0; i < a.rows(); i++) {
                Array.setFloat(a.values(), a.offset() + i * a.rowStep() + p * a.columnStep(), 1);
            }
        }
        return sample;
    }

    private static <A> Sample<A> sample(VectorProduct<A> vector, int m, int k, int n) {
        return new Sample<>(vector.allocate(m, k), vector.allocate(k, n), vector.allocate(m, n));
    }

    private static <A> Sample<A> transposed(VectorProduct<A> vector, int m, int k, int n) {
        return new Sample<>(
                vector.allocate(k, m).transpose(), vector.allocate(n, k).transpose(), vector.allocate(m, n));
    }

    private record Sample<A>(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        void run(MatrixProduct<A> product) {
            product.multiply(a, b, c);
        }
    }
}
