package io.github.dlfs4j.ndarray;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How the elements of a floating-point array are written: all of them with an exponent or none, their dots below each
 * other.
 *
 * <p>A number gets the digits it takes to read it back in its own dtype, but at most {@value #PRECISION} behind the
 * dot. Where there would be more, its exact value is rounded and not those digits.
 */
final class FloatFormat {
    private static final int PRECISION = 8;

    private final DType dtype;
    private final boolean scientific;
    /** The longest fraction and exponent, to which the others are filled up. */
    private final int fractionDigits;

    private final int exponentDigits;

    /**
     * Chooses the notation and the widths.
     *
     * @param dtype float32 or float64
     * @param values the elements that will be written
     */
    FloatFormat(DType dtype, double[] values) {
        this.dtype = dtype;
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        this.scientific = needsExponent(dtype, finite);
        List<Numeral> numerals = Arrays.stream(finite).mapToObj(this::numeral).toList();
        this.fractionDigits = longest(numerals, numeral -> numeral.fraction().length());
        this.exponentDigits = longest(numerals, Numeral::exponentDigits);
    }

    private static boolean needsExponent(DType dtype, double[] finite) {
        double[] magnitudes =
                Arrays.stream(finite).map(Math::abs).filter(x -> x != 0).toArray();
        if (magnitudes.length == 0) {
            return false;
        }
        double max = Arrays.stream(magnitudes).max().getAsDouble();
        double min = Arrays.stream(magnitudes).min().getAsDouble();
        // Each in its own arithmetic: the float32 nearest to 1e-4 is less than that of float64.
        return dtype == DType.FLOAT32
                ? max >= 1e6f || min < 1e-4f || (float) max / (float) min > 1000
                : max >= 1e8 || min < 1e-4 || max / min > 1000;
    }

    private static int longest(List<Numeral> numerals, ToIntFunction<Numeral> length) {
        return numerals.stream().mapToInt(length).max().orElse(0);
    }

    /** The number with as many digits as it needs, or as the precision allows. */
    private Numeral numeral(double x) {
        Decimal shortest = shortest(dtype, x);
        if (scientific) {
            boolean fits = shortest.precision() <= 1 + PRECISION;
            return Numeral.scientific(isNegative(x), fits ? shortest : rounded(x, 1 + PRECISION));
        }
        boolean fits = shortest.scale() <= PRECISION;
        return Numeral.positional(
                isNegative(x), fits ? shortest : Decimal.of(exact(x).setScale(PRECISION, RoundingMode.HALF_EVEN)));
    }

    /**
     * The text of an element. It is as long behind the dot as that of any other, so that the dots meet where all texts
     * are aligned to the right.
     *
     * @param x one of the values that the format was made for
     * @return for example {@code "0.5 "}, {@code 1.5e-07} or {@code nan}
     */
    String format(double x) {
        if (!Double.isFinite(x)) {
            return special(x);
        }
        if (!scientific) {
            Numeral numeral = numeral(x);
            return numeral.integer() + "." + filled(numeral.fraction(), ' ');
        }
        // A shorter decimal is not filled up with zeros: x itself may round to other digits.
        Decimal shortest = shortest(dtype, x);
        boolean fits = shortest.precision() == 1 + fractionDigits;
        Numeral numeral = Numeral.scientific(isNegative(x), fits ? shortest : rounded(x, 1 + fractionDigits));
        return numeral.integer() + "." + filled(numeral.fraction(), '0') + numeral.exponentText(exponentDigits);
    }

    private String filled(String fraction, char filler) {
        return fraction + String.valueOf(filler).repeat(fractionDigits - fraction.length());
    }

    /**
     * The text of a single number, as Python and NumPy's scalars have it: with all the digits it needs, in scientific
     * notation below 1e-4 and from 1e16 on, float32 from 1e6 on.
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

    /** The exact value, rounded to some digits. */
    private static Decimal rounded(double x, int digits) {
        return Decimal.of(exact(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }
}
