package io.github.dlfs4j.ndarray;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The errors that arrays raise, in NumPy's words. ValueError and OverflowError become {@link IllegalArgumentException},
 * IndexError and AxisError {@link IndexOutOfBoundsException}, TypeError {@link UnsupportedOperationException}.
 */
final class Errors {
    private Errors() {}

    static IllegalArgumentException notBroadcastable(Shape... shapes) {
        return new IllegalArgumentException("operands could not be broadcast together with shapes " + list(shapes));
    }

    /** Returns the error of {@code broadcast_to}. */
    static IllegalArgumentException notBroadcastableTo(Shape from, Shape to) {
        if (from.ndim() <= to.ndim()) {
            return new IllegalArgumentException(
                    ("operands could not be broadcast together with remapped shapes [original->remapped]: %s  and"
                                    + " requested shape %s")
                            .formatted(from.toMessage(), to.toMessage()));
        }
        return new IllegalArgumentException(
                to.ndim() == 0
                        ? "cannot broadcast a non-scalar to a scalar array"
                        : "input operand has more dimensions than allowed by the axis remapping");
    }

    static IllegalArgumentException outputNotBroadcastable(Shape output, Shape common) {
        return new IllegalArgumentException(
                "non-broadcastable output operand with shape %s doesn't match the broadcast shape %s"
                        .formatted(output.toMessage(), common.toMessage()));
    }

    static UnsupportedOperationException notFloating(DType output) {
        return new UnsupportedOperationException("out must be float32 or float64, not " + output);
    }

    static IllegalArgumentException readOnlyOutput() {
        return new IllegalArgumentException("output array is read-only");
    }

    static IllegalArgumentException readOnlyTarget() {
        return new IllegalArgumentException("assignment destination is read-only");
    }

    static IllegalArgumentException inputNotBroadcastable(Shape from, Shape to) {
        return new IllegalArgumentException("could not broadcast input array from shape %s into shape %s"
                .formatted(from.toMessage(), to.toMessage()));
    }

    static IllegalArgumentException negativeDimension() {
        return new IllegalArgumentException("negative dimensions are not allowed");
    }

    static IllegalArgumentException negativeSample() {
        return new IllegalArgumentException("Negative dimensions are not allowed");
    }

    static IllegalArgumentException tooManyElements(int... lengths) {
        String product = Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
        return new IllegalArgumentException(
                "array is too big; %s elements are more than the maximum of %d".formatted(product, Storage.MAX_LENGTH));
    }

    static IllegalArgumentException axisTooLong(long length) {
        return new IllegalArgumentException("array is too big; an axis of %d elements is longer than the maximum of %d"
                .formatted(length, Integer.MAX_VALUE));
    }

    static IllegalArgumentException tooManyAxes(int ndim) {
        return new IllegalArgumentException(
                "maximum supported dimension for an ndarray is currently %d, found %d".formatted(Shape.MAX_AXES, ndim));
    }

    static IndexOutOfBoundsException tooManyIndexedAxes(int ndim) {
        return new IndexOutOfBoundsException(
                "number of dimensions must be within [0, %d], indexing result would have %d"
                        .formatted(Shape.MAX_AXES, ndim));
    }

    static IllegalArgumentException sequenceForElement() {
        return new IllegalArgumentException("setting an array element with a sequence.");
    }

    static IllegalArgumentException ambiguousTruth(int size) {
        return new IllegalArgumentException(
                size > 0
                        ? "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
                        : "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array"
                                + " is not empty.");
    }

