package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Reductions} with the Vector API. Operations that it does not make faster are inherited. */
@AlsoFor(float.class)
final class VectorDoubleReductions extends DoubleReductionLoops {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void sum(double[] a, int from, int to, double[] result, int at) {
        result[at] += VectorDoubleSums.sum(a, from, to);
    }

    @Override
    public void maximum(double[] a, int from, int to, double[] result, int at) {
        result[at] = Math.max(result[at], VectorDoubleExtremes.maximum(a, from, to));
    }

    @Override
    public void minimum(double[] a, int from, int to, double[] result, int at) {
        result[at] = Math.min(result[at], VectorDoubleExtremes.minimum(a, from, to));
    }

    @Override
    public void argmax(double[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = VectorDoublePositions.argmax(a, start, length);
        }
    }

    /** Adds four rows at a time, so that the sums are read and written once for all four. */
    @Override
    public void addRows(double[] a, int from, int rows, double[] sums, int n) {
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
}
