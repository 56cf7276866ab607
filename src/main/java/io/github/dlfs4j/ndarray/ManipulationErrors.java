package io.github.dlfs4j.ndarray;

/**
 * The errors of joining, splitting, reshaping, editing and creating arrays, in NumPy's words; {@link Errors} has the
 * general ones.
 */
final class ManipulationErrors {
    private ManipulationErrors() {}

    static IllegalArgumentException moduloByZero() {
        return new IllegalArgumentException("integer modulo by zero");
    }

    static IllegalArgumentException unequalSplit() {
        return new IllegalArgumentException("array split does not result in an equal division");
    }

    static IllegalArgumentException noSections() {
        return new IllegalArgumentException("number sections must be larger than 0.");
    }

    static IllegalArgumentException scalarToUnstack() {
        return new IllegalArgumentException("Input array must be at least 1-d.");
    }

    static IllegalArgumentException tooFewAxes(String function, int least) {
        return new IllegalArgumentException(
                "%s only works on arrays of %d or more dimensions".formatted(function, least));
    }

    static IllegalArgumentException tooFewAxes(int least) {
        return new IllegalArgumentException("Input must be >= %d-d.".formatted(least));
    }

    static IllegalArgumentException movesDiffer() {
        return new IllegalArgumentException(
                "`source` and `destination` arguments must have the same number of elements");
    }

    static IllegalArgumentException repeatedAxis(String argument) {
        return new IllegalArgumentException(
                argument.isEmpty() ? "repeated axis" : "repeated axis in `" + argument + "` argument");
    }

    static IndexOutOfBoundsException rollStart(int ndim, int start) {
        return new IndexOutOfBoundsException(
                "'start' arg requires %d <= start < %d, but %d was passed in".formatted(-ndim, ndim + 1, start));
    }

    static IllegalArgumentException equalAxes() {
        return new IllegalArgumentException("Axes must be different.");
    }

    static IllegalArgumentException axesOutOfRange(int axis1, int axis2, int ndim) {
        return new IllegalArgumentException(
                "Axes=(%d, %d) out of range for array of ndim=%d.".formatted(axis1, axis2, ndim));
    }

    static UnsupportedOperationException unsafeCounts(DType dtype, boolean scalar) {
        return new UnsupportedOperationException(
                "Cannot cast %s from dtype('%s') to dtype('int64') according to the rule 'safe'"
                        .formatted(scalar ? "scalar" : "array data", dtype));
    }

    static IllegalArgumentException tooDeepCounts() {
        return new IllegalArgumentException(
                "setting an array element with a sequence. The requested array would exceed the"
                        + " maximum number of dimension of 1.");
    }

    static IllegalArgumentException countsNotBroadcastable(int length, int counts) {
        return new IllegalArgumentException(
                "operands could not be broadcast together with shape (%d,) (%d,)".formatted(length, counts));
    }

    static IllegalArgumentException negativeRepeats() {
        return new IllegalArgumentException("repeats may not contain negative values.");
    }

    static IllegalArgumentException negativeNewShape() {
        return new IllegalArgumentException("all elements of `new_shape` must be non-negative");
    }

    static IndexOutOfBoundsException insertOutOfBounds(String index, int axis, int length) {
        return new IndexOutOfBoundsException(
                "index %s is out of bounds for axis %d with size %d".formatted(index, axis, length));
    }

    static IllegalArgumentException maskToInsert() {
        return new IllegalArgumentException("boolean array argument obj to insert must be one dimensional");
    }

    static IllegalArgumentException tooDeepToInsert() {
        return new IllegalArgumentException("index array argument obj to insert must be one dimensional or scalar");
    }

    static IllegalArgumentException maskToDelete(int length) {
        return new IllegalArgumentException(
                "boolean array argument obj to delete must be one dimensional and match the axis length of " + length);
    }

    static IllegalArgumentException emptyAxisToPad(int axis) {
        return new IllegalArgumentException(
                "can't extend empty axis %d using modes other than 'constant' or 'empty'".formatted(axis));
    }

