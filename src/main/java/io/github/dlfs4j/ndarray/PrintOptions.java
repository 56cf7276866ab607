package io.github.dlfs4j.ndarray;

/**
 * How {@link NDArray#toString(PrintOptions)} writes an array, NumPy's {@code np.printoptions}. Immutable: there are no
 * options for a whole program, and what is printed depends on the call alone.
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
 * @param precision how many digits behind the dot, at most
 * @param threshold of more elements than these only the outermost are written
 * @param edgeItems how many of them at either end of each axis
 * @param lineWidth after how many characters a line is broken
 * @param suppress whether small numbers are written without an exponent, even if that rounds them to 0
 * @param sign what stands before a number that is not negative
 * @param floatMode how many digits all numbers get
 */
public record PrintOptions(
        int precision, int threshold, int edgeItems, int lineWidth, boolean suppress, Sign sign, FloatMode floatMode) {
    /** What {@link NDArray#toString()} uses: NumPy's own defaults. */
    public static final PrintOptions DEFAULT = new PrintOptions(8, 1000, 3, 75, false, Sign.MINUS, FloatMode.MAXPREC);

    /** What stands before a number that is not negative. */
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

    /** What stands before a number that is not negative: no space beside negative ones. */
    String signOf(boolean anyNegative) {
        return sign == Sign.SPACE && anyNegative ? "" : sign.text;
    }

    /** How many digits the numbers of an array get behind the dot. */
    public enum FloatMode {
        /** Always as many as the precision says, {@code 'fixed'}. */
        FIXED,
        /** As many as each needs to be told from its neighbours, whatever the precision, {@code 'unique'}. */
        UNIQUE,
        /** As many as each needs, at most the precision, {@code 'maxprec'}. */
        MAXPREC,
        /** As many as the one that needs most, at most the precision, {@code 'maxprec_equal'}. */
        MAXPREC_EQUAL
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException {@code precision must be at least 0, not -1}, and likewise for the threshold;
     *     for the edge items and the width of a line at least 1
     */
    public PrintOptions {
        check("precision", 0, precision);
        check("threshold", 0, threshold);
        check("edgeItems", 1, edgeItems);
        check("lineWidth", 1, lineWidth);
    }

    private static void check(String option, int least, int value) {
        if (value < least) {
            throw Errors.printOption(option, least, value);
        }
    }

    /**
     * These options with another precision.
     *
     * @param digits how many digits behind the dot, at most
     * @return new options
     * @throws IllegalArgumentException {@code precision must be at least 0, not -1}
     */
    public PrintOptions withPrecision(int digits) {
        return new PrintOptions(digits, threshold, edgeItems, lineWidth, suppress, sign, floatMode);
    }

    /**
     * These options with another threshold.
     *
     * @param elements of more elements than these only the outermost are written
     * @return new options
     * @throws IllegalArgumentException {@code threshold must be at least 0, not -1}
     */
    public PrintOptions withThreshold(int elements) {
        return new PrintOptions(precision, elements, edgeItems, lineWidth, suppress, sign, floatMode);
    }

    /**
     * These options with another number of outermost elements.
     *
     * @param items how many at either end of each axis
     * @return new options
     * @throws IllegalArgumentException {@code edgeItems must be at least 1, not 0}
     */
    public PrintOptions withEdgeItems(int items) {
        return new PrintOptions(precision, threshold, items, lineWidth, suppress, sign, floatMode);
    }

    /**
     * These options with another width of a line.
     *
     * @param characters after how many characters a line is broken
     * @return new options
     * @throws IllegalArgumentException {@code lineWidth must be at least 1, not 0}
     */
    public PrintOptions withLineWidth(int characters) {
        return new PrintOptions(precision, threshold, edgeItems, characters, suppress, sign, floatMode);
    }

    /**
     * These options with small numbers written otherwise.
     *
     * @param suppressed whether they are written without an exponent
     * @return new options
     */
    public PrintOptions withSuppress(boolean suppressed) {
        return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppressed, sign, floatMode);
    }

    /**
     * These options with another sign.
     *
     * @param shown what stands before a number that is not negative
     * @return new options
     */
    public PrintOptions withSign(Sign shown) {
        return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppress, shown, floatMode);
    }

    /**
     * These options with another number of digits for all.
     *
     * @param mode how many digits all numbers get
     * @return new options
     */
    public PrintOptions withFloatMode(FloatMode mode) {
        return new PrintOptions(precision, threshold, edgeItems, lineWidth, suppress, sign, mode);
    }
}
