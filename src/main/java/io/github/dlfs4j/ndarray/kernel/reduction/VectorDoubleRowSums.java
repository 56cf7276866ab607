package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of the columns of a matrix, with the Vector API. Four rows are added at a time, so that the sums are read and
 * written once for all four.
 */
@AlsoFor(float.class)
final class VectorDoubleRowSums {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

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
}
