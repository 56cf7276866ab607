package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.PrintOptions.FloatMode;
import io.github.dlfs4j.ndarray.text.Decimal;
import io.github.dlfs4j.ndarray.text.Numeral;
import io.github.dlfs4j.ndarray.text.ShortestDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The format of the elements of a floating-point array: either all or none have an exponent, and their points are
 * aligned.
 *
 * <p>A number gets the digits it takes to read it back in its own dtype, but at most {@code precision} digits after the
 * point. If there would be more, the exact value is rounded, not those digits.
 */
final class FloatFormat {
    /** More digits than any float has. */
    private static final int ALL_DIGITS = 1100;

    private final DType dtype;
    private final FloatMode mode;
    private final int precision;

    /** The text before a number that is not negative. */
    private final String sign;

    private final int leastWidth;
    private final boolean scientific;
    /** The lengths of the longest fraction and exponent, to which the others are padded. */
    private final int fractionDigits;

    private final int exponentDigits;

    /**
     * Chooses the notation and the widths.
     *
     * @param dtype float32 or float64
     * @param values the elements that will be written
     * @param options the print options
     */
    FloatFormat(DType dtype, double[] values, PrintOptions options) {
        this.dtype = dtype;
        this.mode = options.floatMode();
        this.precision = mode == FloatMode.UNIQUE ? ALL_DIGITS : options.precision();
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        boolean anyNegative = Arrays.stream(finite).anyMatch(FloatFormat::isNegative);
        this.sign = options.signOf(anyNegative);
        // NumPy reserves a place for the sign of infinity unless only minus signs are printed.
        this.leastWidth = finite.length == values.length || options.sign() == PrintOptions.Sign.MINUS ? 0 : 4;
        this.scientific = needsExponent(dtype, options.suppress(), finite);
        List<Numeral> numerals = Arrays.stream(finite).mapToObj(this::numeral).toList();
        boolean fixed = mode == FloatMode.FIXED && finite.length > 0;
        this.fractionDigits = fixed
                ? precision
                : longest(numerals, numeral -> numeral.fraction().length());
        this.exponentDigits = longest(numerals, Numeral::exponentDigits);
    }

    private static boolean needsExponent(DType dtype, boolean suppress, double... finite) {
        double[] magnitudes =
                Arrays.stream(finite).map(Math::abs).filter(x -> x != 0).toArray();
        if (magnitudes.length == 0) {
            return false;
        }
        double max = Arrays.stream(magnitudes).max().getAsDouble();
        double min = Arrays.stream(magnitudes).min().getAsDouble();
        // Each dtype is compared in its own arithmetic: the float32 nearest to 1e-4 is less than the float64.
        boolean large = max >= (dtype == DType.FLOAT32 ? 1e6f : 1e8);
        boolean small = dtype == DType.FLOAT32
                ? min < 1e-4f || (float) max / (float) min > 1000
                : min < 1e-4 || max / min > 1000;
        return large || (small && !suppress);
    }

    private static int longest(List<Numeral> numerals, ToIntFunction<Numeral> length) {
        return numerals.stream().mapToInt(length).max().orElse(0);
    }

    /** Returns the number with as many digits as it needs and the precision allows. */
    private Numeral numeral(double x) {
        Decimal shortest = shortest(dtype, x);
        if (scientific) {
            boolean fits = shortest.precision() <= 1 + precision;
            return Numeral.scientific(isNegative(x), fits ? shortest : rounded(x, 1 + precision));
        }
        if (mode == FloatMode.FIXED) {
            return roundedPositional(x, precision);
        }
        boolean fits = shortest.scale() <= precision;
        return Numeral.positional(
                isNegative(x), fits ? shortest : Decimal.of(exact(x).setScale(precision, RoundingMode.HALF_EVEN)));
    }

    /** Rounds the exact value to a number of digits after the point and keeps trailing zeros. */
    private static Numeral roundedPositional(double x, int digits) {
        String text = exact(x).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        int dot = digits == 0 ? text.length() : text.length() - digits - 1;
        return Numeral.of(isNegative(x), text.substring(0, dot), digits == 0 ? "" : text.substring(dot + 1), 0);
    }

