package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.stream.Stream;

/** NumPy's {@code block}: arrays beside and below each other. */
final class Blocks {
    /** The elements, counted once for each axis of blocks, beyond which NumPy names a mismatch in other words. */
    private static final int LARGE = 2 * 512 * 512;

    static NDArray row(NDArray... parts) {
        checkNotEmpty("", parts.length);
        return join(-1, 1, parts.clone(), size(parts) > LARGE);
    }

    static NDArray rows(NDArray[][] rows) {
        checkNotEmpty("", rows.length);
        int ndim = 2;
        long size = 0;
        for (int i = 0; i < rows.length; i++) {
            checkNotEmpty("[" + i + "]", rows[i].length);
            ndim = Math.max(ndim, ndim(rows[i]));
            size += size(rows[i]);
        }
        boolean large = 2 * size > LARGE;
        NDArray[] joined = new NDArray[rows.length];
        for (int i = 0; i < rows.length; i++) {
            joined[i] = join(-1, ndim, rows[i].clone(), large);
        }
        return join(-2, ndim, joined, large);
    }

    private static void checkNotEmpty(String place, int length) {
        if (length == 0) {
            throw new IllegalArgumentException("List at arrays" + place + " cannot be empty");
        }
    }

    private static int ndim(NDArray... parts) {
        return Stream.of(parts).mapToInt(part -> part.ndim()).max().orElse(0);
    }

    private static long size(NDArray... parts) {
        return Stream.of(parts).mapToLong(part -> part.size()).sum();
    }

    /** Joins parts, to which axes are added in front until there are as many as in the others and as asked for. */
    private static NDArray join(int axis, int least, NDArray[] parts, boolean large) {
        int ndim = Math.max(least, ndim(parts));
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].reshape(Lengths.withAxes(ndim, parts[i].shape().toArray()));
            if (large && !fits(parts[0], parts[i], ndim + axis)) {
                throw new IllegalArgumentException(
                        "Mismatched array shapes in block along axis %s.".formatted(ndim + axis));
            }
        }
        return NDArray.concatenate(axis, parts);
    }

    private static boolean fits(NDArray first, NDArray other, int joined) {
        for (int axis = 0; axis < first.ndim(); axis++) {
            if (axis != joined && first.shape(axis) != other.shape(axis)) {
                return false;
            }
        }
        return true;
    }
}
