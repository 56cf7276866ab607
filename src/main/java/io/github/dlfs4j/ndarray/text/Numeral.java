package io.github.dlfs4j.ndarray.text;

/**
 * The text of a finite number in parts: the sign and the digits before the point, the fraction after it, and the
 * exponent. The fraction may be empty.
 *
 * @param integer the sign and the digits before the point
 * @param fraction the digits after the point
 * @param exponent the power of ten
 */
public record Numeral(String integer, String fraction, int exponent) {
    private static final int MIN_EXPONENT_DIGITS = 2;

    /**
     * {@return the numeral of its parts}
     *
     * @param negative whether the number has a minus sign
     * @param magnitude the digits before the point
     * @param fraction the digits after the point
     * @param exponent the power of ten
     */
    public static Numeral of(boolean negative, String magnitude, String fraction, int exponent) {
        return new Numeral(sign(negative) + magnitude, fraction, exponent);
    }

    /**
     * {@return the numeral with all digits written out: 123.45 is 123 and 45}
     *
     * @param negative whether the number has a minus sign
     * @param magnitude its absolute value
     */
    public static Numeral positional(boolean negative, Decimal magnitude) {
        int zerosInFront = Math.max(0, magnitude.scale() + 1 - magnitude.precision());
        int zerosBehind = Math.max(0, -magnitude.scale());
        String digits = "0".repeat(zerosInFront) + magnitude.text() + "0".repeat(zerosBehind);
        int dot = digits.length() - Math.max(0, magnitude.scale());
        return new Numeral(sign(negative) + digits.substring(0, dot), digits.substring(dot), 0);
    }

    /**
     * {@return the numeral with one digit before the point: 123.45 is 1, 2345 and an exponent of 2}
     *
     * @param negative whether the number has a minus sign
     * @param magnitude its absolute value
     */
    public static Numeral scientific(boolean negative, Decimal magnitude) {
        String digits = magnitude.text();
        return new Numeral(
                sign(negative) + digits.charAt(0), digits.substring(1), digits.length() - 1 - magnitude.scale());
    }

    private static String sign(boolean negative) {
        return negative ? "-" : "";
    }

    /** {@return the number of digits of the exponent, at least two} */
    public int exponentDigits() {
        return Math.max(
                MIN_EXPONENT_DIGITS, Integer.toString(Math.abs(exponent)).length());
    }

    /**
     * Returns the exponent with leading zeros up to a number of digits.
     *
     * @param digits the number of digits
     * @return for example {@code e-07}
     */
    public String exponentText(int digits) {
        String text = Integer.toString(Math.abs(exponent));
        return (exponent < 0 ? "e-" : "e+") + "0".repeat(digits - text.length()) + text;
    }
}
