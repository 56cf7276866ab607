package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.ReductionLoops;
import java.util.Arrays;

/**
 * The loops of a {@link Fold} on {@code double}.
 *
 * @param fold which one
 */
record DoubleFold(Fold fold) implements FoldLoops<double[]> {
    private static final Kernels KERNELS = KernelSelector.selected();

    @Override
    public Lane<double[]> lane() {
        return Lane.DOUBLES;
    }

    @Override
    public void begin(double[] results) {
        Arrays.fill(results, identity());
    }

    private double identity() {
        return switch (fold) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MAXIMUM -> Double.NEGATIVE_INFINITY;
            case MINIMUM -> Double.POSITIVE_INFINITY;
            case ANY, ALL -> throw new AssertionError(fold);
        };
    }

    @Override
    public void run(double[] a, int from, int to, double[] result, int at) {
        switch (fold) {
            case SUM -> KERNELS.sum(a, from, to, result, at);
            case PRODUCT -> ReductionLoops.product(a, from, to, result, at);
            case MAXIMUM -> KERNELS.maximum(a, from, to, result, at);
            case MINIMUM -> KERNELS.minimum(a, from, to, result, at);
            case ANY, ALL -> throw new AssertionError(fold);
        }
    }

    @Override
    public void runRow(double[] row, double[] results, int n) {
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
    public void runRows(double[] a, int from, int rows, double[] results, int n) {
        KERNELS.addRows(a, from, rows, results, n);
    }
}
