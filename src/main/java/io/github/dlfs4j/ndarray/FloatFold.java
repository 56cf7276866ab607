package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.ReductionLoops;
import java.util.Arrays;

/**
 * The loops of a {@link Fold} on {@code float}.
 *
 * @param fold which one
 */
record FloatFold(Fold fold) implements FoldLoops<float[]> {
    private static final Kernels KERNELS = KernelSelector.selected();

    @Override
    public Lane<float[]> lane() {
        return Lane.FLOATS;
    }

    @Override
    public void begin(float[] results) {
        Arrays.fill(results, identity());
    }

    private float identity() {
        return switch (fold) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MAXIMUM -> Float.NEGATIVE_INFINITY;
            case MINIMUM -> Float.POSITIVE_INFINITY;
            case ANY, ALL -> throw new AssertionError(fold);
        };
    }

    @Override
    public void run(float[] a, int from, int to, float[] result, int at) {
        switch (fold) {
            case SUM -> KERNELS.sum(a, from, to, result, at);
            case PRODUCT -> ReductionLoops.product(a, from, to, result, at);
            case MAXIMUM -> KERNELS.maximum(a, from, to, result, at);
            case MINIMUM -> KERNELS.minimum(a, from, to, result, at);
            case ANY, ALL -> throw new AssertionError(fold);
        }
    }

    @Override
    public void runRow(float[] row, float[] results, int n) {
        switch (fold) {
            case SUM -> ArithmeticLoops.add(results, row, results, 0, n);
            case PRODUCT -> ArithmeticLoops.multiply(results, row, results, 0, n);
            case MAXIMUM -> ArithmeticLoops.maximum(results, row, results, 0, n);
            case MINIMUM -> ArithmeticLoops.minimum(results, row, results, 0, n);
            case ANY, ALL -> throw new AssertionError(fold);
        }
    }

    @Override
    public boolean takeRows() {
        return fold == Fold.SUM;
    }

    @Override
    public void runRows(float[] a, int from, int rows, float[] results, int n) {
        KERNELS.addRows(a, from, rows, results, n);
    }
}
