package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Traversal;

/**
 * The functions of two operands that are not {@link Arithmetic}, with NumPy's names and the dtypes of their results.
 * The loops are in {@link LongBinaryFunction}, {@link FloatBinaryFunction} and {@link DoubleBinaryFunction}.
 */
enum BinaryFunction implements BinaryOperation {
    FLOOR_DIVIDE("floor_divide"),
    REMAINDER("remainder"),
    FMOD("fmod"),
    FMAX("fmax"),
    FMIN("fmin"),
    COPYSIGN("copysign"),
    NEXTAFTER("nextafter"),
    LOGADDEXP("logaddexp"),
    ARCTAN2("arctan2"),
    HYPOT("hypot");

    private final String text;

    BinaryFunction(String text) {
        this.text = text;
    }

    @Override
    public DType resultType(DType a, DType b) {
        DType promoted = DType.promote(a, b);
        return switch (this) {
            case FLOOR_DIVIDE, REMAINDER, FMOD -> ResultTypes.ofNumbers(text, promoted);
            case FMAX, FMIN -> promoted;
            case COPYSIGN, NEXTAFTER, LOGADDEXP, ARCTAN2, HYPOT -> ResultTypes.floating(promoted);
        };
    }

    @Override
    public void compute(DType dtype, NDArray a, NDArray b, NDArray out) {
        switch (dtype) {
            case BOOL, UINT8, INT64 ->
                Traversal.run(Lane.LONGS, new LongBinaryFunction(this), a.elements(), b.elements(), out.elements());
            case FLOAT32 ->
                Traversal.run(Lane.FLOATS, new FloatBinaryFunction(this), a.elements(), b.elements(), out.elements());
            case FLOAT64 ->
                Traversal.run(Lane.DOUBLES, new DoubleBinaryFunction(this), a.elements(), b.elements(), out.elements());
        }
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
