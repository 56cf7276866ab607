package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ComparisonKernels} with the Vector API. Each comparison has its loop written out: handed to a common loop, it
 * would be a constant there only if the JIT compiler chose to inline that.
 */
final class VectorComparisons {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private VectorComparisons() {}

    static void equal(float[] a, float[] b, boolean[] out, int from, int to) {
        int lanes = FLOATS.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            FloatVector.fromArray(FLOATS, a, i)
                    .compare(EQ, FloatVector.fromArray(FLOATS, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.equal(a, b, out, i, to);
    }

    static void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        int lanes = DOUBLES.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            DoubleVector.fromArray(DOUBLES, a, i)
                    .compare(EQ, DoubleVector.fromArray(DOUBLES, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.equal(a, b, out, i, to);
    }

    static void notEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        int lanes = FLOATS.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            FloatVector.fromArray(FLOATS, a, i)
                    .compare(NE, FloatVector.fromArray(FLOATS, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.notEqual(a, b, out, i, to);
    }

    static void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        int lanes = DOUBLES.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            DoubleVector.fromArray(DOUBLES, a, i)
                    .compare(NE, DoubleVector.fromArray(DOUBLES, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.notEqual(a, b, out, i, to);
    }

    static void less(float[] a, float[] b, boolean[] out, int from, int to) {
        int lanes = FLOATS.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            FloatVector.fromArray(FLOATS, a, i)
                    .compare(LT, FloatVector.fromArray(FLOATS, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.less(a, b, out, i, to);
    }

    static void less(double[] a, double[] b, boolean[] out, int from, int to) {
        int lanes = DOUBLES.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            DoubleVector.fromArray(DOUBLES, a, i)
                    .compare(LT, DoubleVector.fromArray(DOUBLES, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.less(a, b, out, i, to);
    }

    static void lessEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        int lanes = FLOATS.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            FloatVector.fromArray(FLOATS, a, i)
                    .compare(LE, FloatVector.fromArray(FLOATS, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.lessEqual(a, b, out, i, to);
    }

    static void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        int lanes = DOUBLES.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            DoubleVector.fromArray(DOUBLES, a, i)
                    .compare(LE, DoubleVector.fromArray(DOUBLES, b, i))
                    .intoArray(out, i);
        }
        ComparisonLoops.lessEqual(a, b, out, i, to);
    }

    static void choose(boolean[] condition, float[] x, float[] y, float[] out, int from, int to) {
        int lanes = FLOATS.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            FloatVector.fromArray(FLOATS, y, i)
                    .blend(FloatVector.fromArray(FLOATS, x, i), VectorMask.fromArray(FLOATS, condition, i))
                    .intoArray(out, i);
        }
        ChoiceLoops.choose(condition, x, y, out, i, to);
    }

    static void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        int lanes = DOUBLES.length();
        int i = from;
        for (; i <= to - lanes; i += lanes) {
            DoubleVector.fromArray(DOUBLES, y, i)
                    .blend(DoubleVector.fromArray(DOUBLES, x, i), VectorMask.fromArray(DOUBLES, condition, i))
                    .intoArray(out, i);
        }
        ChoiceLoops.choose(condition, x, y, out, i, to);
    }
}
