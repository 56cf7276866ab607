package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.elementwise.LongArithmeticLoops;
import java.util.Arrays;

/** The folds of {@code long}. Their sums wrap around, so they do not depend on the order. */
public enum LongFold implements FoldLoops<long[]> {
    SUM(0),
    PRODUCT(1),
    MAXIMUM(Long.MIN_VALUE),
    MINIMUM(Long.MAX_VALUE),
    /** Whether any element is 1; all elements are 0 or 1. */
    ANY(0),
    /** Whether all elements are 1; all elements are 0 or 1. */
    ALL(1);

    private final long identity;

    LongFold(long identity) {
        this.identity = identity;
    }

    @Override
    public void begin(long[] results) {
        Arrays.fill(results, identity);
    }

    @Override
    public void run(long[] a, int from, int to, long[] result, int at) {
        long before = result[at];
        result[at] = switch (this) {
            case SUM -> sum(a, from, to, before);
            case PRODUCT -> product(a, from, to, before);
            case MAXIMUM, ANY -> maximum(a, from, to, before);
            case MINIMUM, ALL -> minimum(a, from, to, before);
        };
    }

    private static long sum(long[] a, int from, int to, long before) {
        long sum = before;
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    private static long product(long[] a, int from, int to, long before) {
        long product = before;
        for (int i = from; i < to; i++) {
            product *= a[i];
        }
        return product;
    }

    private static long maximum(long[] a, int from, int to, long before) {
        long largest = before;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, a[i]);
        }
        return largest;
    }

    private static long minimum(long[] a, int from, int to, long before) {
        long smallest = before;
        for (int i = from; i < to; i++) {
            smallest = Math.min(smallest, a[i]);
        }
        return smallest;
    }

    @Override
    public void runRow(long[] row, long[] results, int n) {
        switch (this) {
            case SUM -> LongArithmeticLoops.add(results, row, results, 0, n);
            case PRODUCT -> LongArithmeticLoops.multiply(results, row, results, 0, n);
            case MAXIMUM, ANY -> LongArithmeticLoops.maximum(results, row, results, 0, n);
            case MINIMUM, ALL -> LongArithmeticLoops.minimum(results, row, results, 0, n);
        }
    }
}
