package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lengths;

/** Margins whose elements are computed, not copied, from the array's: ramps and statistics along an axis. */
final class Margins {
    private Margins() {}

    static NDArray around(NDArray a, int axis, int before, int after, PadMode mode) {
        if (mode == PadMode.LINEAR_RAMP) {
            NDArray first = line(a, axis, 0);
            NDArray last = line(a, axis, a.shape(axis) - 1);
            NDArray behind = backwards(ramp(last, axis, after), axis);
            return NDArray.concatenate(axis, ramp(first, axis, before), a, behind);
        }
        NDArray line = converted(statistic(a, axis, mode), a.dtype());
        return NDArray.concatenate(axis, repeated(line, axis, before), a, repeated(line, axis, after));
    }

    private static NDArray line(NDArray a, int axis, int position) {
        return a.withLayout(a.layout().along(axis, position, 1, 1));
    }

    private static NDArray statistic(NDArray a, int axis, PadMode mode) {
        return switch (mode) {
            case MAXIMUM -> a.max(axis, true);
            case MINIMUM -> a.min(axis, true);
            case MEAN -> a.mean(axis, true);
            case MEDIAN -> median(a, axis);
            default -> throw new AssertionError(mode);
        };
    }

    /** Returns the mean of the two elements in the middle of each line, or NaN if the line has one. */
    private static NDArray median(NDArray a, int axis) {
        int n = a.shape(axis);
        NDArray sorted = a.copy().sort(axis);
        NDArray middle = sorted.withLayout(sorted.layout().along(axis, (n - 1) / 2, n / 2 - (n - 1) / 2 + 1, 1));
        NDArray median = middle.mean(axis, true);
        NDArray last = line(sorted, axis, n - 1);
        return a.dtype().isFloating() ? NDArray.where(last.ne(last), last, median) : median;
    }

    private static NDArray backwards(NDArray a, int axis) {
        int n = a.shape(axis);
        return a.withLayout(a.layout().along(axis, Math.max(n - 1, 0), n, -1));
    }

    private static NDArray converted(NDArray line, DType dtype) {
        boolean isRounded = line.dtype().isFloating() && dtype.isInteger();
        return (isRounded ? Elementwise.apply(UnaryFunction.RINT, line) : line).astype(dtype);
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
     * Returns a ramp from 0 up to the edge, exclusive, as NumPy's {@code linspace} computes it; integers are floored.
     */
    private static NDArray ramp(NDArray edge, int axis, int width) {
        NDArray steps = NDArray.arange(width).astype(DType.FLOAT64).reshape(Lengths.along(axis, edge.ndim()));
        NDArray height = edge.astype(DType.FLOAT64);
        NDArray step = height.div(width);
        NDArray ramp = step.eq(0).any().asBoolean() ? steps.div(width).mul(height) : steps.mul(step);
        NDArray fromZero = ramp.add(0.0);
        return (edge.dtype().isInteger() ? Elementwise.apply(UnaryFunction.FLOOR, fromZero) : fromZero)
                .astype(edge.dtype());
    }
}
