package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongComparisons;

/**
 * The loop of a {@link Relation} on {@code long}.
 *
 * @param relation the relation
 */
record LongRelation(Relation relation) implements BinaryLoops<long[], boolean[]> {
    @Override
    public void run(long[] a, long[] b, boolean[] out, int from, int to) {
        switch (relation) {
            case EQUAL -> LongComparisons.equal(a, b, out, from, to);
            case NOT_EQUAL -> LongComparisons.notEqual(a, b, out, from, to);
            case LESS -> LongComparisons.less(a, b, out, from, to);
            case LESS_EQUAL -> LongComparisons.lessEqual(a, b, out, from, to);
            case GREATER -> LongComparisons.less(b, a, out, from, to);
            case GREATER_EQUAL -> LongComparisons.lessEqual(b, a, out, from, to);
        }
    }
}
