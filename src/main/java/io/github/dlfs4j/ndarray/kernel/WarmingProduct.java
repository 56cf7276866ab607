package io.github.dlfs4j.ndarray.kernel;

/**
 * A product with vectors that plain code of the same bits stands in for until it is warm.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class WarmingProduct<A> implements MatrixProduct<A> {
    /** Of multiply-adds: plain code computes some 10<sup>10</sup> a second. */
    private static final long WORK_THAT_PAYS = (long) (1e10 * WarmUp.SECONDS_THAT_PAY);

    private final MatrixProduct<A> plain;
    private final WarmUp warmUp;

    /** A product that has not begun to warm up. */
    WarmingProduct(MatrixProduct<A> plain) {
        this.plain = plain;
        this.warmUp = new WarmUp(WORK_THAT_PAYS, () -> new ProductSamples<>(vector(), plain).all());
    }

    abstract VectorProduct<A> vector();

    @Override
    public final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        long multiplyAdds = (long) a.rows() * a.columns() * b.columns();
        MatrixProduct<A> product = warmUp.isOver(multiplyAdds) ? vector() : plain;
        product.multiply(a, b, c);
    }
}
