package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Errors;

/**
 * Rounding to a number of decimals in NumPy's three steps: multiply by a power of ten, round to the nearest integer,
 * divide. Whether 5.015 becomes 5.01 or 5.02 depends on how the product is rounded.
 */
final class DecimalRounding {
    static NDArray round(NDArray a, int decimals) {
        boolean integers = a.dtype().isInteger();
        if (integers && decimals >= 0) {
            return a.copy();
        }
        if (decimals == 0) {
            return Elementwise.apply(UnaryFunction.RINT, a);
        }
        NDArray out = Elementwise.allocate(integers ? DType.FLOAT64 : a.dtype(), a);
        roundScaled(a, decimals, out);
        return integers ? out.astype(a.dtype()) : out;
    }

    static NDArray round(NDArray a, int decimals, NDArray out) {
        if (a.size() != out.size()) {
            throw new IllegalArgumentException("invalid output shape");
        }
        if (a.dtype().isInteger() && decimals >= 0) {
            if (!DType.isSameKind(a.dtype(), out.dtype())) {
                throw Errors.unsafeCast(1, a.dtype(), out.dtype(), "same_kind");
            }
            Casting.assign(out, a);
            return out;
        }
        return decimals == 0 ? Elementwise.apply(UnaryFunction.RINT, a, out) : roundScaled(a, decimals, out);
    }

    private static NDArray roundScaled(NDArray a, int decimals, NDArray out) {
        BinaryFunction first = decimals > 0 ? BinaryFunction.MULTIPLY : BinaryFunction.DIVIDE;
        BinaryFunction last = decimals > 0 ? BinaryFunction.DIVIDE : BinaryFunction.MULTIPLY;
        double power = powerOfTen(Math.abs((long) decimals));
        Elementwise.apply(first, a, Casting.weak(power, a.dtype()), out);
        Elementwise.apply(UnaryFunction.RINT, out, out);
        return Elementwise.apply(last, out, Casting.weak(power, out.dtype()), out);
    }

    /** Computes a power of ten by repeated products, as NumPy does; exact up to 10<sup>22</sup>. */
    private static double powerOfTen(long n) {
        double power = 1;
        for (long i = 0; i < n && power < Double.POSITIVE_INFINITY; i++) {
            power *= 10;
        }
        return power;
    }
}
