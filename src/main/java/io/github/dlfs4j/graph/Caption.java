package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of a value in a picture. A number has at most five significant digits and no zeros at its end. An array of
 * up to three elements is shown by its elements, which all have the same decimals, and a larger one by its shape.
 */
final class Caption {
    private static final int MOST_ELEMENTS = 3;
    private static final int MOST_IN_SENTENCE = 9;

    static String of(NDArray value) {
        return value.size() == 0 || isLarge(value) ? value.shape().toString() : elements(value);
    }

    /** Returns the text of a value in a sentence, where there is room for more elements. */
    static String inSentence(NDArray value) {
        return fitsSentence(value) ? elements(value) : value.shape().toString();
    }

    /** Returns whether a sentence shows the elements of an array. */
    static boolean fitsSentence(NDArray value) {
        return value.size() > 0 && value.size() <= MOST_IN_SENTENCE;
    }

    /** Returns whether an array has so many elements that pictures and tables show its shape in their place. */
    static boolean isLarge(NDArray value) {
        return value.size() > MOST_ELEMENTS;
    }

    /** Returns the elements that are numbers. */
    private static Stream<BigDecimal> finite(NDArray value) {
        if (value.ndim() > 0) {
            return IntStream.range(0, value.shape(0)).boxed().flatMap(i -> finite(value.get(i)));
        }
        return isNumber(value) ? Stream.of(exact(value)) : Stream.empty();
    }

    private static boolean isNumber(NDArray scalar) {
        return scalar.dtype() != DType.BOOL && (!scalar.dtype().isFloating() || Double.isFinite(scalar.asDouble()));
    }

    private static BigDecimal exact(NDArray scalar) {
        return scalar.dtype().isFloating() ? new BigDecimal(scalar.asDouble()) : new BigDecimal(scalar.asLong());
    }

    private static String elements(NDArray value) {
        return elements(value, Format.of(finite(value).toList()));
    }

    private static String elements(NDArray value, Format format) {
        if (value.ndim() > 0) {
            return IntStream.range(0, value.shape(0))
                    .mapToObj(i -> elements(value.get(i), format))
                    .collect(Collectors.joining(" ", "[", "]"));
        }
        return isNumber(value) ? format.text(exact(value)) : word(value);
    }

    /** Returns a truth value, {@code nan}, {@code inf} or {@code -inf}. */
    private static String word(NDArray scalar) {
        if (scalar.dtype() == DType.BOOL) {
            return scalar.asBoolean() ? "True" : "False";
        }
        double number = scalar.asDouble();
        return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }

    /**
     * The format that the numbers of a label share: the same decimals for all, with or without a power of ten.
     *
     * @param scientific whether numbers have a power of ten
     * @param decimals the number of decimals
     */
    private record Format(boolean scientific, int decimals) {
        private static final MathContext FIVE_DIGITS = new MathContext(5);

        /** A number of up to so many digits is written in full if none is lost: 1000000 instead of 1e+06. */
        private static final int LONGEST = 8;

        /** The digits that are left of the smallest number if it is written without a power of ten. */
        private static final int FEWEST_DIGITS = 2;

        /**
         * Chooses the format in which the largest number has five digits, without zeros that all have at their ends.
         */
        static Format of(Collection<BigDecimal> all) {
            Collection<BigDecimal> numbers =
                    all.stream().filter(number -> number.signum() != 0).toList();
            if (numbers.isEmpty()) {
                return new Format(false, 0);
            }
            int largest = numbers.stream().mapToInt(Format::exponent).max().getAsInt();
            int smallest = numbers.stream().mapToInt(Format::exponent).min().getAsInt();
            int decimals = Math.max(0, FIVE_DIGITS.getPrecision() - 1 - largest);
            boolean exact = numbers.stream()
                    .allMatch(number -> number.compareTo(number.round(FIVE_DIGITS)) == 0
                            && number.compareTo(number.setScale(decimals, RoundingMode.HALF_UP)) == 0);
            int longest = exact ? LONGEST : FIVE_DIGITS.getPrecision();
            boolean fit = largest >= -5 && largest < longest && (exact || smallest + decimals >= FEWEST_DIGITS - 1);
            Format format = fit ? new Format(false, decimals) : new Format(true, FIVE_DIGITS.getPrecision() - 1);
            int needed = numbers.stream()
                    .mapToInt(number ->
                            format.rounded(number).stripTrailingZeros().scale())
                    .max()
                    .getAsInt();
            return new Format(!fit, Math.max(0, needed));
        }

        /** Returns the exponent of the power of ten after rounding. */
        private static int exponent(BigDecimal number) {
            BigDecimal rounded = number.round(FIVE_DIGITS);
            return rounded.precision() - rounded.scale() - 1;
        }

        /** Returns the number, or in scientific format its factor, with these decimals. */
        private BigDecimal rounded(BigDecimal number) {
            BigDecimal factor = scientific ? number.movePointLeft(exponent(number)) : number;
            return factor.setScale(decimals, RoundingMode.HALF_UP);
        }

        /** Returns the text of a number; minus zero is written as 0. */
        String text(BigDecimal number) {
            String digits = rounded(number).toPlainString();
            if (!scientific) {
                return digits;
            }
            int exponent = number.signum() == 0 ? 0 : exponent(number);
            return String.format(Locale.ROOT, "%se%s%02d", digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
    }
}
