package io.github.dlfs4j.ndarray.kernel;

/**
 * A small product, for a part of {@link VectorProduct} and for the plain code.
 *
 * @param a the left operand
 * @param b the right operand
 * @param c for the result
 * @param vector the part
 * @param plain the plain code
 * @param <A> {@code float[]} or {@code double[]}
 */
record ProductSample<A>(Matrix<A> a, Matrix<A> b, Matrix<A> c, MatrixProduct<A> vector, MatrixProduct<A> plain)
        implements WarmUp.Sample {
    @Override
    public void runVector() {
        vector.multiply(a, b, c);
    }

    @Override
    public void runPlain() {
        plain.multiply(a, b, c);
    }
}
