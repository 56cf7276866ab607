package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Traversal;

/**
 * The arithmetic operations of two operands, with NumPy's names and the dtypes of their results. The loops are in
 * {@link LongArithmetic}, {@link FloatArithmetic} and {@link DoubleArithmetic}.
 */
enum Arithmetic implements BinaryOperation {
    ADD("add"),
    SUBTRACT("subtract"),
    MULTIPLY("multiply"),
    DIVIDE("divide"),
    POWER("power"),
    MAXIMUM("maximum"),
    MINIMUM("minimum");

    private final String text;

    Arithmetic(String text) {
        this.text = text;
    }

    @Override
    public DType resultType(DType a, DType b) {
        return switch (this) {
            case ADD, MULTIPLY, MAXIMUM, MINIMUM -> DType.promote(a, b);
            case SUBTRACT -> ResultTypes.ofDifference(a, b);
            case DIVIDE -> ResultTypes.ofQuotient(a, b);
            case POWER -> ResultTypes.ofPower(a, b);
        };
    }

    @Override
    public void compute(DType dtype, NDArray a, NDArray b, NDArray out) {
        switch (dtype) {
            case BOOL, UINT8, INT64 ->
                Traversal.run(Lane.LONGS, new LongArithmetic(this), a.elements(), b.elements(), out.elements());
            case FLOAT32 ->
                Traversal.run(Lane.FLOATS, new FloatArithmetic(this), a.elements(), b.elements(), out.elements());
            case FLOAT64 ->
                Traversal.run(Lane.DOUBLES, new DoubleArithmetic(this), a.elements(), b.elements(), out.elements());
        }
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
