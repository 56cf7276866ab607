package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;
import java.util.Objects;

/**
 * Axes chosen from those of an array, for example to reduce it along them. Each exists and is chosen once. The checks
 * of axes that a caller names are here too.
 *
 * @param chosen for each axis of the array, whether it is chosen
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record Axes(boolean[] chosen) {
    /** Chooses all axes. */
    public static Axes all(int ndim) {
        boolean[] chosen = new boolean[ndim];
        Arrays.fill(chosen, true);
        return new Axes(chosen);
    }

    /** Chooses some axes; negative ones count from the end. */
    public static Axes of(int ndim, int... axes) {
        return of(ndim, "duplicate value in 'axis'", axes);
    }

    /** Chooses one axis; a negative one counts from the end. An array without axes is reduced along 0 or -1, too. */
    public static Axes along(int ndim, int axis) {
        return ndim == 0 && (axis == 0 || axis == -1) ? all(0) : of(ndim, axis);
    }

    /** Works like {@link #of(int, int...)}, with NumPy's error for functions that move the axes first. */
    public static Axes moved(int ndim, int... axes) {
        return of(ndim, "repeated axis", axes);
    }

    private static Axes of(int ndim, String repeated, int... axes) {
        boolean[] chosen = new boolean[ndim];
        for (int axis : Objects.requireNonNull(axes, "axes")) {
            int checked = check(axis, ndim);
            if (chosen[checked]) {
                throw new IllegalArgumentException(repeated);
            }
            chosen[checked] = true;
        }
        return new Axes(chosen);
    }

    /** Checks an axis and returns it as a number from 0; a negative one counts from the end. */
    public static int check(int axis, int ndim) {
        return check("", axis, ndim);
    }

    /** Works like {@link #check(int, int)}; the error begins with the name of the argument, such as {@code axis1: }. */
    public static int check(String argument, int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw new IndexOutOfBoundsException(
                    argument + "axis %s is out of bounds for array of dimension %s".formatted(axis, ndim));
        }
        return axis < 0 ? axis + ndim : axis;
    }

    /** Works like {@link #check(String, int, int)} for axes that must differ; the argument is its name alone. */
    public static int[] checkAll(String argument, int ndim, int... axes) {
        int[] checked = new int[Objects.requireNonNull(axes, argument).length];
        boolean[] seen = new boolean[ndim];
        for (int i = 0; i < axes.length; i++) {
            checked[i] = check(argument + ": ", axes[i], ndim);
        }
        for (int axis : checked) {
            if (seen[axis]) {
                throw new IllegalArgumentException("repeated axis in `" + argument + "` argument");
            }
            seen[axis] = true;
        }
        return checked;
    }

    /** Works like {@link #check(int, int)}, with the error of an index into Python's tuple of lengths. */
    public static int checkIndex(int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw new IndexOutOfBoundsException("tuple index out of range");
        }
        return axis < 0 ? axis + ndim : axis;
    }

    public boolean contains(int axis) {
        return chosen[axis];
    }

    public boolean areAll() {
        return without(Layout.axes(chosen.length)).length == 0;
    }

    public boolean areNone() {
        return chosen.length > 0 && among(Layout.axes(chosen.length)).length == 0;
    }

    /** Returns how many elements of the array go into one element of the result. */
    public long elements(int... lengths) {
        long elements = 1;
        for (int axis = 0; axis < chosen.length; axis++) {
            elements *= chosen[axis] ? lengths[axis] : 1;
        }
        return elements;
    }

    /** Returns the shape of the result: without the axes, or with length 1 in their place. */
    public int[] reduced(int[] lengths, boolean keepDims) {
        int[] rest = new int[chosen.length];
        int count = 0;
        for (int axis = 0; axis < chosen.length; axis++) {
            if (!chosen[axis] || keepDims) {
                rest[count++] = chosen[axis] ? 1 : lengths[axis];
            }
        }
        return Arrays.copyOf(rest, count);
    }

    /** Returns these axes as axes of the squeezed array, which has no axes of length 1. */
    public Axes ofLongerThanOne(int... lengths) {
        boolean[] longer = new boolean[chosen.length];
        int count = 0;
        for (int axis = 0; axis < chosen.length; axis++) {
            if (lengths[axis] != 1) {
                longer[count++] = chosen[axis];
            }
        }
        return new Axes(Arrays.copyOf(longer, count));
    }

    /** Returns the given axes that are not chosen, in the given order. */
    public int[] without(int... order) {
        return Arrays.stream(order).filter(axis -> !chosen[axis]).toArray();
    }

    /** Returns the given axes that are chosen, in the given order. */
    public int[] among(int... order) {
        return Arrays.stream(order).filter(axis -> chosen[axis]).toArray();
    }

    /** Returns the positions that put the axes into ascending order. */
    public static int[] ascending(int... axes) {
        int[] sorted = axes.clone();
        Arrays.sort(sorted);
        int[] positions = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            positions[Arrays.binarySearch(sorted, axes[i])] = i;
        }
        return positions;
    }

    /** Returns the chosen axes. */
    public int[] numbers() {
        return among(Layout.axes(chosen.length));
    }

    /** Returns the axes of the array in an order that moves the chosen ones behind all others. */
    public int[] atTheEnd() {
        return Lengths.joined(without(Layout.axes(chosen.length)), numbers());
    }
}
