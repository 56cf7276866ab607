package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The reductions of {@link ReductionKernels} on {@code float} with the Vector API. They give the bits of the plain
 * ones.
 */
final class VectorFloatReductions {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** A longer run is read in four streams. */
    private static final int LONG = 1 << 16;

    /**
     * A search for a position goes over so many elements again. They are long runs: in short ones, read in one stream,
     * a search among 10<sup>7</sup> numbers of double took half as long again.
     */
    private static final int CHUNK = 4 * LONG;

    private VectorFloatReductions() {}

    /** Four rows at a time, so that the sums need not be read and written for each. */
    static void addRows(float[] a, int from, int rows, float[] sums, int n) {
        int row = 0;
        for (; row <= rows - 4; row += 4) {
            int first = from + row * n;
            int second = first + n;
            int third = second + n;
            int fourth = third + n;
            int j = 0;
            for (; j <= n - LANES; j += LANES) {
                FloatVector.fromArray(SPECIES, sums, j)
                        .add(FloatVector.fromArray(SPECIES, a, first + j))
                        .add(FloatVector.fromArray(SPECIES, a, second + j))
                        .add(FloatVector.fromArray(SPECIES, a, third + j))
                        .add(FloatVector.fromArray(SPECIES, a, fourth + j))
                        .intoArray(sums, j);
            }
            for (; j < n; j++) {
                sums[j] = sums[j] + a[first + j] + a[second + j] + a[third + j] + a[fourth + j];
            }
        }
        for (; row < rows; row++) {
            int start = from + row * n;
            int j = 0;
            for (; j <= n - LANES; j += LANES) {
                FloatVector.fromArray(SPECIES, sums, j)
                        .add(FloatVector.fromArray(SPECIES, a, start + j))
                        .intoArray(sums, j);
            }
            for (; j < n; j++) {
                sums[j] += a[start + j];
            }
        }
    }

    /**
     * The largest element, or NaN. Four vectors at a time, since each comparison waits for the one before it: side by
     * side, or of a long run one in each quarter, since a processor fetches four streams from memory faster than one.
     * The last overlap those before: a second loop would keep the JIT compiler from holding vectors in registers.
     */
    static float maximum(float[] a, int from, int to) {
        int n = to - from;
        if (n < 4 * LANES) {
            float[] result = {Float.NEGATIVE_INFINITY};
            ExtremeLoops.maximum(a, from, to, result, 0);
            return result[0];
        }
        FloatVector largest0 = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector largest1 = largest0;
        FloatVector largest2 = largest0;
        FloatVector largest3 = largest0;
        FloatVector nan0 = FloatVector.zero(SPECIES);
        FloatVector nan1 = nan0;
        FloatVector nan2 = nan0;
        FloatVector nan3 = nan0;
        boolean isLong = n >= LONG;
        int distance = isLong ? n / 4 : LANES;
        int step = isLong ? LANES : 4 * LANES;
        int end = isLong ? distance : n;
        for (int start = 0; start < end; start += step) {
            int i = from + Math.min(start, end - step);
            FloatVector x0 = FloatVector.fromArray(SPECIES, a, i);
            FloatVector x1 = FloatVector.fromArray(SPECIES, a, i + distance);
            FloatVector x2 = FloatVector.fromArray(SPECIES, a, i + 2 * distance);
            FloatVector x3 = FloatVector.fromArray(SPECIES, a, i + 3 * distance);
            largest0 = largest0.blend(x0, x0.compare(GT, largest0));
            largest1 = largest1.blend(x1, x1.compare(GT, largest1));
            largest2 = largest2.blend(x2, x2.compare(GT, largest2));
            largest3 = largest3.blend(x3, x3.compare(GT, largest3));
            nan0 = nan0.blend(x0, x0.compare(NE, x0));
            nan1 = nan1.blend(x1, x1.compare(NE, x1));
            nan2 = nan2.blend(x2, x2.compare(NE, x2));
            nan3 = nan3.blend(x3, x3.compare(NE, x3));
        }
        FloatVector nan = nan0.lanewise(ADD, nan1).lanewise(ADD, nan2.lanewise(ADD, nan3));
        float largest = nan.compare(NE, nan).anyTrue()
                ? Float.NaN
                : largest0.max(largest1).max(largest2.max(largest3)).reduceLanes(MAX);
        for (int i = from + (isLong ? 4 * distance : n); i < to; i++) {
            largest = Math.max(largest, a[i]);
        }
        return largest;
    }

