package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.BinaryCarrierLoop;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Constancy;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import io.github.dlfs4j.ndarray.strided.Traversal;
import io.github.dlfs4j.ndarray.strided.UnaryCarrierLoop;

/**
 * Element-wise arithmetic and functions. An operation promotes and broadcasts its operands, allocates the result and
 * then chooses its loop once.
 */
final class Elementwise {
    static NDArray apply(BinaryFunction operation, NDArray a, NDArray b) {
        DType dtype = operation.resultType(a.dtype(), b.dtype());
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        NDArray left = a.stretchedTo(shape);
        NDArray right = b.stretchedTo(shape);
        NDArray out = allocate(dtype, left, right);
        Traversal.run(operation.on(dtype), left.elements(), right.elements(), out.elements());
        return out;
    }

    /** Writes the result into {@code out}, which may be an operand or a view of one. */
    static NDArray apply(BinaryFunction operation, NDArray a, NDArray b, NDArray out) {
        DType dtype = operation.resultType(a.dtype(), b.dtype());
        checkOutput(operation.toString(), dtype, out, a, b);
        BinaryCarrierLoop<?> loop = operation.on(dtype);
        if (roundsBefore(dtype, loop.carrier(), out)) {
            Casting.assign(out, apply(operation, a, b));
            return out;
        }
        NDArray left = Casting.withoutOverlap(a, out);
        NDArray right = Casting.withoutOverlap(b, out);
        Traversal.run(loop, left.elements(), right.elements(), out.elements());
        return out;
    }

    static NDArray apply(UnaryFunction function, NDArray a) {
        DType dtype = function.resultType(a.dtype());
        NDArray out = allocate(dtype, a);
        Traversal.run(function.on(dtype), a.elements(), out.elements());
        return out;
    }

    static NDArray apply(UnaryFunction function, NDArray a, NDArray out) {
        DType dtype = function.resultType(a.dtype());
        checkOutput(function.toString(), dtype, out, a);
        UnaryCarrierLoop<?> loop = function.on(dtype);
        if (roundsBefore(dtype, loop.carrier(), out)) {
            Casting.assign(out, apply(function, a));
            return out;
        }
        Traversal.run(loop, Casting.withoutOverlap(a, out).elements(), out.elements());
        return out;
    }

    static NDArray power(NDArray a, NDArray b) {
        Shape shape = Broadcast.shape(a.shape(), b.shape());
        checkExponents(a, b, shape);
        if (isSingleHalf(b, a)) {
            NDArray base = b.ndim() > a.ndim() ? a.reshape(shape.toArray()) : a;
            return power(base.astype(DType.promote(a.dtype(), b.dtype())), 0.5);
        }
        return apply(BinaryFunction.POWER, a, b);
    }

    /** Writes the powers into {@code out}, which may be an operand or a view of one. */
    static NDArray power(NDArray a, NDArray b, NDArray out) {
        BinaryFunction power = BinaryFunction.POWER;
        checkOutput(power.toString(), power.resultType(a.dtype(), b.dtype()), out, a, b);
        checkExponents(a, b, out.shape());
        if (!isSingleHalf(b, a)) {
            return apply(power, a, b, out);
        }
        Casting.assign(out, power(a, b));
        return out;
    }

    private static void checkExponents(NDArray a, NDArray b, Shape shape) {
        boolean integers = !a.dtype().isFloating() && b.dtype() == DType.INT64;
        if (integers && shape.size() > 0 && b.min().asLong() < 0) {
            throw new IllegalArgumentException("Integers to negative integer powers are not allowed.");
        }
    }

    /** Returns whether 0.5 is the exponent of all elements; NumPy then computes their powers like those of a scalar. */
    private static boolean isSingleHalf(NDArray exponent, NDArray base) {
        return exponent.dtype().isFloating()
                && exponent.size() == 1
                && (exponent.ndim() == 0 || base.size() > 1)
                && exponent.reshape().asDouble() == 0.5;
    }

    /** Computes {@code a ** exponent}, with NumPy's short cuts for the square, the square root and the reciprocal. */
    static NDArray power(NDArray a, double exponent) {
        if (exponent == 2 && a.dtype() != DType.BOOL) {
            return apply(UnaryFunction.SQUARE, Casting.floating(a));
        }
        if (exponent == 0.5) {
            return apply(UnaryFunction.SQRT, a);
        }
        if (exponent == -1) {
            return apply(BinaryFunction.DIVIDE, Casting.weak(1.0, a.dtype()), a);
        }
        return power(a, Casting.weak(exponent, a.dtype()));
    }

    static NDArray power(NDArray a, long exponent) {
        if (a.dtype().isFloating()) {
            return power(a, (double) exponent);
        }
        return exponent == 2 && a.dtype() != DType.BOOL
                ? apply(UnaryFunction.SQUARE, a)
                : power(a, Casting.weak(exponent, a.dtype()));
    }

    /** Allocates the result; its axes have the same order in memory as those of the operands. */
    static NDArray allocate(DType dtype, NDArray... operands) {
        Layout layout = layoutOfResult(operands);
        return ArrayScope.allocate(dtype, layout);
    }

    /**
     * Chooses the order of axes. If any operand is in C order, so is the result, see {@link StridedLoop#memoryOrder}.
     */
    private static Layout layoutOfResult(NDArray... operands) {
        for (NDArray a : operands) {
            if (a.layout().isContiguous()) {
                return a.layout().toOrigin();
            }
        }
        Layout[] layouts = new Layout[operands.length];
        for (int k = 0; k < operands.length; k++) {
            layouts[k] = operands[k].layout();
        }
        return Layout.inOrder(layouts[0].lengths(), StridedLoop.memoryOrder(layouts));
    }

    static void checkOutput(String name, DType dtype, NDArray out, NDArray... operands) {
        if (isPlainlyLike(out, dtype, operands)) {
            return;
        }
        Shape[] shapes = new Shape[operands.length + 1];
        for (int k = 0; k < operands.length; k++) {
            shapes[k] = operands[k].shape();
        }
        shapes[operands.length] = out.shape();
        if (!out.isWriteable()) {
            throw Errors.readOnlyOutput();
        }
        Casting.checkSameKind(name, dtype, out.dtype());
        Shape common = Broadcast.shape(shapes);
        if (!common.equals(out.shape())) {
            throw new IllegalArgumentException(
                    "non-broadcastable output operand with shape %s doesn't match the broadcast shape %s"
                            .formatted(out.shape().toMessage(), common.toMessage()));
        }
    }

    /** Returns whether the output needs no more checks, as most do not: nothing is converted, broadcast or repeated. */
    private static boolean isPlainlyLike(NDArray out, DType dtype, NDArray... operands) {
        for (NDArray a : operands) {
            if (!a.shape().equals(out.shape())) {
                return false;
            }
        }
        return out.dtype() == dtype && out.layout().isPlain() && out.constancy() == Constancy.CHANGING;
    }

    /** Returns whether a result computed in a wider type must become its own dtype before it goes to an output. */
    private static boolean roundsBefore(DType dtype, Carrier<?> computed, NDArray out) {
        boolean isNarrow = dtype == DType.BOOL || dtype == DType.UINT8;
        return dtype != out.dtype() && (isNarrow || (dtype == DType.FLOAT32 && computed == Carrier.DOUBLES));
    }
}
