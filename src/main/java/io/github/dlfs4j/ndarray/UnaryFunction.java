package io.github.dlfs4j.ndarray;

/**
 * The functions of one operand: NumPy's names, and the dtypes of their results. The loops are in {@link LongFunction},
 * {@link FloatFunction} and {@link DoubleFunction}.
 */
enum UnaryFunction {
    NEGATIVE("negative"),
    ABSOLUTE("absolute"),
    SQUARE("square"),
    SIGN("sign"),
    SQRT("sqrt"),
    EXP("exp"),
    LOG("log"),
    SIN("sin"),
    COS("cos"),
    TANH("tanh"),
    SIGMOID("sigmoid");

    private final String text;

    UnaryFunction(String text) {
        this.text = text;
    }

    DType resultType(DType a) {
        return switch (this) {
            case NEGATIVE -> ResultTypes.ofNegative(a);
            case ABSOLUTE -> a;
            case SQUARE, SIGN -> ResultTypes.ofNumbers(text, a);
            case SQRT, EXP, LOG, SIN, COS, TANH, SIGMOID -> ResultTypes.floating(a);
        };
    }

    /** NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