    /**
     * The smallest element, or NaN. Four vectors at a time, since each comparison waits for the one before it: side by
     * side, or of a long run one in each quarter, since a processor fetches four streams from memory faster than one.
     * The last overlap those before: a second loop would keep the JIT compiler from holding vectors in registers.
     */
    static float minimum(float[] a, int from, int to) {
        int n = to - from;
        if (n < 4 * LANES) {
            float[] result = {Float.POSITIVE_INFINITY};
            ExtremeLoops.minimum(a, from, to, result, 0);
            return result[0];
        }
        FloatVector smallest0 = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
        FloatVector smallest1 = smallest0;
        FloatVector smallest2 = smallest0;
        FloatVector smallest3 = smallest0;
        FloatVector nan0 = FloatVector.zero(SPECIES);
        FloatVector nan1 = nan0;
        FloatVector nan2 = nan0;
        FloatVector nan3 = nan0;
        boolean isLong = n >= LONG;
        int distance = isLong ? n / 4 : LANES;
        int step = isLong ? LANES : 4 * LANES;
        int end = isLong ? distance : n;
        for (int start = 0; start < end; start += step) {
            int i = from + Math.min(start, end - step);
            FloatVector x0 = FloatVector.fromArray(SPECIES, a, i);
            FloatVector x1 = FloatVector.fromArray(SPECIES, a, i + distance);
            FloatVector x2 = FloatVector.fromArray(SPECIES, a, i + 2 * distance);
            FloatVector x3 = FloatVector.fromArray(SPECIES, a, i + 3 * distance);
            smallest0 = smallest0.blend(x0, x0.compare(LT, smallest0));
            smallest1 = smallest1.blend(x1, x1.compare(LT, smallest1));
            smallest2 = smallest2.blend(x2, x2.compare(LT, smallest2));
            smallest3 = smallest3.blend(x3, x3.compare(LT, smallest3));
            nan0 = nan0.blend(x0, x0.compare(NE, x0));
            nan1 = nan1.blend(x1, x1.compare(NE, x1));
            nan2 = nan2.blend(x2, x2.compare(NE, x2));
            nan3 = nan3.blend(x3, x3.compare(NE, x3));
        }
        FloatVector nan = nan0.lanewise(ADD, nan1).lanewise(ADD, nan2.lanewise(ADD, nan3));
        float smallest = nan.compare(NE, nan).anyTrue()
                ? Float.NaN
                : smallest0.min(smallest1).min(smallest2.min(smallest3)).reduceLanes(MIN);
        for (int i = from + (isLong ? 4 * distance : n); i < to; i++) {
            smallest = Math.min(smallest, a[i]);
        }
        return smallest;
    }

    /** See {@link ReductionKernels#argmax}: the largest element of each run first, then where it is. */
    static void argmax(float[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = length <= 2 * LANES
                    ? positionInVectors(a, start, length)
                    : positionOfMaximum(a, start, start + length) - start;
        }
    }

    /** The position in a run that two vectors can hold. */
    private static int positionInVectors(float[] a, int start, int length) {
        VectorMask<Float> inFirst = SPECIES.indexInRange(0, length);
        VectorMask<Float> inSecond = SPECIES.indexInRange(LANES, Math.max(LANES, length));
        FloatVector outside = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector first = outside.blend(FloatVector.fromArray(SPECIES, a, start, inFirst), inFirst);
        FloatVector second = outside.blend(FloatVector.fromArray(SPECIES, a, start + LANES, inSecond), inSecond);
        float largest = first.max(second).reduceLanes(MAX);
        if (Float.isNaN(largest)) {
            int position = first.compare(NE, first).firstTrue();
            return position < LANES
                    ? position
                    : LANES + second.compare(NE, second).firstTrue();
        }
        int position = first.compare(EQ, largest).firstTrue();
        return position < LANES ? position : LANES + second.compare(EQ, largest).firstTrue();
    }

    private static int positionOfMaximum(float[] a, int from, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        int best = from;
        for (int chunk = from; chunk < to; chunk += CHUNK) {
            float value = maximum(a, chunk, Math.min(chunk + CHUNK, to));
            if (!(value <= largest)) {
                largest = value;
                best = chunk;
                if (Float.isNaN(value)) {
                    break;
                }
            }
        }
        return first(largest, a, best, to);
    }

    /** The first position of a value that is there. */
    private static int first(float value, float[] a, int from, int to) {
        boolean isNaN = Float.isNaN(value);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            VectorMask<Float> found = isNaN ? x.compare(NE, x) : x.compare(EQ, value);
            if (found.anyTrue()) {
                return i + found.firstTrue();
            }
        }
        while (isNaN ? !Float.isNaN(a[i]) : a[i] != value) {
            i++;
        }
        return i;
    }
}
