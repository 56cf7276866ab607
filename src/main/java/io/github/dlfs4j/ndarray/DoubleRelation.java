package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
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
        switch (relation) {
            case EQUAL -> DoubleComparisons.equal(a, b, out, from, to);
            case NOT_EQUAL -> DoubleComparisons.notEqual(a, b, out, from, to);
            case LESS -> DoubleComparisons.less(a, b, out, from, to);
            case LESS_EQUAL -> DoubleComparisons.lessEqual(a, b, out, from, to);
            case GREATER -> DoubleComparisons.less(b, a, out, from, to);
            case GREATER_EQUAL -> DoubleComparisons.lessEqual(b, a, out, from, to);
        }
    }
}
