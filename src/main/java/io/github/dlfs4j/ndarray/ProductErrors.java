package io.github.dlfs4j.ndarray;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The errors of products, correlations and norms of arrays, in NumPy's words; {@link Errors} has the general ones. */
final class ProductErrors {
    private ProductErrors() {}

    static IllegalArgumentException scalarToMatmul(int operand) {
        return new IllegalArgumentException(
                ("matmul: Input operand %d does not have enough dimensions (has 0, gufunc core with signature"
                                + " (n?,k),(k,m?)->(n?,m?) requires 1)")
                        .formatted(operand));
    }

    static IllegalArgumentException matmulMismatch(int found, int wanted) {
        return new IllegalArgumentException(
                ("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature"
                                + " (n?,k),(k,m?)->(n?,m?) (size %d is different from %d)")
                        .formatted(found, wanted));
    }

    static IllegalArgumentException stacksNotBroadcastable(Shape a, Shape b) {
        return new IllegalArgumentException(
                ("operands could not be broadcast together with remapped shapes [original->remapped]: %s->%s %s->%s "
                                + " and requested shape (%d,%d)")
                        .formatted(a.toMessage(), stack(a), b.toMessage(), stack(b), a.get(-2), b.get(-1)));
    }

    /** Returns the text of a stack's shape without the axes of the matrices, as NumPy broadcasts it. */
    private static String stack(Shape shape) {
        return Arrays.stream(shape.lengths(), 0, shape.ndim() - 2)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "(", ",newaxis,newaxis)"));
    }

    static IllegalArgumentException sumMismatch() {
        return new IllegalArgumentException("shape-mismatch for sum");
    }

    static IllegalArgumentException duplicateSumAxes() {
        return new IllegalArgumentException("duplicate axes are not allowed in tensordot");
    }

    static IllegalArgumentException normAxes() {
        return new IllegalArgumentException("Improper number of dimensions to norm.");
    }

    static IllegalArgumentException normOrder() {
        return new IllegalArgumentException("Invalid norm order for matrices.");
    }

    static IllegalArgumentException duplicateAxes() {
        return new IllegalArgumentException("Duplicate axes given.");
    }

    static IllegalArgumentException nuclearNormOfVector() {
        return new IllegalArgumentException("Invalid norm order 'nuc' for vectors");
    }

    static IllegalArgumentException matrixNeeded(int ndim) {
        return new IllegalArgumentException(
                "%d-dimensional array given. Array must be at least two-dimensional".formatted(ndim));
    }

    static IllegalArgumentException noConvergence() {
        return new IllegalArgumentException("SVD did not converge");
    }

    static IllegalArgumentException noOperands() {
        return new IllegalArgumentException("must provide at least an operand and a subscripts list to einsum");
    }

    static IllegalArgumentException operandCount(boolean more) {
        return new IllegalArgumentException((more ? "more" : "fewer")
                + " operands provided to einstein sum function than specified in the subscripts string");
    }

    static IllegalArgumentException noOutputSpecified() {
        return new IllegalArgumentException(
                "einstein sum subscript string does not contain proper '->' output specified");
    }

    static IllegalArgumentException lonelyDot(String place) {
        return new IllegalArgumentException(
                "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in " + place);
    }

    static IllegalArgumentException invalidSubscript(char subscript) {
        return new IllegalArgumentException(
                "invalid subscript '%c' in einstein sum subscripts string, subscripts must be letters"
                        .formatted(subscript));
    }

    static IllegalArgumentException tooManySubscripts(int operand) {
        return new IllegalArgumentException(
                "einstein sum subscripts string contains too many subscripts for operand " + operand);
    }

    static IllegalArgumentException axesWithoutSubscript(String what) {
        return new IllegalArgumentException(what
                + " has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to"
                + " broadcast the extra dimensions.");
    }

    static IllegalArgumentException repeatedOutputSubscript(char subscript) {
        return new IllegalArgumentException(
                "einstein sum subscripts string includes output subscript '%c' multiple times".formatted(subscript));
    }

    static IllegalArgumentException unknownOutputSubscript(char subscript) {
        return new IllegalArgumentException(
                "einstein sum subscripts string included output subscript '%c' which never appeared in an input"
                        .formatted(subscript));
    }

    static IllegalArgumentException collapsingMismatch(char subscript, int first, int second) {
        return new IllegalArgumentException(
                "dimensions in single operand for collapsing index '%c' don't match (%d != %d)"
                        .formatted(subscript, first, second));
    }

    static IllegalArgumentException subscriptsNotBroadcastable(String remapped) {
        return new IllegalArgumentException(
                "operands could not be broadcast together with remapped shapes [original->remapped]: " + remapped);
    }

    static IllegalArgumentException notAligned(Shape a, Shape b, int axisOfA, int axisOfB) {
        return new IllegalArgumentException("shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)"
                .formatted(a.toMessage(), b.toMessage(), a.get(axisOfA), axisOfA, b.get(axisOfB), axisOfB));
    }

    static IllegalArgumentException tooManyProductAxes() {
        return new IllegalArgumentException("dot: too many dimensions in result");
    }

    static IllegalArgumentException unacceptableDotOutput() {
        return new IllegalArgumentException("output array is not acceptable (must have the right datatype, number of"
                + " dimensions, and be a C-Array)");
    }

    static IllegalArgumentException dotOutputShape() {
        return new IllegalArgumentException("output array has wrong dimensions");
    }

    /** Returns the error of {@code convolve}. */
    static IllegalArgumentException emptyOperand(String name) {
        return new IllegalArgumentException(name + " cannot be empty");
    }

    /** Returns the error of {@code correlate}. */
    static IllegalArgumentException emptySequence(String which) {
        return new IllegalArgumentException(which + " array argument cannot be empty");
    }
}
