package io.github.dlfs4j.ndarray.kernel.product;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The chains of an element that is the sum of several, as {@link SummationOrder} defines them. */
@AlsoFor(float.class)
final class DoubleChains {
    /** The number of chains, a multiple of four. */
    static final int COUNT = SummationOrder.BYTES_OF_CHAINS / Double.BYTES;

    /**
     * Adds the last terms, which do not fill a round of all chains.
     *
     * @param x where the row begins in {@code a}
     * @param y where the column begins in {@code b}
     * @param depth the number of terms of the element
     * @param chains the chains of the element are the {@value #COUNT} from index {@code at} on
     */
    static void addLast(double[] a, int x, double[] b, int y, int depth, double[] chains, int at) {
        int whole = depth - depth % COUNT;
        for (int p = whole; p < depth; p++) {
            int chain = at + p - whole;
            chains[chain] = fma(a[x + p], b[y + p], chains[chain]);
        }
    }

    /**
     * Adds the chains up. Four sums take every fourth chain each, from the first to the last. Then the first and the
     * second sum are added, the third and the fourth, and the two results.
     */
    static double sum(double[] chains, int at) {
        double sum0 = chains[at];
        double sum1 = chains[at + 1];
        double sum2 = chains[at + 2];
        double sum3 = chains[at + 3];
        for (int i = at + 4; i < at + COUNT; i += 4) {
            sum0 += chains[i];
            sum1 += chains[i + 1];
            sum2 += chains[i + 2];
            sum3 += chains[i + 3];
        }
        return (sum0 + sum1) + (sum2 + sum3) + 0.0;
    }
}
