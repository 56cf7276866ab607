package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.function.Supplier;

/** The matrix product that arrays of {@code double} use. */
@AlsoFor(float.class)
public final class DoubleProduct {
    private static final PlainDoubleProduct PLAIN = new PlainDoubleProduct(RowBlocks.configured());
    private static final MatrixProduct<double[]> SELECTED = selected();

    private DoubleProduct() {}

    /** A class of its own, so that vector code is not loaded before it is used. */
    private static final class Vectors {
        static final VectorProduct<double[]> PRODUCT = new VectorDoubleProduct(RowBlocks.configured(), PLAIN);
    }

    /** A class, because a lambda takes some milliseconds at the start of a program. */
    private static final class VectorsWhenUsed implements Supplier<VectorProduct<double[]>> {
        @Override
        public VectorProduct<double[]> get() {
            return Vectors.PRODUCT;
        }
    }

    private static MatrixProduct<double[]> selected() {
        return switch (Kernel.selected()) {
            case PLAIN -> PLAIN;
            case VECTOR -> Vectors.PRODUCT;
            case WARMING ->
                new WarmingProduct<>(
                        PLAIN, new ProductPlan(Kernel.vectorBits() / Double.SIZE, Double.BYTES), new VectorsWhenUsed());
        };
    }

    /**
     * Computes the product of two matrices, {@code c = a b}. The page of this package defines the bits of each element.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @param c m by n, in C order without gaps; overwritten; must share no memory with a and b
     */
    public static void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        SELECTED.multiply(a, b, c);
    }
}
