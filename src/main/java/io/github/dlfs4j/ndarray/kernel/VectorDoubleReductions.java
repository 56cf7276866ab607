package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The reductions of {@link ReductionKernels} on {@code double} with the Vector API. They give the bits of the plain
 * ones.
 */
final class VectorDoubleReductions {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** A longer run is read in four streams. */
    private static final int LONG = 1 << 16;

    /**
     * A search for a position goes over so many elements again. They are long runs: in short ones, read in one stream,
     * a search among 10<sup>7</sup> numbers of double took half as long again.
     */
    private static final int CHUNK = 4 * LONG;

    private VectorDoubleReductions() {}

    /** Four rows at a time, so that the sums need not be read and written for each. */
    static void addRows(double[] a, int from, int rows, double[] sums, int n) {
        int row = 0;
        for (; row <= rows - 4; row += 4) {
            int first = from + row * n;
            int second = first + n;
            int third = second + n;
            int fourth = third + n;
            int j = 0;
            for (; j <= n - LANES; j += LANES) {
                DoubleVector.fromArray(SPECIES, sums, j)
                        .add(DoubleVector.fromArray(SPECIES, a, first + j))
                        .add(DoubleVector.fromArray(SPECIES, a, second + j))
                        .add(DoubleVector.fromArray(SPECIES, a, third + j))
                        .add(DoubleVector.fromArray(SPECIES, a, fourth + j))
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
                DoubleVector.fromArray(SPECIES, sums, j)
                        .add(DoubleVector.fromArray(SPECIES, a, start + j))
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
    static double maximum(double[] a, int from, int to) {
        int n = to - from;
        if (n < 4 * LANES) {
            double[] result = {Double.NEGATIVE_INFINITY};
            ExtremeLoops.maximum(a, from, to, result, 0);
            return result[0];
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
        return largest;
    }

    /**
     * The smallest element, or NaN. Four vectors at a time, since each comparison waits for the one before it: side by
     * side, or of a long run one in each quarter, since a processor fetches four streams from memory faster than one.
     * The last overlap those before: a second loop would keep the JIT compiler from holding vectors in registers.
     */
    static double minimum(double[] a, int from, int to) {
        int n = to - from;
        if (n < 4 * LANES) {
            double[] result = {Double.POSITIVE_INFINITY};
            ExtremeLoops.minimum(a, from, to, result, 0);
            return result[0];
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
        return smallest;
    }

    /** See {@link ReductionKernels#argmax}: the largest element of each run first, then where it is. */
    static void argmax(double[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = length <= 2 * LANES
                    ? positionInVectors(a, start, length)
                    : positionOfMaximum(a, start, start + length) - start;
        }
    }

    /** The position in a run that two vectors can hold. */
    private static int positionInVectors(double[] a, int start, int length) {
        VectorMask<Double> inFirst = SPECIES.indexInRange(0, length);
        VectorMask<Double> inSecond = SPECIES.indexInRange(LANES, Math.max(LANES, length));
        DoubleVector outside = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        DoubleVector first = outside.blend(DoubleVector.fromArray(SPECIES, a, start, inFirst), inFirst);
        DoubleVector second = outside.blend(DoubleVector.fromArray(SPECIES, a, start + LANES, inSecond), inSecond);
        double largest = first.max(second).reduceLanes(MAX);
        if (Double.isNaN(largest)) {
            int position = first.compare(NE, first).firstTrue();
            return position < LANES
                    ? position
                    : LANES + second.compare(NE, second).firstTrue();
        }
        int position = first.compare(EQ, largest).firstTrue();
        return position < LANES ? position : LANES + second.compare(EQ, largest).firstTrue();
    }

    private static int positionOfMaximum(double[] a, int from, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        int best = from;
        for (int chunk = from; chunk < to; chunk += CHUNK) {
            double value = maximum(a, chunk, Math.min(chunk + CHUNK, to));
            if (!(value <= largest)) {
                largest = value;
                best = chunk;
                if (Double.isNaN(value)) {
                    break;
                }
            }
        }
        return first(largest, a, best, to);
    }

    /** The first position of a value that is there. */
    private static int first(double value, double[] a, int from, int to) {
        boolean isNaN = Double.isNaN(value);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            VectorMask<Double> found = isNaN ? x.compare(NE, x) : x.compare(EQ, value);
            if (found.anyTrue()) {
                return i + found.firstTrue();
            }
        }
        while (isNaN ? !Double.isNaN(a[i]) : a[i] != value) {
            i++;
        }
        return i;
    }
}
