package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.BooleanLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongBitLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Traversal;

/** The bitwise operations on integers, and on bool as single bits, with NumPy's names and their loops. */
enum Bitwise implements BinaryOperation {
    AND("bitwise_and"),
    OR("bitwise_or"),
    XOR("bitwise_xor"),
    LEFT_SHIFT("left_shift"),
    RIGHT_SHIFT("right_shift");

    private final String text;

    Bitwise(String text) {
        this.text = text;
    }

    @Override
    public DType resultType(DType a, DType b) {
        DType promoted = checkInteger(text, DType.promote(a, b));
        boolean shifts = this == LEFT_SHIFT || this == RIGHT_SHIFT;
        return shifts ? ResultTypes.ofNumbers(text, promoted) : promoted;
    }

    private static DType checkInteger(String name, DType dtype) {
        if (dtype.isFloating()) {
            throw new UnsupportedOperationException(
                    ("ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to any"
                                    + " supported types according to the casting rule ''safe''")
                            .formatted(name));
        }
        return dtype;
    }

    @Override
    public void compute(DType dtype, NDArray a, NDArray b, NDArray out) {
        if (dtype == DType.BOOL) {
            Traversal.run(Lane.BOOLEANS, truthLoops(), a.elements(), b.elements(), out.elements());
        } else {
            Traversal.run(Lane.LONGS, integerLoops(), a.elements(), b.elements(), out.elements());
        }
    }

    private BinaryLoops<boolean[], boolean[]> truthLoops() {
        return switch (this) {
            case AND -> BooleanLoops::and;
            case OR -> BooleanLoops::or;
            case XOR -> BooleanLoops::xor;
            case LEFT_SHIFT, RIGHT_SHIFT -> throw new AssertionError(this);
        };
    }

    private BinaryLoops<long[], long[]> integerLoops() {
        return switch (this) {
            case AND -> LongBitLoops::and;
            case OR -> LongBitLoops::or;
            case XOR -> LongBitLoops::xor;
            case LEFT_SHIFT -> LongBitLoops::leftShift;
            case RIGHT_SHIFT -> LongBitLoops::rightShift;
        };
    }

    /** Inverts all bits, {@code ~a}. */
    static NDArray invert(NDArray a) {
        checkInteger("invert", a.dtype());
        NDArray out = Elementwise.allocate(a.dtype(), a);
        if (a.dtype() == DType.BOOL) {
            UnaryLoop<boolean[]> not = BooleanLoops::not;
            Traversal.run(Lane.BOOLEANS, not, a.elements(), out.elements());
        } else {
            UnaryLoop<long[]> invert = LongBitLoops::invert;
            Traversal.run(Lane.LONGS, invert, a.elements(), out.elements());
        }
        return out;
    }

    /** Returns NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
