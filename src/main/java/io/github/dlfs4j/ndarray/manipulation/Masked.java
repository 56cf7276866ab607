package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/**
 * Elements that are written or chosen where masks are true: NumPy's {@code putmask}, {@code place}, {@code copyto},
 * {@code select}.
 */
final class Masked {
    private Masked() {}

    /** Writes, where the mask is true, the value at the element's own position; the values are repeated. */
    static void putMask(NDArray a, NDArray mask, NDArray values) {
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("putmask: output array is read-only");
        }
        checkSize("putmask", a, mask);
        checkSafe(values, a.dtype());
        if (values.size() > 0) {
            write(a, mask, values, mask.ravel().nonzero()[0]);
        }
    }

    /** Writes the values one after the other, and again, to where the mask is true. */
    static void place(NDArray a, NDArray mask, NDArray values) {
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("WRITEBACKIFCOPY base is read-only");
        }
        checkSize("place", a, mask);
        checkSafe(values, a.dtype());
        int count = mask.ne(0).sum().asInt();
        if (values.size() == 0 && count > 0) {
            throw new IllegalArgumentException("Cannot insert from an empty array!");
        }
        if (count > 0) {
            write(a, mask, values, NDArray.arange(count));
        }
    }

    /** Writes, broadcast, all values, which must be of a kind that the target can hold. */
    static void copy(NDArray a, NDArray values) {
        if (!a.isWriteable()) {
            throw Errors.readOnlyTarget();
        }
        if (!DType.canCast(values.dtype(), a.dtype(), DType.CastingRule.SAME_KIND)) {
            throw Errors.unsafeCast(values.ndim(), values.dtype(), a.dtype(), "same_kind");
        }
        Inside.assign(a, values);
    }

    /** Works like {@link #copy(NDArray, NDArray)} where the mask, broadcast, is true. */
    static void copy(NDArray a, NDArray values, NDArray mask) {
        if (mask.dtype() != DType.BOOL) {
            throw Errors.unsafeCast(1, mask.dtype(), DType.BOOL, "safe");
        }
        if (!a.isWriteable()) {
            throw Errors.readOnlyTarget();
        }
        int[] lengths = a.shape().toArray();
        NDArray broadcast = NDArray.empty(a.dtype(), lengths);
        copy(broadcast, values);
        int[] ofMask = mask.shape().toArray();
        if (!Arrays.equals(Broadcasting.lengths(ofMask, lengths), lengths)) {
            throw new IllegalArgumentException("could not broadcast where mask from shape %s into shape %s"
                    .formatted(Lengths.tuple(ofMask, ","), Lengths.tuple(lengths, ",")));
        }
        NDArray.where(mask, broadcast, a, a);
    }

    private static void write(NDArray a, NDArray mask, NDArray values, NDArray numbers) {
        NDArray line = values.ravel();
        NDArray chosen = line.size() == 1 ? line : line.take(MathFunctions.remainder(numbers, line.size()), 0);
        a.at(mask.ne(0).reshape(a.shape().toArray())).set(chosen);
    }

    private static void checkSize(String function, NDArray a, NDArray mask) {
        if (mask.size() != a.size()) {
            throw new IllegalArgumentException(function + ": mask and data must be the same size");
        }
    }

    private static void checkSafe(NDArray values, DType target) {
        if (DType.promote(values.dtype(), target) != target) {
            throw Errors.unsafeCast(values.ndim(), values.dtype(), target, "safe");
        }
    }

    static NDArray select(NDArray[] conditions, NDArray[] choices, NDArray other) {
        checkCount(conditions, choices);
        return select(conditions, choices, DType.promote(common(choices), other.dtype()), other);
    }

    static NDArray select(NDArray[] conditions, NDArray[] choices, double other) {
        checkCount(conditions, choices);
        NDArray weak = Inside.weak(other, common(choices));
        return select(conditions, choices, DType.promote(common(choices), weak.dtype()), weak);
    }

    static NDArray select(NDArray[] conditions, NDArray[] choices, long other) {
        checkCount(conditions, choices);
        DType dtype = common(choices) == DType.BOOL ? DType.INT64 : common(choices);
        return select(conditions, choices, dtype, NDArray.scalar(other));
    }

    private static void checkCount(NDArray[] conditions, NDArray... choices) {
        if (Errors.nonNull("conditions", conditions).length != Errors.nonNull("choices", choices).length) {
            throw new IllegalArgumentException("list of cases must be same length as list of conditions");
        }
        if (conditions.length == 0) {
            throw new IllegalArgumentException("select with an empty condition list is not possible");
        }
    }

    private static DType common(NDArray... arrays) {
        DType common = arrays[0].dtype();
        for (NDArray array : arrays) {
            common = DType.promote(common, array.dtype());
        }
        return common;
    }

    private static NDArray select(NDArray[] conditions, NDArray[] choices, DType dtype, NDArray other) {
        int[][] ofConditions = Stacking.lengths(conditions);
        int[][] ofChoices = Arrays.copyOf(Stacking.lengths(choices), choices.length + 1);
        ofChoices[choices.length] = other.shape().toArray();
        int[] first = Broadcasting.lengthsOrError(ofConditions);
        int[] second = Broadcasting.lengthsOrError(ofChoices);
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].dtype() != DType.BOOL) {
                throw new UnsupportedOperationException(
                        "invalid entry %s in condlist: should be boolean ndarray".formatted(i));
            }
        }
        int[] lengths = Broadcasting.lengthsOrError(first, second);
        NDArray result = NDArray.empty(dtype, lengths);
        Inside.assign(result, other);
        // The first condition that is true counts, so it is written last.
        for (int i = conditions.length - 1; i >= 0; i--) {
            NDArray.where(conditions[i], Inside.converted(choices[i], dtype), result, result);
        }
        return result;
    }
}
