package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.math.BigInteger;

/** NumPy's {@code arange} and {@code linspace}. */
final class Ranges {
    static NDArray arange(long start, long stop, long step) {
        long[] values = Allocation.longs(length(start, stop, step));
        for (int i = 0; i < values.length; i++) {
            values[i] = start + i * step;
        }
        return NDArray.wrap(values, values.length);
    }

    private static int length(long start, long stop, long step) {
        if (step == 0) {
            throw zeroRangeStep();
        }
        // BigInteger, because the difference of two longs can need 65 bits; NumPy uses Python's integers.
        BigInteger distance = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
        return length(distance.doubleValue() / step);
    }

    /** Computes a range as NumPy does: the step is the rounded distance of the first two numbers. */
    static NDArray arange(double start, double stop, double step) {
        double[] values = Allocation.doubles(length(start, stop, step));
        double distance = (start + step) - start;
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (i) {
                case 0 -> start;
                case 1 -> start + step;
                default -> start + i * distance;
            };
        }
        return NDArray.wrap(values, values.length);
    }

    private static int length(double start, double stop, double step) {
        if (step == 0) {
            throw zeroRangeStep();
        }
        double steps = (stop - start) / step;
        boolean underflow = steps == 0 && stop != start;
        boolean forward = Math.copySign(1, steps) > 0;
        return underflow && forward ? 1 : length(steps);
    }

    static NDArray arange(DType dtype, long start, long stop, long step) {
        int length = length(start, stop, step);
        return follow(dtype, length, i -> Casting.element(start + i * step, dtype));
    }

    static NDArray arange(DType dtype, double start, double stop, double step) {
        int length = length(start, stop, step);
        return follow(dtype, length, i -> Casting.element(i == 0 ? start : start + step, dtype));
    }

    /** The first two numbers of a range, each as a 0-d array. */
    @FunctionalInterface
    private interface Beginning {
        NDArray number(int i);
    }

    /** Converts the first two numbers to the dtype and continues in the dtype at their distance. */
    private static NDArray follow(DType dtype, int length, Beginning beginning) {
        if (dtype == DType.BOOL && length > 2) {
            throw new UnsupportedOperationException(
                    "arange() is only supported for booleans when the result has at most length 2.");
        }
        NDArray range = NDArray.empty(dtype, length);
        for (int i = 0; i < Math.min(length, 2); i++) {
            range.at(i).set(beginning.number(i));
        }
        if (length <= 2) {
            return range;
        }
        NDArray first = range.get(Index.range(0, 1));
        NDArray distance = range.get(Index.range(1, 2)).sub(first);
        NDArray others = NDArray.arange(2, length, 1).astype(dtype);
        range.at(Index.from(2)).set(others.mul(distance).add(first));
        return range;
    }

    static NDArray linspace(double start, double stop, int count) {
        return linspace(start, stop, count, true);
    }

    /**
     * Computes evenly spaced numbers as NumPy does: the last number is exactly {@code stop}, and if the step
     * underflows, the index is divided before it is multiplied by the distance.
     */
    static NDArray linspace(double start, double stop, int count, boolean endpoint) {
        if (count < 0) {
            throw new IllegalArgumentException("Number of samples, %s, must be non-negative.".formatted(count));
        }
        double[] values = Allocation.doubles(Shape.of(count).size());
        double distance = stop - start;
        double intervals = endpoint ? count - 1 : count;
        double step = distance / intervals;
        for (int i = 0; i < count; i++) {
            values[i] = start + (intervals == 0 ? i * distance : step == 0 ? i / intervals * distance : i * step);
        }
        if (endpoint && count > 1) {
            values[count - 1] = stop;
        }
        return NDArray.wrap(values, values.length);
    }

    private static int length(double steps) {
        if (Double.isNaN(steps)) {
            throw new IllegalArgumentException("arange: cannot compute length");
        }
        if (steps > Storage.MAX_LENGTH || Double.isInfinite(steps)) {
            throw new IllegalArgumentException("Maximum allowed size exceeded");
        }
        return (int) Math.max(Math.ceil(steps), 0);
    }

    private static IllegalArgumentException zeroRangeStep() {
        return new IllegalArgumentException("division by zero: the step of a range cannot be zero");
    }
}
