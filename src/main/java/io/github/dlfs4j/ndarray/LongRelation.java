package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.Comparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongComparisonLoops;

/**
 * The loop of a {@link Relation} on {@code long}.
 *
 * @param relation the relation
 */
record LongRelation(Relation relation) implements BinaryLoops<long[], boolean[]> {
    private static final Comparisons<long[]> LOOPS = new LongComparisonLoops();

    @Override
    public void run(long[] a, long[] b, boolean[] out, int from, int to) {
        switch (relation) {
            case EQUAL -> LOOPS.equal(a, b, out, from, to);
            case NOT_EQUAL -> LOOPS.notEqual(a, b, out, from, to);
            case LESS -> LOOPS.less(a, b, out, from, to);
            case LESS_EQUAL -> LOOPS.lessEqual(a, b, out, from, to);
            case GREATER -> LOOPS.less(b, a, out, from, to);
            case GREATER_EQUAL -> LOOPS.lessEqual(b, a, out, from, to);
        }
    }
}
