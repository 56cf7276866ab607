package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.DType;
import java.util.ArrayList;
import java.util.List;

/** The format of a line: a conversion for each column, and the text before, between and behind them. */
final class LineFormat {
    private static final String LENGTHS = "hlL"; // as in C, where they say how long an integer is
    private static final String NO_ARGUMENTS = "*("; // take a width or a name from the values, of which there is none

    /** Python's limit is that of an int; a number of that width would not fit into memory. */
    private static final int LARGEST = 65_536;

    private final List<String> before = new ArrayList<>();
    private final List<Conversion> conversions = new ArrayList<>();
    private final String format;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private LineFormat(String format) {
        this.format = format;
    }

    /** Parses the format of a line with some columns of a dtype. */
    static LineFormat of(String format, DType dtype, int columns) {
        LineFormat line = new LineFormat(format);
        while (line.at < format.length()) {
            char c = format.charAt(line.at++);
            if (c != '%') {
                line.text.append(c);
            } else if (line.at < format.length() && format.charAt(line.at) == '%') {
                line.text.append(format.charAt(line.at++));
            } else {
                line.parseConversion(dtype, columns);
            }
        }
        if (line.conversions.size() != columns) {
            throw line.mismatch(dtype);
        }
        return line;
    }

    private void parseConversion(DType dtype, int columns) {
        int first = at;
        while (at < format.length() && Conversion.FLAGS.indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        String flags = format.substring(first, at);
        if (at < format.length() && NO_ARGUMENTS.indexOf(format.charAt(at)) >= 0) {
            throw mismatch(dtype);
        }
        int width = Math.max(number("width"), 0);
        int precision = -1;
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            precision = Math.max(number("precision"), 0);
        }
        while (at < format.length() && LENGTHS.indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        if (at == format.length()) {
            throw new IllegalArgumentException("incomplete format");
        }
        char type = format.charAt(at++);
        if (conversions.size() == columns) {
            throw mismatch(dtype);
        }
        if (Conversion.TYPES.indexOf(type) < 0) {
            throw new IllegalArgumentException(
                    "unsupported format character '%c' (0x%x) at index %s".formatted(type, (int) type, at - 1));
        }
        if (Conversion.INTEGER_TYPES.indexOf(type) >= 0 && (dtype.isFloating() || dtype == DType.BOOL)) {
            throw mismatch(dtype);
        }
        before.add(text.toString());
        text.setLength(0);
        conversions.add(new Conversion(flags, width, precision, type));
    }

    /** Reads digits; returns -1 if there are none. */
    private int number(String name) {
        long number = -1;
        for (; at < format.length() && Character.digit(format.charAt(at), 10) >= 0; at++) {
            number = Math.max(number, 0) * 10 + Character.digit(format.charAt(at), 10);
            if (number > LARGEST) {
                throw new IllegalArgumentException(name + " too big");
            }
        }
        return (int) number;
    }

    private UnsupportedOperationException mismatch(DType dtype) {
        return new UnsupportedOperationException(
                "Mismatch between array dtype ('%s') and format specifier ('%s')".formatted(dtype, format));
    }

    /** Appends the element of a column, with the text around it. */
    void append(StringBuilder line, int column, Numbers numbers, int i) {
        line.append(before.get(column));
        conversions.get(column).append(line, numbers, i);
        if (column == conversions.size() - 1) {
            line.append(text);
        }
    }
}
