package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;

/**
 * The loop of a {@link Relation} on {@code double}.
 *
 * @param relation which one
 */
record DoubleRelation(Relation relation) implements BinaryLoops<double[], boolean[]> {
    private static final Kernels KERNELS = KernelSelector.selected();

    @Override
    public void run(double[] a, double[] b, boolean[] out, int from, int to) {
        switch (relation) {
            case EQUAL -> KERNELS.equal(a, b, out, from, to);
            case NOT_EQUAL -> KERNELS.notEqual(a, b, out, from, to);
            case LESS -> KERNELS.less(a, b, out, from, to);
            case LESS_EQUAL -> KERNELS.lessEqual(a, b, out, from, to);
            case GREATER -> KERNELS.less(b, a, out, from, to);
            case GREATER_EQUAL -> KERNELS.lessEqual(b, a, out, from, to);
        }
    }
}
