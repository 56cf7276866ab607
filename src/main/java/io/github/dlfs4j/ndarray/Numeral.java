package io.github.dlfs4j.ndarray;

/**
 * The text of a finite number, in parts: what stands before the dot, the sign included, what stands behind it, and the
 * exponent. The fraction has no trailing zeros and may be empty.
 */
record Numeral(String integer, String fraction, int exponent) {
    private static final int MIN_EXPONENT_DIGITS = 2;

    static Numeral of(boolean negative, String magnitude, String fraction, int exponent) {
        return new Numeral(sign(negative) + magnitude, fraction, exponent);
    }

    /** All digits written out: 123.45 is 123 and 45. */
    static Numeral positional(boolean negative, Decimal magnitude) {
        int zerosInFront = Math.max(0, magnitude.scale() + 1 - magnitude.precision());
        int zerosBehind = Math.max(0, -magnitude.scale());
        String digits = "0".repeat(zerosInFront) + magnitude.text() + "0".repeat(zerosBehind);
        int dot = digits.length() - Math.max(0, magnitude.scale());
        return new Numeral(sign(negative) + digits.substring(0, dot), digits.substring(dot), 0);
    }

    /** One digit before the dot: 123.45 is 1, 2345 and an exponent of 2. */
    static Numeral scientific(boolean negative, Decimal magnitude) {
        String digits = magnitude.text();
        return new Numeral(
                sign(negative) + digits.charAt(0), digits.substring(1), digits.length() - 1 - magnitude.scale());
    }

    private static String sign(boolean negative) {
        return negative ? "-" : "";
    }

    /** The digits of the exponent; it never has fewer than two. */
    int exponentDigits() {
        return Math.max(
                MIN_EXPONENT_DIGITS, Integer.toString(Math.abs(exponent)).length());
    }

    /** The exponent as in {@code e-07}, with leading zeros up to a number of digits. */
    String exponentText(int digits) {
        String text = Integer.toString(Math.abs(exponent));
        return (exponent < 0 ? "e-" : "e+") + "0".repeat(digits - text.length()) + text;
    }
}
