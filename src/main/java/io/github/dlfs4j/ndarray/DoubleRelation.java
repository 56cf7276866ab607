package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.Comparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisons;

/**
 * The loop of a {@link Relation} on {@code double}.
 *
 * @param relation the relation
 */
@AlsoFor(float.class)
record DoubleRelation(Relation relation) implements BinaryLoops<double[], boolean[]> {
    @Override
    public void run(double[] a, double[] b, boolean[] out, int from, int to) {
        Comparisons<double[]> comparisons = DoubleComparisons.fastest(to - from);
        switch (relation) {
            case EQUAL -> comparisons.equal(a, b, out, from, to);
            case NOT_EQUAL -> comparisons.notEqual(a, b, out, from, to);
            case LESS -> comparisons.less(a, b, out, from, to);
            case LESS_EQUAL -> comparisons.lessEqual(a, b, out, from, to);
            case GREATER -> comparisons.less(b, a, out, from, to);
            case GREATER_EQUAL -> comparisons.lessEqual(b, a, out, from, to);
        }
    }
}
