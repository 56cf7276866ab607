package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import java.util.Objects;

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

    private final ReductionArguments<NDArray> arguments;

    private ReductionOptions(int[] axes, boolean keepDims, NDArray where, NDArray initial, Double ddof, NDArray out) {
        this(new ReductionArguments<>(axes, keepDims, where, initial, ddof, out));
    }

    ReductionOptions(ReductionArguments<NDArray> arguments) {
        this.arguments = arguments;
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

    /** {@return these options with the axes kept in the result, with length 1, {@code keepdims=True}} */
    public ReductionOptions keepDims() {
        return with(true, arguments.where(), arguments.initial(), arguments.ddof(), arguments.out());
    }

    /**
     * Returns these options with a mask, {@code where=mask}.
     *
     * @param mask an array of bool that can be broadcast to the operand; only elements where it is true are reduced
     * @return new options
     */
    public ReductionOptions where(NDArray mask) {
        Objects.requireNonNull(mask, "mask");
        return with(arguments.keepDims(), mask, arguments.initial(), arguments.ddof(), arguments.out());
    }

    /**
     * Returns these options with a number that the reduction begins with, {@code initial=number}: it is added to a sum,
     * multiplied into a product, and the least that a maximum can be. It is converted to the dtype of the result.
     *
     * @param number the number
     * @return new options
     */
    public ReductionOptions initial(double number) {
        return with(arguments.keepDims(), arguments.where(), NDArray.scalar(number), arguments.ddof(), arguments.out());
    }

    /**
     * Returns these options with a number that the reduction begins with, as {@link #initial(double)}.
     *
     * @param number the number
     * @return new options
     */
    public ReductionOptions initial(long number) {
        return with(arguments.keepDims(), arguments.where(), NDArray.scalar(number), arguments.ddof(), arguments.out());
    }

    /**
     * Returns these options with a correction for variances and standard deviations, {@code ddof=correction}.
     *
     * @param correction how much to subtract from the number of elements; 1 estimates the value of a population from a
     *     sample of it
     * @return new options
     */
    public ReductionOptions ddof(double correction) {
        return with(arguments.keepDims(), arguments.where(), arguments.initial(), correction, arguments.out());
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
        Objects.requireNonNull(result, "result");
        return with(arguments.keepDims(), arguments.where(), arguments.initial(), arguments.ddof(), result);
    }

    private ReductionOptions with(boolean keepDims, NDArray where, NDArray initial, Double ddof, NDArray out) {
        return new ReductionOptions(arguments.axes(), keepDims, where, initial, ddof, out);
    }

    ReductionArguments<NDArray> arguments() {
        return arguments;
    }

    /** Returns the mask, which must be of bool, or null. */
    NDArray checkedMask() {
        NDArray mask = arguments.where();
        if (mask != null && mask.dtype() != DType.BOOL) {
            throw Errors.unsafeCast(mask.ndim(), mask.dtype(), DType.BOOL, "safe");
        }
        return mask;
    }

    /** Returns what the reduction begins with, as an element of the dtype that has been in the output, or null. */
    NDArray initial(DType dtype) {
        NDArray initial = arguments.initial();
        if (initial == null) {
            return null;
        }
        NDArray element = initial.dtype() == DType.INT64
                ? Casting.element(initial.asLong(), dtype)
                : Casting.element(initial.asDouble(), dtype);
        NDArray begin = element.astype(dtype);
        NDArray out = arguments.out();
        return out == null ? begin : begin.astype(out.dtype()).astype(dtype);
    }
}
