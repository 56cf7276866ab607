package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import java.util.Arrays;
import java.util.Objects;

/** Norms of vectors and matrices, by NumPy's formulas. */
final class Norms {
    /** Returns the root of the sum of all squares. */
    static NDArray norm(NDArray a) {
        NDArray flat = Inside.floating(a).ravel();
        return flat.dot(flat).sqrt();
    }

    /** Returns norms of vectors for one axis, of matrices for two. */
    static NDArray norm(NDArray a, double order, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = checked(a, options);
        int[] axes = arguments.axes();
        boolean keepDims = arguments.keepDims();
        if (axes.length == 1) {
            boolean isDot = order == 2 && Inside.arguments(options).axes() == null && a.ndim() == 1;
            return isDot ? inShape(norm(a), a, arguments) : norm(a, order, axes[0], keepDims);
        }
        return norm(a, order, axes[0], axes[1], keepDims);
    }

    static NDArray norm(NDArray a, MatrixNorm norm, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = checked(a, options);
        int[] axes = arguments.axes();
        if (axes.length == 1) {
            throw new IllegalArgumentException("Invalid norm order '%s' for vectors".formatted(norm.order()));
        }
        boolean isDot = Objects.requireNonNull(norm, "norm") == MatrixNorm.FROBENIUS
                && Inside.arguments(options).axes() == null;
        return isDot ? inShape(norm(a), a, arguments) : norm(a, norm, axes[0], axes[1], arguments.keepDims());
    }

    /** Returns the arguments with all axes in place of none: one or two. */
    private static ReductionArguments<NDArray> checked(NDArray a, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken("norm");
        int[] axes = arguments.axes() == null ? Layout.axes(a.ndim()) : arguments.axes();
        if (axes.length < 1 || axes.length > 2) {
            throw new IllegalArgumentException("Improper number of dimensions to norm.");
        }
        return new ReductionArguments<>(axes, arguments.keepDims(), null, null, null, null);
    }

    private static NDArray inShape(NDArray norm, NDArray a, ReductionArguments<NDArray> arguments) {
        return norm.reshape(Axes.all(a.ndim()).reduced(a.shape().toArray(), arguments.keepDims()));
    }

    static NDArray norm(NDArray a, double order, int axis, boolean keepDims) {
        return ofVectors(Inside.floating(a), order, Axes.check(axis, a.ndim()), keepDims);
    }

    static NDArray norm(NDArray a, double order, int rows, int columns, boolean keepDims) {
        int[] axes = distinct(a, rows, columns);
        return ofMatrices(Inside.floating(a), order, axes[0], axes[1], keepDims);
    }

    static NDArray norm(NDArray a, MatrixNorm norm, int rows, int columns, boolean keepDims) {
        int[] axes = distinct(a, rows, columns);
        NDArray own = Inside.floating(a);
        if (Objects.requireNonNull(norm, "norm") == MatrixNorm.FROBENIUS) {
            ReductionOptions ofBoth = ReductionOptions.axes(axes);
            return own.square().sum(keepDims ? ofBoth.keepDims() : ofBoth).sqrt();
        }
        NDArray norms = singularValues(own, axes[0], axes[1]).sum(-1);
        return keepDims ? norms.expandDims(axes) : norms;
    }

    /** Returns the norms of the vectors whose elements are in several axes. */
    static NDArray ofVectors(NDArray a, double order, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken("vector_norm");
        int[] axes = arguments.axes();
        if (axes == null) {
            return inShape(norm(a.ravel(), order, 0, false), a, arguments);
        }
        int[] first = Layout.axes(axes.length);
        int[] checked = new int[axes.length];
        Arrays.setAll(checked, i -> Axes.check(axes[i], a.ndim()));
        Axes.moved(a.ndim(), checked); // throws if there is an axis twice
        NDArray moved = Manipulation.moveaxis(a, checked, first);
        int[] lengths = moved.shape().toArray();
        int[] others = Arrays.copyOfRange(lengths, axes.length, a.ndim());
        int length = (int) Lengths.product(Arrays.copyOf(lengths, axes.length));
        NDArray norms = norm(moved.reshape(Lengths.joined(new int[] {length}, others)), order, 0, false);
        return arguments.keepDims() ? norms.expandDims(checked) : norms;
    }

    private static int[] distinct(NDArray a, int rows, int columns) {
        int first = Axes.check(rows, a.ndim());
        int second = Axes.check(columns, a.ndim());
        if (first == second) {
            throw new IllegalArgumentException("Duplicate axes given.");
        }
        return new int[] {first, second};
    }

    private static NDArray singularValues(NDArray a, int rows, int columns) {
        return SingularValues.of(Manipulation.moveaxis(a, new int[] {rows, columns}, new int[] {-2, -1}));
    }

    private static NDArray ofVectors(NDArray a, double order, int axis, boolean keepDims) {
        if (order == Double.POSITIVE_INFINITY) {
            return greatest(a.abs(), axis, keepDims);
        }
        if (order == Double.NEGATIVE_INFINITY) {
            return a.abs().min(axis, keepDims);
        }
        if (order == 0) {
            return a.ne(0).astype(a.dtype()).sum(axis, keepDims);
        }
        if (order == 1) {
            return a.abs().sum(axis, keepDims);
        }
        if (order == 2) {
            return a.square().sum(axis, keepDims).sqrt();
        }
        NDArray sum = a.abs().pow(order).sum(axis, keepDims);
        return sum.pow(NDArray.scalar(1 / order).astype(a.dtype()));
    }

    /** Returns the maximum; of no elements it is 0. */
    private static NDArray greatest(NDArray a, int axis, boolean keepDims) {
        return a.shape(axis) == 0 ? a.sum(axis, keepDims) : a.max(axis, keepDims);
    }

    private static NDArray ofMatrices(NDArray a, double order, int rows, int columns, boolean keepDims) {
        if (Math.abs(order) == 2) {
            NDArray values = singularValues(a, rows, columns);
            NDArray norms = order > 0 ? greatest(values, -1, false) : values.min(-1, false);
            return keepDims ? norms.expandDims(rows, columns) : norms;
        }
        boolean ofColumns = Math.abs(order) == 1;
        if (!ofColumns && !Double.isInfinite(order)) {
            throw new IllegalArgumentException("Invalid norm order for matrices.");
        }
        int summed = ofColumns ? rows : columns;
        int compared = ofColumns ? columns : rows;
        NDArray sums = a.abs().sum(summed, true);
        NDArray norms = order > 0 ? greatest(sums, compared, true) : sums.min(compared, true);
        if (keepDims) {
            return norms;
        }
        Layout reduced = Inside.layout(norms).removeAxis(Math.max(rows, columns));
        return Inside.view(norms, reduced.removeAxis(Math.min(rows, columns)));
    }
}
