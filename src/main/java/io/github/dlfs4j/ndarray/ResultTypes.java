package io.github.dlfs4j.ndarray;

/** The dtypes of results that are not simply the promoted dtype of the operands. */
final class ResultTypes {
    private ResultTypes() {}

    static DType ofDifference(DType a, DType b) {
        if (a == DType.BOOL && b == DType.BOOL) {
            throw new UnsupportedOperationException("numpy boolean subtract, the `-` operator, is not supported, "
                    + "use the bitwise_xor, the `^` operator, or the logical_xor function instead.");
        }
        return DType.promote(a, b);
    }

    static DType ofQuotient(DType a, DType b) {
        return floating(DType.promote(a, b));
    }

    static DType ofPower(DType a, DType b) {
        return ofNumbers("power", DType.promote(a, b));
    }

    static DType ofNegative(DType a) {
        if (a == DType.BOOL) {
            throw new UnsupportedOperationException("The numpy boolean negative, the `-` operator, is not supported, "
                    + "use the `~` operator or the logical_not function instead.");
        }
        return a;
    }

    /** Returns the dtype of functions whose results are always floating-point numbers. */
    static DType floating(DType a) {
        return a.isFloating() ? a : DType.FLOAT64;
    }

    /** Returns the dtype of functions that refuse bool, for which NumPy uses int8. */
    static DType ofNumbers(String name, DType a) {
        if (a == DType.BOOL) {
            throw new UnsupportedOperationException(
                    "ufunc '%s' not supported for the input type %s".formatted(name, a));
        }
        return a;
    }
}
