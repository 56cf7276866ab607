package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Traversal;

/**
 * The functions of one operand, with NumPy's names and the dtypes of their results. The loops are in
 * {@link LongFunction}, {@link FloatFunction} and {@link DoubleFunction}.
 */
enum UnaryFunction implements UnaryOperation {
    NEGATIVE("negative"),
    ABSOLUTE("absolute"),
    SQUARE("square"),
    SIGN("sign"),
    FLOOR("floor"),
    CEIL("ceil"),
    TRUNC("trunc"),
    RINT("rint"),
    DEG2RAD("deg2rad"),
    RAD2DEG("rad2deg"),
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

    @Override
    public DType resultType(DType a) {
        return switch (this) {
            case NEGATIVE -> ResultTypes.ofNegative(a);
            case ABSOLUTE, FLOOR, CEIL, TRUNC -> a;
            case SQUARE, SIGN -> ResultTypes.ofNumbers(text, a);
            case RINT, DEG2RAD, RAD2DEG, SQRT, EXP, LOG, SIN, COS, TANH, SIGMOID -> ResultTypes.floating(a);
        };
    }

    @Override
    public void compute(DType dtype, NDArray a, NDArray out) {
        switch (dtype) {
            case BOOL, UINT8, INT64 -> Traversal.run(Lane.LONGS, new LongFunction(this), a.elements(), out.elements());
            case FLOAT32 -> Traversal.run(Lane.FLOATS, new FloatFunction(this), a.elements(), out.elements());
            case FLOAT64 -> Traversal.run(Lane.DOUBLES, new DoubleFunction(this), a.elements(), out.elements());
        }
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
