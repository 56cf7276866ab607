package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text of a value in a picture. A number has at most five significant digits and no zeros at its end; an array of
 * up to four elements is shown by its elements, and a larger one by its shape.
 */
final class Caption {
    private static final int MOST_ELEMENTS = 4;
    private static final MathContext FIVE_DIGITS = new MathContext(5);

    /** A whole number of up to so many digits is written in full if none is lost: 1000000 instead of 1e+06. */
    private static final int LONGEST = 8;

    private Caption() {}

    static String of(NDArray value) {
        return value.size() == 0 || value.size() > MOST_ELEMENTS ? value.shape().toString() : elements(value);
    }

    private static String elements(NDArray value) {
        if (value.ndim() == 0) {
            return element(value);
        }
        return IntStream.range(0, value.shape(0))
                .mapToObj(i -> elements(value.get(i)))
                .collect(Collectors.joining(" ", "[", "]"));
    }

    private static String element(NDArray scalar) {
        if (scalar.dtype() == DType.BOOL) {
            return scalar.asBoolean() ? "True" : "False";
        }
        return scalar.dtype().isFloating() ? number(scalar.asDouble()) : number(new BigDecimal(scalar.asLong()));
    }

    /** Returns a number, or {@code nan}, {@code inf}, {@code -inf}; minus zero is written as 0. */
    static String number(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return number(new BigDecimal(number));
    }

    private static String number(BigDecimal number) {
        BigDecimal rounded = number.round(FIVE_DIGITS).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        int digits = rounded.compareTo(number) == 0 ? LONGEST : FIVE_DIGITS.getPrecision();
        if (exponent >= -5 && exponent < digits) {
            return rounded.toPlainString();
        }
        String factor = rounded.movePointLeft(exponent).toPlainString();
        return "%se%s%02d".formatted(factor, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
