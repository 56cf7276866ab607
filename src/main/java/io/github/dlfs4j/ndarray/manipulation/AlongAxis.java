package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.IndexIterator;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * Elements at positions along an axis, such as those from {@code argsort}: each line has its own positions; and
 * functions of lines.
 */
final class AlongAxis {
    static NDArray take(NDArray a, NDArray positions, int axis) {
        return a.get(index(a, positions, axis));
    }

    static void put(NDArray a, NDArray positions, NDArray values, int axis) {
        a.at(index(a, positions, axis)).set(values);
    }

    static NDArray checkLine(NDArray positions) {
        if (positions.ndim() != 1) {
            throw new IllegalArgumentException("when axis=None, `indices` must have a single dimension.");
        }
        return positions;
    }

    /** Applies a function to each line along an axis; the axes of its results replace the axis. */
    static NDArray apply(Function<NDArray, NDArray> function, int axis, NDArray a) {
        Objects.requireNonNull(function, "function");
        int checked = Axes.check(axis, a.ndim());
        Layout lines = Inside.layout(a).moveToEnd(checked);
        int outer = a.ndim() - 1;
        IndexIterator indices = new IndexIterator(Arrays.copyOf(lines.lengths(), outer));
        if (!indices.hasNext()) {
            throw new IllegalArgumentException("Cannot apply_along_axis when any iteration dimensions are 0");
        }
        int[] index = indices.next();
        NDArray first = Errors.returned(function.apply(Inside.view(a, lines.at(index))));
        int inner = first.ndim();
        NDArray results = NDArray.empty(
                first.dtype(),
                Lengths.joined(
                        Arrays.copyOf(lines.lengths(), outer), first.shape().toArray()));
        Layout layout = Inside.layout(results);
        Inside.assign(Inside.view(results, layout.at(index)), first);
        while (indices.hasNext()) {
            index = indices.next();
            NDArray result = Errors.returned(function.apply(Inside.view(a, lines.at(index))));
            Inside.assign(Inside.view(results, layout.at(index)), result);
        }
        int[] axes = Layout.axes(outer + inner);
        int[] order = Lengths.joined(
                Arrays.copyOf(axes, checked),
                Arrays.copyOfRange(axes, outer, outer + inner),
                Arrays.copyOfRange(axes, checked, outer));
        return Inside.view(results, layout.transpose(order));
    }

    /** Returns an index with the positions on the axis and, for every other axis, all of its positions. */
    private static NDArray[] index(NDArray a, NDArray positions, int axis) {
        int checked = Axes.check(axis, a.ndim());
        if (positions.dtype() != DType.INT64 && positions.dtype() != DType.UINT8) {
            throw new IndexOutOfBoundsException("`indices` must be an integer array");
        }
        if (positions.ndim() != a.ndim()) {
            throw new IllegalArgumentException("`indices` and `arr` must have the same number of dimensions");
        }
        NDArray[] index = new NDArray[a.ndim()];
        Arrays.setAll(
                index,
                i -> i == checked ? positions : NDArray.arange(a.shape(i)).reshape(Lengths.along(i, index.length)));
        return index;
    }
}
