package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;
import java.util.Arrays;

/** The folds of {@code double}. A NaN is the result of both extremes. */
@AlsoFor(float.class)
public enum DoubleFold implements FoldLoops<double[]> {
    SUM(0),
    PRODUCT(1),
    MAXIMUM(Double.NEGATIVE_INFINITY),
    MINIMUM(Double.POSITIVE_INFINITY);

    private final double identity;

    DoubleFold(double identity) {
        this.identity = identity;
    }

    @Override
    public void begin(double[] results) {
        Arrays.fill(results, identity);
    }

    @Override
    public void run(double[] a, int from, int to, double[] result, int at) {
        double before = result[at];
        result[at] = switch (this) {
            case SUM -> before + sum(a, from, to);
            case PRODUCT -> product(a, from, to, before);
            case MAXIMUM -> Math.max(before, maximum(a, from, to));
            case MINIMUM -> Math.min(before, minimum(a, from, to));
        };
    }

    /** Returns the sum of {@code a[from]} to {@code a[to - 1]}. */
    public static double sum(double[] a, int from, int to) {
        return takesVectors(to - from) ? VectorDoubleSums.sum(a, from, to) : DoubleSums.sum(a, from, to);
    }

    /** Returns the largest of {@code a[from]} to {@code a[to - 1]}, or NaN if one is NaN. */
    public static double maximum(double[] a, int from, int to) {
        return takesVectors(to - from)
                ? VectorDoubleExtremes.maximum(a, from, to)
                : DoubleExtremes.maximum(a, from, to);
    }

    private static double minimum(double[] a, int from, int to) {
        return takesVectors(to - from)
                ? VectorDoubleExtremes.minimum(a, from, to)
                : DoubleExtremes.minimum(a, from, to);
    }

    private static boolean takesVectors(long elements) {
        return DoubleReductionWarmUp.WARM_UP.isOver(elements);
    }

    private static double product(double[] a, int from, int to, double before) {
        double product = before;
        for (int i = from; i < to; i++) {
            product *= a[i];
        }
        return product;
    }

    @Override
    public void runRow(double[] row, double[] results, int n) {
        switch (this) {
            case SUM -> DoubleArithmeticLoops.add(results, row, results, 0, n);
            case PRODUCT -> DoubleArithmeticLoops.multiply(results, row, results, 0, n);
            case MAXIMUM -> DoubleArithmeticLoops.maximum(results, row, results, 0, n);
            case MINIMUM -> DoubleArithmeticLoops.minimum(results, row, results, 0, n);
        }
    }

    @Override
    public boolean takeRows() {
        return this == SUM;
    }

    /** Adds the rows; the other folds take one row at a time. */
    @Override
    public void runRows(double[] a, int from, int rows, double[] results, int n) {
        if (takesVectors((long) rows * n)) {
            VectorDoubleRowSums.addRows(a, from, rows, results, n);
        } else {
            DoubleRowSums.addRows(a, from, rows, results, n);
        }
    }
}
