package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.DoubleReductions;
import io.github.dlfs4j.ndarray.kernel.reduction.Reductions;
import io.github.dlfs4j.ndarray.strided.Lane;
import java.util.Arrays;

/**
 * The loops of a {@link Fold} on {@code double}.
 *
 * @param fold the fold
 */
@AlsoFor(float.class)
record DoubleFold(Fold fold) implements FoldLoops<double[]> {
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
        Reductions<double[]> reductions = DoubleReductions.fastest(to - from);
        switch (fold) {
            case SUM -> reductions.sum(a, from, to, result, at);
            case PRODUCT -> reductions.product(a, from, to, result, at);
            case MAXIMUM -> reductions.maximum(a, from, to, result, at);
            case MINIMUM -> reductions.minimum(a, from, to, result, at);
            case ANY, ALL -> throw new AssertionError(fold);
        }
    }

    @Override
    public void runRow(double[] row, double[] results, int n) {
        switch (fold) {
            case SUM -> DoubleArithmeticLoops.add(results, row, results, 0, n);
            case PRODUCT -> DoubleArithmeticLoops.multiply(results, row, results, 0, n);
            case MAXIMUM -> DoubleArithmeticLoops.maximum(results, row, results, 0, n);
            case MINIMUM -> DoubleArithmeticLoops.minimum(results, row, results, 0, n);
            case ANY, ALL -> throw new AssertionError(fold);
        }
    }

    @Override
    public boolean takeRows() {
        return fold == Fold.SUM;
    }

    @Override
    public void runRows(double[] a, int from, int rows, double[] results, int n) {
        DoubleReductions.fastest((long) rows * n).addRows(a, from, rows, results, n);
    }
}
