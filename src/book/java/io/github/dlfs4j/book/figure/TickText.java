package io.github.dlfs4j.book.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The numbers at an axis, written as by Matplotlib: all have as many decimals as the one that needs most ({@code 0.0}
 * next to {@code 0.5}), {@code 10000} has no comma, and the minus sign is as long as a plus.
 *
 * @param decimals the number of digits after the point
 */
record TickText(int decimals) implements Function<Double, String> {
    private static final int MOST = 9;

    /** A difference below this share of the distance between two ticks comes from rounding. */
    private static final double ROUNDING = 1e-4;

    /** Returns the format for the numbers of an axis, which are in ascending order. */
    static TickText of(List<Double> ticks) {
        double[] steps = IntStream.range(1, ticks.size())
                .mapToDouble(i -> ticks.get(i) - ticks.get(i - 1))
                .sorted()
                .toArray();
        double step = steps.length > 0
                ? steps[steps.length / 2]
                : ticks.stream().findFirst().orElse(0.0);
        int decimals = 0;
        while (decimals < MOST && !hasEnough(decimals, step)) {
            decimals++;
        }
        return new TickText(decimals);
    }

    private static boolean hasEnough(int decimals, double step) {
        double unit = Math.pow(10, -decimals);
        return Math.abs(step - Math.rint(step / unit) * unit) <= ROUNDING * Math.abs(step);
    }

    @Override
    public String apply(Double number) {
        // XChart asks for thousands of texts, and String.format is slow. A decimal number of zero has no sign.
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.toPlainString().replace('-', '\u2212');
    }
}
