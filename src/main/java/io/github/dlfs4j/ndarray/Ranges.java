package io.github.dlfs4j.ndarray;

import java.math.BigInteger;

/** Evenly spaced numbers. */
final class Ranges {
    private Ranges() {}

    static NDArray arange(long start, long stop, long step) {
        if (step == 0) {
            throw Errors.zeroRangeStep();
        }
        // Exact, as Python's integers are: the difference of two longs can need 65 bits.
        BigInteger distance = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
        long[] values = new long[length(distance.doubleValue() / step)];
        for (int i = 0; i < values.length; i++) {
            values[i] = start + i * step;
        }
        return NDArray.of(values);
    }

    /** As NumPy does it: the distance is that of the first two numbers, after rounding. */
    static NDArray arange(double start, double stop, double step) {
        if (step == 0) {
            throw Errors.zeroRangeStep();
        }
        double steps = (stop - start) / step;
        boolean underflow = steps == 0 && stop != start;
        boolean forward = Math.copySign(1, steps) > 0;
        double[] values = new double[underflow && forward ? 1 : length(steps)];
        double distance = (start + step) - start;
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (i) {
                case 0 -> start;
                case 1 -> start + step;
                default -> start + i * distance;
            };
        }
        return NDArray.of(values);
    }

    /**
     * As NumPy does it: the last number is exactly {@code stop}, and a step that underflows is taken after dividing.
     */
    static NDArray linspace(double start, double stop, int count) {
        if (count < 0) {
            throw Errors.negativeCount(count);
        }
        double[] values = new double[Shape.of(count).size()];
        double distance = stop - start;
        double intervals = count - 1;
        double step = distance / intervals;
        for (int i = 0; i < count; i++) {
            values[i] = start + (count == 1 ? i * distance : step == 0 ? i / intervals * distance : i * step);
        }
        if (count > 1) {
            values[count - 1] = stop;
        }
        return NDArray.of(values);
    }

    private static int length(double steps) {
        if (Double.isNaN(steps)) {
            throw Errors.unknownRangeLength();
        }
        if (steps > Storage.MAX_LENGTH || Double.isInfinite(steps)) {
            throw Errors.rangeTooLong();
        }
        return (int) Math.max(Math.ceil(steps), 0);
    }
}
