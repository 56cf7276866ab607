package io.github.dlfs4j.ndarray;

/** The errors of sorting, searching, sets and statistics, in NumPy's words; {@link Errors} has the general ones. */
final class StatisticsErrors {
    private StatisticsErrors() {}

    static IllegalArgumentException duplicateAxis() {
        return new IllegalArgumentException("duplicate value in 'axis'");
    }

    static IllegalArgumentException repeatedAxis() {
        return new IllegalArgumentException("repeated axis");
    }

    static IllegalArgumentException readOnlySort() {
        return new IllegalArgumentException("sort array is read-only");
    }

    static IllegalArgumentException readOnlyPartition() {
        return new IllegalArgumentException("partition array is read-only");
    }

    static IllegalArgumentException placeOutOfBounds(int kth, int length) {
        return new IllegalArgumentException("kth(=%d) out of bounds (%d)".formatted(kth, length));
    }

    static IllegalArgumentException tooDeep() {
        return new IllegalArgumentException("object too deep for desired array");
    }

    static IllegalArgumentException tooShallow() {
        return new IllegalArgumentException("object of too small depth for desired array");
    }

    static UnsupportedOperationException sorterType() {
        return new UnsupportedOperationException("sorter must only contain integers");
    }

    static UnsupportedOperationException sorterShape() {
        return new UnsupportedOperationException("could not parse sorter argument");
    }

    static IllegalArgumentException sorterSize() {
        return new IllegalArgumentException("sorter.size must equal a.size");
    }

    static IllegalArgumentException sorterRange() {
        return new IllegalArgumentException("Sorter index out of range.");
    }

    static IllegalArgumentException nonzeroOfScalar() {
        return new IllegalArgumentException(
                "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.");
    }

    static UnsupportedOperationException notIntegers() {
        return new UnsupportedOperationException("only int indices permitted");
    }

    static IllegalArgumentException severalInScalar() {
        return new IllegalArgumentException("multiple indices are not supported for 0d arrays");
    }

    static IllegalArgumentException positionOutOfBounds(long position, int size) {
        return new IllegalArgumentException(
                "index %d is out of bounds for array with size %d".formatted(position, size));
    }

    static IllegalArgumentException positionCount(int ndim) {
        return new IllegalArgumentException("parameter multi_index must be a sequence of length " + ndim);
    }

    static IllegalArgumentException nothingToRavel() {
        return new IllegalArgumentException("cannot unravel if shape has zero entries (is empty).");
    }

    static IllegalArgumentException invalidPosition() {
        return new IllegalArgumentException("invalid entry in coordinates array");
    }

    static IndexOutOfBoundsException positionsType() {
        return new IndexOutOfBoundsException("`indices` must be an integer array");
    }

    static IllegalArgumentException positionsNdim() {
        return new IllegalArgumentException("`indices` and `arr` must have the same number of dimensions");
    }

    static IllegalArgumentException notBroadcastableToSelection() {
        return new IllegalArgumentException("array is not broadcastable to correct shape");
    }

    static IllegalArgumentException percentileRange() {
        return new IllegalArgumentException("Percentiles must be in the range [0, 100]");
    }

    static IllegalArgumentException quantileRange() {
        return new IllegalArgumentException("Quantiles must be in the range [0, 1]");
    }

    static IllegalArgumentException quantileNdim() {
        return new IllegalArgumentException("q must be a scalar or 1d");
    }

    static IndexOutOfBoundsException nothingToOrder(DType dtype) {
        int index = dtype.isFloating() ? -1 : 0;
        return new IndexOutOfBoundsException("index %d is out of bounds for axis 0 with size 0".formatted(index));
    }

    static UnsupportedOperationException weightsWithoutAxis() {
        return new UnsupportedOperationException("Axis must be specified when shapes of a and weights differ.");
    }

    static IllegalArgumentException weightsShape() {
        return new IllegalArgumentException(
                "Shape of weights must be consistent with shape of a along specified axis.");
    }

    static IllegalArgumentException zeroWeights() {
        return new IllegalArgumentException("Weights sum to zero, can't be normalized");
    }

    static IllegalArgumentException tooManyDimensions(String name) {
        return new IllegalArgumentException(name + " has more than 2 dimensions");
    }

    static IllegalArgumentException bins(String problem) {
        return new IllegalArgumentException("`bins` must " + problem);
    }

    static IllegalArgumentException reversedRange() {
        return new IllegalArgumentException("max must be larger than min in range parameter.");
    }

    static IllegalArgumentException infiniteRange(String origin, Object first, Object last) {
        return new IllegalArgumentException("%s range of [%s, %s] is not finite".formatted(origin, first, last));
    }

    static IllegalArgumentException tooManyBins(int bins) {
        return new IllegalArgumentException(
                "Too many bins for data range. Cannot create %d finite-sized bins.".formatted(bins));
    }

    static IllegalArgumentException histogramWeights() {
        return new IllegalArgumentException("weights should have the same shape as a.");
    }

    static UnsupportedOperationException unsafeCast(DType from, DType to) {
        return new UnsupportedOperationException(
                "Cannot cast array data from dtype('%s') to dtype('%s') according to the rule 'safe'"
                        .formatted(from, to));
    }

    static IllegalArgumentException negativeElements() {
        return new IllegalArgumentException("'list' argument must have no negative elements");
    }

    static IllegalArgumentException negativeMinlength() {
        return new IllegalArgumentException("'minlength' must not be negative");
    }

    static IllegalArgumentException weightsLength() {
        return new IllegalArgumentException("The weights and list don't have the same length.");
    }

    static IllegalArgumentException notMonotonic() {
        return new IllegalArgumentException("bins must be monotonically increasing or decreasing");
    }

    static IllegalArgumentException diffOfScalar() {
        return new IllegalArgumentException("diff requires input that is at least one dimensional");
    }

    static IllegalArgumentException negativeOrder(int n) {
        return new IllegalArgumentException("order must be non-negative but got " + n);
    }

    static UnsupportedOperationException incompatibleEnd(String name) {
        return new UnsupportedOperationException(
                "dtype of `%s` must be compatible with input `ary` under the `same_kind` rule.".formatted(name));
    }

    static IllegalArgumentException gradientLength() {
        return new IllegalArgumentException("Shape of array too small to calculate a numerical gradient, at least"
                + " (edge_order + 1) elements are required.");
    }

    static IllegalArgumentException edgeOrder() {
        return new IllegalArgumentException("'edge_order' greater than 2 not supported");
    }

    static IllegalArgumentException distancesNdim() {
        return new IllegalArgumentException("distances must be either scalars or 1d");
    }

    static IllegalArgumentException distancesLength() {
        return new IllegalArgumentException("when 1d, distances must match the length of the corresponding dimension");
    }

    static IllegalArgumentException noSamplePoints() {
        return new IllegalArgumentException("array of sample points is empty");
    }

    static IllegalArgumentException sampleLengths(String end) {
        return new IllegalArgumentException("fp and xp are not of the same length" + end);
    }

    static IllegalArgumentException zeroPeriod() {
        return new IllegalArgumentException("period must be a non-zero value");
    }

    static IllegalArgumentException allNaN() {
        return new IllegalArgumentException("All-NaN slice encountered");
    }
}
