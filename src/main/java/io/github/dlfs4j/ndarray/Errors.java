package io.github.dlfs4j.ndarray;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The errors that more than one class raises, in NumPy's words; any other stands where it is thrown. ValueError and
 * OverflowError become {@link IllegalArgumentException}, IndexError and AxisError {@link IndexOutOfBoundsException},
 * TypeError {@link UnsupportedOperationException}.
 */
final class Errors {
    private Errors() {}

    static IllegalArgumentException readOnlyOutput() {
        return new IllegalArgumentException("output array is read-only");
    }

    static IllegalArgumentException readOnlyTarget() {
        return new IllegalArgumentException("assignment destination is read-only");
    }

    static IllegalArgumentException negativeDimension() {
        return new IllegalArgumentException("negative dimensions are not allowed");
    }

    static IllegalArgumentException negativeSample() {
        return new IllegalArgumentException("Negative dimensions are not allowed");
    }

    static IndexOutOfBoundsException tooManyIndexedAxes(int ndim) {
        return new IndexOutOfBoundsException(
                "number of dimensions must be within [0, %d], indexing result would have %d"
                        .formatted(Shape.MAX_AXES, ndim));
    }

    static IllegalArgumentException notReshapable(int size, int... target) {
        return new IllegalArgumentException(
                "cannot reshape array of size %d into shape %s".formatted(size, message(target)));
    }

    /** Returns a requested shape as NumPy writes it: an unknown length is {@code newaxis}, or left out in front. */
    static String message(int... lengths) {
        int known = 0;
        while (known < lengths.length && lengths[known] < 0) {
            known++;
        }
        String joined = Arrays.stream(lengths, known, lengths.length)
                .mapToObj(length -> length < 0 ? "newaxis" : Integer.toString(length))
                .collect(Collectors.joining(","));
        return lengths.length == 1 ? "(" + joined + ",)" : "(" + joined + ")";
    }

    static IndexOutOfBoundsException axisOutOfBounds(int axis, int ndim) {
        return new IndexOutOfBoundsException(
                "axis %d is out of bounds for array of dimension %d".formatted(axis, ndim));
    }

    static IndexOutOfBoundsException indexOutOfBounds(long index, int axis, int length) {
        return new IndexOutOfBoundsException(
                "index %d is out of bounds for axis %d with size %d".formatted(index, axis, length));
    }

    static IndexOutOfBoundsException tooManyIndices(int ndim, int indexed) {
        return new IndexOutOfBoundsException(
                "too many indices for array: array is %d-dimensional, but %d were indexed".formatted(ndim, indexed));
    }

    static UnsupportedOperationException wrongDType(String method, DType wanted, DType found) {
        return new UnsupportedOperationException(
                "%s() needs an array of %s, not %s; use astype first".formatted(method, wanted, found));
    }

    /** Returns NumPy's error for a Python integer; a Java integer is weak like a Python one. */
    static IllegalArgumentException outOfBounds(long value, DType dtype) {
        return new IllegalArgumentException("Python integer %d out of bounds for %s".formatted(value, dtype));
    }

    static IllegalArgumentException outOfBounds(long value, String type) {
        return new IllegalArgumentException("integer %d out of bounds for %s".formatted(value, type));
    }

    static UnsupportedOperationException unsafeCopy(DType from, DType to) {
        return new UnsupportedOperationException(
                "Cannot cast array data from dtype('%s') to dtype('%s') according to the rule 'same_kind'"
                        .formatted(from, to));
    }

    static IllegalArgumentException emptyReduction(String ufunc) {
        return new IllegalArgumentException(
                "zero-size array to reduction operation %s which has no identity".formatted(ufunc));
    }

    static IllegalArgumentException sampleTooLarge() {
        return new IllegalArgumentException("Cannot take a larger sample than population when 'replace=False'");
    }

    static IllegalArgumentException outOfBounds(double value) {
        return new IllegalArgumentException("float %s out of bounds for int64".formatted(value));
    }

    static IndexOutOfBoundsException notAnIndex() {
        return new IndexOutOfBoundsException("arrays used as indices must be of integer (or boolean) type");
    }

    static IndexOutOfBoundsException axisOutOfBounds(String argument, int axis, int ndim) {
        return new IndexOutOfBoundsException(
                argument + axisOutOfBounds(axis, ndim).getMessage());
    }

    static IllegalArgumentException shapesMismatch(int first, Shape firstShape, int second, Shape secondShape) {
        return new IllegalArgumentException(
                ("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg %d with shape"
                                + " %s and arg %d with shape %s.")
                        .formatted(first, firstShape, second, secondShape));
    }

    static IllegalArgumentException windowTooLarge() {
        return new IllegalArgumentException("window shape cannot be larger than input array shape");
    }

    static IllegalArgumentException notBroadcastableToSelection() {
        return new IllegalArgumentException("array is not broadcastable to correct shape");
    }
}
