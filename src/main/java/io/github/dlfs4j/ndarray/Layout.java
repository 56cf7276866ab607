package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/**
 * The positions of an array's elements in its storage: element {@code (i, j)} is at {@code offset + i * strides[0] + j
 * * strides[1]}. A view is a new layout of the same storage; no element moves.
 */
@SuppressWarnings("ArrayRecordComponent") // the strides are never changed
record Layout(Shape shape, int[] strides, int offset) {

    /** Returns the layout in C order from the start of the storage. */
    static Layout contiguous(Shape shape) {
        int[] lengths = shape.lengths();
        int[] strides = new int[lengths.length];
        int stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= lengths[axis];
        }
        return new Layout(shape, strides, 0);
    }

    /** Returns the layout without gaps whose axes lie in memory in the given order, the last one innermost. */
    static Layout inOrder(Shape shape, int[] axes) {
        int[] strides = new int[axes.length];
        int stride = 1;
        for (int i = axes.length - 1; i >= 0; i--) {
            strides[axes[i]] = stride;
            stride *= shape.get(axes[i]);
        }
        return new Layout(shape, strides, 0);
    }

    /** Returns the axes 0, 1, 2, …. */
    static int[] axes(int ndim) {
        int[] axes = new int[ndim];
        Arrays.setAll(axes, axis -> axis);
        return axes;
    }

    int ndim() {
        return strides.length;
    }

    int size() {
        return shape.size();
    }

    /** Returns this layout, moved to the start of the storage. */
    Layout toOrigin() {
        return offset == 0 ? this : new Layout(shape, strides, 0);
    }

    /** Returns whether the elements lie in the storage in C order and without gaps. */
    boolean isContiguous() {
        int[] lengths = shape.lengths();
        int stride = 1;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            int length = lengths[axis];
            if (length != 1 && strides[axis] != stride) {
                return size() == 0;
            }
            stride *= length;
        }
        return true;
    }

    /** Returns whether element i in C order is element i of the storage, as in an array that is not a view. */
    boolean isPlain() {
        return offset == 0 && isContiguous();
    }

    /**
     * Returns whether several positions may share an element, as in a broadcast view or overlapping windows, which must
     * not be written to. They share none if the step of each axis is greater than the reach of all axes with smaller
     * steps.
     */
    boolean repeatsElements() {
        if (isContiguous()) {
            return false;
        }
        int[] bySteps = StridedLoop.memoryOrder(this);
        long reach = 0;
        for (int i = ndim() - 1; i >= 0; i--) {
            int length = shape.get(bySteps[i]);
            long step = Math.abs(strides[bySteps[i]]);
            if (length > 1) {
                if (step <= reach) {
                    return true;
                }
                reach += step * (length - 1);
            }
        }
        return false;
    }

    /** Returns the position of an element in the storage; checks the indices, negative ones count from the end. */
    int position(int... indices) {
        if (indices.length != ndim()) {
            throw indices.length > ndim()
                    ? Errors.tooManyIndices(ndim(), indices.length)
                    : new IndexOutOfBoundsException(
                            "too few indices for one element: array is %d-dimensional, but %d were indexed"
                                    .formatted(ndim(), indices.length));
        }
        int position = offset;
        for (int axis = 0; axis < indices.length; axis++) {
            position += checkIndex(indices[axis], axis) * strides[axis];
        }
        return position;
    }

    /** Returns the layout of the subarray at positions on the first axes; negative ones count from the end. */
    Layout at(int... indices) {
        int count = indices.length;
        if (count > ndim()) {
            throw Errors.tooManyIndices(ndim(), count);
        }
        int position = offset;
        for (int axis = 0; axis < count; axis++) {
            position += checkIndex(indices[axis], axis) * strides[axis];
        }
        return new Layout(shape.from(count), Arrays.copyOfRange(strides, count, ndim()), position);
    }

    int checkIndex(long index, int axis) {
        int length = shape.get(axis);
        if (index < -length || index >= length) {
            throw Errors.indexOutOfBounds(index, axis, length);
        }
        return (int) (index < 0 ? index + length : index);
    }

    /** Returns the layout with the axes in the given order: {@code axes[i]} becomes axis i. */
    Layout transpose(int... axes) {
        int[] lengths = new int[axes.length];
        int[] newStrides = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            lengths[i] = shape.get(axes[i]);
            newStrides[i] = strides[axes[i]];
        }
        return new Layout(Shape.owning(lengths), newStrides, offset);
    }

    /** Returns the layout with the given axis moved to the end. */
    Layout moveToEnd(int axis) {
        int[] axes = new int[ndim()];
        int next = 0;
        for (int i = 0; i < ndim(); i++) {
            if (i != axis) {
                axes[next++] = i;
            }
        }
        axes[next] = axis;
        return transpose(axes);
    }

    /** Returns the layout of all windows along the given axes; positions inside a window are new axes at the end. */
    Layout slidingWindows(int[] window, int... axes) {
        int[] lengths = Arrays.copyOf(shape.toArray(), ndim() + axes.length);
        int[] newStrides = Arrays.copyOf(strides, ndim() + axes.length);
        for (int i = 0; i < axes.length; i++) {
            lengths[axes[i]] -= window[i] - 1;
            lengths[ndim() + i] = window[i];
            newStrides[ndim() + i] = strides[axes[i]];
        }
        return new Layout(Shape.owning(lengths), newStrides, offset);
    }

    /** Returns the layout of the axes from the given one on, at position 0 of the axes before it. */
    Layout from(int axis) {
        return new Layout(shape.from(axis), Arrays.copyOfRange(strides, axis, ndim()), offset);
    }

    /** Merges the given axis and all after it into one; returns null if its elements are not evenly spaced. */
    Layout mergedFrom(int axis) {
        int[] lengths = Arrays.copyOf(shape.lengths(), axis + 1);
        lengths[axis] = shape.from(axis).size();
        return reshape(Shape.owning(lengths));
    }

    Layout insertAxis(int axis) {
        int[] lengths = new int[ndim() + 1];
        int[] newStrides = new int[ndim() + 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = i == axis ? 1 : shape.get(i < axis ? i : i - 1);
            newStrides[i] = i == axis ? 0 : strides[i < axis ? i : i - 1];
        }
        return new Layout(Shape.owning(lengths), newStrides, offset);
    }

    Layout removeAxis(int axis) {
        return new Layout(shape.reduced(axis, false), Shape.without(strides, axis), offset);
    }

    /** Returns the layout of some positions of an axis: {@code first}, {@code first + step} and so on. */
    Layout along(int axis, int first, int length, int step) {
        int[] lengths = shape.toArray();
        int[] newStrides = strides.clone();
        lengths[axis] = length;
        newStrides[axis] = strides[axis] * step;
        return new Layout(Shape.owning(lengths), newStrides, offset + first * strides[axis]);
    }

    /**
     * Returns the layout of a diagonal, the positions that differ by k on two axes, as last axis in place of the two.
     */
    Layout diagonal(int k, int axis1, int axis2) {
        long rows = k < 0 ? shape.get(axis1) + (long) k : shape.get(axis1);
        long columns = k > 0 ? shape.get(axis2) - (long) k : shape.get(axis2);
        int length = (int) Math.max(Math.min(rows, columns), 0);
        int start = length == 0 ? 0 : k < 0 ? -k * strides[axis1] : k * strides[axis2];
        int step = strides[axis1] + strides[axis2];
        Layout rest = removeAxis(Math.max(axis1, axis2)).removeAxis(Math.min(axis1, axis2));
        Layout added = rest.insertAxis(rest.ndim());
        int[] lengths = added.shape.toArray();
        int[] newStrides = added.strides;
        lengths[rest.ndim()] = length;
        newStrides[rest.ndim()] = step;
        return new Layout(Shape.owning(lengths), newStrides, offset + start);
    }

    /** Returns the layout that broadcasts this one to the wider shape, with stride 0 where elements repeat. */
    Layout broadcastTo(Shape wider) {
        int[] newStrides = new int[wider.ndim()];
        int missing = wider.ndim() - ndim();
        for (int axis = 0; axis < ndim(); axis++) {
            newStrides[missing + axis] = shape.get(axis) == 1 ? 0 : strides[axis];
        }
        return new Layout(wider, newStrides, offset);
    }

    /**
     * Returns the layout that reads the same elements in C order in a new shape, or null if no strides can.
     *
     * <p>Each group of new axes must cover a group of old axes whose elements are evenly spaced in memory.
     */
    Layout reshape(Shape target) {
        if (isContiguous()) {
            return new Layout(target, contiguous(target).strides, offset);
        }
        int[] newStrides = new int[target.ndim()];
        StridedLoop merged = StridedLoop.inOrder(this);
        int axis = target.ndim() - 1;
        for (int i = merged.ndim() - 1; i >= 0; i--) {
            int left = merged.length(i);
            int stride = merged.stride(0, i);
            while (axis >= 0 && left % target.get(axis) == 0) {
                newStrides[axis] = stride;
                stride *= target.get(axis);
                left /= target.get(axis);
                axis--;
            }
            if (left != 1) {
                return null;
            }
        }
        return new Layout(target, newStrides, offset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout layout
                && shape.equals(layout.shape)
                && Arrays.equals(strides, layout.strides)
                && offset == layout.offset;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * shape.hashCode() + Arrays.hashCode(strides)) + offset;
    }

    @Override
    public String toString() {
        return shape + " strides " + Arrays.toString(strides) + " offset " + offset;
    }
}
