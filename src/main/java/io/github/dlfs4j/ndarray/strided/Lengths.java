package io.github.dlfs4j.ndarray.strided;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The lengths of the axes of an array: which are allowed, how they are put together, and how they are written. */
public final class Lengths {
    /** The largest number of axes, as in NumPy. */
    public static final int MAX_AXES = 64;

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

    /** Returns the product of lengths, the number of elements; 1 of none. */
    public static long product(int... lengths) {
        long product = 1;
        for (int length : lengths) {
            product *= length;
        }
        return product;
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
}
