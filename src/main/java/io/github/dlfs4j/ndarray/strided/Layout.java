package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;

/**
 * The positions of an array's elements in its storage: element {@code (i, j)} is at {@code offset + i * strides[0] + j
 * * strides[1]}. A view is a new layout of the same storage; no element moves.
 */
public final class Layout {
    private final int[] lengths;
    private final int[] strides;
    private final int offset;
    private final int size;

    /** Creates a layout that keeps the given arrays, which must not change; throws an error if it is too large. */
    public Layout(int[] lengths, int[] strides, int offset) {
        this(lengths, strides, offset, Lengths.checkedSize(lengths));
    }

    private Layout(int[] lengths, int[] strides, int offset, int size) {
        this.lengths = lengths;
        this.strides = strides;
        this.offset = offset;
        this.size = size;
    }

    /** Returns the layout in C order from the start of the storage. */
    public static Layout contiguous(int... lengths) {
        int[] strides = new int[lengths.length];
        int stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= lengths[axis];
        }
        return new Layout(lengths, strides, 0);
    }

    /** Returns the layout without gaps whose axes lie in memory in the given order, the last one innermost. */
    public static Layout inOrder(int[] lengths, int[] axes) {
        int[] strides = new int[axes.length];
        int stride = 1;
        for (int i = axes.length - 1; i >= 0; i--) {
            strides[axes[i]] = stride;
            stride *= lengths[axes[i]];
        }
        return new Layout(lengths, strides, 0);
    }

    /**
     * Returns the layout without gaps of a copy that keeps the order of the axes in memory. Repeated elements lie side
     * by side, as in NumPy's copies.
     */
    public Layout packed() {
        int[] axes = axes(ndim());
        for (int i = 1; i < axes.length; i++) {
            int place = i;
            while (place > 0 && Math.abs(strides[axes[place - 1]]) < Math.abs(strides[i])) {
                axes[place] = axes[place - 1];
                place--;
            }
            axes[place] = i;
        }
        return inOrder(lengths, axes);
    }

    /** Returns the axes 0, 1, 2, …. */
    public static int[] axes(int ndim) {
        int[] axes = Allocation.positions(ndim);
        setToRange(axes);
        return axes;
    }

    /** Sets the elements to 0, 1, 2, …. */
    public static void setToRange(int[] numbers) {
        // A lambda would take some milliseconds at the start of a program.
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
    }

    /** Returns the length of each axis; the array must not be changed. */
    public int[] lengths() {
        return lengths;
    }

    /** Returns the length of an axis, counted from 0. */
    public int length(int axis) {
        return lengths[axis];
    }

    /** Returns the distance of two neighbours on each axis; the array must not be changed. */
    public int[] strides() {
        return strides;
    }

    /** Returns the position of the first element. */
    public int offset() {
        return offset;
    }

    /** Returns the number of axes. */
    public int ndim() {
        return strides.length;
    }

    /** Returns the number of elements. */
    public int size() {
        return size;
    }

    /** Returns whether the axes are as long as those of another layout. */
    public boolean hasLengthsOf(Layout other) {
        return Arrays.equals(lengths, other.lengths);
    }

    /** Returns this layout, moved to the start of the storage. */
    public Layout toOrigin() {
        return offset == 0 ? this : new Layout(lengths, strides, 0, size);
    }

    /** Returns whether the elements lie in the storage in C order and without gaps. */
    public boolean isContiguous() {
        int stride = 1;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            int length = lengths[axis];
            if (length != 1 && strides[axis] != stride) {
                return size == 0;
            }
            stride *= length;
        }
        return true;
    }

    /** Returns whether element i in C order is element i of the storage, as in an array that is not a view. */
    public boolean isPlain() {
        return offset == 0 && isContiguous();
    }

    /**
     * Returns whether several positions may share an element, as in a broadcast view or overlapping windows, which must
     * not be written to. They share none if the step of each axis is greater than the reach of all axes with smaller
     * steps.
     */
    public boolean repeatsElements() {
        if (isContiguous()) {
            return false;
        }
        int[] bySteps = StridedLoop.memoryOrder(this);
        long reach = 0;
        for (int i = ndim() - 1; i >= 0; i--) {
            int length = lengths[bySteps[i]];
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
    public int position(int... indices) {
        if (indices.length != ndim()) {
            throw indices.length > ndim()
                    ? Errors.tooManyIndices(ndim(), indices.length)
                    : new IndexOutOfBoundsException(
                            "too few indices for one element: array is %s-dimensional, but %s were indexed"
                                    .formatted(ndim(), indices.length));
        }
        int position = offset;
        for (int axis = 0; axis < indices.length; axis++) {
            position += checkIndex(indices[axis], axis) * strides[axis];
        }
        return position;
    }

    /** Returns the layout of the subarray at positions on the first axes; negative ones count from the end. */
    public Layout at(int... indices) {
        int count = indices.length;
        if (count > ndim()) {
            throw Errors.tooManyIndices(ndim(), count);
        }
        int position = offset;
        for (int axis = 0; axis < count; axis++) {
            position += checkIndex(indices[axis], axis) * strides[axis];
        }
        return new Layout(
                Arrays.copyOfRange(lengths, count, ndim()), Arrays.copyOfRange(strides, count, ndim()), position);
    }

    public int checkIndex(long index, int axis) {
        int length = lengths[axis];
        if (index < -length || index >= length) {
            throw Errors.indexOutOfBounds(index, axis, length);
        }
        return (int) (index < 0 ? index + length : index);
    }

    /** Returns the layout with the axes in the given order: {@code axes[i]} becomes axis i. */
    public Layout transpose(int... axes) {
        int[] newLengths = new int[axes.length];
        int[] newStrides = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            newLengths[i] = lengths[axes[i]];
            newStrides[i] = strides[axes[i]];
        }
        return new Layout(newLengths, newStrides, offset);
    }

    /** Returns the layout with the given axis moved to the end. */
    public Layout moveToEnd(int axis) {
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
    public Layout slidingWindows(int[] window, int... axes) {
        int[] newLengths = Arrays.copyOf(lengths, ndim() + axes.length);
        int[] newStrides = Arrays.copyOf(strides, ndim() + axes.length);
        for (int i = 0; i < axes.length; i++) {
            newLengths[axes[i]] -= window[i] - 1;
            newLengths[ndim() + i] = window[i];
            newStrides[ndim() + i] = strides[axes[i]];
        }
        return new Layout(newLengths, newStrides, offset);
    }

    /** Returns the layout of the axes from the given one on, at position 0 of the axes before it. */
    public Layout from(int axis) {
        return new Layout(Arrays.copyOfRange(lengths, axis, ndim()), Arrays.copyOfRange(strides, axis, ndim()), offset);
    }

    /** Merges the given axis and all after it into one; returns null if its elements are not evenly spaced. */
    public Layout mergedFrom(int axis) {
        int[] newLengths = Arrays.copyOf(lengths, axis + 1);
        newLengths[axis] = from(axis).size();
        return reshape(newLengths);
    }

    public Layout insertAxis(int axis) {
        int[] newLengths = new int[ndim() + 1];
        int[] newStrides = new int[ndim() + 1];
        for (int i = 0; i < newLengths.length; i++) {
            newLengths[i] = i == axis ? 1 : lengths[i < axis ? i : i - 1];
            newStrides[i] = i == axis ? 0 : strides[i < axis ? i : i - 1];
        }
        return new Layout(newLengths, newStrides, offset);
    }

    public Layout removeAxis(int axis) {
        return new Layout(Lengths.without(lengths, axis), Lengths.without(strides, axis), offset);
    }

    /** Returns the layout of some positions of an axis: {@code first}, {@code first + step} and so on. */
    public Layout along(int axis, int first, int length, int step) {
        int[] newLengths = lengths.clone();
        int[] newStrides = strides.clone();
        newLengths[axis] = length;
        newStrides[axis] = strides[axis] * step;
        return new Layout(newLengths, newStrides, offset + first * strides[axis]);
    }

    /**
     * Returns the layout of a diagonal, the positions that differ by k on two axes, as last axis in place of the two.
     */
    public Layout diagonal(int k, int axis1, int axis2) {
        long rows = k < 0 ? lengths[axis1] + (long) k : lengths[axis1];
        long columns = k > 0 ? lengths[axis2] - (long) k : lengths[axis2];
        int length = (int) Math.max(Math.min(rows, columns), 0);
        int start = length == 0 ? 0 : k < 0 ? -k * strides[axis1] : k * strides[axis2];
        int step = strides[axis1] + strides[axis2];
        Layout rest = removeAxis(Math.max(axis1, axis2)).removeAxis(Math.min(axis1, axis2));
        Layout added = rest.insertAxis(rest.ndim());
        int[] newLengths = added.lengths.clone();
        int[] newStrides = added.strides;
        newLengths[rest.ndim()] = length;
        newStrides[rest.ndim()] = step;
        return new Layout(newLengths, newStrides, offset + start);
    }

    /** Returns the layout that broadcasts this one to the wider shape, with stride 0 where elements repeat. */
    public Layout broadcastTo(int... wider) {
        int[] newStrides = new int[wider.length];
        int missing = wider.length - ndim();
        for (int axis = 0; axis < ndim(); axis++) {
            newStrides[missing + axis] = lengths[axis] == 1 ? 0 : strides[axis];
        }
        return new Layout(wider, newStrides, offset);
    }

    /**
     * Returns the layout that reads the same elements in C order in a new shape, or null if no strides can.
     *
     * <p>Each group of new axes must cover a group of old axes whose elements are evenly spaced in memory.
     */
    public Layout reshape(int... target) {
        if (isContiguous()) {
            return new Layout(target, contiguous(target).strides, offset);
        }
        int[] newStrides = new int[target.length];
        StridedLoop merged = StridedLoop.inOrder(this);
        int axis = target.length - 1;
        for (int i = merged.ndim() - 1; i >= 0; i--) {
            int left = merged.length(i);
            int stride = merged.stride(0, i);
            while (axis >= 0 && left % target[axis] == 0) {
                newStrides[axis] = stride;
                stride *= target[axis];
                left /= target[axis];
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
                && Arrays.equals(lengths, layout.lengths)
                && Arrays.equals(strides, layout.strides)
                && offset == layout.offset;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(lengths) + Arrays.hashCode(strides)) + offset;
    }

    @Override
    public String toString() {
        return Lengths.tuple(lengths, ", ") + " strides " + Arrays.toString(strides) + " offset " + offset;
    }
}
