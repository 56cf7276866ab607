package io.github.dlfs4j.ndarray;

/** Evenly spaced numbers. */
final class Ranges {
    private Ranges() {}

    static NDArray arange(long start, long stop, long step) {
        if (step == 0) {
            throw Errors.zeroRangeStep();
        }
        double count = Math.ceil(((double) stop - start) / step);
        long[] values = new long[checkCount(count)];
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
        double[] values = new double[checkCount(Math.ceil((stop - start) / step))];
        double distance = (start + step) - start;
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 1 ? start + step : start + i * distance;
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
        double[] values = new double[count];
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

    private static int checkCount(double count) {
        if (Double.isNaN(count) || count > Storage.MAX_LENGTH) {
            throw Errors.rangeTooLong();
        }
        return (int) Math.max(count, 0);
    }
}
