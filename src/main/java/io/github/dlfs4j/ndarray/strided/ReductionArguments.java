package io.github.dlfs4j.ndarray.strided;

import java.util.List;

/**
 * The arguments of a reduction, which the public options hold. What is not given is null.
 *
 * @param <N> the class of arrays, which this package does not know
 * @param axes the axes; null stands for all
 * @param keepDims whether the axes stay in the result, with length 1
 * @param where the mask of the elements that are taken
 * @param initial what the reduction begins with
 * @param ddof how much the divisor of a variance is smaller than the number of elements
 * @param out receives the result
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record ReductionArguments<N>(int[] axes, boolean keepDims, N where, N initial, Double ddof, N out) {
    /** Throws an error if there is an argument, other than the axes, that a function does not take. */
    public void checkTaken(String function, String... taken) {
        check(function, where, "where", taken);
        check(function, initial, "initial", taken);
        check(function, ddof, "ddof", taken);
        check(function, out, "out", taken);
    }

    private static void check(String function, Object argument, String name, String... taken) {
        if (argument != null && !List.of(taken).contains(name)) {
            throw new UnsupportedOperationException(
                    "%s() got an unexpected keyword argument '%s'".formatted(function, name));
        }
    }

    /** Returns the axes of an array that is reduced; an array without axes has axis 0, too. */
    public Axes axesOf(int ndim) {
        return axes != null && axes.length == 1 ? Axes.along(ndim, axes[0]) : existingAxesOf(ndim);
    }

    /** Returns the axes of an array whose elements are counted. */
    public Axes existingAxesOf(int ndim) {
        return axes == null ? Axes.all(ndim) : Axes.of(ndim, axes);
    }

    /** Returns the axes, with the error of NumPy's functions that move them first. */
    public Axes movedAxesOf(int ndim) {
        return axes == null ? Axes.all(ndim) : Axes.moved(ndim, axes);
    }

    /** Returns the arguments for means of the same elements, in a new array. */
    public ReductionArguments<N> ofMeans(boolean keepsDims) {
        return new ReductionArguments<>(axes, keepsDims, where, null, null, null);
    }
}
