package io.github.dlfs4j.ndarray;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The lengths of an array's axes, NumPy's {@code a.shape}. A shape is immutable.
 *
 * <p>A shape prints as a Python tuple does: {@code (2, 3)}, {@code (4,)}, and {@code ()} for a 0-d array.
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

    /** Returns the lengths themselves, which the caller must not change. */
    int[] lengths() {
        return lengths;
    }

    /** Creates a shape that keeps the given array, which must not change. */
    static Shape owning(int... lengths) {
        return new Shape(lengths);
    }

    /**
     * Creates a shape of the given lengths.
     *
     * @param lengths one length for each axis, none for a 0-d array
     * @return the shape
     * @throws IllegalArgumentException if a length is negative, if a Java array cannot hold the number of elements, or
     *     {@code maximum supported dimension for an ndarray is currently 64, found 65}
     */
    public static Shape of(int... lengths) {
        return new Shape(lengths.clone());
    }

    static void checkNdim(int ndim) {
        if (ndim > MAX_AXES) {
            throw new IllegalArgumentException("maximum supported dimension for an ndarray is currently %d, found %d"
                    .formatted(Shape.MAX_AXES, ndim));
        }
    }

    static int checkLength(long length) {
        if (length != (int) length) {
            throw new IllegalArgumentException(
                    "array is too big; an axis of %d elements is longer than the maximum of %d"
                            .formatted(length, Integer.MAX_VALUE));
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
                throw tooManyElements(lengths);
            }
        }
        return (int) size;
    }

    /**
     * Returns the number of axes.
     *
     * @return 0 for a 0-d array
     */
    public int ndim() {
        return lengths.length;
    }

    /**
     * Returns the number of elements, the product of all lengths.
     *
     * @return 1 for a 0-d array
     */
    public int size() {
        return size;
    }

    /**
     * Returns the length of one axis.
     *
     * @param axis the axis; a negative one counts from the end
     * @return its length
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public int get(int axis) {
        return lengths[checkAxis(axis)];
    }

    /** Checks an axis and returns it as a number from 0; a negative one counts from the end. */
    int checkAxis(int axis) {
        return checkAxis(axis, lengths.length);
    }

    static int checkAxis(int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw Errors.axisOutOfBounds(axis, ndim);
        }
        return axis < 0 ? axis + ndim : axis;
    }

    /**
     * Does the same as {@link #checkAxis(int, int)}, but begins the error with the name of an argument, {@code "axis1:
     * "}.
     */
    static int checkAxis(String argument, int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw Errors.axisOutOfBounds(argument, axis, ndim);
        }
        return axis < 0 ? axis + ndim : axis;
    }

    /**
     * Does the same as {@link #checkAxis(int)}, but with the error of Python, which looks up an axis in the tuple of
     * lengths.
     */
    int checkIndex(int axis) {
        if (axis < -lengths.length || axis >= lengths.length) {
            throw new IndexOutOfBoundsException("tuple index out of range");
        }
        return axis < 0 ? axis + lengths.length : axis;
    }

    /**
     * Returns the lengths as a new array.
     *
     * @return one length for each axis
     */
    public int[] toArray() {
        return lengths.clone();
    }

    /** Returns the shape of the axes from the given one on. */
    Shape from(int axis) {
        return new Shape(Arrays.copyOfRange(lengths, axis, lengths.length));
    }

    /** Returns this shape without the axis, or with the axis at length 1. */
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

    /** Writes the shape as NumPy's error messages do, {@code (2,3)}. */
    String toMessage() {
        return tuple(lengths, ",");
    }

    /** Writes shapes one after the other, {@code (2,3) (4,)}. */
    static String messages(Shape... shapes) {
        return Arrays.stream(shapes).map(Shape::toMessage).collect(Collectors.joining(" "));
    }

    private static String tuple(int[] lengths, String separator) {
        StringJoiner joined = new StringJoiner(separator, "(", lengths.length == 1 ? ",)" : ")");
        for (int length : lengths) {
            joined.add(Integer.toString(length));
        }
        return joined.toString();
    }

    /**
     * Tests whether the other object is a shape of the same lengths.
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
     * Writes the shape as Python writes a tuple.
     *
     * @return for example {@code (2, 3)}
     */
    @Override
    public String toString() {
        return tuple(lengths, ", ");
    }

    private static IllegalArgumentException tooManyElements(int... lengths) {
        String product = Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
        return new IllegalArgumentException(
                "array is too big; %s elements are more than the maximum of %d".formatted(product, Storage.MAX_LENGTH));
    }
}
