package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Traversal;
import java.util.Objects;

/** Comparisons of elements, whose results are bool. */
final class Comparison {
    static NDArray compare(Relation relation, NDArray a, NDArray b) {
        NDArray out = allocate(a, b);
        fill(relation, a, b, out);
        return out;
    }

    /** Writes the comparison to {@code out}. */
    static NDArray compare(Relation relation, NDArray a, NDArray b, NDArray out) {
        Elementwise.checkOutput(relation.toString(), DType.BOOL, out, a, Objects.requireNonNull(b, "b"));
        fill(relation, Casting.withoutOverlap(a, out), Casting.withoutOverlap(b, out), out);
        return out;
    }

    private static void fill(Relation relation, NDArray a, NDArray b, NDArray out) {
        DType dtype = DType.promote(a.dtype(), b.dtype());
        Traversal.run(relation.on(dtype), a.elements(), b.elements(), out.elements());
    }

    /** Tests which elements are of a kind; integers are finite. */
    static NDArray test(Relation kind, NDArray a) {
        NDArray out = Elementwise.allocate(DType.BOOL, a);
        fillTest(kind, a, out);
        return out;
    }

    /** Writes the test to {@code out}. */
    static NDArray test(Relation kind, NDArray a, NDArray out) {
        // NumPy combines the tests for infinities of one sign from two, so its message has the shape twice.
        boolean combined = kind == Relation.ISPOSINF || kind == Relation.ISNEGINF;
        NDArray[] operands = combined ? new NDArray[] {a, a} : new NDArray[] {a};
        Elementwise.checkOutput(kind.toString(), DType.BOOL, out, operands);
        fillTest(kind, Casting.withoutOverlap(a, out), out);
        return out;
    }

    private static void fillTest(Relation kind, NDArray a, NDArray out) {
        if (a.dtype().isFloating()) {
            // The loop of a relation takes two operands and ignores the second.
            fill(kind, a, a, out);
        } else if (kind == Relation.SIGNBIT || kind == Relation.LOGICAL_NOT) {
            Relation toZero = kind == Relation.SIGNBIT ? Relation.LESS : Relation.EQUAL;
            fill(toZero, a, Casting.weak(0, a.dtype()), out);
        } else {
            out.fill(kind == Relation.ISFINITE ? 1 : 0);
        }
    }

    private static NDArray allocate(NDArray a, NDArray b) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        return Elementwise.allocate(DType.BOOL, a.stretchedTo(shape), b.stretchedTo(shape));
    }
}
