package io.github.dlfs4j.ndarray.kernel.convolution;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of runs of elements. */
@AlsoFor(float.class)
final class VectorDoubleRuns {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);

    /** Adds n terms to n sums, where n fills vectors. */
    static void add(double[] terms, int from, double[] sums, int to, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, to + i);
            sum.add(DoubleVector.fromArray(SPECIES, terms, from + i)).intoArray(sums, to + i);
        }
    }
}
