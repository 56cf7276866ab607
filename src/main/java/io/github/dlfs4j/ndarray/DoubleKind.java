package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleKindLoops;

/**
 * The loop that tests {@code double} for a {@link NumberKind}; it ignores the right operand.
 *
 * @param kind the kind of number
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
