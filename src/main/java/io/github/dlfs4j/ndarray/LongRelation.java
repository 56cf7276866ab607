package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ComparisonLoops;

/**
 * The loop of a {@link Relation} on {@code long}.
 *
 * @param relation which one
 */
record LongRelation(Relation relation) implements BinaryLoops<long[], boolean[]> {
    @Override
    public void run(long[] a, long[] b, boolean[] out, int from, int to) {
        switch (relation) {
            case EQUAL -> ComparisonLoops.equal(a, b, out, from, to);
            case NOT_EQUAL -> ComparisonLoops.notEqual(a, b, out, from, to);
            case LESS -> ComparisonLoops.less(a, b, out, from, to);
            case LESS_EQUAL -> ComparisonLoops.lessEqual(a, b, out, from, to);
            case GREATER -> ComparisonLoops.less(b, a, out, from, to);
            case GREATER_EQUAL -> ComparisonLoops.lessEqual(b, a, out, from, to);
        }
    }
}
