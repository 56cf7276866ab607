package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.Arrays;

/** Elements that are written or chosen where masks are true: NumPy's {@code putmask}, {@code place}, {@code select}. */
final class Masked {
    static void write(NDArray a, NDArray mask, NDArray values, NDArray numbers) {
        NDArray line = values.ravel();
        NDArray chosen = line.size() == 1 ? line : line.take(MathFunctions.remainder(numbers, line.size()), 0);
        a.at(mask.ne(0).reshape(a.shape().toArray())).set(chosen);
    }

    static void checkSize(String function, NDArray a, NDArray mask) {
        if (mask.size() != a.size()) {
            throw new IllegalArgumentException(function + ": mask and data must be the same size");
        }
    }

    static void checkSafe(NDArray values, DType target) {
        if (DType.promote(values.dtype(), target) != target) {
            throw Errors.unsafeCast(values.ndim(), values.dtype(), target, "safe");
        }
    }

    /** Returns the dtype to which all choices are promoted, after checking that there is one for each condition. */
    static DType common(NDArray[] conditions, NDArray... choices) {
        if (Errors.nonNull("conditions", conditions).length != Errors.nonNull("choices", choices).length) {
            throw new IllegalArgumentException("list of cases must be same length as list of conditions");
        }
        if (conditions.length == 0) {
            throw new IllegalArgumentException("select with an empty condition list is not possible");
        }
        DType common = choices[0].dtype();
        for (NDArray choice : choices) {
            common = DType.promote(common, choice.dtype());
        }
        return common;
    }

    static NDArray select(NDArray[] conditions, NDArray[] choices, DType dtype, NDArray other) {
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
