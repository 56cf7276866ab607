package io.github.dlfs4j.ndarray;

import java.math.BigDecimal;

/**
 * A decimal of at least 0, {@code digits * 10^-scale}, without trailing zeros: at most 17 digits, which is what a float
 * needs. A {@code BigDecimal} would do; but to load its classes takes a program that prints its first number some 15
 * ms.
 *
 * @param digits the digits; 0 has a scale of 0
 * @param scale how many of them stand behind the dot; negative if zeros follow before it
 */
record Decimal(long digits, int scale) {
    /** The decimal of some digits, of which the last may be zeros. */
    static Decimal of(long digits, int scale) {
        long stripped = digits;
        int places = scale;
        while (stripped != 0 && stripped % 10 == 0) {
            stripped /= 10;
            places--;
        }
        return new Decimal(stripped, stripped == 0 ? 0 : places);
    }

    /** The same number, of at most 18 digits. */
    static Decimal of(BigDecimal number) {
        return of(number.unscaledValue().longValueExact(), number.scale());
    }

    /** How many digits there are. */
    int precision() {
        return text().length();
    }

    /** The digits alone. */
    String text() {
        return Long.toString(digits);
    }
}
