package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;

/** The lengths to which operands are broadcast. */
public final class Broadcasting {
    /**
     * Returns the lengths to which operands are broadcast, or null if they cannot be: compared from the last axis on,
     * two lengths are equal or one of them is 1.
     */
    public static int[] lengths(int[]... operands) {
        int ndim = 0;
        for (int[] operand : operands) {
            ndim = Math.max(ndim, operand.length);
        }
        int[] lengths = new int[ndim];
        Arrays.fill(lengths, 1);
        for (int[] operand : operands) {
            int missing = ndim - operand.length;
            for (int axis = 0; axis < operand.length; axis++) {
                int common = lengths[missing + axis];
                if (operand[axis] != 1 && common != 1 && operand[axis] != common) {
                    return null;
                }
                lengths[missing + axis] = common == 1 ? operand[axis] : common;
            }
        }
        return lengths;
    }

    /** Works like {@link #lengths}; the error names the first two that do not fit, as NumPy's iterators do. */
    public static int[] lengthsOrError(int[]... operands) {
        int[] common = lengths(operands);
        if (common != null) {
            return common;
        }
        int ndim = 0;
        for (int[] operand : operands) {
            ndim = Math.max(ndim, operand.length);
        }
        for (int axis = 0; axis < ndim; axis++) {
            int longest = -1;
            for (int i = 0; i < operands.length; i++) {
                int length = lengthOf(operands[i], ndim - axis);
                if (length == 1) {
                    continue;
                }
                if (longest >= 0 && length != lengthOf(operands[longest], ndim - axis)) {
                    throw Errors.shapesMismatch(
                            longest, Lengths.tuple(operands[longest], ", "), i, Lengths.tuple(operands[i], ", "));
                }
                longest = longest < 0 ? i : longest;
            }
        }
        throw new AssertionError("all operands fit");
    }

    /** Returns the length of an axis that is counted from the end, 1 if there is none. */
    private static int lengthOf(int[] operand, int fromEnd) {
        return fromEnd > operand.length ? 1 : operand[operand.length - fromEnd];
    }
}
