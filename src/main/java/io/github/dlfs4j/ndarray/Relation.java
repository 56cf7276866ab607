package io.github.dlfs4j.ndarray;

/**
 * The comparisons of two operands, with NumPy's names. The loops are in {@link LongRelation}, {@link FloatRelation} and
 * {@link DoubleRelation}.
 */
enum Relation {
    EQUAL("equal"),
    NOT_EQUAL("not_equal"),
    LESS("less"),
    LESS_EQUAL("less_equal"),
    GREATER("greater"),
    GREATER_EQUAL("greater_equal");

    private final String text;

    Relation(String text) {
        this.text = text;
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
