package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.ElementCopy;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;

/** Conversions between dtypes: copies from one array to another, and the rules for scalars and outputs. */
final class Casting {
    /** Returns a copy of the dtype, in C order. */
    static NDArray astype(NDArray a, DType dtype) {
        if (a.dtype() == dtype) {
            return ArrayScope.copy(a);
        }
        NDArray copy = ArrayScope.allocate(dtype, Layout.contiguous(a.shape().lengths()));
        ElementCopy.copy(a.elements(), copy.elements());
        return copy;
    }

    /** Returns the array itself if it has the dtype, otherwise a copy of the dtype. */
    static NDArray converted(NDArray a, DType dtype) {
        return a.dtype() == dtype ? a : a.astype(dtype);
    }

    /** Returns the array itself if it is floating-point, otherwise a copy of float64. */
    static NDArray floating(NDArray a) {
        return a.dtype().isFloating() ? a : a.astype(DType.FLOAT64);
    }

    /** Writes the value, broadcast, to the target; the two may share memory. */
    static void assign(NDArray target, NDArray value) {
        if (!target.isWriteable()) {
            throw Errors.readOnlyTarget();
        }
        NDArray fitting = Broadcast.dropLeadingOnes(value, target.ndim());
        if (!Broadcast.fits(fitting.shape(), target.shape())) {
            throw new IllegalArgumentException("could not broadcast input array from shape %s into shape %s"
                    .formatted(fitting.shape().toMessage(), target.shape().toMessage()));
        }
        NDArray source = withoutOverlap(fitting.stretchedTo(target.shape()), target);
        ElementCopy.copy(source.elements(), target.elements());
    }

    /** Returns the operand, or a copy if a write to {@code out} could change elements that have not been read yet. */
    static NDArray withoutOverlap(NDArray operand, NDArray out) {
        boolean safe = operand.storage() != out.storage() || operand.layout().equals(out.layout());
        return safe ? operand : operand.copy();
    }

    /** Throws an error if the output cannot hold the kind of the result: a fraction in integers, a number in bool. */
    static void checkSameKind(String ufunc, DType from, DType to) {
        if (!DType.isSameKind(from, to)) {
            throw new UnsupportedOperationException(
                    "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'"
                            .formatted(ufunc, from, to));
        }
    }

    /** Returns a weak Java scalar as a 0-d array; it takes the dtype of the array beside it if the kinds agree. */
    static NDArray weak(double value, DType beside) {
        return beside == DType.FLOAT32 ? NDArray.scalar((float) value) : NDArray.scalar(value);
    }

    /** Works like {@link #weak(double, DType)}, and throws an error for an integer that uint8 cannot hold. */
    static NDArray weak(long value, DType beside) {
        return switch (beside) {
            case BOOL, INT64 -> NDArray.scalar(value);
            case UINT8 -> NDArray.of(new byte[] {(byte) checkUint8(value)}, new int[0]);
            case FLOAT32, FLOAT64 -> weak((double) value, beside);
        };
    }

    /** Works like {@link #weak(long, DType)} for comparisons, in which uint8 meets any integer. */
    static NDArray comparable(long value, DType beside) {
        return beside == DType.UINT8 ? NDArray.scalar(value) : weak(value, beside);
    }

    static long checkUint8(long value) {
        if (value < 0 || value > 255) {
            // A Java integer is weak like one of Python.
            throw new IllegalArgumentException("Python integer %s out of bounds for uint8".formatted(value));
        }
        return value;
    }

    /**
     * Returns a Java scalar that will be written to an array of the dtype, as a 0-d array. Throws an error if an
     * integer dtype cannot hold it.
     */
    static NDArray element(double value, DType target) {
        if (!target.isInteger()) {
            return NDArray.scalar(value);
        }
        checkFinite(value);
        if (!Storage.isLong(value)) {
            throw new IllegalArgumentException("Python int too large to convert to C long");
        }
        return element((long) value, target);
    }

    /** Truncates to int64; throws an error for NaN, infinities and numbers out of range. */
    static long checkLong(double value) {
        checkFinite(value);
        if (!Storage.isLong(value)) {
            throw Errors.outOfBounds(value);
        }
        return (long) value;
    }

    private static void checkFinite(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("cannot convert float infinity to integer");
        }
    }

    /** Works like {@link #element(double, DType)}. */
    static NDArray element(long value, DType target) {
        return switch (target) {
            case BOOL, INT64 -> NDArray.scalar(value);
            case UINT8 -> NDArray.scalar(checkUint8(value));
            case FLOAT32, FLOAT64 -> NDArray.scalar((double) value);
        };
    }
}
