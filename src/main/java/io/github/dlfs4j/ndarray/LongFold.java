package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.ExtremeLoops;
import io.github.dlfs4j.ndarray.kernel.ReductionLoops;
import java.util.Arrays;

/**
 * The loops of a {@link Fold} on {@code long}.
 *
 * @param fold which one
 */
record LongFold(Fold fold) implements FoldLoops<long[]> {
    @Override
    public Lane<long[]> lane() {
        return Lane.LONGS;
    }

    @Override
    public void begin(long[] results) {
        Arrays.fill(results, identity());
    }

    private long identity() {
        return switch (fold) {
            case SUM, ANY -> 0;
            case PRODUCT, ALL -> 1;
            case MAXIMUM -> Long.MIN_VALUE;
            case MINIMUM -> Long.MAX_VALUE;
        };
    }

    @Override
    public void run(long[] a, int from, int to, long[] result, int at) {
        switch (fold) {
            case SUM -> ReductionLoops.sum(a, from, to, result, at);
            case PRODUCT -> ReductionLoops.product(a, from, to, result, at);
            case MAXIMUM, ANY -> ExtremeLoops.maximum(a, from, to, result, at);
            case MINIMUM, ALL -> ExtremeLoops.minimum(a, from, to, result, at);
        }
    }

    @Override
    public void runRow(long[] row, long[] results, int n) {
        switch (fold) {
            case SUM -> ArithmeticLoops.add(results, row, results, 0, n);
            case PRODUCT -> ArithmeticLoops.multiply(results, row, results, 0, n);
            case MAXIMUM, ANY -> ArithmeticLoops.maximum(results, row, results, 0, n);
            case MINIMUM, ALL -> ArithmeticLoops.minimum(results, row, results, 0, n);
        }
    }
}
