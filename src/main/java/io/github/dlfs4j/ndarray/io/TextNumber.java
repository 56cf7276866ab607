package io.github.dlfs4j.ndarray.io;

/**
 * Reads numbers from a part of a line, as Python reads them: decimal, with white space around them, and nothing else.
 */
final class TextNumber {
    /** Longer digits may not fit a long. */
    private static final int MOST_DIGITS = 18;

    /** Integers up to this one, and powers of ten up to 10^22, are exact in float64. */
    private static final long MAX_EXACT = 1L << 53;

    private static final double[] POWERS = powers();
    private static final int MAX_EXPONENT = 100_000;

    private char[] text;
    private int at;
    private int end;
    private double real;
    private long integer;

    private static double[] powers() {
        double[] powers = new double[23];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    double real() {
        return real;
    }

    long integer() {
        return integer;
    }

    private void start(char[] line, int from, int to) {
        text = line;
        at = from;
        end = to;
        while (at < end && TextRows.isSpace(text[at])) {
            at++;
        }
        while (at < end && TextRows.isSpace(text[end - 1])) {
            end--;
        }
    }

    private boolean isDigit() {
        return at < end && text[at] >= '0' && text[at] <= '9';
    }

    private boolean isSign() {
        return at < end && (text[at] == '-' || text[at] == '+');
    }

    /** Reads an integer, with a minus only if it is signed; returns false if there is none, or if it does not fit. */
    boolean readInteger(char[] line, int from, int to, boolean signed) {
        start(line, from, to);
        boolean negative = isSign() && text[at] == '-';
        if (negative && !signed) {
            return false;
        }
        at += isSign() ? 1 : 0;
        if (at == end) {
            return false;
        }
        long value = 0; // negative, since there is one more negative integer
        for (; isDigit(); at++) {
            int digit = text[at] - '0';
            if (value < (Long.MIN_VALUE + digit) / 10) {
                return false;
            }
            value = value * 10 - digit;
        }
        integer = negative ? value : -value;
        return at == end && (negative || value != Long.MIN_VALUE);
    }

    /** Reads a number, rounded once; returns false if there is none. */
    boolean readReal(char[] line, int from, int to) {
        start(line, from, to);
        int first = at;
        boolean negative = isSign() && text[at] == '-';
        at += isSign() ? 1 : 0;
        if (!isDigit() && !(at < end && text[at] == '.')) {
            return readWord(negative);
        }
        long digits = 0;
        int count = 0; // of the digits in digits
        int zeros = 0; // read, but not yet in digits
        int exponent = 0;
        boolean any = false;
        boolean exact = true;
        boolean fraction = false;
        for (; isDigit() || (at < end && text[at] == '.' && !fraction); at++) {
            if (text[at] == '.') {
                fraction = true;
                continue;
            }
            any = true;
            exponent -= fraction ? 1 : 0;
            if (text[at] == '0') {
                zeros++;
            } else if (exact) {
                count += digits == 0 ? 1 : zeros + 1;
                exact = count <= MOST_DIGITS;
                for (; exact && digits != 0 && zeros > 0; zeros--) {
                    digits *= 10;
                }
                zeros = 0;
                digits = digits * 10 + (text[at] - '0');
            }
        }
        if (!any) {
            return false;
        }
        if (at < end && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            boolean isDown = isSign() && text[at] == '-';
            at += isSign() ? 1 : 0;
            if (!isDigit()) {
                return false;
            }
            int power = 0;
            for (; isDigit(); at++) {
                power = Math.min(power * 10 + (text[at] - '0'), MAX_EXPONENT);
            }
            exact &= power < MAX_EXPONENT;
            exponent += isDown ? -power : power;
        }
        if (at != end) {
            return false;
        }
        int places = exponent + zeros;
        if (exact && digits == 0) {
            real = negative ? -0.0 : 0.0;
        } else if (exact && digits <= MAX_EXACT && Math.abs(places) < POWERS.length) {
            double magnitude = places < 0 ? digits / POWERS[-places] : digits * POWERS[places];
            real = negative ? -magnitude : magnitude;
        } else {
            real = Double.parseDouble(new String(text, first, end - first));
        }
        return true;
    }

    private boolean readWord(boolean negative) {
        if (is("nan")) {
            real = Double.NaN;
            return true;
        }
        real = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return is("inf") || is("infinity");
    }

    private boolean is(String word) {
        if (end - at != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[at + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
