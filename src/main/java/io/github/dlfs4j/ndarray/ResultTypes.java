package io.github.dlfs4j.ndarray;

/** The dtypes of results, where they are not simply the promoted dtype of the operands. */
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

    /** Of functions that always give fractions. */
    static DType floating(DType a) {
        return a.isFloating() ? a : DType.FLOAT64;
    }

    /** Of functions that NumPy computes in int8 for bool, a dtype we do not have. */
    static DType ofNumbers(String name, DType a) {
        if (a == DType.BOOL) {
            throw Errors.notSupported(name, a);
        }
        return a;
    }
}
