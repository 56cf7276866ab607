package io.github.dlfs4j.ndarray.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A conversion of a number to text as in C's {@code printf}, {@code %10.3f}: all digits are those of the exact value of
 * the number, rounded once, half to even.
 *
 * @param flags of {@link #FLAGS}
 * @param width the least number of characters
 * @param precision the number of digits, -1 if there is none
 * @param type one of {@link #TYPES}
 */
record Conversion(String flags, int width, int precision, char type) {
    static final String FLAGS = "-+ #0";
    static final String TYPES = "diuxXoeEfFgGs";
    /** The types that only integers have. */
    static final String INTEGER_TYPES = "xXo";

    private static final int DEFAULT_PRECISION = 6;
    private static final int SMALLEST_FIXED = -4; // the least exponent that %g writes with leading zeros

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    void append(StringBuilder line, Numbers numbers, int i) {
        switch (type) {
            case 's' -> pad(line, "", cut(numbers.text(i)), false);
            case 'd', 'i', 'u', 'x', 'X', 'o' -> appendInteger(line, numbers, i);
            default -> appendReal(line, numbers.real(i));
        }
    }

    private String cut(String text) {
        return precision >= 0 && precision < text.length() ? text.substring(0, precision) : text;
    }

    private void appendInteger(StringBuilder line, Numbers numbers, int i) {
        String text = numbers.dtype().isFloating() ? whole(numbers.real(i)) : inBase(numbers.integer(i));
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        String zeros = "0".repeat(Math.max(precision - digits.length(), 0));
        pad(line, sign(negative) + prefix(), zeros + digits, true);
    }

    private String inBase(long integer) {
        return switch (type) {
            case 'x' -> Long.toString(integer, 16);
            case 'X' -> Long.toString(integer, 16).toUpperCase(Locale.ROOT);
            case 'o' -> Long.toString(integer, 8);
            default -> Long.toString(integer);
        };
    }

    private String prefix() {
        return has('#') && INTEGER_TYPES.indexOf(type) >= 0 ? "0" + type : "";
    }

    private static String whole(double real) {
        if (Double.isNaN(real)) {
            throw new IllegalArgumentException("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(real)) {
            throw new IllegalArgumentException("cannot convert float infinity to integer");
        }
        return Math.abs(real) < 0x1p63 ? Long.toString((long) real) : new BigDecimal(real).toPlainString();
    }

    private String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    private void appendReal(StringBuilder line, double real) {
        boolean negative = Math.copySign(1, real) < 0 && !Double.isNaN(real);
        String magnitude = Double.isFinite(real) ? magnitude(Math.abs(real)) : Double.isNaN(real) ? "nan" : "inf";
        boolean isUpper = Character.isUpperCase(type);
        pad(line, sign(negative), isUpper ? magnitude.toUpperCase(Locale.ROOT) : magnitude, true);
    }

    private String magnitude(double x) {
        int digits = precision < 0 ? DEFAULT_PRECISION : precision;
        return switch (type) {
            case 'e', 'E' -> {
                Rounded rounded = Rounded.of(x, digits + 1);
                yield scientific(rounded.digits(), rounded.exponent());
            }
            case 'f', 'F' -> {
                String text = new BigDecimal(x)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString();
                yield digits == 0 && has('#') ? text + "." : text;
            }
            default -> general(x, Math.max(digits, 1));
        };
    }

    /** Writes few digits as %f does and others as %e does, without zeros at the end. */
    private String general(double x, int significant) {
        Rounded rounded = Rounded.of(x, significant);
        int exponent = rounded.exponent();
        String digits = has('#') ? rounded.digits() : withoutZeros(rounded.digits());
        if (exponent < SMALLEST_FIXED || exponent >= significant) {
            return scientific(digits, exponent);
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        int before = exponent + 1;
        String whole = digits + "0".repeat(Math.max(before - digits.length(), 0));
        boolean isWhole = whole.length() == before;
        return whole.substring(0, before) + (isWhole && !has('#') ? "" : ".") + whole.substring(before);
    }

    private static String withoutZeros(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private String scientific(String digits, int exponent) {
        String point = digits.length() > 1 || has('#') ? "." : "";
        String power = Integer.toString(Math.abs(exponent));
        return digits.charAt(0)
                + point
                + digits.substring(1)
                + (exponent < 0 ? "e-" : "e+")
                + (power.length() < 2 ? "0" : "")
                + power;
    }

    /** The digits of a number that is rounded to a number of digits, and the exponent of the first. */
    private record Rounded(String digits, int exponent) {
        static Rounded of(double x, int count) {
            if (x == 0) {
                return new Rounded("0".repeat(count), 0);
            }
            BigDecimal rounded = new BigDecimal(x).round(new MathContext(count, RoundingMode.HALF_EVEN));
            String digits = rounded.unscaledValue().toString();
            int exponent = digits.length() - 1 - rounded.scale();
            return new Rounded(digits + "0".repeat(count - digits.length()), exponent);
        }
    }

    private void pad(StringBuilder line, String sign, String text, boolean mayHaveZeros) {
        int missing = Math.max(width - sign.length() - text.length(), 0);
        boolean isLeft = has('-');
        boolean hasZeros = has('0') && mayHaveZeros && !isLeft;
        line.append(" ".repeat(isLeft || hasZeros ? 0 : missing))
                .append(sign)
                .append("0".repeat(hasZeros ? missing : 0))
                .append(text)
                .append(" ".repeat(isLeft ? missing : 0));
    }
}
