package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleKindLoops;

/**
 * The loop that finds a {@link NumberKind} among {@code double}; it looks at the left operand alone.
 *
 * @param kind which one
 */
@AlsoFor(float.class)
record DoubleKind(NumberKind kind) implements BinaryLoops<double[], boolean[]> {
    @Override
    public void run(double[] a, double[] same, boolean[] out, int from, int to) {
        switch (kind) {
            case NAN -> DoubleKindLoops.isNaN(a, out, from, to);
            case FINITE -> DoubleKindLoops.isFinite(a, out, from, to);
            case INFINITE -> DoubleKindLoops.isInfinite(a, out, from, to);
            case POSITIVE_INFINITE -> DoubleKindLoops.isEqual(a, Double.POSITIVE_INFINITY, out, from, to);
            case NEGATIVE_INFINITE -> DoubleKindLoops.isEqual(a, Double.NEGATIVE_INFINITY, out, from, to);
        }
    }
}
