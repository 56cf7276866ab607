package io.github.dlfs4j.ndarray;

/** What a {@link Reduction} folds with: NumPy's names, and whether an empty run has a result. */
enum Fold {
    SUM("add", true),
    PRODUCT("multiply", true),
    MAXIMUM("maximum", false),
    MINIMUM("minimum", false),
    /** Of bool alone: whether one is true. */
    ANY("logical_or", true),
    /** Of bool alone: whether none is false. */
    ALL("logical_and", true);

    private final String text;
    private final boolean hasIdentity;

    Fold(String text, boolean hasIdentity) {
        this.text = text;
        this.hasIdentity = hasIdentity;
    }

    boolean hasIdentity() {
        return hasIdentity;
    }

    /** Sums and products of bool and uint8 are int64; the rest keeps its dtype. */
    DType resultType(DType dtype) {
        return hasIdentity && !dtype.isFloating() ? DType.INT64 : dtype;
    }

    /** NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
