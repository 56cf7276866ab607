package io.github.dlfs4j.ndarray;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * The lengths of an array's axes, immutable, NumPy's {@code a.shape}.
 *
 * <p>It prints as a Python tuple does: {@code (2, 3)}, {@code (4,)}, and {@code ()} for a 0-d array.
 */
public final class Shape {
    /** NumPy's limit. */
    static final int MAX_AXES = 64;

    private final int[] lengths;
    private final int size;

    private Shape(int[] lengths) {
        this.lengths = lengths;
        this.size = checkedSize(lengths);
    }

    /** The lengths themselves, which nobody may change. */
    int[] lengths() {
        return lengths;
    }

    /** A shape of lengths that nobody else holds, and nobody will change. */
    static Shape owning(int... lengths) {
        return new Shape(lengths);
    }

    /**
     * A shape of the given lengths.
     *
     * @param lengths one length for each axis, none for a 0-d array
     * @return the shape
     * @throws IllegalArgumentException if a length is negative, if the number of elements exceeds what a Java array can
     *     hold, or {@code maximum supported dimension for an ndarray is currently 64, found 65}
     */
    public static Shape of(int... lengths) {
        return new Shape(lengths.clone());
    }

    static void checkNdim(int ndim) {
        if (ndim > MAX_AXES) {
            throw Errors.tooManyAxes(ndim);
        }
    }

    static int checkLength(long length) {
        if (length != (int) length) {
            throw Errors.axisTooLong(length);
        }
        return (int) length;
    }

    private static int checkedSize(int[] lengths) {
        checkNdim(lengths.length);
        long size = 1;
        boolean empty = false;
        for (int length : lengths) {
            if (length < 0) {
                throw Errors.negativeDimension();
            }
            empty |= length == 0;
        }
        if (empty) {
            return 0;
        }
        for (int length : lengths) {
            size *= length;
            if (size > Storage.MAX_LENGTH) {
                throw Errors.tooManyElements(lengths);
            }
        }
        return (int) size;
    }

    /**
     * The number of axes.
     *
     * @return 0 for a 0-d array
     */
    public int ndim() {
        return lengths.length;
    }

    /**
     * The number of elements: the product of all lengths.
     *
     * @return 1 for a 0-d array
     */
    public int size() {
        return size;
    }

    /**
     * The length of one axis.
     *
     * @param axis the axis; a negative one counts from the end
     * @return its length
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public int get(int axis) {
        return lengths[checkAxis(axis)];
    }

    /** The axis as a number from 0, where a negative one counts from the end. */
    int checkAxis(int axis) {
        return checkAxis(axis, lengths.length);
    }

    static int checkAxis(int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw Errors.axisOutOfBounds(axis, ndim);
        }
        return axis < 0 ? axis + ndim : axis;
    }

    /** As {@link #checkAxis(int, int)}, with an error that begins with the name of an argument, {@code "axis1: "}. */
    static int checkAxis(String argument, int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw Errors.axisOutOfBounds(argument, axis, ndim);
        }
        return axis < 0 ? axis + ndim : axis;
    }

    /** As {@link #checkAxis(int)}, with the error of Python, which looks an axis up in the tuple of lengths. */
    int checkIndex(int axis) {
        if (axis < -lengths.length || axis >= lengths.length) {
            throw Errors.tupleIndex();
        }
        return axis < 0 ? axis + lengths.length : axis;
    }

    /**
     * The lengths as a new array.
     *
     * @return one length for each axis
     */
    public int[] toArray() {
        return lengths.clone();
    }

    /** The axes from the given one on. */
    Shape from(int axis) {
        return new Shape(Arrays.copyOfRange(lengths, axis, lengths.length));
    }

    /** This shape with the axis taken out, or kept with length 1. */
    Shape reduced(int axis, boolean keepDims) {
        if (!keepDims) {
            return new Shape(without(lengths, axis));
        }
        int[] rest = lengths.clone();
        rest[axis] = 1;
        return new Shape(rest);
    }

    static int[] without(int[] values, int position) {
        int[] rest = new int[values.length - 1];
        System.arraycopy(values, 0, rest, 0, position);
        System.arraycopy(values, position + 1, rest, position, rest.length - position);
        return rest;
    }

    /** {@code (2,3)}: the way NumPy's error messages write a shape. */
    String toMessage() {
        return tuple(lengths, ",");
    }

    private static String tuple(int[] lengths, String separator) {
        StringJoiner joined = new StringJoiner(separator, "(", lengths.length == 1 ? ",)" : ")");
        for (int length : lengths) {
            joined.add(Integer.toString(length));
        }
        return joined.toString();
    }

    /**
     * Whether the other object is a shape of the same lengths.
     *
     * @param other any object
     */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Shape shape && Arrays.equals(lengths, shape.lengths));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /**
     * The shape as Python writes a tuple.
     *
     * @return for example {@code (2, 3)}
     */
    @Override
    public String toString() {
        return tuple(lengths, ", ");
    }
}
