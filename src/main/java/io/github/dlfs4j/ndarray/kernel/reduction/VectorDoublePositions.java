package io.github.dlfs4j.ndarray.kernel.reduction;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.NE;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The position of the first largest element of a run, with the Vector API. The largest element is found first, then
 * searched for.
 */
@AlsoFor(float.class)
final class VectorDoublePositions {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /**
     * The elements that are compared at a time; one such chunk is searched again. A chunk is a long run, read in four
     * streams. With short runs, each read in one stream, a search in 10<sup>7</sup> elements of type double took half
     * as long again.
     */
    private static final int CHUNK = 4 * VectorDoubleExtremes.LONG;

    /** Returns the position relative to the start of the run. */
    static int argmax(double[] a, int start, int length) {
        return length <= 2 * LANES
                ? positionInVectors(a, start, length)
                : positionOfMaximum(a, start, start + length) - start;
    }

    /** Returns the position in a run that fits two vectors. */
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
            double value = VectorDoubleExtremes.maximum(a, chunk, Math.min(chunk + CHUNK, to));
            if (!(value <= largest)) {
                largest = value;
                best = chunk;
                if (Double.isNaN(value)) {
                    break;
                }
            }
        }
        return firstPosition(largest, a, best, to);
    }

    /** Returns the first position of a value that the run contains. */
    private static int firstPosition(double value, double[] a, int from, int to) {
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
