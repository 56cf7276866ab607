package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;

/**
 * The options of a reduction such as {@link NDArray#sum(ReductionOptions)}, NumPy's arguments {@code axis},
 * {@code keepdims}, {@code where}, {@code initial}, {@code ddof} and {@code out}. They are immutable.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});
 * NDArray odd = NDArray.of(true, false, true);
 * System.out.println(a.sum(ReductionOptions.axes(1).where(odd)));
 * System.out.println(a.max(ReductionOptions.DEFAULT.where(odd).initial(5)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 4 10]
 * 6
 * }</pre>
 */
public final class ReductionOptions {
    /** The options without which a reduction is called: all axes and all elements go into a new 0-d array. */
    public static final ReductionOptions DEFAULT = new ReductionOptions(null, false, null, null, null, null);

    private final int[] axes;
    private final boolean keepDims;
    private final NDArray where;
    private final NDArray initial;
    private final Double ddof;
    private final NDArray out;

    private ReductionOptions(int[] axes, boolean keepDims, NDArray where, NDArray initial, Double ddof, NDArray out) {
        this.axes = axes;
        this.keepDims = keepDims;
        this.where = where;
        this.initial = initial;
        this.ddof = ddof;
        this.out = out;
    }

    /**
     * Returns the options to reduce along some axes, {@code axis=axes}.
     *
     * @param axes the axes; negative ones count from the end, and along no axes each element is a result
     * @return new options
     */
    public static ReductionOptions axes(int... axes) {
        return new ReductionOptions(axes.clone(), false, null, null, null, null);
    }

    /**
     * Returns these options with the axes kept in the result, with length 1, {@code keepdims=True}.
     *
     * @return new options
     */
    public ReductionOptions keepDims() {
        return new ReductionOptions(axes, true, where, initial, ddof, out);
    }

    /**
     * Returns these options with a mask, {@code where=mask}.
     *
     * @param mask an array of bool that can be broadcast to the operand; only elements where it is true are reduced
     * @return new options
     */
    public ReductionOptions where(NDArray mask) {
        return new ReductionOptions(axes, keepDims, mask, initial, ddof, out);
    }

    /**
     * Returns these options with a number that the reduction begins with, {@code initial=number}: it is added to a sum,
     * multiplied into a product, and the least that a maximum can be. It is converted to the dtype of the result.
     *
     * @param number the number
     * @return new options
     */
    public ReductionOptions initial(double number) {
        return new ReductionOptions(axes, keepDims, where, NDArray.scalar(number), ddof, out);
    }

    /**
     * Returns these options with a number that the reduction begins with, as {@link #initial(double)}.
     *
     * @param number the number
     * @return new options
     */
    public ReductionOptions initial(long number) {
        return new ReductionOptions(axes, keepDims, where, NDArray.scalar(number), ddof, out);
    }

    /**
     * Returns these options with a correction for variances and standard deviations, {@code ddof=correction}.
     *
     * @param correction how much to subtract from the number of elements; 1 estimates the value of a population from a
     *     sample of it
     * @return new options
     */
    public ReductionOptions ddof(double correction) {
        return new ReductionOptions(axes, keepDims, where, initial, correction, out);
    }

    /**
     * Returns these options with an array for the result, {@code out=result}. As in NumPy, the reduction computes in
     * the dtype to which those of operand and result are promoted, so a sum of uint8 into uint8 wraps around; then its
     * results are converted, even floats to integers.
     *
     * @param result receives the result, of whose shape it must be; it may share memory with the operand
     * @return new options
     */
    public ReductionOptions out(NDArray result) {
        return new ReductionOptions(axes, keepDims, where, initial, ddof, result);
    }

    /** Returns the options of the means that variances need. */
    ReductionOptions ofMeans() {
        return new ReductionOptions(axes, true, where, null, null, null);
    }

    /** Throws an error if there is an initial number or a correction that the function does not take. */
    void checkOptions(String function, boolean takesInitial, boolean takesDdof) {
        String unknown = initial != null && !takesInitial ? "initial" : ddof != null && !takesDdof ? "ddof" : null;
        if (unknown != null) {
            throw new UnsupportedOperationException(
                    "%s() got an unexpected keyword argument '%s'".formatted(function, unknown));
        }
    }

    /** Returns the axes of an array that is reduced; a 0-d array has axis 0, too. */
    Axes axesOf(NDArray a) {
        return axes != null && axes.length == 1 ? Axes.along(a.ndim(), axes[0]) : existingAxesOf(a);
    }

    /** Returns the axes of an array whose elements are counted. */
    Axes existingAxesOf(NDArray a) {
        return axes == null ? Axes.all(a.ndim()) : Axes.of(a.ndim(), axes);
    }

    boolean keepsDims() {
        return keepDims;
    }

    /** Returns the mask, or null. */
    NDArray mask() {
        return where;
    }

    /** Returns the mask, which must be of bool, or null. */
    NDArray checkedMask() {
        if (where != null && where.dtype() != DType.BOOL) {
            throw Errors.unsafeCast(where.ndim(), where.dtype(), DType.BOOL, "safe");
        }
        return where;
    }

    /** Returns what the reduction begins with, as an element of the dtype that has been in the output, or null. */
    NDArray initial(DType dtype) {
        if (initial == null) {
            return null;
        }
        NDArray element = initial.dtype() == DType.INT64
                ? Casting.element(initial.asLong(), dtype)
                : Casting.element(initial.asDouble(), dtype);
        NDArray begin = element.astype(dtype);
        return out == null ? begin : begin.astype(out.dtype()).astype(dtype);
    }

    double ddof() {
        return ddof == null ? 0 : ddof;
    }

    /** Returns the output, or null. */
    NDArray out() {
        return out;
    }
}
