package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of {@code double} with the Vector API, in the order of {@link PairwiseSums}: each lane is one of its eight
 * running sums.
 */
@AlsoFor(float.class)
final class VectorDoubleSums {
    /** Vectors with a lane for each running sum. On a processor with shorter vectors, plain loops are faster. */
    private static final VectorSpecies<Double> EIGHT =
            VectorSpecies.of(double.class, VectorShape.forBitSize(8 * Double.SIZE));

    private static final boolean HAS_EIGHT = DoubleVector.SPECIES_PREFERRED.length() >= EIGHT.length();

    private VectorDoubleSums() {}

    static double sum(double[] a, int from, int to) {
        return HAS_EIGHT ? pairwise(a, from, to) : DoubleSums.sum(a, from, to);
    }

    private static double pairwise(double[] a, int from, int to) {
        int n = to - from;
        if (n <= PairwiseSums.BLOCK) {
            return block(a, from, to);
        }
        // A length that is a multiple of 32 makes both halves and all quarters equally long.
        if (n >= PairwiseSums.LONG && n % 32 == 0) {
            return sumOfQuarters(a, from, n / 4);
        }
        int middle = from + PairwiseSums.firstHalf(n);
        return pairwise(a, from, middle) + pairwise(a, middle, to);
    }

    private static double block(double[] a, int from, int to) {
        if (to - from < 8) {
            return DoubleSums.sum(a, from, to);
        }
        DoubleVector r = DoubleVector.fromArray(EIGHT, a, from);
        int i = from + 8;
        for (; i + 8 <= to; i += 8) {
            r = next(a, i).add(r);
        }
        double sum = sumOfLanes(r);
        for (; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    /**
     * Adds the four quarters of a run side by side. A processor fetches four streams from memory faster than one, and
     * adds four vectors in the time of one.
     */
    private static double sumOfQuarters(double[] a, int from, int n) {
        double[] sums = new double[4 * PairwiseSums.levels(n)];
        quarters(a, from, n, n, sums, 0);
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    /**
     * Adds four runs of n elements each, whose beginnings are {@code distance} apart. The four sums go to {@code sums},
     * from index {@code at} on.
     */
    private static void quarters(double[] a, int from, int n, int distance, double[] sums, int at) {
        if (n > PairwiseSums.BLOCK) {
            int half = PairwiseSums.firstHalf(n);
            quarters(a, from, half, distance, sums, at);
            quarters(a, from + half, n - half, distance, sums, at + 4);
            for (int i = at; i < at + 4; i++) {
                sums[i] += sums[i + 4];
            }
            return;
        }
        int second = from + distance;
        int third = second + distance;
        int fourth = third + distance;
        DoubleVector r0 = DoubleVector.fromArray(EIGHT, a, from);
        DoubleVector r1 = DoubleVector.fromArray(EIGHT, a, second);
        DoubleVector r2 = DoubleVector.fromArray(EIGHT, a, third);
        DoubleVector r3 = DoubleVector.fromArray(EIGHT, a, fourth);
        int i = 8;
        for (; i + 8 <= n; i += 8) {
            r0 = next(a, from + i).add(r0);
            r1 = next(a, second + i).add(r1);
            r2 = next(a, third + i).add(r2);
            r3 = next(a, fourth + i).add(r3);
        }
        double sum0 = sumOfLanes(r0);
        double sum1 = sumOfLanes(r1);
        double sum2 = sumOfLanes(r2);
        double sum3 = sumOfLanes(r3);
        for (; i < n; i++) {
            sum0 += a[from + i];
            sum1 += a[second + i];
            sum2 += a[third + i];
            sum3 += a[fourth + i];
        }
        sums[at] = sum0;
        sums[at + 1] = sum1;
        sums[at + 2] = sum2;
        sums[at + 3] = sum3;
    }

    /**
     * Loads the next vector. Callers add the running sum to this vector, not the other way round: the JIT compiler
     * always knows the class of a loaded vector. It sometimes does not know the class of a running sum, and would then
     * box it.
     */
    private static DoubleVector next(double[] a, int i) {
        return DoubleVector.fromArray(EIGHT, a, i);
    }

    private static double sumOfLanes(DoubleVector r) {
        return ((r.lane(0) + r.lane(1)) + (r.lane(2) + r.lane(3)))
                + ((r.lane(4) + r.lane(5)) + (r.lane(6) + r.lane(7)));
    }
}
