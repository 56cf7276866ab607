package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Traversal;

/** Comparisons of elements, whose results are bool. */
final class Comparison {
    private Comparison() {}

    static NDArray compare(Relation relation, NDArray a, NDArray b) {
        NDArray out = allocate(a, b);
        fill(relation, a, b, out);
        return out;
    }

    /** Writes the comparison to {@code out}. */
    static NDArray compare(Relation relation, NDArray a, NDArray b, NDArray out) {
        Elementwise.checkOutput(relation.toString(), DType.BOOL, out, a, b);
        fill(relation, Casting.withoutOverlap(a, out), Casting.withoutOverlap(b, out), out);
        return out;
    }

    private static void fill(Relation relation, NDArray a, NDArray b, NDArray out) {
        switch (DType.promote(a.dtype(), b.dtype())) {
            case BOOL, UINT8, INT64 ->
                Traversal.run(
                        Lane.LONGS,
                        Lane.BOOLEANS,
                        new LongRelation(relation),
                        a.elements(),
                        b.elements(),
                        out.elements());
            case FLOAT32 ->
                Traversal.run(
                        Lane.FLOATS,
                        Lane.BOOLEANS,
                        new FloatRelation(relation),
                        a.elements(),
                        b.elements(),
                        out.elements());
            case FLOAT64 ->
                Traversal.run(
                        Lane.DOUBLES,
                        Lane.BOOLEANS,
                        new DoubleRelation(relation),
                        a.elements(),
                        b.elements(),
                        out.elements());
        }
    }

    private static NDArray allocate(NDArray a, NDArray b) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        return Elementwise.allocate(DType.BOOL, a.stretchedTo(shape), b.stretchedTo(shape));
    }
}
