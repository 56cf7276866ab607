package io.github.dlfs4j.ndarray.kernel.product;

/**
 * The order in which the products of an element are added, by every implementation.
 *
 * <p>An element is a chain of fused multiply-adds in the order of k. It begins with 0 and ends by adding 0, which turns
 * a sum that has underflowed to -0 into 0. So leaving out terms with a factor of zero never changes a bit.
 *
 * <p>The exception is a long product with few columns, such as a matrix times a vector or the dot product of two
 * vectors. Few columns do not fill a vector, and a single chain would keep the processor waiting. So an element has L
 * chains: chain l takes the terms l, l + L, l + 2 L, …, and {@link DoubleChains} adds the chains up. With a single
 * chain and vectors of 512 bits, (2000x784)·(784x2) took 2.6 times as long in {@code float} and 1.4 times in
 * {@code double}, and (100x784)·(784x4) took 1.6 times as long in {@code double}.
 */
final class SummationOrder {
    /** The bytes of an element's chains: 8 doubles or 16 floats, an AVX-512 vector. */
    static final int BYTES_OF_CHAINS = 64;

    /** An element has several chains only if there are at most so many columns. */
    static final int FEW_COLUMNS = 4;

    /** The least depth at which the elements of a single column have several chains. */
    private static final int LEAST_DEPTH = 32;

    /** The same for two to four columns. With less depth, adding up the chains takes longer than they save. */
    private static final int LEAST_DEPTH_OF_FEW = 256;

    /**
     * Returns whether an element is the sum of several chains. This may depend on nothing else: neither on the number
     * of rows of a nor on a layout.
     *
     * @param b the right operand as the caller gave it, not transposed
     */
    static boolean hasChains(Matrix<?> b) {
        return b.columns() <= FEW_COLUMNS && b.rows() >= (b.columns() == 1 ? LEAST_DEPTH : LEAST_DEPTH_OF_FEW);
    }
}
