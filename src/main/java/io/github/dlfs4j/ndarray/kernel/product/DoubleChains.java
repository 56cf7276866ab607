package io.github.dlfs4j.ndarray.kernel.product;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The chains of an element that is summed in several, as {@link SummationOrder} says. */
@AlsoFor(float.class)
final class DoubleChains {
    /** How many there are, a multiple of four. */
    static final int COUNT = SummationOrder.BYTES_OF_CHAINS / Double.BYTES;

    private DoubleChains() {}

    /**
     * Adds the terms to chains that do not fill another round of all.
     *
     * @param x where the row begins in a
     * @param y where the column begins in b
     * @param depth terms of the element
     * @param chains the first {@value #COUNT} from {@code at} on are those of the element
     */
    static void addLast(double[] a, int x, double[] b, int y, int depth, double[] chains, int at) {
        int whole = depth - depth % COUNT;
        for (int p = whole; p < depth; p++) {
            int chain = at + p - whole;
            chains[chain] = fma(a[x + p], b[y + p], chains[chain]);
        }
    }

    /**
     * Adds chains up: each fourth one from the first to the last, then the first of these four sums and the second, the
     * third and the fourth, and these two.
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
