package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of {@code float} with the Vector API, in the order of {@link PairwiseSums}: each lane is a running sum. */
final class VectorFloatSums {
    /** As many lanes as there are running sums. Where a processor's vectors are shorter, plain loops are faster. */
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    private static final boolean HAS_EIGHT = FloatVector.SPECIES_PREFERRED.length() >= EIGHT.length();

    private VectorFloatSums() {}

    static void sum(float[] a, int from, int to, float[] result, int at) {
        if (HAS_EIGHT) {
            result[at] += pairwise(a, from, to);
        } else {
            ReductionLoops.sum(a, from, to, result, at);
        }
    }

    private static float pairwise(float[] a, int from, int to) {
        int n = to - from;
        if (n <= PairwiseSums.BLOCK) {
            return block(a, from, to);
        }
        int middle = from + PairwiseSums.firstHalf(n);
        return pairwise(a, from, middle) + pairwise(a, middle, to);
    }

    private static float block(float[] a, int from, int to) {
        if (to - from < 8) {
            float sum = from < to ? a[from] : 0;
            for (int i = from + 1; i < to; i++) {
                sum += a[i];
            }
            return sum;
        }
        FloatVector r = FloatVector.fromArray(EIGHT, a, from);
        int i = from + 8;
        for (; i + 8 <= to; i += 8) {
            r = next(a, i).add(r);
        }
        float sum = sumOfLanes(r);
        for (; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    /**
     * What was loaded is of one class for sure, so the running sums are added to it. Of those the JIT compiler once in
     * a while knows too little, and boxes them.
     */
    private static FloatVector next(float[] a, int i) {
        return FloatVector.fromArray(EIGHT, a, i);
    }

    private static float sumOfLanes(FloatVector r) {
        return ((r.lane(0) + r.lane(1)) + (r.lane(2) + r.lane(3)))
                + ((r.lane(4) + r.lane(5)) + (r.lane(6) + r.lane(7)));
    }
}
