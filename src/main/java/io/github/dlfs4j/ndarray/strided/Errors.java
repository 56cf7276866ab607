package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The errors that more than one class raises, in NumPy's words; any other stands where it is thrown. ValueError and
 * OverflowError become {@link IllegalArgumentException}, IndexError and AxisError {@link IndexOutOfBoundsException},
 * TypeError {@link UnsupportedOperationException}.
 */
public final class Errors {
    /** Returns the array, and refuses null in its place and in it by the name of the parameter. */
    public static <T> T[] nonNull(String parameter, T[] array) {
        for (T element : Objects.requireNonNull(array, parameter)) {
            Objects.requireNonNull(element, parameter);
        }
        return array;
    }

    public static IllegalArgumentException readOnlyOutput() {
        return new IllegalArgumentException("output array is read-only");
    }

    public static IllegalArgumentException readOnlyTarget() {
        return new IllegalArgumentException("assignment destination is read-only");
    }

    public static IllegalArgumentException negativeDimension() {
        return new IllegalArgumentException("negative dimensions are not allowed");
    }

    public static IllegalArgumentException negativeSample() {
        return new IllegalArgumentException("Negative dimensions are not allowed");
    }

    public static IndexOutOfBoundsException tooManyIndexedAxes(int ndim) {
        return new IndexOutOfBoundsException(
                "number of dimensions must be within [0, %s], indexing result would have %s"
                        .formatted(Lengths.MAX_AXES, ndim));
    }

    public static IllegalArgumentException notReshapable(int size, int... target) {
        return new IllegalArgumentException(
                "cannot reshape array of size %s into shape %s".formatted(size, message(target)));
    }

    /** Returns a requested shape as NumPy writes it: an unknown length is {@code newaxis}, or left out in front. */
    public static String message(int... lengths) {
        int known = 0;
        while (known < lengths.length && lengths[known] < 0) {
            known++;
        }
        if (known == lengths.length) {
            return "()";
        }
        String joined = Arrays.stream(lengths, known, lengths.length)
                .mapToObj(length -> length < 0 ? "newaxis" : Integer.toString(length))
                .collect(Collectors.joining(","));
        return lengths.length == 1 ? "(" + joined + ",)" : "(" + joined + ")";
    }

    public static IndexOutOfBoundsException indexOutOfBounds(long index, int axis, int length) {
        return new IndexOutOfBoundsException(
                "index %s is out of bounds for axis %s with size %s".formatted(index, axis, length));
    }

    public static IndexOutOfBoundsException tooManyIndices(int ndim, int indexed) {
        return new IndexOutOfBoundsException(
                "too many indices for array: array is %s-dimensional, but %s were indexed".formatted(ndim, indexed));
    }

    public static UnsupportedOperationException wrongDType(String method, Object wanted, Object found) {
        return new UnsupportedOperationException(
                "%s() needs an array of %s, not %s; use astype first".formatted(method, wanted, found));
    }

    public static IllegalArgumentException outOfBounds(long value, String type) {
        return new IllegalArgumentException("integer %s out of bounds for %s".formatted(value, type));
    }

    /** Returns the error for elements that are converted by a rule that forbids it, such as {@code safe}. */
    public static UnsupportedOperationException unsafeCast(int ndim, Object from, Object to, String rule) {
        return new UnsupportedOperationException(
                "Cannot cast %s from dtype('%s') to dtype('%s') according to the rule '%s'"
                        .formatted(ndim == 0 ? "scalar" : "array data", from, to, rule));
    }

    public static IllegalArgumentException emptyReduction(String ufunc) {
        return new IllegalArgumentException(
                "zero-size array to reduction operation %s which has no identity".formatted(ufunc));
    }

    public static IllegalArgumentException sampleTooLarge() {
        return new IllegalArgumentException("Cannot take a larger sample than population when 'replace=False'");
    }

    public static IllegalArgumentException outOfBounds(double value) {
        return new IllegalArgumentException("float %s out of bounds for int64".formatted(value));
    }

    public static IndexOutOfBoundsException notAnIndex() {
        return new IndexOutOfBoundsException("arrays used as indices must be of integer (or boolean) type");
    }

    public static IllegalArgumentException shapesMismatch(
            int first, Object firstShape, int second, Object secondShape) {
        return new IllegalArgumentException(
                ("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg %s with shape"
                                + " %s and arg %s with shape %s.")
                        .formatted(first, firstShape, second, secondShape));
    }

    public static IllegalArgumentException windowTooLarge() {
        return new IllegalArgumentException("window shape cannot be larger than input array shape");
    }

    public static IllegalArgumentException notBroadcastableToSelection() {
        return new IllegalArgumentException("array is not broadcastable to correct shape");
    }

    public static IllegalArgumentException notBroadcastable(int[]... operands) {
        return new IllegalArgumentException("operands could not be broadcast together with shapes "
                + Arrays.stream(operands)
                        .map(lengths -> Lengths.tuple(lengths, ","))
                        .collect(Collectors.joining(" ")));
    }

    /** Returns what a function of the caller has returned, unless that is null. */
    public static <T> T returned(T result) {
        if (result == null) {
            throw new IllegalStateException("the function has returned no array");
        }
        return result;
    }
}