    static IllegalArgumentException ragged(int axis, Shape detected) {
        return new IllegalArgumentException(
                ("setting an array element with a sequence. The requested array has an inhomogeneous shape after %d"
                                + " dimensions. The detected shape was %s + inhomogeneous part.")
                        .formatted(axis, detected));
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

    static IllegalArgumentException severalUnknownDimensions() {
        return new IllegalArgumentException("can only specify one unknown dimension");
    }

    static IllegalArgumentException axesDontMatch() {
        return new IllegalArgumentException("axes don't match array");
    }

    static IllegalArgumentException repeatedAxis() {
        return new IllegalArgumentException("repeated axis in transpose");
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

    static IndexOutOfBoundsException indexCount(int ndim, int indexed) {
        return indexed > ndim
                ? tooManyIndices(ndim, indexed)
                : new IndexOutOfBoundsException(
                        "too few indices for one element: array is %d-dimensional, but %d were indexed"
                                .formatted(ndim, indexed));
    }

    static UnsupportedOperationException notAScalar() {
        return new UnsupportedOperationException("only 0-dimensional arrays can be converted to Java scalars");
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

    static UnsupportedOperationException outputCast(String ufunc, DType from, DType to) {
        return new UnsupportedOperationException(
                "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'"
                        .formatted(ufunc, from, to));
    }

    static UnsupportedOperationException notSupported(String ufunc, DType dtype) {
        return new UnsupportedOperationException(
                "ufunc '%s' not supported for the input type %s".formatted(ufunc, dtype));
    }

    static UnsupportedOperationException notInteger(String ufunc) {
        return new UnsupportedOperationException(
                ("ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to any"
                                + " supported types according to the casting rule ''safe''")
                        .formatted(ufunc));
    }

    static UnsupportedOperationException unsafeCopy(DType from, DType to) {
        return new UnsupportedOperationException(
                "Cannot cast array data from dtype('%s') to dtype('%s') according to the rule 'same_kind'"
                        .formatted(from, to));
    }

    static IllegalArgumentException roundedOutputShape() {
        return new IllegalArgumentException("invalid output shape");
    }

    static UnsupportedOperationException boolSubtract() {
        return new UnsupportedOperationException("numpy boolean subtract, the `-` operator, is not supported, "
                + "use the bitwise_xor, the `^` operator, or the logical_xor function instead.");
    }

    static UnsupportedOperationException boolNegative() {
        return new UnsupportedOperationException("The numpy boolean negative, the `-` operator, is not supported, "
                + "use the `~` operator or the logical_not function instead.");
    }

    static IllegalArgumentException negativePower() {
        return new IllegalArgumentException("Integers to negative integer powers are not allowed.");
    }

    static IllegalArgumentException emptyReduction(String ufunc) {
        return new IllegalArgumentException(
                "zero-size array to reduction operation %s which has no identity".formatted(ufunc));
    }

    static IllegalArgumentException emptyArg(String name) {
        return new IllegalArgumentException("attempt to get %s of an empty sequence".formatted(name));
    }

    static IllegalArgumentException seedOutOfBounds() {
        return new IllegalArgumentException("Seed must be between 0 and 2**32 - 1");
    }

    static IllegalArgumentException emptySeed() {
        return new IllegalArgumentException("Seed must be non-empty");
    }

    static IllegalArgumentException emptyRange(long low) {
        return new IllegalArgumentException(low == 0 ? "high <= 0" : "low >= high");
    }

    static IllegalArgumentException infiniteRange() {
        return new IllegalArgumentException("Range exceeds valid bounds");
    }

    static IllegalArgumentException negativeScale() {
        return new IllegalArgumentException("scale < 0");
    }

    static IllegalArgumentException emptyPopulation() {
        return new IllegalArgumentException("a must be greater than 0 unless no samples are taken");
    }

    static IllegalArgumentException sampleTooLarge() {
        return new IllegalArgumentException("Cannot take a larger sample than population when 'replace=False'");
    }

    static IndexOutOfBoundsException scalarToPermute() {
        return new IndexOutOfBoundsException("x must be an integer or at least 1-dimensional");
    }

    static IllegalArgumentException outOfBounds(double value) {
        return new IllegalArgumentException("float %s out of bounds for int64".formatted(value));
    }

    static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException("Python int too large to convert to C long");
    }

    static IllegalArgumentException infinityToInteger() {
        return new IllegalArgumentException("cannot convert float infinity to integer");
    }

    static IllegalArgumentException nanToInteger() {
        return new IllegalArgumentException("cannot convert float NaN to integer");
    }

    static IllegalArgumentException zeroStep() {
        return new IllegalArgumentException("slice step cannot be zero");
    }

    static IndexOutOfBoundsException severalEllipses() {
        return new IndexOutOfBoundsException("an index can only have a single ellipsis ('...')");
    }

    static IndexOutOfBoundsException notAnIndex() {
        return new IndexOutOfBoundsException("arrays used as indices must be of integer (or boolean) type");
    }

    static IndexOutOfBoundsException maskMismatch(int axis, int length, int maskLength) {
        return new IndexOutOfBoundsException(
                ("boolean index did not match indexed array along axis %d; size of axis is %d but size of corresponding"
                                + " boolean axis is %d")
                        .formatted(axis, length, maskLength));
    }

    static IndexOutOfBoundsException indicesNotBroadcastable(Shape... shapes) {
        return new IndexOutOfBoundsException(
                "shape mismatch: indexing arrays could not be broadcast together with shapes " + list(shapes));
    }

    static IllegalArgumentException selectionNotBroadcastable(Shape value, Shape selection) {
        return new IllegalArgumentException(
                "shape mismatch: value array of shape %s could not be broadcast to indexing result of shape %s"
                        .formatted(value.toMessage(), selection.toMessage()));
    }

    static IllegalArgumentException maskAssignment(int values, int selected) {
        return new IllegalArgumentException(
                ("NumPy boolean array indexing assignment cannot assign %d input values to the %d output values where"
                                + " the mask is true")
                        .formatted(values, selected));
    }

    static UnsupportedOperationException maskAssignmentNdim(int ndim) {
        return new UnsupportedOperationException(
                "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has %d dimensions"
                        .formatted(ndim));
    }

    private static String list(Shape... shapes) {
        return Arrays.stream(shapes).map(Shape::toMessage).collect(Collectors.joining(" "));
    }

    static IllegalArgumentException unacceptableTakeOutput() {
        return new IllegalArgumentException("output array does not match result of ndarray.take");
    }

    static IndexOutOfBoundsException takeFromEmptyAxis() {
        return new IndexOutOfBoundsException("cannot do a non-empty take from an empty axes.");
    }

    /** Returns the error of functions in which NumPy looks an axis up in the tuple of lengths. */
    static IndexOutOfBoundsException tupleIndex() {
        return new IndexOutOfBoundsException("tuple index out of range");
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

    static IllegalArgumentException printOption(String option, int least, int found) {
        return new IllegalArgumentException("%s must be at least %d, not %d".formatted(option, least, found));
    }
}
