package io.github.dlfs4j.ndarray;

import java.util.Objects;

/**
 * The options with which {@link NDArray#toString(PrintOptions)} writes an array, NumPy's {@code np.printoptions}. They
 * are immutable and belong to one call: no option changes what the rest of a program prints.
 *
 * <pre>{@code
 * PrintOptions rounded = PrintOptions.DEFAULT.withPrecision(3).withSuppress(true);
 * System.out.println(NDArray.of(3.14159, 1e-7, 100).toString(rounded));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [  3.142   0.    100.   ]
 * }</pre>
 *
 * @param precision the largest number of digits after the point
 * @param threshold the largest number of elements that are all written; of a larger array, only the outermost elements
 *     are written
 * @param edgeItems the number of outermost elements at either end of each axis
 * @param lineWidth the number of characters after which a line is broken
 * @param suppress whether small numbers are written without an exponent, even if this rounds them to 0
 * @param sign what is written before a number that is not negative
 * @param floatMode how many digits all numbers get
 */
public record PrintOptions(
        int precision, int threshold, int edgeItems, int lineWidth, boolean suppress, Sign sign, FloatMode floatMode) {
    /** The options of {@link NDArray#toString()}, which are NumPy's defaults. */
    public static final PrintOptions DEFAULT = new PrintOptions(8, 1000, 3, 75, false, Sign.MINUS, FloatMode.MAXPREC);

    /** What is written before a number that is not negative. */
    public enum Sign {
        /** Nothing, NumPy's {@code '-'}. */
        MINUS(""),
        /** A plus, {@code '+'}. */
        PLUS("+"),
        /** A space, {@code ' '}. */
        SPACE(" ");

        private final String text;

        Sign(String text) {
            this.text = text;
        }
    }

    /**
     * Returns what is written before a number that is not negative. There is no space if other numbers are negative.
     */
    String signOf(boolean anyNegative) {
        return sign == Sign.SPACE && anyNegative ? "" : sign.text;
    }

    /** How many digits after the point the numbers of an array get. */
    public enum FloatMode {
        /** As many as the precision says, {@code 'fixed'}. */
        FIXED,
        /** As many as each number needs to differ from its neighbours, whatever the precision, {@code 'unique'}. */
        UNIQUE,
        /** As many as each number needs, but at most the precision, {@code 'maxprec'}. */
        MAXPREC,
        /** As many as the number that needs the most, but at most the precision, {@code 'maxprec_equal'}. */
        MAXPREC_EQUAL
    }

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException {@code precision must be at least 0, not -1}, and likewise for the threshold;
     *     the edge items and the line width must be at least 1
     */
    public PrintOptions {
        check("precision", 0, precision);
        check("threshold", 0, threshold);
        check("edgeItems", 1, edgeItems);
        check("lineWidth", 1, lineWidth);
        Objects.requireNonNull(sign, "sign");
        Objects.requireNonNull(floatMode, "floatMode");
    }

    private static void check(String option, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %s, not %s".formatted(option, least, value));
        }
    }

    /**
     * Returns these options with another precision.
     *
     * @param digits the largest number of digits after the point
     * @return new options
     * @throws IllegalArgumentException {@code precision must be at least 0, not -1}
     */
    public PrintOptions withPrecision(int digits) {
        return new PrintOptions(digits, threshold, edgeItems, lineWidth, suppress, sign, floatMode);
    }

    /**
     * Returns these options with another threshold.
     *
     * @param elements the largest number of elements that are all written
     * @return new options
     * @throws IllegalArgumentException {@code threshold must be at least 0, not -1}
     */
    public PrintOptions withThreshold(int elements) {
        return new PrintOptions(precision, elements, edgeItems, lineWidth, suppress, sign, floatMode);
    }

    /**
     * Returns these options with another number of outermost elements.
     *
     * @param items the number of outermost elements at either end of each axis
     * @return new options
     * @throws IllegalArgumentException {@code edgeItems must be at least 1, not 0}
     */
    public PrintOptions withEdgeItems(int items) {
        return new PrintOptions(precision, threshold, items, lineWidth, suppress, sign, floatMode);
    }

    /**
     * Returns these options with another line width.
     *
     * @param characters the number of characters after which a line is broken
     * @return new options
     * @throws IllegalArgumentException {@code lineWidth must be at least 1, not 0}
     */
    public PrintOptions withLineWidth(int characters) {
        return new PrintOptions(precision, threshold, edgeItems, characters, suppress, sign, floatMode);
    }

    /**
     * Returns these options with or without exponents for small numbers.
     *
     * @param suppressed whether small numbers are written without an exponent
     * @return new options
     */
    public PrintOptions withSuppress(boolean suppressed) {
        return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppressed, sign, floatMode);
    }

    /**
     * Returns these options with another sign.
     *
     * @param sign what is written before a number that is not negative
     * @return new options
     */
    public PrintOptions withSign(Sign sign) {
        return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppress, sign, floatMode);
    }

    /**
     * Returns these options with another float mode.
     *
     * @param floatMode how many digits all numbers get
     * @return new options
     */
    public PrintOptions withFloatMode(FloatMode floatMode) {
        return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppress, sign, floatMode);
    }
}