    /** Rounds the exact value to a number of digits after the first and keeps trailing zeros. */
    private static Numeral roundedScientific(double x, int digits) {
        BigDecimal rounded = exact(x).round(new MathContext(1 + digits, RoundingMode.HALF_EVEN));
        String text = rounded.unscaledValue().toString();
        int exponent = rounded.signum() == 0 ? 0 : text.length() - 1 - rounded.scale();
        String fraction = text.substring(1, Math.min(text.length(), 1 + digits));
        return Numeral.of(
                isNegative(x), text.substring(0, 1), fraction + "0".repeat(digits - fraction.length()), exponent);
    }

    /**
     * Returns the text of an element. All texts are equally long after the point, so that the points are aligned if the
     * texts are aligned to the right.
     *
     * @param x one of the values that the format was made for
     * @return for example {@code "0.5 "}, {@code 1.5e-07} or {@code nan}
     */
    String format(double x) {
        String text = isNegative(x) && !Double.isNaN(x) ? finiteOrSpecial(x) : sign + finiteOrSpecial(x);
        return " ".repeat(Math.max(leastWidth - text.length(), 0)) + text;
    }

    private String finiteOrSpecial(double x) {
        if (!Double.isFinite(x)) {
            return special(x);
        }
        if (!scientific) {
            Numeral numeral = mode == FloatMode.MAXPREC_EQUAL ? equallyLong(x) : numeral(x);
            return numeral.integer() + "." + filled(numeral.fraction(), ' ');
        }
        // A shorter decimal is not padded with zeros, since x itself may round to other digits.
        Decimal shortest = shortest(dtype, x);
        Numeral numeral = shortest.precision() == 1 + fractionDigits
                ? Numeral.scientific(isNegative(x), shortest)
                : roundedScientific(x, fractionDigits);
        return numeral.integer() + "." + numeral.fraction() + numeral.exponentText(exponentDigits);
    }

    private Numeral equallyLong(double x) {
        Decimal shortest = shortest(dtype, x);
        return shortest.scale() == fractionDigits
                ? Numeral.positional(isNegative(x), shortest)
                : roundedPositional(x, fractionDigits);
    }

    private String filled(String fraction, char filler) {
        return fraction + String.valueOf(filler).repeat(fractionDigits - fraction.length());
    }

    /**
     * Returns the text of a single number as Python and NumPy's scalars print it, with all the digits it needs: in
     * scientific notation below 1e-4 and from 1e16 on, or, for float32, from 1e6 on.
     *
     * @param dtype float32 or float64
     * @param x a number of that dtype
     * @return for example {@code 0.1}, {@code 2.0}, {@code 1e-50} or {@code inf}
     */
    static String scalar(DType dtype, double x) {
        if (!Double.isFinite(x)) {
            return special(x);
        }
        double magnitude = Math.abs(x);
        Decimal shortest = shortest(dtype, x);
        if (magnitude == 0 || (magnitude >= 1e-4 && magnitude < (dtype == DType.FLOAT32 ? 1e6 : 1e16))) {
            Numeral numeral = Numeral.positional(isNegative(x), shortest);
            return numeral.integer() + "." + (numeral.fraction().isEmpty() ? "0" : numeral.fraction());
        }
        Numeral numeral = Numeral.scientific(isNegative(x), shortest);
        return numeral.integer()
                + (numeral.fraction().isEmpty() ? "" : "." + numeral.fraction())
                + numeral.exponentText(numeral.exponentDigits());
    }

    private static String special(double x) {
        return Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
    }

    private static boolean isNegative(double x) {
        return Double.doubleToRawLongBits(x) < 0;
    }

    private static Decimal shortest(DType dtype, double x) {
        return dtype == DType.FLOAT32 ? ShortestDecimal.of((float) x) : ShortestDecimal.of(x);
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(Math.abs(x));
    }

    /** Rounds the exact value to a number of digits. */
    private static Decimal rounded(double x, int digits) {
        return Decimal.of(exact(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }
}
