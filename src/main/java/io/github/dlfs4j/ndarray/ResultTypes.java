package io.github.dlfs4j.ndarray;

/** The dtypes of results that are not simply the promoted dtype of the operands. */
final class ResultTypes {
    static DType ofDifference(DType promoted) {
        if (promoted == DType.BOOL) {
            throw new UnsupportedOperationException("numpy boolean subtract, the `-` operator, is not supported, "
                    + "use the bitwise_xor, the `^` operator, or the logical_xor function instead.");
        }
        return promoted;
    }

    static DType ofNegative(DType a) {
        if (a == DType.BOOL) {
            throw new UnsupportedOperationException("The numpy boolean negative, the `-` operator, is not supported, "
                    + "use the `~` operator or the logical_not function instead.");
        }
        return a;
    }

    static DType ofPositive(DType a) {
        if (a == DType.BOOL) {
            throw new UnsupportedOperationException("ufunc 'positive' did not contain a loop with signature matching "
                    + "types <class 'numpy.dtypes.BoolDType'> -> None");
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

    /** Returns the dtype of operations on bits, which refuse floating-point numbers. */
    static DType ofBits(String name, DType a) {
        if (a.isFloating()) {
            throw new UnsupportedOperationException(
                    ("ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to any"
                                    + " supported types according to the casting rule ''safe''")
                            .formatted(name));
        }
        return a;
    }

    /** Returns the dtype of shifts of bits, which refuse bool too. */
    static DType ofShift(String name, DType a) {
        return ofNumbers(name, ofBits(name, a));
    }
}
