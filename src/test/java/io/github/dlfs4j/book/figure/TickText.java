package io.github.dlfs4j.book.figure;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The numbers at an axis as Matplotlib writes them: all with as many decimals as the one that needs most, {@code 0.0}
 * beside {@code 0.5} and {@code 10000} without a comma; the minus sign is as long as a plus.
 *
 * @param decimals how many digits stand behind the point
 */
record TickText(int decimals) implements Function<Double, String> {
    private static final int MOST = 9;

    /** A difference smaller than this share of the distance between two ticks is one of rounding. */
    private static final double ROUNDING = 1e-4;

    /** For the numbers of one axis, in ascending order: for the step from one to the next. */
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
        String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
        // A zero that was rounded from below has no sign.
        return text.matches("-[0.]*") ? text.substring(1) : text.replace('-', '\u2212');
    }
}
