package io.github.dlfs4j.ndarray.kernel;

import java.util.List;

/**
 * A product with vectors that plain code of the same bits stands in for until it is warm.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class WarmingProduct<A> implements MatrixProduct<A> {
    /** Of multiply-adds, about half a second of plain code: a shorter program has nothing to gain. */
    private static final long WORK_THAT_PAYS = 5_000_000_000L;

    /** Long enough for the loops to count, short enough to be run some thousand times before they are compiled. */
    private static final int DEPTH = 24;

    /** So deep that {@link SummationOrder} takes dot products for a single column. */
    private static final int DEPTH_OF_DOTS = 100;

    private final VectorProduct<A> vector;
    private final FusedProduct<A> plain;
    private final WarmUp warmUp;

    /** A product that has not begun to warm up. */
    WarmingProduct(VectorProduct<A> vector, FusedProduct<A> plain) {
        this.vector = vector;
        this.plain = plain;
        List<Sample<A>> samples = samples();
        Sample<A> block = sample(12, DEPTH, 2 * vector.order().lanes());
        this.warmUp = new WarmUp(
                () -> runAll(samples, vector, block, vector.inBlocks()),
                () -> runAll(samples, plain, block, plain),
                WORK_THAT_PAYS);
    }

    private static <A> void runAll(
            List<Sample<A>> samples, MatrixProduct<A> product, Sample<A> block, MatrixProduct<A> inBlocks) {
        samples.forEach(sample -> sample.run(product));
        block.run(inBlocks);
    }

    @Override
    public void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        long multiplyAdds = (long) a.rows() * a.columns() * b.columns();
        MatrixProduct<A> product = warmUp.isOver(multiplyAdds) ? vector : plain;
        product.multiply(a, b, c);
    }

    /** One product for each of the tiles, with copies of b, and the dot products. */
    private List<Sample<A>> samples() {
        int lanes = vector.order().lanes();
        return List.of(
                sample(8, DEPTH, 3 * lanes),
                sample(1, DEPTH, 3 * lanes),
                sample(8, DEPTH, 2 * lanes),
                sample(8, DEPTH, lanes),
                sample(8, DEPTH, lanes - 1),
                transposed(12, DEPTH, 3 * lanes),
                transposed(12, DEPTH, 2 * lanes),
                transposed(12, DEPTH, lanes),
                sample(4, DEPTH_OF_DOTS, 1));
    }

    private Sample<A> sample(int m, int k, int n) {
        return new Sample<>(vector.allocate(m, k), vector.allocate(k, n), vector.allocate(m, n));
    }

    private Sample<A> transposed(int m, int k, int n) {
        return new Sample<>(
                vector.allocate(k, m).transpose(), vector.allocate(n, k).transpose(), vector.allocate(m, n));
    }

    private record Sample<A>(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        void run(MatrixProduct<A> product) {
            product.multiply(a, b, c);
        }
    }
}
