package io.github.dlfs4j.ndarray;

/** The operations with which a {@link Reduction} folds, with NumPy's names and whether an empty run has a result. */
enum Fold {
    SUM("add", true),
    PRODUCT("multiply", true),
    MAXIMUM("maximum", false),
    MINIMUM("minimum", false),
    /** Whether any element is true; for bool only. */
    ANY("logical_or", true),
    /** Whether all elements are true; for bool only. */
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

    /** Returns int64 for sums and products of bool and uint8, otherwise the dtype itself. */
    DType resultType(DType dtype) {
        return hasIdentity && !dtype.isFloating() ? DType.INT64 : dtype;
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
