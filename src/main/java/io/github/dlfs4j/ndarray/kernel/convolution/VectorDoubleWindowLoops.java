package io.github.dlfs4j.ndarray.kernel.convolution;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleWindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowRow;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link WindowLoops} with the Vector API, for the maxima of windows of 2x2 side by side. Plain loops compute the rest.
 */
@AlsoFor(float.class)
public final class VectorDoubleWindowLoops implements WindowLoops<double[]> {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /** Bring the elements of a vector with even indices together, in each half, and those with odd ones. */
    private static final VectorShuffle<Double> EVEN = VectorShuffle.fromOp(SPECIES, i -> (2 * i) % LANES);

    private static final VectorShuffle<Double> ODD = VectorShuffle.fromOp(SPECIES, i -> (2 * i + 1) % LANES);
    private static final VectorMask<Double> UPPER_HALF = VectorMask.fromLong(SPECIES, -1L << (LANES / 2));

    private final DoubleWindowLoops plain = new DoubleWindowLoops();

    @Override
    public void max(WindowRow row, double[] x, int from, double[] max, int to) {
        if (!fillsVectors(row)) {
            plain.max(row, x, from, max, to);
            return;
        }
        int down = row.imageWidth();
        for (int i = 0; i < row.count(); i += LANES) {
            int window = Math.min(i, row.count() - LANES);
            int p = from + 2 * window;
            DoubleVector left = max(load(x, p), load(x, p + down));
            DoubleVector right = max(load(x, p + LANES), load(x, p + down + LANES));
            max(together(left, right, EVEN), together(left, right, ODD)).intoArray(max, to + window);
        }
    }

    /** Returns whether there are vectors of windows of 2x2 side by side; the last may overlap the one before. */
    private static boolean fillsVectors(WindowRow row) {
        return row.isTwoByTwo() && row.stride() == 2 && row.count() >= LANES;
    }

    /** With masks for positions, vectors were no faster. */
    @Override
    public void find(WindowRow row, double[] x, int plane, int first, double[] max, int to, long[] positions, int at) {
        plain.find(row, x, plane, first, max, to, positions, at);
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }

    private static DoubleVector max(DoubleVector a, DoubleVector b) {
        return a.lanewise(VectorOperators.MAX, b);
    }

    /** Returns every second element of two vectors. */
    private static DoubleVector together(DoubleVector left, DoubleVector right, VectorShuffle<Double> shuffle) {
        return left.rearrange(shuffle).blend(right.rearrange(shuffle), UPPER_HALF);
    }

    @Override
    public void clear(double[] sums, int from, int to) {
        plain.clear(sums, from, to);
    }

    @Override
    public void addAt(double[] sums, int plane, long[] positions, double[] terms, int from, int at, int n) {
        plain.addAt(sums, plane, positions, terms, from, at, n);
    }
}
