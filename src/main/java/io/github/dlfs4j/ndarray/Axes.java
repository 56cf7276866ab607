package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/**
 * The axes over which an array is reduced: all of them, or some, which then are there and differ.
 *
 * @param chosen for each axis of the array, whether it is one of them
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Axes(boolean[] chosen) {

    static Axes all(NDArray a) {
        boolean[] chosen = new boolean[a.ndim()];
        Arrays.fill(chosen, true);
        return new Axes(chosen);
    }

    static Axes of(NDArray a, int... axes) {
        return of(a, StatisticsErrors.duplicateAxis(), axes);
    }

    /** As {@link #of(NDArray, int...)}, in the words of functions that move the axes to the end. */
    static Axes moved(NDArray a, int... axes) {
        return of(a, StatisticsErrors.repeatedAxis(), axes);
    }

    private static Axes of(NDArray a, RuntimeException repeated, int... axes) {
        boolean[] chosen = new boolean[a.ndim()];
        for (int axis : axes) {
            int checked = a.shape().checkAxis(axis);
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

    /** How many elements of the array go into one of the result. */
    long elements(NDArray a) {
        long elements = 1;
        for (int axis = 0; axis < chosen.length; axis++) {
            elements *= chosen[axis] ? a.shape(axis) : 1;
        }
        return elements;
    }

    /** The shape of the result, without the axes, or with length 1 in their place. */
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

    /** These among the axes that are longer than 1, as {@code squeeze} leaves them. */
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

    /** The result with the axes put back, if they shall stay. */
    NDArray kept(NDArray result, Shape shape, boolean keepDims) {
        return keepDims ? result.reshape(reduced(shape, true).toArray()) : result;
    }

    /** Those of the given axes that are not among these, in the given order. */
    int[] without(int... order) {
        return Arrays.stream(order).filter(axis -> !chosen[axis]).toArray();
    }

    /** Those of the given axes that are among these, in the given order. */
    int[] among(int... order) {
        return Arrays.stream(order).filter(axis -> chosen[axis]).toArray();
    }

    /** The array with these axes made one, behind all others. */
    NDArray lines(NDArray a) {
        int[] order = Layout.axes(a.ndim());
        int[] rest = without(order);
        NDArray moved = a.withLayout(a.layout().transpose(joined(rest, among(order))));
        int[] lengths = Arrays.copyOf(reduced(a.shape(), false).toArray(), rest.length + 1);
        lengths[rest.length] = Shape.checkLength(elements(a));
        return moved.reshape(lengths);
    }

    /** The positions that put the axes into ascending order. */
    static int[] ascending(int... axes) {
        int[] sorted = axes.clone();
        Arrays.sort(sorted);
        int[] positions = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            positions[Arrays.binarySearch(sorted, axes[i])] = i;
        }
        return positions;
    }

    static int[] joined(int[] first, int... second) {
        int[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
