package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;

/** The same elements in another shape. */
final class Reshaping {
    static NDArray reshape(NDArray a, int... shape) {
        Lengths.checkNdim(shape.length);
        Shape target = completed(a.size(), shape);
        Layout view = a.layout().reshape(target.lengths());
        return view != null ? a.withLayout(view) : a.copy().withLayout(Layout.contiguous(target.lengths()));
    }

    /** Replaces the unknown length -1 of a shape by its value. */
    private static Shape completed(int size, int... shape) {
        int unknown = -1;
        long known = 1;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] >= 0) {
                known *= shape[i];
            } else if (shape[i] != -1) {
                throw Errors.negativeDimension();
            } else if (unknown >= 0) {
                throw new IllegalArgumentException("can only specify one unknown dimension");
            } else {
                unknown = i;
            }
        }
        boolean fits = unknown < 0 ? known == size : known != 0 && size % known == 0;
        if (!fits) {
            throw Errors.notReshapable(size, shape);
        }
        int[] completed = shape.clone();
        if (unknown >= 0) {
            completed[unknown] = (int) (size / known);
        }
        return Shape.of(completed);
    }

    static NDArray transpose(NDArray a) {
        int[] axes = new int[a.ndim()];
        Arrays.setAll(axes, axis -> axes.length - 1 - axis);
        return a.withLayout(a.layout().transpose(axes));
    }

    static NDArray transpose(NDArray a, int... axes) {
        Lengths.checkNdim(axes.length);
        if (axes.length != a.ndim()) {
            throw new IllegalArgumentException("axes don't match array");
        }
        int[] checked = new int[axes.length];
        boolean[] seen = new boolean[axes.length];
        for (int i = 0; i < axes.length; i++) {
            checked[i] = Axes.check(axes[i], a.ndim());
            if (seen[checked[i]]) {
                throw new IllegalArgumentException("repeated axis in transpose");
            }
            seen[checked[i]] = true;
        }
        return a.withLayout(a.layout().transpose(checked));
    }

    static NDArray slidingWindowView(NDArray a, int... window) {
        checkWindow(window);
        if (window.length != a.ndim()) {
            throw new IllegalArgumentException(
                    ("Since axis is `None`, must provide window_shape for all dimensions of `x`; got %s window_shape"
                                    + " elements and `x.ndim` is %s.")
                            .formatted(window.length, a.ndim()));
        }
        return slidingWindowView(a, window, Layout.axes(a.ndim()));
    }

    private static void checkWindow(int... window) {
        for (int length : Objects.requireNonNull(window, "window")) {
            if (length < 0) {
                throw new IllegalArgumentException("`window_shape` cannot contain negative values");
            }
        }
    }

    static NDArray slidingWindowView(NDArray a, int[] window, int[] axes) {
        checkWindow(window);
        int[] checked = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            checked[i] = Axes.check(axes[i], a.ndim());
        }
        if (window.length != axes.length) {
            throw new IllegalArgumentException(
                    "Must provide matching length window_shape and axis; got %s window_shape elements and %s axes elements."
                            .formatted(window.length, axes.length));
        }
        int[] left = a.shape().toArray();
        for (int i = 0; i < axes.length; i++) {
            left[checked[i]] -= window[i] - 1;
            if (left[checked[i]] < 1 && window[i] > 0) {
                throw Errors.windowTooLarge();
            }
        }
        if (a.ndim() + axes.length > Lengths.MAX_AXES) {
            throw new IllegalArgumentException("number of dimensions must be within [0, %s], got %s"
                    .formatted(Lengths.MAX_AXES, a.ndim() + axes.length));
        }
        return a.readOnlyView(a.layout().slidingWindows(window, checked));
    }

    static NDArray squeeze(NDArray a) {
        Layout squeezed = a.layout();
        for (int axis = a.ndim() - 1; axis >= 0; axis--) {
            if (a.shape(axis) == 1) {
                squeezed = squeezed.removeAxis(axis);
            }
        }
        return a.withLayout(squeezed);
    }

    static NDArray squeeze(NDArray a, int... axes) {
        if (a.ndim() == 0 && axes.length == 1 && (axes[0] == 0 || axes[0] == -1)) {
            return a.withLayout(a.layout());
        }
        Axes squeezed = Axes.of(a.ndim(), axes);
        Layout layout = a.layout();
        for (int axis = a.ndim() - 1; axis >= 0; axis--) {
            if (squeezed.contains(axis) && a.shape(axis) != 1) {
                throw new IllegalArgumentException(
                        "cannot select an axis to squeeze out which has size not equal to one");
            }
            layout = squeezed.contains(axis) ? layout.removeAxis(axis) : layout;
        }
        return a.withLayout(layout);
    }

    static NDArray expandDims(NDArray a, int... axes) {
        int ndim = a.ndim() + axes.length;
        Lengths.checkNdim(ndim);
        boolean[] added = new boolean[ndim];
        for (int axis : axes) {
            int checked = Axes.check(axis, ndim);
            if (added[checked]) {
                throw new IllegalArgumentException("repeated axis");
            }
            added[checked] = true;
        }
        Layout layout = a.layout();
        for (int axis = 0; axis < ndim; axis++) {
            layout = added[axis] ? layout.insertAxis(axis) : layout;
        }
        return a.withLayout(layout);
    }

    /** Reshapes in an order; the order of Fortran is that of C for the transposed array. */
    static NDArray reshape(NDArray a, MemoryOrder order, int... shape) {
        if (Objects.requireNonNull(order, "order") == MemoryOrder.C) {
            return reshape(a, shape);
        }
        Lengths.checkNdim(shape.length);
        Shape target = completed(a.size(), shape);
        int[] reversed = new int[shape.length];
        Arrays.setAll(reversed, i -> target.get(shape.length - 1 - i));
        return transpose(reshape(transpose(a), reversed));
    }

    static NDArray swapAxes(NDArray a, int axis1, int axis2) {
        int first = Axes.check("axis1: ", axis1, a.ndim());
        int second = Axes.check("axis2: ", axis2, a.ndim());
        int[] axes = Layout.axes(a.ndim());
        axes[first] = second;
        axes[second] = first;
        return a.withLayout(a.layout().transpose(axes));
    }
}
