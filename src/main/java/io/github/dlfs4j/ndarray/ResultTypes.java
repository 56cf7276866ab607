package io.github.dlfs4j.ndarray;

/** The dtypes of results that are not simply the promoted dtype of the operands. */
final class ResultTypes {
    private ResultTypes() {}

    static DType ofDifference(DType a, DType b) {
        if (a == DType.BOOL && b == DType.BOOL) {
            throw Errors.boolSubtract();
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
            throw Errors.boolNegative();
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
            throw Errors.notSupported(name, a);
        }
        return a;
    }
}
