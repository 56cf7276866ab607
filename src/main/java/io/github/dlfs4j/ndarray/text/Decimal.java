package io.github.dlfs4j.ndarray.text;

import java.math.BigDecimal;

/**
 * A decimal number of at least 0, {@code digits * 10^-scale}, without trailing zeros and with at most 18 digits; a
 * double needs 17. {@code BigDecimal} would do as well, but loading its classes adds some 15 ms before a program prints
 * its first number.
 *
 * @param digits the digits; 0 has a scale of 0
 * @param scale the number of digits after the point; negative if zeros follow the digits before the point
 */
public record Decimal(long digits, int scale) {
    /**
     * {@return the decimal of the digits}
     *
     * @param digits the digits, which may end in zeros
     * @param scale the number of digits after the point
     */
    public static Decimal of(long digits, int scale) {
        long stripped = digits;
        int places = scale;
        while (stripped != 0 && stripped % 10 == 0) {
            stripped /= 10;
            places--;
        }
        return new Decimal(stripped, stripped == 0 ? 0 : places);
    }

    /**
     * {@return the decimal equal to a number}
     *
     * @param number a number of at most 18 digits
     */
    public static Decimal of(BigDecimal number) {
        return of(number.unscaledValue().longValueExact(), number.scale());
    }

    /** {@return the number of digits, at least 1} */
    public int precision() {
        return text().length();
    }

    /** {@return the digits without a point} */
    public String text() {
        return Long.toString(digits);
    }
}
