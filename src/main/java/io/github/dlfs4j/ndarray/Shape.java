package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The lengths of an array's axes, NumPy's {@code a.shape}. A shape is immutable.
 *
 * <p>A shape prints as a Python tuple does: {@code (2, 3)}, {@code (4,)}, and {@code ()} for a 0-d array.
 */
public final class Shape {
    private final int[] lengths;
    private final int size;

    private Shape(int[] lengths, int size) {
        this.lengths = lengths;
        this.size = size;
    }

    private Shape(int[] lengths) {
        this(lengths, Lengths.checkedSize(lengths));
    }

    /** Returns the shape of an array with the layout. */
    static Shape of(Layout layout) {
        return new Shape(layout.lengths(), layout.size());
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

    /** {@return the number of axes, 0 for a 0-d array} */
    public int ndim() {
        return lengths.length;
    }

    /** {@return the number of elements, the product of all lengths; 1 for a 0-d array} */
    public int size() {
        return size;
    }

    /**
     * {@return the length of one axis}
     *
     * @param axis the axis; a negative one counts from the end
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public int get(int axis) {
        return lengths[Axes.check(axis, lengths.length)];
    }

    /** {@return the lengths of the axes as a new array} */
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
            return new Shape(Lengths.without(lengths, axis));
        }
        int[] rest = lengths.clone();
        rest[axis] = 1;
        return new Shape(rest);
    }

    /** Writes the shape as NumPy's error messages do, {@code (2,3)}. */
    String toMessage() {
        return Lengths.tuple(lengths, ",");
    }

    /** Writes shapes one after the other, {@code (2,3) (4,)}. */
    static String messages(Shape... shapes) {
        return Arrays.stream(shapes).map(Shape::toMessage).collect(Collectors.joining(" "));
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
        return Lengths.tuple(lengths, ", ");
    }
}
