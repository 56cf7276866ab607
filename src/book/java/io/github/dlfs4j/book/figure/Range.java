package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;

/** The numbers of an axis, from the lowest to the highest. */
record Range(double low, double high) {
    Range {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "an axis goes from a finite number to one above it, not from %s to %s".formatted(low, high));
        }
    }

    /** Returns the range from the smallest element to the largest. */
    static Range of(NDArray array) {
        return new Range(array.min().asDouble(), array.max().asDouble());
    }

    /** Returns the smallest range that contains both. */
    Range union(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Returns this range with a margin at both ends, which is a share of its length. */
    Range widened(double share) {
        double margin = share * (high - low);
        return new Range(low - margin, high + margin);
    }

    /**
     * Returns the position of a number: 0 at the low end, 1 at the high end, and 0.5 if the range is a single number.
     */
    double position(double number) {
        return low == high ? 0.5 : (number - low) / (high - low);
    }

    /**
     * Returns round numbers in this range, at steps of 1, 2 or 5 times a power of ten.
     *
     * @param atMost the largest number of them, at least 2
     */
    List<Double> ticks(int atMost) {
        if (low == high) {
            return List.of(low);
        }
        double power = Math.pow(10, Math.floor(Math.log10((high - low) / atMost)));
        return DoubleStream.of(1, 2, 5, 10, 20)
                .mapToObj(factor -> multiples(factor * power))
                .filter(ticks -> ticks.size() <= atMost)
                .findFirst()
                .orElseThrow();
    }

    private List<Double> multiples(double step) {
        // Half a thousandth of a step allows for rounding if an end is a multiple itself.
        double first = Math.ceil(low / step - 5e-4);
        double last = Math.floor(high / step + 5e-4);
        return DoubleStream.iterate(first, k -> k <= last, k -> k + 1)
                .mapToObj(k -> k * step + 0.0) // not -0.0
                .toList();
    }

    /** Calls an action with each of the {@link #ticks} and its text. */
    void eachTick(int atMost, BiConsumer<Double, String> action) {
        List<Double> ticks = ticks(atMost);
        TickText text = TickText.of(ticks);
        ticks.forEach(tick -> action.accept(tick, text.apply(tick)));
    }
}
