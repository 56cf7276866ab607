package io.github.dlfs4j.ndarray.kernel.product;

/**
 * In which order the products of an element are added, whatever computes it.
 *
 * <p>An element is one chain of fused multiply-adds in the order of k, begun with 0 and ended by adding 0: a sum that
 * has underflowed to -0 becomes 0, and so terms that are left out because a factor is zero never show.
 *
 * <p>The one exception is a long product with few columns, as a matrix times a vector or the dot product of two
 * vectors: one chain would keep the processor waiting, and so few columns do not fill a vector. There chain l takes the
 * terms l, l + L, l + 2 L, …, and {@link DoubleChains} adds the L chains up. By one chain, with vectors of 512 bits,
 * (2000x784)·(784x2) took 2.6 times as long in {@code float} and 1.4 times in {@code double}, (100x784)·(784x4) 1.6
 * times in {@code double}.
 */
final class SummationOrder {
    /** So many bytes are the chains of an element: 8 of double, 16 of float, a vector of AVX-512. */
    static final int BYTES_OF_CHAINS = 64;

    private static final int FEW_COLUMNS = 4;

    /** A shorter product has one chain. */
    private static final int LEAST_DEPTH = 32;

    /** The same where there are a few columns: until then what ends the chains takes longer than they save. */
    private static final int LEAST_DEPTH_OF_FEW = 256;

    private SummationOrder() {}

    /**
     * Whether an element is the sum of several chains. That may depend on what is asked for here alone: on neither the
     * rows of a nor any layout.
     *
     * @param b the right operand, as it was given and not transposed
     */
    static boolean hasChains(Matrix<?> b) {
        return b.columns() <= FEW_COLUMNS && b.rows() >= (b.columns() == 1 ? LEAST_DEPTH : LEAST_DEPTH_OF_FEW);
    }
}
