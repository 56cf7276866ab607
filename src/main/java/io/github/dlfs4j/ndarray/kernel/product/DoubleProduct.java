package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import io.github.dlfs4j.parallel.RowBlocks;

/** The matrix product that arrays of {@code double} use. */
@AlsoFor(float.class)
public final class DoubleProduct {
    private static final PlainDoubleProduct PLAIN = new PlainDoubleProduct(RowBlocks.configured());
    private static final MatrixProduct<double[]> SELECTED = selected();

    private DoubleProduct() {}

    /** By itself, so that the code of vectors is not loaded before it is used. */
    private static final class Vectors {
        static final VectorProduct<double[]> PRODUCT = new VectorDoubleProduct(RowBlocks.configured(), PLAIN);
    }

    private static MatrixProduct<double[]> selected() {
        return switch (Kernel.selected()) {
            case PLAIN -> PLAIN;
            case VECTOR -> Vectors.PRODUCT;
            case WARMING ->
                new WarmingProduct<>(
                        PLAIN, new ProductPlan(Kernel.vectorBits() / Double.SIZE, Double.BYTES), () -> Vectors.PRODUCT);
        };
    }

    /**
     * The product of two matrices, {@code c = a b}. Each element has the bits that the definition of this package gives
     * it.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @param c m by n, in C order without gaps; it is overwritten, and shares no memory with a and b
     */
    public static void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        SELECTED.multiply(a, b, c);
    }
}
