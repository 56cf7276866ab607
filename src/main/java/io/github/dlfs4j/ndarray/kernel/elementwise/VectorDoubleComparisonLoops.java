package io.github.dlfs4j.ndarray.kernel.elementwise;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Comparisons} with the Vector API. Each comparison has a loop of its own. In a shared loop, the comparison
 * would be a constant only if the JIT compiler chose to inline that loop.
 */
@AlsoFor(float.class)
final class VectorDoubleComparisonLoops extends DoubleComparisonLoops {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i)
                    .compare(EQ, DoubleVector.fromArray(SPECIES, b, i))
                    .intoArray(out, i);
        }
        super.equal(a, b, out, i, to);
    }

    @Override
    public void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i)
                    .compare(NE, DoubleVector.fromArray(SPECIES, b, i))
                    .intoArray(out, i);
        }
        super.notEqual(a, b, out, i, to);
    }

    @Override
    public void less(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i)
                    .compare(LT, DoubleVector.fromArray(SPECIES, b, i))
                    .intoArray(out, i);
        }
        super.less(a, b, out, i, to);
    }

    @Override
    public void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i)
                    .compare(LE, DoubleVector.fromArray(SPECIES, b, i))
                    .intoArray(out, i);
        }
        super.lessEqual(a, b, out, i, to);
    }

    @Override
    public void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, y, i)
                    .blend(DoubleVector.fromArray(SPECIES, x, i), VectorMask.fromArray(SPECIES, condition, i))
                    .intoArray(out, i);
        }
        super.choose(condition, x, y, out, i, to);
    }
}
