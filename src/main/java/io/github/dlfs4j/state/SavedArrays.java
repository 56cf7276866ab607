package io.github.dlfs4j.state;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Collection;
import java.util.Map;

/**
 * Named arrays that were saved. They may come from a damaged or hostile file, so every array is checked before use. A
 * wrong one is refused with an {@code IllegalArgumentException} that begins with its name. The message mentions dtypes,
 * shapes and single numbers, never the elements of an array.
 *
 * @param place the start of the names in messages, such as {@code batches/}
 * @param arrays the arrays by name
 */
public record SavedArrays(String place, Map<String, NDArray> arrays) {
    /**
     * {@return whether an array is a variance, the only statistic of a layer that is never negative}
     *
     * @param name the name of the array
     */
    public static boolean isVariance(String name) {
        return name.startsWith("runningVariance");
    }

    /**
     * Describes an array in a few words, however large it is.
     *
     * @param array the array, or null
     * @return for example {@code float64 of shape (2, 3)}, or {@code none} for null
     */
    public static String kind(NDArray array) {
        return array == null ? "none" : kind(array.dtype(), array.shape());
    }

    private static String kind(DType dtype, Shape shape) {
        return "%s of shape %s".formatted(dtype, Excerpt.of(shape.toString()));
    }

    /**
     * Checks that exactly the given arrays are there.
     *
     * @param names the names
     * @param whole what the arrays make up, such as {@code the state of Adam}
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
     * Returns an array after checking its dtype and shape, and that all its numbers are finite.
     *
     * @param name the name of an array that is there
     * @param dtype the expected dtype
     * @param shape the expected shape
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code v/W1 must be float64 of shape (2, 3), not float32 of shape (6,)}, or
     *     {@code v/W1 must be finite}
     */
    public NDArray finite(String name, DType dtype, Shape shape) {
        NDArray array = ofKind(name, dtype, shape);
        if (!isFinite(array)) {
            throw refused(name, "must be finite");
        }
        return array;
    }

    /**
     * Returns an array after checking its dtype and shape.
     *
     * @param name the name of an array that is there
     * @param dtype the expected dtype
     * @param shape the expected shape
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code v/W1 must be float64 of shape (2, 3), not float32 of shape (6,)}
     */
    public NDArray ofKind(String name, DType dtype, Shape shape) {
        NDArray array = arrays.get(name);
        if (array.dtype() != dtype || !array.shape().equals(shape)) {
            throw refused(name, "must be %s, not %s".formatted(kind(dtype, shape), kind(array)));
        }
        return array;
    }

    /**
     * Tests whether an array has neither an infinity nor NaN.
     *
     * @param array the array, of any dtype
     * @return true if all elements are finite, also if there are none
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
     * Returns an array after checking that it is of the kind of another, and finite.
     *
     * @param name the name of an array that is there
     * @param like an array of the expected dtype and shape
     * @param notNegative whether negative numbers are refused too, for sums of squares and variances
     * @return the array, not a copy
     * @throws IllegalArgumentException as for the other method, or {@code h/W1 must not be negative}
     */
    public NDArray finite(String name, NDArray like, boolean notNegative) {
        NDArray array = finite(name, like.dtype(), like.shape());
        if (notNegative) {
            checkNotNegative(name);
        }
        return array;
    }

    /**
     * Refuses an array with negative numbers.
     *
     * @param name the name of an array that is there
     * @throws IllegalArgumentException {@code runningVariance must not be negative}
     */
    public void checkNotNegative(String name) {
        if (arrays.get(name).lt(0).any().asBoolean()) {
            throw refused(name, "must not be negative");
        }
    }

    /**
     * Copies arrays into those of a network or a layer, after checking the dtype and shape of each.
     *
     * @param state the arrays to change, by the names of arrays that are there
     * @throws IllegalArgumentException {@code runningMean must be float64 of shape (2,), not float32 of shape (6,)}
     */
    public void copyTo(Map<String, NDArray> state) {
        state.forEach((name, array) -> array.at(Index.ellipsis()).set(ofKind(name, array.dtype(), array.shape())));
    }

    /**
     * {@return a finite number of float64}
     *
     * @param name the name of an array that is there
     * @throws IllegalArgumentException as for {@link #finite}
     */
    public double number(String name) {
        return finite(name, DType.FLOAT64, Shape.of()).asDouble();
    }

    /**
     * Returns an int64 number that counts something.
     *
     * @param name the name of an array that is there
     * @param most the largest number that is allowed
     * @return the number, from 0 on
     * @throws IllegalArgumentException as {@link #finite}, or {@code pos must be from 0 to 624, not -1}
     */
    public long count(String name, long most) {
        long count = finite(name, DType.INT64, Shape.of()).asLong();
        if (count < 0 || count > most) {
            throw refused(name, "must be from 0 to %s, not %s".formatted(most, count));
        }
        return count;
    }

    /**
     * Creates the exception for a wrong array.
     *
     * @param name the name of the array
     * @param fault what is wrong with it
     * @return the exception, to be thrown
     */
    public IllegalArgumentException refused(String name, String fault) {
        return new IllegalArgumentException("%s%s %s".formatted(place, Excerpt.of(name), fault));
    }

    /**
     * Returns a parameter of a network.
     *
     * @param name the name of the parameter
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code parameter W1 is missing}
     */
    public NDArray parameter(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("parameter %s is missing".formatted(Excerpt.of(name)));
        }
        return array;
    }

    /**
     * Returns a parameter after checking its shape.
     *
     * @param name the name of the parameter
     * @param lengths the expected shape
     * @return the array, not a copy
     * @throws IllegalArgumentException {@code parameter b1 is missing}, or {@code b1 must have the shape (100,), not
     *     (50,)}
     */
    public NDArray parameter(String name, int... lengths) {
        Shape shape = parameter(name).shape();
        if (!shape.equals(Shape.of(lengths))) {
            throw new IllegalArgumentException("%s must have the shape %s, not %s"
                    .formatted(name, Shape.of(lengths), Excerpt.of(shape.toString())));
        }
        return parameter(name);
    }

    /**
     * Returns a parameter after checking that it is a matrix.
     *
     * @param name the name of the parameter
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
