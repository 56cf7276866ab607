package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.DoubleBound;
import io.github.dlfs4j.ndarray.strided.DoubleClip;
import io.github.dlfs4j.ndarray.strided.FloatBound;
import io.github.dlfs4j.ndarray.strided.FloatClip;
import io.github.dlfs4j.ndarray.strided.Traversal;

/**
 * NumPy's {@code clip}: the larger of the element and the lower bound, then the smaller of that and the upper bound.
 *
 * <p>If the element and the bound are zeros of different signs, NumPy keeps the element when the bounds are numbers and
 * takes the bound when they are arrays.
 */
final class Clipping {
    static NDArray clip(NDArray a, NDArray min, NDArray max) {
        if (min == null || max == null) {
            return clipOneSide(a, min, max);
        }
        Shape shape = Broadcast.shape(a.shape(), min.shape(), max.shape());
        DType dtype = DType.promote(DType.promote(a.dtype(), min.dtype()), max.dtype());
        NDArray out = Elementwise.allocate(dtype, a.stretchedTo(shape), min.stretchedTo(shape), max.stretchedTo(shape));
        return clip(a, min, max, out);
    }

    private static NDArray clipOneSide(NDArray a, NDArray min, NDArray max) {
        if (min != null) {
            return a.maximum(min);
        }
        return max != null ? a.minimum(max) : a.copy();
    }

    /** Writes what is left of {@code a} between the bounds, each of which may be null, into {@code out}. */
    static NDArray clip(NDArray a, NDArray min, NDArray max, NDArray out) {
        if (min == null || max == null) {
            return clipOneSide(a, min, max, out);
        }
        DType dtype = DType.promote(DType.promote(a.dtype(), min.dtype()), max.dtype());
        Elementwise.checkOutput("clip", dtype, out, a, min, max);
        // The first step must not overwrite the bounds of the second.
        NDArray upper = max.storage() == out.storage() ? max.copy() : max;
        if (dtype.isFloating() && isNumberFor(a, min) && isNumberFor(a, max)) {
            clipToNumbers(dtype, a, min.reshape().asDouble(), max.reshape().asDouble(), out);
            return out;
        }
        if (!dtype.isFloating() || !(hasZero(min) || hasZero(max))) {
            return a.maximum(min, out).minimum(upper, out);
        }
        bound(true, dtype, a, min, out);
        bound(false, dtype, out, upper, out);
        return out;
    }

    private static NDArray clipOneSide(NDArray a, NDArray min, NDArray max, NDArray out) {
        if (min != null) {
            return a.maximum(min, out);
        }
        return max != null ? a.minimum(max, out) : Elementwise.apply(UnaryFunction.POSITIVE, a, out);
    }

    /** Returns whether the bound counts as a number: it has no axes, or it is the only bound for several elements. */
    private static boolean isNumberFor(NDArray a, NDArray bound) {
        return bound.size() == 1 && (bound.ndim() == 0 || a.size() > 1);
    }

    private static boolean hasZero(NDArray bound) {
        return bound.eq(0).any().asBoolean();
    }

    private static void clipToNumbers(DType dtype, NDArray a, double min, double max, NDArray out) {
        NDArray elements = Casting.withoutOverlap(a, out);
        if (dtype == DType.FLOAT32) {
            Traversal.run(new FloatClip((float) min, (float) max), elements.elements(), out.elements());
        } else {
            Traversal.run(new DoubleClip(min, max), elements.elements(), out.elements());
        }
    }

    private static void bound(boolean lower, DType dtype, NDArray a, NDArray bound, NDArray out) {
        NDArray elements = Casting.withoutOverlap(a, out);
        NDArray bounds = Casting.withoutOverlap(bound, out);
        if (dtype == DType.FLOAT32) {
            Traversal.run(new FloatBound(lower), elements.elements(), bounds.elements(), out.elements());
        } else {
            Traversal.run(new DoubleBound(lower), elements.elements(), bounds.elements(), out.elements());
        }
    }

    /**
     * Returns the bound for an array of the dtype; a bound below the range of uint8 has no effect, so it is allowed.
     */
    static NDArray lowerBound(long min, DType dtype) {
        return Casting.weak(dtype == DType.UINT8 ? Math.max(min, 0) : min, dtype);
    }

    /**
     * Returns the bound for an array of the dtype; a bound above the range of uint8 has no effect, so it is allowed.
     */
    static NDArray upperBound(long max, DType dtype) {
        return Casting.weak(dtype == DType.UINT8 ? Math.min(max, 255) : max, dtype);
    }
}
