package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/**
 * Axes chosen from those of an array, for example to reduce it along them. Each exists and is chosen once.
 *
 * @param chosen for each axis of the array, whether it is chosen
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Axes(boolean[] chosen) {

    static Axes all(NDArray a) {
        boolean[] chosen = new boolean[a.ndim()];
        Arrays.fill(chosen, true);
        return new Axes(chosen);
    }

    static Axes of(NDArray a, int... axes) {
        return of(a, new IllegalArgumentException("duplicate value in 'axis'"), axes);
    }

    /** Works like {@link #of(NDArray, int...)}, with NumPy's error for functions that move the axes first. */
    static Axes moved(NDArray a, int... axes) {
        return of(a, new IllegalArgumentException("repeated axis"), axes);
    }

    private static Axes of(NDArray a, RuntimeException repeated, int... axes) {
        boolean[] chosen = new boolean[a.ndim()];
        for (int axis : axes) {
            int checked = Lengths.checkAxis(axis, a.ndim());
            if (chosen[checked]) {
                throw repeated;
            }
            chosen[checked] = true;
        }
        return new Axes(chosen);
    }

    boolean contains(int axis) {
        return chosen[axis];
    }

    boolean areAll() {
        return without(Layout.axes(chosen.length)).length == 0;
    }

    boolean areNone() {
        return chosen.length > 0 && among(Layout.axes(chosen.length)).length == 0;
    }

    /** Returns how many elements of the array go into one element of the result. */
    long elements(NDArray a) {
        long elements = 1;
        for (int axis = 0; axis < chosen.length; axis++) {
            elements *= chosen[axis] ? a.shape(axis) : 1;
        }
        return elements;
    }

    /** Returns the shape of the result: without the axes, or with length 1 in their place. */
    Shape reduced(Shape shape, boolean keepDims) {
        int[] lengths = new int[chosen.length];
        int count = 0;
        for (int axis = 0; axis < chosen.length; axis++) {
            if (!chosen[axis] || keepDims) {
                lengths[count++] = chosen[axis] ? 1 : shape.get(axis);
            }
        }
        return Shape.owning(Arrays.copyOf(lengths, count));
    }

    /** Returns these axes as axes of the squeezed array, which has no axes of length 1. */
    Axes ofLongerThanOne(NDArray a) {
        boolean[] longer = new boolean[chosen.length];
        int count = 0;
        for (int axis = 0; axis < chosen.length; axis++) {
            if (a.shape(axis) != 1) {
                longer[count++] = chosen[axis];
            }
        }
        return new Axes(Arrays.copyOf(longer, count));
    }

    /** Returns the result, with the axes put back as length 1 if they are to stay. */
    NDArray kept(NDArray result, Shape shape, boolean keepDims) {
        return keepDims ? result.reshape(reduced(shape, true).toArray()) : result;
    }

    /** Returns the given axes that are not chosen, in the given order. */
    int[] without(int... order) {
        return Arrays.stream(order).filter(axis -> !chosen[axis]).toArray();
    }

    /** Returns the given axes that are chosen, in the given order. */
    int[] among(int... order) {
        return Arrays.stream(order).filter(axis -> chosen[axis]).toArray();
    }

    /** Returns the array with the chosen axes merged into one, after all others. */
    NDArray lines(NDArray a) {
        int[] order = Layout.axes(a.ndim());
        int[] rest = without(order);
        NDArray moved = a.withLayout(a.layout().transpose(joined(rest, among(order))));
        int[] lengths = Arrays.copyOf(reduced(a.shape(), false).toArray(), rest.length + 1);
        lengths[rest.length] = Lengths.checkLength(elements(a));
        return moved.reshape(lengths);
    }

    /** Returns the positions that put the axes into ascending order. */
    static int[] ascending(int... axes) {
        int[] sorted = axes.clone();
        Arrays.sort(sorted);
        int[] positions = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            positions[Arrays.binarySearch(sorted, axes[i])] = i;
        }
        return positions;
    }

    /** Returns the numbers of all parts, one part after the other. */
    static int[] joined(int[]... parts) {
        int length = 0;
        for (int[] part : parts) {
            length += part.length;
        }
        int[] joined = new int[length];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
