package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lengths;

/** Margins whose elements are computed from the array's: ramps, statistics and odd reflections along an axis. */
final class Margins {
    /** Puts ramps beside an axis, from its edges to numbers at the ends, computed in a floating-point dtype. */
    static NDArray ramps(NDArray a, int axis, int before, int after, double first, double last, DType dtype) {
        NDArray front = ramp(first, line(a, axis, 0), axis, before, dtype);
        NDArray back = ramp(last, line(a, axis, a.shape(axis) - 1), axis, after, dtype);
        return NDArray.concatenate(axis, front, a, part(back, axis, Math.max(after - 1, 0), after, -1));
    }

    /** Puts a statistic of the first elements before an axis, and of the last elements behind it. */
    static NDArray statistics(NDArray a, int axis, int before, int after, PadMode mode, int first, int last) {
        int n = a.shape(axis);
        int fromFront = Math.min(first, n);
        int fromBack = Math.min(last, n);
        NDArray front = statistic(part(a, axis, 0, fromFront, 1), axis, mode);
        NDArray back = fromFront == n && fromBack == n
                ? front
                : statistic(part(a, axis, n - fromBack, fromBack, 1), axis, mode);
        return NDArray.concatenate(axis, repeated(front, axis, before), a, repeated(back, axis, after));
    }

    /** Puts numbers before and behind an axis. */
    static NDArray numbers(NDArray a, int axis, int before, int after, double first, double last) {
        NDArray front = NDArray.empty(a.dtype(), withLength(a, axis, before)).fill(first);
        NDArray back = NDArray.empty(a.dtype(), withLength(a, axis, after)).fill(last);
        return NDArray.concatenate(axis, front, a, back);
    }

    /**
     * Mirrors elements at the points of the edges. As in NumPy, a margin that is longer than the array is made in
     * rounds, each from the elements that are there, so that rounding errors are the same.
     */
    static NDArray mirrored(NDArray a, int axis, int before, int after, PadMode mode) {
        int n = a.shape(axis);
        if (n == 1) {
            return NDArray.concatenate(axis, repeated(a, axis, before), a, repeated(a, axis, after));
        }
        int end = Lengths.checkLength((long) before + n + after);
        NDArray padded = NDArray.empty(a.dtype(), withLength(a, axis, end));
        Casting.assign(part(padded, axis, before, n, 1), a);
        int included = mode == PadMode.SYMMETRIC_ODD ? 1 : 0; // whether the edge itself is mirrored
        int from = before;
        int to = before + n;
        while (from > 0 || to < end) {
            int period = n - 1 + included;
            int whole = (to - from - 1 + included) / period * period;
            int left = Math.min(whole, from);
            int right = Math.min(whole, end - to);
            setOdd(padded, axis, from - left, left, from, from - included + left);
            setOdd(padded, axis, to, right, to - 1, to + included - 2);
            from -= left;
            to += right;
        }
        return padded;
    }

    /** Sets a part to twice the edge minus elements that are read backwards. */
    private static void setOdd(NDArray padded, int axis, int first, int length, int edge, int source) {
        if (length > 0) {
            NDArray mirrored = part(padded, axis, source, length, -1);
            Casting.assign(
                    part(padded, axis, first, length, 1),
                    line(padded, axis, edge).mul(2).sub(mirrored));
        }
    }

    private static NDArray part(NDArray a, int axis, int first, int length, int step) {
        return a.withLayout(a.layout().along(axis, first, length, step));
    }

    private static NDArray line(NDArray a, int axis, int position) {
        return part(a, axis, position, 1, 1);
    }

    private static NDArray statistic(NDArray a, int axis, PadMode mode) {
        NDArray line = switch (mode) {
            case MAXIMUM -> a.max(axis, true);
            case MINIMUM -> a.min(axis, true);
            case MEAN -> a.mean(axis, true);
            case MEDIAN -> a.shape(axis) == 0 ? a.mean(axis, true) : median(a, axis);
            default -> throw new AssertionError(mode);
        };
        boolean isRounded = line.dtype().isFloating() && a.dtype().isInteger();
        return (isRounded ? Elementwise.apply(UnaryFunction.RINT, line) : line).astype(a.dtype());
    }

    /** Returns the mean of the two elements in the middle of each line, or NaN if the line has one. */
    private static NDArray median(NDArray a, int axis) {
        int n = a.shape(axis);
        NDArray sorted = a.copy().sort(axis);
        NDArray median =
                part(sorted, axis, (n - 1) / 2, n / 2 - (n - 1) / 2 + 1, 1).mean(axis, true);
        NDArray last = line(sorted, axis, n - 1);
        return a.dtype().isFloating() ? NDArray.where(last.ne(last), last, median) : median;
    }

    private static NDArray repeated(NDArray line, int axis, int width) {
        return line.stretchedTo(Shape.of(withLength(line, axis, width)));
    }

    private static int[] withLength(NDArray line, int axis, int length) {
        int[] lengths = line.shape().toArray();
        lengths[axis] = length;
        return lengths;
    }

    /**
     * Returns a ramp from a number to the edge, exclusive, as NumPy's {@code linspace} computes it; integers are
     * floored.
     */
    private static NDArray ramp(double start, NDArray edge, int axis, int width, DType dtype) {
        NDArray steps = NDArray.arange(width).astype(dtype).reshape(Lengths.along(axis, edge.ndim()));
        NDArray height = edge.astype(dtype).sub(start);
        NDArray step = height.div(width);
        NDArray ramp = step.eq(0).any().asBoolean() ? steps.div(width).mul(height) : steps.mul(step);
        NDArray fromStart = ramp.add(start);
        return (edge.dtype().isInteger() ? Elementwise.apply(UnaryFunction.FLOOR, fromStart) : fromStart)
                .astype(edge.dtype());
    }
}
