package io.github.dlfs4j.ndarray.kernel.reduction;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.NE;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The results of {@link DoubleExtremes} with the Vector API. A loop compares four vectors at a time, because each
 * comparison waits for the one before it. In a short run the four are neighbours. In a long run one is in each quarter,
 * because a processor fetches four streams from memory faster than one. The last vectors overlap the ones before them:
 * a second loop for the rest would keep the JIT compiler from holding vectors in registers. The comparisons do not
 * distinguish -0.0 from 0.0, so an extreme of zero is computed again.
 */
@AlsoFor(float.class)
final class VectorDoubleExtremes {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** The shortest run that is read in four streams. */
    static final int LONG = 1 << 16;

    private VectorDoubleExtremes() {}

    static double maximum(double[] a, int from, int to) {
        int n = to - from;
        if (n < 4 * LANES) {
            return DoubleExtremes.maximum(a, from, to);
        }
        DoubleVector largest0 = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        DoubleVector largest1 = largest0;
        DoubleVector largest2 = largest0;
        DoubleVector largest3 = largest0;
        DoubleVector nan0 = DoubleVector.zero(SPECIES);
        DoubleVector nan1 = nan0;
        DoubleVector nan2 = nan0;
        DoubleVector nan3 = nan0;
        boolean isLong = n >= LONG;
        int distance = isLong ? n / 4 : LANES;
        int step = isLong ? LANES : 4 * LANES;
        int end = isLong ? distance : n;
        for (int start = 0; start < end; start += step) {
            int i = from + Math.min(start, end - step);
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, a, i + distance);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, a, i + 2 * distance);
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, a, i + 3 * distance);
            largest0 = largest0.blend(x0, x0.compare(GT, largest0));
            largest1 = largest1.blend(x1, x1.compare(GT, largest1));
            largest2 = largest2.blend(x2, x2.compare(GT, largest2));
            largest3 = largest3.blend(x3, x3.compare(GT, largest3));
            nan0 = nan0.blend(x0, x0.compare(NE, x0));
            nan1 = nan1.blend(x1, x1.compare(NE, x1));
            nan2 = nan2.blend(x2, x2.compare(NE, x2));
            nan3 = nan3.blend(x3, x3.compare(NE, x3));
        }
        DoubleVector nan = nan0.lanewise(ADD, nan1).lanewise(ADD, nan2.lanewise(ADD, nan3));
        double largest = nan.compare(NE, nan).anyTrue()
                ? Double.NaN
                : largest0.max(largest1).max(largest2.max(largest3)).reduceLanes(MAX);
        for (int i = from + (isLong ? 4 * distance : n); i < to; i++) {
            largest = Math.max(largest, a[i]);
        }
        return largest == 0 ? DoubleExtremes.maximum(a, from, to) : largest;
    }

    static double minimum(double[] a, int from, int to) {
        int n = to - from;
        if (n < 4 * LANES) {
            return DoubleExtremes.minimum(a, from, to);
        }
        DoubleVector smallest0 = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
        DoubleVector smallest1 = smallest0;
        DoubleVector smallest2 = smallest0;
        DoubleVector smallest3 = smallest0;
        DoubleVector nan0 = DoubleVector.zero(SPECIES);
        DoubleVector nan1 = nan0;
        DoubleVector nan2 = nan0;
        DoubleVector nan3 = nan0;
        boolean isLong = n >= LONG;
        int distance = isLong ? n / 4 : LANES;
        int step = isLong ? LANES : 4 * LANES;
        int end = isLong ? distance : n;
        for (int start = 0; start < end; start += step) {
            int i = from + Math.min(start, end - step);
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, a, i + distance);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, a, i + 2 * distance);
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, a, i + 3 * distance);
            smallest0 = smallest0.blend(x0, x0.compare(LT, smallest0));
            smallest1 = smallest1.blend(x1, x1.compare(LT, smallest1));
            smallest2 = smallest2.blend(x2, x2.compare(LT, smallest2));
            smallest3 = smallest3.blend(x3, x3.compare(LT, smallest3));
            nan0 = nan0.blend(x0, x0.compare(NE, x0));
            nan1 = nan1.blend(x1, x1.compare(NE, x1));
            nan2 = nan2.blend(x2, x2.compare(NE, x2));
            nan3 = nan3.blend(x3, x3.compare(NE, x3));
        }
        DoubleVector nan = nan0.lanewise(ADD, nan1).lanewise(ADD, nan2.lanewise(ADD, nan3));
        double smallest = nan.compare(NE, nan).anyTrue()
                ? Double.NaN
                : smallest0.min(smallest1).min(smallest2.min(smallest3)).reduceLanes(MIN);
        for (int i = from + (isLong ? 4 * distance : n); i < to; i++) {
            smallest = Math.min(smallest, a[i]);
        }
        return smallest == 0 ? DoubleExtremes.minimum(a, from, to) : smallest;
    }
}
