package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.ScalarLoops;
import io.github.dlfs4j.ndarray.kernel.UnaryLoop;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Arithmetic and functions, element by element. An operation promotes its operands, broadcasts them, allocates the
 * result and then chooses its loop once.
 */
final class Elementwise {
    private static final Kernels KERNELS = KernelSelector.selected();

    /** An operation of two operands: NumPy's name, the dtype of the result, and loops for each lane. */
    record Binary(
            String name,
            BinaryOperator<DType> resultType,
            BinaryLoops<long[], long[]> longs,
            BinaryLoops<float[], float[]> floats,
            BinaryLoops<double[], double[]> doubles) {}

    static final Binary ADD = new Binary(
            "add",
            DType::promote,
            BinaryLoops.commutative(ArithmeticLoops::add, ScalarLoops::add),
            BinaryLoops.commutative(ArithmeticLoops::add, ScalarLoops::add),
            BinaryLoops.commutative(ArithmeticLoops::add, ScalarLoops::add));
    static final Binary SUBTRACT = new Binary(
            "subtract",
            ResultTypes::ofDifference,
            new BinaryLoops<>(ArithmeticLoops::subtract, ScalarLoops::subtract, ScalarLoops::subtractFrom),
            new BinaryLoops<>(ArithmeticLoops::subtract, ScalarLoops::subtract, ScalarLoops::subtractFrom),
            new BinaryLoops<>(ArithmeticLoops::subtract, ScalarLoops::subtract, ScalarLoops::subtractFrom));
    static final Binary MULTIPLY = new Binary(
            "multiply",
            DType::promote,
            BinaryLoops.commutative(ArithmeticLoops::multiply, ScalarLoops::multiply),
            BinaryLoops.commutative(ArithmeticLoops::multiply, ScalarLoops::multiply),
            BinaryLoops.commutative(ArithmeticLoops::multiply, ScalarLoops::multiply));
    static final Binary DIVIDE = new Binary(
            "divide",
            ResultTypes::ofQuotient,
            null,
            new BinaryLoops<>(ArithmeticLoops::divide, ScalarLoops::divide, ScalarLoops::divideInto),
            new BinaryLoops<>(ArithmeticLoops::divide, ScalarLoops::divide, ScalarLoops::divideInto));
    static final Binary POWER = new Binary(
            "power",
            ResultTypes::ofPower,
            BinaryLoops.of(ArithmeticLoops::power),
            BinaryLoops.of(ArithmeticLoops::power),
            BinaryLoops.of(ArithmeticLoops::power));
    static final Binary MAXIMUM = new Binary(
            "maximum",
            DType::promote,
            BinaryLoops.commutative(ArithmeticLoops::maximum, ScalarLoops::maximum),
            BinaryLoops.commutative(ArithmeticLoops::maximum, ScalarLoops::maximum),
            BinaryLoops.commutative(ArithmeticLoops::maximum, ScalarLoops::maximum));
    static final Binary MINIMUM = new Binary(
            "minimum",
            DType::promote,
            BinaryLoops.commutative(ArithmeticLoops::minimum, ScalarLoops::minimum),
            BinaryLoops.commutative(ArithmeticLoops::minimum, ScalarLoops::minimum),
            BinaryLoops.commutative(ArithmeticLoops::minimum, ScalarLoops::minimum));

    /** A function of one operand: NumPy's name, the dtype of the result, and a loop for each lane it can have. */
    record Unary(
            String name,
            UnaryOperator<DType> resultType,
            UnaryLoop<long[]> longs,
            UnaryLoop<float[]> floats,
            UnaryLoop<double[]> doubles) {}

    static final Unary NEGATIVE = new Unary(
            "negative",
            ResultTypes::ofNegative,
            ArithmeticLoops::negative,
            ArithmeticLoops::negative,
            ArithmeticLoops::negative);
    static final Unary ABSOLUTE = new Unary(
            "absolute",
            UnaryOperator.identity(),
            ArithmeticLoops::absolute,
            ArithmeticLoops::absolute,
            ArithmeticLoops::absolute);
    static final Unary SQUARE = new Unary(
            "square",
            dtype -> ResultTypes.ofNumbers("square", dtype),
            ArithmeticLoops::square,
            ArithmeticLoops::square,
            ArithmeticLoops::square);
    static final Unary SIGN = new Unary(
            "sign",
            dtype -> ResultTypes.ofNumbers("sign", dtype),
            ArithmeticLoops::sign,
            ArithmeticLoops::sign,
            ArithmeticLoops::sign);
    static final Unary SQRT =
            new Unary("sqrt", ResultTypes::floating, null, ArithmeticLoops::sqrt, ArithmeticLoops::sqrt);
    static final Unary EXP = new Unary("exp", ResultTypes::floating, null, KERNELS::exp, KERNELS::exp);
    static final Unary LOG = new Unary("log", ResultTypes::floating, null, KERNELS::log, KERNELS::log);
    static final Unary SIN = new Unary("sin", ResultTypes::floating, null, ArithmeticLoops::sin, ArithmeticLoops::sin);
    static final Unary COS = new Unary("cos", ResultTypes::floating, null, ArithmeticLoops::cos, ArithmeticLoops::cos);
    static final Unary SIGMOID = new Unary("sigmoid", ResultTypes::floating, null, KERNELS::sigmoid, KERNELS::sigmoid);
    static final Unary TANH = new Unary("tanh", ResultTypes::floating, null, KERNELS::tanh, KERNELS::tanh);

