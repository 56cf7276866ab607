package io.github.dlfs4j.ndarray.kernel;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * The warm-up of a {@link WarmingProduct}.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ProductWarmUp<A> extends WarmUp {
    /** Long enough for the loops to count, short enough to be run some thousand times before they are compiled. */
    private static final int DEPTH = 24;

    /** So deep that {@link SummationOrder} takes dot products for one column and for two. */
    private static final int DEPTH_OF_DOTS = 160;

    /** Of so many columns {@value #DEPTH} are not zero. */
    private static final int SPARSE_DEPTH = 4 * DEPTH;

    private final WarmingProduct<A> product;
    private final MatrixProduct<A> plain;
    private List<Sample<A>> samples = List.of();

    /** A warm-up that begins when so many multiply-adds were computed. */
    ProductWarmUp(WarmingProduct<A> product, MatrixProduct<A> plain, long workThatPays) {
        super(workThatPays);
        this.product = product;
        this.plain = plain;
    }

    @Override
    public void run() {
        samples = samples(product.vector());
        super.run();
    }

    @Override
    void runVector() {
        samples.forEach(Sample::runVector);
    }

    @Override
    void runPlain() {
        samples.forEach(sample -> sample.run(plain));
    }

    /**
     * One product for each of the tiles, with copies of b, the dot products, and those without zeros. The parts of
     * {@link VectorProduct} are called themselves: what chooses among them is compiled for the products of the program.
     */
    static <A> List<Sample<A>> samples(VectorProduct<A> vector) {
        int lanes = vector.order().lanes();
        MatrixProduct<A> vectors = (a, b, c) -> vector.multiplyVectors(a, b, c, c.columns());
        MatrixProduct<A> halves = (a, b, c) -> vector.multiplyHalves(a, b, 0, c);
        List<Sample<A>> samples = new ArrayList<>(List.of(
                sample(vector, 8, DEPTH, 3 * lanes, vectors),
                transposed(vector, 12, DEPTH, 2 * lanes, vectors),
                sample(vector, 12, DEPTH, lanes, vectors),
                sample(vector, 1, DEPTH, 3 * lanes, (a, b, c) -> vector.multiplyRow(a, 0, b, c)),
                dots(vector, 1),
                withZeros(sample(vector, 8, SPARSE_DEPTH, 4 * lanes, finiteOnly(vector))),
                withZeros(transposed(vector, 8, SPARSE_DEPTH, 4 * lanes, finiteOnly(vector))),
                sample(vector, VectorProduct.STRIP, DEPTH, 2 * lanes - 1, vector.inBlocks())));
        if (lanes > 2) {
            samples.add(dots(vector, 2));
        }
        if (vector.hasLongestVectors()) {
            samples.add(sample(vector, 6, DEPTH, 3 * lanes + lanes / 2, halves));
            samples.add(sample(vector, 12, DEPTH, lanes + lanes / 2, halves));
        }
        return samples;
    }

    private static <A> Sample<A> dots(VectorProduct<A> vector, int n) {
        return new Sample<>(
                vector.allocate(4, DEPTH_OF_DOTS),
                vector.allocate(n, DEPTH_OF_DOTS).transpose(),
                vector.allocate(4, n),
                (a, b, c) -> vector.dots(a, b.transpose(), c));
    }

    /** The product that leaves zeros out, and the search for infinities that comes before it. */
    private static <A> MatrixProduct<A> finiteOnly(VectorProduct<A> vector) {
        return (a, b, c) -> {
            if (vector.areFinite(b)) {
                vector.multiplyNonZeros(a, b, c);
            }
        };
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

    private static <A> Sample<A> sample(VectorProduct<A> vector, int m, int k, int n, MatrixProduct<A> part) {
        return new Sample<>(vector.allocate(m, k), vector.allocate(k, n), vector.allocate(m, n), part);
    }

    /** The columns of a lie in order, and those of b, which is copied. */
    private static <A> Sample<A> transposed(VectorProduct<A> vector, int m, int k, int n, MatrixProduct<A> part) {
        Matrix<A> rowsOfB = vector.allocate(k, n);
        return new Sample<>(
                vector.allocate(k, m).transpose(),
                vector.allocate(n, k).transpose(),
                vector.allocate(m, n),
                (a, b, c) -> {
                    vector.copy(b, rowsOfB);
                    part.multiply(a, rowsOfB, c);
                });
    }

    /**
     * A small product.
     *
     * @param a the left operand
     * @param b the right operand
     * @param c for the result
     * @param vector the part of a {@link VectorProduct} that is to be warm
     */
    record Sample<A>(Matrix<A> a, Matrix<A> b, Matrix<A> c, MatrixProduct<A> vector) {
        void run(MatrixProduct<A> product) {
            product.multiply(a, b, c);
        }

        void runVector() {
            run(vector);
        }
    }
}
