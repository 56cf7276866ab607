package io.github.dlfs4j.state;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Collection;
import java.util.Map;

/** Named arrays that were saved. They may come from a file, so everything is checked. A wrong array is refused with an
 * {@code IllegalArgumentException}. The message begins with the name of the array, and has dtypes, shapes and single
 * numbers, but never the elements of an array.
 *
 * @param place the prefix of names in messages, such as {@code batches/}
 * @param arrays the arrays by name
 */
public record SavedArrays(String place, Map<String, NDArray> arrays) {
    /** Describes an array of any size in a few words.
     *
     * @param array the array
     * @return for example {@code float64 of shape (2, 3)}
     */
    public static String kind(NDArray array) {
        return kind(array.dtype(), array.shape());
    }

    private static String kind(DType dtype, Shape shape) {
        return "%s of shape %s".formatted(dtype, Excerpt.of(shape.toString()));
    }

    /** Refuses any other names than the given ones.
     *
     * @param names the names
     * @param whole the whole that they are part of, such as {@code the state of Adam}
     * @throws IllegalArgumentException {@code m/W1 is missing from the state of Adam}, or {@code h/W1 is no part of the
     *     state of Adam}
     */
    public void expectNames(Collection<String> names, String whole) {
        for (String name : names) {
            if (!arrays.containsKey(name)) {
                throw refused(name, "is missing from " + whole);
            }
        }
        for (String name : arrays.keySet()) {
            if (!names.contains(name)) {
                throw refused(name, "is no part of " + whole);
            }
        }
    }

    /** Returns an array, and refuses another dtype or shape, and numbers that are not finite.
     *
     * @param name the name of an array that is there
     * @param dtype the expected dtype
     * @param shape the expected shape
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code v/W1 must be float64 of shape (2, 3), not float32 of shape (6,)}, or
     *     {@code v/W1 must be finite}
     */
    public NDArray finite(String name, DType dtype, Shape shape) {
        NDArray array = arrays.get(name);
        if (array.dtype() != dtype || !array.shape().equals(shape)) {
            throw refused(name, "must be %s, not %s".formatted(kind(dtype, shape), kind(array)));
        }
        if (!isFinite(array)) {
            throw refused(name, "must be finite");
        }
        return array;
    }

    /** Returns whether an array has neither an infinity nor NaN.
     *
     * @param array an array of any dtype
     * @return true also for an empty array
     */
    public static boolean isFinite(NDArray array) {
        boolean isFloating = array.dtype() == DType.FLOAT32 || array.dtype() == DType.FLOAT64;
        if (!isFloating || array.size() == 0) {
            return true;
        }
        return Double.isFinite(array.min().asDouble())
                && Double.isFinite(array.max().asDouble());
    }

    /** Returns an array of numbers that are never negative, such as sums of squares.
     *
     * @param name the name of an array that is there
     * @param dtype the expected dtype
     * @param shape the expected shape
     * @return the array, not a copy
     * @throws IllegalArgumentException as for {@link #finite}, or {@code h/W1 must not be negative}
     */
    public NDArray notNegative(String name, DType dtype, Shape shape) {
        NDArray array = finite(name, dtype, shape);
        if (array.size() > 0 && array.min().asDouble() < 0) {
            throw refused(name, "must not be negative");
        }
        return array;
    }

    /** Returns a finite number of float64.
     *
     * @param name the name of an array that is there
     * @return the number
     * @throws IllegalArgumentException as for {@link #finite}
     */
    public double number(String name) {
        return finite(name, DType.FLOAT64, Shape.of()).asDouble();
    }

    /** Returns a number of int64 that counts something.
     *
     * @param name the name of an array that is there
     * @param most the largest number allowed
     * @return the number, at least 0
     * @throws IllegalArgumentException as for {@link #finite}, or {@code pos must be from 0 to 624, not -1}
     */
    public long count(String name, long most) {
        long count = finite(name, DType.INT64, Shape.of()).asLong();
        if (count < 0 || count > most) {
            throw refused(name, "must be from 0 to %d, not %d".formatted(most, count));
        }
        return count;
    }

    /** Makes the exception for a wrong array.
     *
     * @param name the name of the array
     * @param fault the fault, in words that follow the name
     * @return the exception
     */
    public IllegalArgumentException refused(String name, String fault) {
        return new IllegalArgumentException("%s%s %s".formatted(place, Excerpt.of(name), fault));
    }

    /** Returns a parameter of a network.
     *
     * @param name the name
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code parameter W1 is missing}
     */
    public NDArray parameter(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("parameter %s is missing".formatted(name));
        }
        return array;
    }

    /** Returns a parameter of a given shape.
     *
     * @param name the name
     * @param lengths the expected shape
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code parameter b1 is missing}, or {@code b1 must have shape (100,), not (50,)}
     */
    public NDArray parameter(String name, int... lengths) {
        Shape shape = parameter(name).shape();
        if (!shape.equals(Shape.of(lengths))) {
            throw new IllegalArgumentException(
                    "%s must have shape %s, not %s".formatted(name, Shape.of(lengths), Excerpt.of(shape.toString())));
        }
        return parameter(name);
    }

    /** Returns a parameter that is a matrix.
     *
     * @param name the name
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code parameter W1 is missing}, or {@code W1 must be a matrix, not of shape
     *     (2,)}
     */
    public NDArray matrix(String name) {
        Shape shape = parameter(name).shape();
        if (shape.ndim() != 2) {
            throw new IllegalArgumentException(
                    "%s must be a matrix, not of shape %s".formatted(name, Excerpt.of(shape.toString())));
        }
        return parameter(name);
    }
}