    private Elementwise() {}

    static NDArray apply(Binary operation, NDArray a, NDArray b) {
        DType dtype = operation.resultType().apply(a.dtype(), b.dtype());
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        NDArray out = allocate(dtype, a.broadcastTo(shape), b.broadcastTo(shape));
        compute(operation, dtype, a, b, out);
        return out;
    }

    /** Writes the result into {@code out}, which may be an operand or a view of one. */
    static NDArray apply(Binary operation, NDArray a, NDArray b, NDArray out) {
        DType dtype = operation.resultType().apply(a.dtype(), b.dtype());
        checkOutput(operation.name(), dtype, out, a, b);
        if (wrapsBefore(dtype, out)) {
            Casting.assign(out, apply(operation, a, b));
            return out;
        }
        compute(operation, dtype, Casting.withoutOverlap(a, out), Casting.withoutOverlap(b, out), out);
        return out;
    }

    static NDArray apply(Unary function, NDArray a) {
        DType dtype = function.resultType().apply(a.dtype());
        NDArray out = allocate(dtype, a);
        compute(function, dtype, a, out);
        return out;
    }

    static NDArray apply(Unary function, NDArray a, NDArray out) {
        DType dtype = function.resultType().apply(a.dtype());
        checkOutput(function.name(), dtype, out, a);
        if (wrapsBefore(dtype, out)) {
            Casting.assign(out, apply(function, a));
            return out;
        }
        compute(function, dtype, Casting.withoutOverlap(a, out), out);
        return out;
    }

    static NDArray power(NDArray a, NDArray b) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        boolean integers = !a.dtype().isFloating() && b.dtype() == DType.INT64;
        if (integers && shape.size() > 0 && b.min().asLong() < 0) {
            throw Errors.negativePower();
        }
        return apply(POWER, a, b);
    }

    /** {@code x ** p} with the exponents that NumPy computes otherwise: square, square root and reciprocal. */
    static NDArray power(NDArray a, double exponent) {
        if (exponent == 2 && a.dtype() != DType.BOOL) {
            return apply(SQUARE, a.dtype().isFloating() ? a : a.astype(DType.FLOAT64));
        }
        if (exponent == 0.5) {
            return apply(SQRT, a);
        }
        if (exponent == -1) {
            return apply(DIVIDE, Casting.weak(1.0, a.dtype()), a);
        }
        return power(a, Casting.weak(exponent, a.dtype()));
    }

    static NDArray power(NDArray a, long exponent) {
        if (a.dtype().isFloating()) {
            return power(a, (double) exponent);
        }
        return exponent == 2 && a.dtype() != DType.BOOL
                ? apply(SQUARE, a)
                : power(a, Casting.weak(exponent, a.dtype()));
    }

    /** An array for the result, its axes in the order in memory that the operands have. */
    static NDArray allocate(DType dtype, NDArray... operands) {
        Layout[] layouts = new Layout[operands.length];
        for (int k = 0; k < operands.length; k++) {
            layouts[k] = operands[k].layout();
        }
        Layout layout = Layout.inOrder(layouts[0].shape(), StridedLoop.memoryOrder(layouts));
        return new NDArray(Storage.allocate(dtype, layout.size()), layout);
    }

    static void checkOutput(String name, DType dtype, NDArray out, NDArray... operands) {
        Shape[] shapes = new Shape[operands.length + 1];
        for (int k = 0; k < operands.length; k++) {
            shapes[k] = operands[k].shape();
        }
        shapes[operands.length] = out.shape();
        if (out.layout().repeatsElements()) {
            throw Errors.readOnlyOutput();
        }
        Casting.checkSameKind(name, dtype, out.dtype());
        Shape common = Broadcast.shape(shapes);
        if (!common.equals(out.shape())) {
            throw Errors.outputNotBroadcastable(out.shape(), common);
        }
    }

    /** Whether the result, computed as long, must shrink to its own dtype before it goes to a wider output. */
    private static boolean wrapsBefore(DType dtype, NDArray out) {
        return dtype != out.dtype() && (dtype == DType.BOOL || dtype == DType.UINT8);
    }

    private static void compute(Binary operation, DType dtype, NDArray a, NDArray b, NDArray out) {
        switch (dtype) {
            case BOOL, UINT8, INT64 -> Traversal.run(Lane.LONGS, operation.longs(), a, b, out);
            case FLOAT32 -> Traversal.run(Lane.FLOATS, operation.floats(), a, b, out);
            case FLOAT64 -> Traversal.run(Lane.DOUBLES, operation.doubles(), a, b, out);
        }
    }

    private static void compute(Unary function, DType dtype, NDArray a, NDArray out) {
        switch (dtype) {
            case BOOL, UINT8, INT64 -> Traversal.run(Lane.LONGS, function.longs(), a, out);
            case FLOAT32 -> Traversal.run(Lane.FLOATS, function.floats(), a, out);
            case FLOAT64 -> Traversal.run(Lane.DOUBLES, function.doubles(), a, out);
        }
    }
}
