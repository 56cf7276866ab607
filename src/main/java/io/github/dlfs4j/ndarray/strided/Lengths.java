package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The lengths of the axes of an array: which are allowed, and which axes there are. */
public final class Lengths {
    /** NumPy's limit. */
    public static final int MAX_AXES = 64;

    private Lengths() {}

    /** Returns the number of elements; throws an error if the lengths are not those of an array. */
    public static int checkedSize(int... lengths) {
        checkNdim(lengths.length);
        long size = 1;
        boolean empty = false;
        for (int length : lengths) {
            if (length < 0) {
                throw Errors.negativeDimension();
            }
            empty |= length == 0;
        }
        if (empty) {
            return 0;
        }
        for (int length : lengths) {
            size *= length;
            if (size > Storage.MAX_LENGTH) {
                throw tooManyElements(lengths);
            }
        }
        return (int) size;
    }

    private static IllegalArgumentException tooManyElements(int... lengths) {
        String product = Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
        return new IllegalArgumentException(
                "array is too big; %s elements are more than the maximum of %s".formatted(product, Storage.MAX_LENGTH));
    }

    /** Checks a number of axes. */
    public static void checkNdim(int ndim) {
        if (ndim > MAX_AXES) {
            throw new IllegalArgumentException(
                    "maximum supported dimension for an ndarray is currently %s, found %s".formatted(MAX_AXES, ndim));
        }
    }

    /** Checks and returns a length that was computed as {@code long}. */
    public static int checkLength(long length) {
        if (length < Integer.MIN_VALUE) {
            throw Errors.negativeDimension();
        }
        if (length != (int) length) {
            throw new IllegalArgumentException(
                    "array is too big; an axis of %s elements is longer than the maximum of %s"
                            .formatted(length, Integer.MAX_VALUE));
        }
        return (int) length;
    }

    /** Checks an axis and returns it as a number from 0; a negative one counts from the end. */
    public static int checkAxis(int axis, int ndim) {
        return checkAxis("", axis, ndim);
    }

    /**
     * Works like {@link #checkAxis(int, int)}; the error begins with the name of the argument, such as {@code axis1: }.
     */
    public static int checkAxis(String argument, int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw new IndexOutOfBoundsException(
                    argument + "axis %s is out of bounds for array of dimension %s".formatted(axis, ndim));
        }
        return axis < 0 ? axis + ndim : axis;
    }

    /** Works like {@link #checkAxis(String, int, int)} for axes that must differ; the argument is its name alone. */
    public static int[] checkAxes(String argument, int ndim, int... axes) {
        int[] checked = new int[axes.length];
        boolean[] seen = new boolean[ndim];
        for (int i = 0; i < axes.length; i++) {
            checked[i] = checkAxis(argument + ": ", axes[i], ndim);
        }
        for (int axis : checked) {
            if (seen[axis]) {
                throw new IllegalArgumentException("repeated axis in `" + argument + "` argument");
            }
            seen[axis] = true;
        }
        return checked;
    }

    /** Works like {@link #checkAxis(int, int)}, with the error of an index into Python's tuple of lengths. */
    public static int checkIndex(int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw new IndexOutOfBoundsException("tuple index out of range");
        }
        return axis < 0 ? axis + ndim : axis;
    }

    /** Returns the values without one of them. */
    public static int[] without(int[] values, int position) {
        int[] rest = new int[values.length - 1];
        System.arraycopy(values, 0, rest, 0, position);
        System.arraycopy(values, position + 1, rest, position, rest.length - position);
        return rest;
    }

    /** Writes lengths as Python writes a tuple, {@code (2, 3)}, or in an error {@code (2,3)}. */
    public static String tuple(int[] lengths, String separator) {
        StringJoiner joined = new StringJoiner(separator, "(", lengths.length == 1 ? ",)" : ")");
        for (int length : lengths) {
            joined.add(Integer.toString(length));
        }
        return joined.toString();
    }

    /** Checks that there is one axis, with the errors of NumPy's functions in C. */
    public static void checkLine(int ndim) {
        if (ndim != 1) {
            throw new IllegalArgumentException(
                    ndim > 1 ? "object too deep for desired array" : "object of too small depth for desired array");
        }
    }

    /** Returns the lengths that align elements with one axis of an array: -1 there, and 1 on all other axes. */
    public static int[] along(int axis, int ndim) {
        int[] lengths = new int[ndim];
        Arrays.fill(lengths, 1);
        lengths[axis] = -1;
        return lengths;
    }

    /** Returns the lengths with ones in front, until there are at least some axes. */
    public static int[] withAxes(int ndim, int... lengths) {
        int missing = Math.max(ndim - lengths.length, 0);
        int[] more = new int[missing + lengths.length];
        Arrays.fill(more, 0, missing, 1);
        System.arraycopy(lengths, 0, more, missing, lengths.length);
        return more;
    }

    /** Returns the numbers of all parts, one part after the other. */
    public static int[] joined(int[]... parts) {
        int length = 0;
        for (int[] part : parts) {
            length += part.length;
        }
        int[] joined = new int[length];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /**
     * Returns the lengths to which operands are broadcast, or null if they cannot be: compared from the last axis on,
     * two lengths are equal or one of them is 1.
     */
    public static int[] broadcast(int[]... operands) {
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

    /** Works like {@link #broadcast}; the error names the first two that do not fit, as NumPy's iterators do. */
    public static int[] broadcastOrName(int[]... operands) {
        int[] common = broadcast(operands);
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
                    throw Errors.shapesMismatch(longest, tuple(operands[longest], ", "), i, tuple(operands[i], ", "));
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

    /** Returns, for each axis, the positions on it of elements that are numbered in C order. */
    public static long[][] unravel(long[] numbers, int... lengths) {
        long[] left = Allocation.longs(numbers.length);
        System.arraycopy(numbers, 0, left, 0, left.length);
        long[][] byAxis = new long[lengths.length][];
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            byAxis[axis] = Allocation.longs(left.length);
            for (int i = 0; i < left.length; i++) {
                byAxis[axis][i] = left[i] % lengths[axis];
                left[i] /= lengths[axis];
            }
        }
        return byAxis;
    }
}