    static IllegalArgumentException noDiagonal() {
        return new IllegalArgumentException("diag requires an array of at least two dimensions");
    }

    static IllegalArgumentException sameAxes() {
        return new IllegalArgumentException("axis1 and axis2 cannot be the same");
    }

    static IllegalArgumentException neitherVectorNorMatrix() {
        return new IllegalArgumentException("Input must be 1- or 2-d.");
    }

    static IllegalArgumentException noTriangle() {
        return new IllegalArgumentException("a triangle needs an array of at least one axis");
    }

    static IllegalArgumentException cannotSqueeze() {
        return new IllegalArgumentException("cannot select an axis to squeeze out which has size not equal to one");
    }

    static IllegalArgumentException notAVector() {
        return new IllegalArgumentException("x must be a one-dimensional array or sequence.");
    }

    static UnsupportedOperationException boolRange() {
        return new UnsupportedOperationException(
                "arange() is only supported for booleans when the result has at most length 2.");
    }

    static IllegalArgumentException zeroInGeometric() {
        return new IllegalArgumentException("Geometric sequence cannot include zero");
    }

    static IllegalArgumentException nothingToJoin(String how) {
        return new IllegalArgumentException("need at least one array to " + how);
    }

    static IllegalArgumentException scalarsToConcatenate() {
        return new IllegalArgumentException("zero-dimensional arrays cannot be concatenated");
    }

    static IllegalArgumentException differentNdim(int position, int first, int found) {
        return new IllegalArgumentException(
                ("all the input arrays must have same number of dimensions, but the array at index 0 has %d dimension(s)"
                                + " and the array at index %d has %d dimension(s)")
                        .formatted(first, position, found));
    }

    static IllegalArgumentException differentLengths(int axis, int position, int first, int found) {
        return new IllegalArgumentException(
                ("all the input array dimensions except for the concatenation axis must match exactly, but along dimension"
                                + " %d, the array at index 0 has size %d and the array at index %d has size %d")
                        .formatted(axis, first, position, found));
    }

    static IllegalArgumentException differentShapes() {
        return new IllegalArgumentException("all input arrays must have the same shape");
    }

    static IllegalArgumentException negativeWidth() {
        return new IllegalArgumentException("index can't contain negative values");
    }

    static IllegalArgumentException notAPair(int length) {
        return new IllegalArgumentException("each axis needs two widths, before and after it, not " + length);
    }

    static IllegalArgumentException widthsNotBroadcastable(int pairs, int ndim) {
        return new IllegalArgumentException(
                ("operands could not be broadcast together with remapped shapes [original->remapped]: (%d,2)  and"
                                + " requested shape (%d,2)")
                        .formatted(pairs, ndim));
    }

    static IllegalArgumentException zeroRangeStep() {
        return new IllegalArgumentException("division by zero: the step of a range cannot be zero");
    }

    static IllegalArgumentException unknownRangeLength() {
        return new IllegalArgumentException("arange: cannot compute length");
    }

    static IllegalArgumentException rangeTooLong() {
        return new IllegalArgumentException("Maximum allowed size exceeded");
    }

    static IllegalArgumentException negativeCount(int count) {
        return new IllegalArgumentException("Number of samples, %d, must be non-negative.".formatted(count));
    }

    static IllegalArgumentException negativeWindow() {
        return new IllegalArgumentException("`window_shape` cannot contain negative values");
    }

    static IllegalArgumentException windowWithoutAxis(int lengths, int axes) {
        return new IllegalArgumentException(
                "Must provide matching length window_shape and axis; got %d window_shape elements and %d axes elements."
                        .formatted(lengths, axes));
    }

    static IllegalArgumentException windowTooLarge() {
        return new IllegalArgumentException("window shape cannot be larger than input array shape");
    }

    static IllegalArgumentException tooManyWindowAxes(int ndim) {
        return new IllegalArgumentException(
                "number of dimensions must be within [0, %d], got %d".formatted(Shape.MAX_AXES, ndim));
    }
}
