package io.github.dlfs4j.ndarray.kernel.reduction;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.NE;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Where the first largest element of a run is, with the Vector API: the largest element first, then where it is. */
@AlsoFor(float.class)
final class VectorDoublePositions {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /**
     * A search for a position goes over so many elements again. They are long runs: in short ones, read in one stream,
     * a search among 10<sup>7</sup> numbers of double took half as long again.
     */
    private static final int CHUNK = 4 * VectorDoubleExtremes.LONG;

    private VectorDoublePositions() {}

    /** The position in the run. */
    static int argmax(double[] a, int start, int length) {
        return length <= 2 * LANES
                ? positionInVectors(a, start, length)
                : positionOfMaximum(a, start, start + length) - start;
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
            double value = VectorDoubleExtremes.maximum(a, chunk, Math.min(chunk + CHUNK, to));
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
