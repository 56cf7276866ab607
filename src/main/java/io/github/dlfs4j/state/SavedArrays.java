package io.github.dlfs4j.state;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Collection;
import java.util.Map;

/**
 * Named arrays that were saved. They may be from a file, so nothing of them is believed. What is wrong is refused with
 * an {@code IllegalArgumentException} that begins with its name; it tells of dtypes, shapes and single numbers, never
 * of the elements of an array.
 *
 * @param place what the names begin with in messages, such as {@code batches/}
 * @param arrays the arrays by name
 */
public record SavedArrays(String place, Map<String, NDArray> arrays) {
    /**
     * What an array is, in few words however large it is.
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

    /**
     * Expects these arrays and no others.
     *
     * @param names the names
     * @param whole what they make up, such as {@code the state of Adam}
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

    /**
     * An array of finite numbers.
     *
     * @param name its name, one that is there
     * @param dtype its dtype
     * @param shape its shape
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

    /**
     * Whether there is neither an infinity nor NaN in an array.
     *
     * @param array the array, of any dtype
     * @return true for an array without elements as well
     */
    public static boolean isFinite(NDArray array) {
        boolean isFloating = array.dtype() == DType.FLOAT32 || array.dtype() == DType.FLOAT64;
        if (!isFloating || array.size() == 0) {
            return true;
        }
        return Double.isFinite(array.min().asDouble())
                && Double.isFinite(array.max().asDouble());
    }

    /**
     * An array of finite numbers from 0 on, such as sums of squares.
     *
     * @param name its name, one that is there
     * @param dtype its dtype
     * @param shape its shape
     * @return the array, not a copy
     * @throws IllegalArgumentException as {@link #finite}, or {@code h/W1 must not be negative}
     */
    public NDArray notNegative(String name, DType dtype, Shape shape) {
        NDArray array = finite(name, dtype, shape);
        if (array.size() > 0 && array.min().asDouble() < 0) {
            throw refused(name, "must not be negative");
        }
        return array;
    }

    /**
     * A finite number of float64.
     *
     * @param name its name, one that is there
     * @return the number
     * @throws IllegalArgumentException as {@link #finite}
     */
    public double number(String name) {
        return finite(name, DType.FLOAT64, Shape.of()).asDouble();
    }

    /**
     * A number of int64.
     *
     * @param name its name, one that is there
     * @param most the largest that it may be
     * @return the number, from 0 on
     * @throws IllegalArgumentException as {@link #finite}, or {@code pos must be from 0 to 624, not -1}
     */
    public long count(String name, long most) {
        long count = finite(name, DType.INT64, Shape.of()).asLong();
        if (count < 0 || count > most) {
            throw refused(name, "must be from 0 to %d, not %d".formatted(most, count));
        }
        return count;
    }

    /**
     * What is thrown.
     *
     * @param name the name of what is wrong
     * @param fault what is wrong with it
     * @return an exception that says so
     */
    public IllegalArgumentException refused(String name, String fault) {
        return new IllegalArgumentException("%s%s %s".formatted(place, Excerpt.of(name), fault));
    }

    /**
     * A parameter of a network.
     *
     * @param name its name
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

    /**
     * A parameter of a given shape.
     *
     * @param name its name
     * @param lengths the shape
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

    /**
     * A parameter that is a matrix.
     *
     * @param name its name
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
