package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.LongArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.LongReductions;
import io.github.dlfs4j.ndarray.strided.Lane;
import java.util.Arrays;

/**
 * The loops of a {@link Fold} on {@code long}.
 *
 * @param fold the fold
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
            case SUM -> LongReductions.LOOPS.sum(a, from, to, result, at);
            case PRODUCT -> LongReductions.LOOPS.product(a, from, to, result, at);
            case MAXIMUM, ANY -> LongReductions.LOOPS.maximum(a, from, to, result, at);
            case MINIMUM, ALL -> LongReductions.LOOPS.minimum(a, from, to, result, at);
        }
    }

    @Override
    public void runRow(long[] row, long[] results, int n) {
        switch (fold) {
            case SUM -> LongArithmeticLoops.add(results, row, results, 0, n);
            case PRODUCT -> LongArithmeticLoops.multiply(results, row, results, 0, n);
            case MAXIMUM, ANY -> LongArithmeticLoops.maximum(results, row, results, 0, n);
            case MINIMUM, ALL -> LongArithmeticLoops.minimum(results, row, results, 0, n);
        }
    }
}
