package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.BinaryLoop;
import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.UnaryLoop;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Arithmetic and functions, element by element. An operation promotes its operands, broadcasts them, allocates the
 * result and then chooses its loop once.
 */
final class Elementwise {
    private static final Kernels KERNELS = KernelSelector.selected();

    /** An operation of two operands: NumPy's name, the dtype of the result, and a loop for each lane. */
    record Binary(
            String name,
            BinaryOperator<DType> resultType,
            BinaryLoop<long[], long[]> longs,
            BinaryLoop<float[], float[]> floats,
            BinaryLoop<double[], double[]> doubles) {}

    static final Binary ADD =
            new Binary("add", DType::promote, ArithmeticLoops::add, ArithmeticLoops::add, ArithmeticLoops::add);
    static final Binary SUBTRACT = new Binary(
            "subtract",
            ResultTypes::ofDifference,
            ArithmeticLoops::subtract,
            ArithmeticLoops::subtract,
            ArithmeticLoops::subtract);
    static final Binary MULTIPLY = new Binary(
            "multiply",
            DType::promote,
            ArithmeticLoops::multiply,
            ArithmeticLoops::multiply,
            ArithmeticLoops::multiply);
    static final Binary DIVIDE =
            new Binary("divide", ResultTypes::ofQuotient, null, ArithmeticLoops::divide, ArithmeticLoops::divide);
    static final Binary POWER = new Binary(
            "power", ResultTypes::ofPower, ArithmeticLoops::power, ArithmeticLoops::power, ArithmeticLoops::power);
    static final Binary MAXIMUM = new Binary(
            "maximum", DType::promote, ArithmeticLoops::maximum, ArithmeticLoops::maximum, ArithmeticLoops::maximum);
    static final Binary MINIMUM = new Binary(
            "minimum", DType::promote, ArithmeticLoops::minimum, ArithmeticLoops::minimum, ArithmeticLoops::minimum);

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
            case BOOL, UINT8, INT64 -> run(Lane.LONGS, Lane.LONGS, operation.longs(), a, b, out);
            case FLOAT32 -> run(Lane.FLOATS, Lane.FLOATS, operation.floats(), a, b, out);
            case FLOAT64 -> run(Lane.DOUBLES, Lane.DOUBLES, operation.doubles(), a, b, out);
        }
    }

    private static void compute(Unary function, DType dtype, NDArray a, NDArray out) {
        switch (dtype) {
            case BOOL, UINT8, INT64 -> run(Lane.LONGS, function.longs(), a, out);
            case FLOAT32 -> run(Lane.FLOATS, function.floats(), a, out);
            case FLOAT64 -> run(Lane.DOUBLES, function.doubles(), a, out);
        }
    }

    /** Runs the loop over whole arrays where all three lie in memory alike, else block by block. */
    static <A, R> void run(
            Lane<A> lane, Lane<R> resultLane, BinaryLoop<A, R> operation, NDArray a, NDArray b, NDArray out) {
        NDArray left = a.broadcastTo(out.shape());
        NDArray right = b.broadcastTo(out.shape());
        StridedLoop loop = StridedLoop.over(out.layout(), left.layout(), right.layout());
        int size = out.size();
        A leftArray = lane.arrayOf().apply(left.storage());
        A rightArray = lane.arrayOf().apply(right.storage());
        R outArray = resultLane.arrayOf().apply(out.storage());
        int offset = out.layout().offset();
        if (leftArray != null
                && rightArray != null
                && outArray != null
                && loop.isContiguous(0)
                && loop.isContiguous(1)
                && loop.isContiguous(2)
                && left.layout().offset() == offset
                && right.layout().offset() == offset) {
            operation.run(leftArray, rightArray, outArray, offset, offset + size);
            return;
        }
        int block = Math.min(size, Cursor.BLOCK);
        Cursor<A> leftCursor = new Cursor<>(lane, left, loop, 1);
        Cursor<A> rightCursor = new Cursor<>(lane, right, loop, 2);
        Cursor<R> outCursor = new Cursor<>(resultLane, out, loop, 0);
        A leftBlock = lane.blocks().get()[0];
        A rightBlock = lane.blocks().get()[1];
        R outBlock = resultLane.blocks().get()[2];
        for (int remaining = size; remaining > 0; remaining -= block) {
            int n = Math.min(remaining, block);
            leftCursor.load(leftBlock, n);
            rightCursor.load(rightBlock, n);
            operation.run(leftBlock, rightBlock, outBlock, 0, n);
            outCursor.store(outBlock, n);
        }
    }

    static <A> void run(Lane<A> lane, UnaryLoop<A> function, NDArray a, NDArray out) {
        NDArray operand = a.broadcastTo(out.shape());
        StridedLoop loop = StridedLoop.over(out.layout(), operand.layout());
        A array = lane.arrayOf().apply(operand.storage());
        A outArray = lane.arrayOf().apply(out.storage());
        int offset = out.layout().offset();
        if (array != null
                && outArray != null
                && loop.isContiguous(0)
                && loop.isContiguous(1)
                && operand.layout().offset() == offset) {
            function.run(array, outArray, offset, offset + out.size());
            return;
        }
        int block = Math.min(out.size(), Cursor.BLOCK);
        Cursor<A> cursor = new Cursor<>(lane, operand, loop, 1);
        Cursor<A> outCursor = new Cursor<>(lane, out, loop, 0);
        A values = lane.blocks().get()[0];
        for (int left = out.size(); left > 0; left -= block) {
            int n = Math.min(left, block);
            cursor.load(values, n);
            function.run(values, values, 0, n);
            outCursor.store(values, n);
        }
    }
}
