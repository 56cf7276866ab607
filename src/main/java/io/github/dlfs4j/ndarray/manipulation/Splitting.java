package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;

/** Splitting of an array along an axis. The parts are views. */
final class Splitting {
    static NDArray[] split(NDArray a, int sections, int axis) {
        int length = a.shape(Axes.checkIndex(axis, a.ndim()));
        if (sections == 0) {
            throw new IllegalArgumentException("integer modulo by zero");
        }
        if (length % sections != 0) {
            throw new IllegalArgumentException("array split does not result in an equal division");
        }
        return arraySplit(a, sections, axis);
    }

    /** Splits into parts; if the length is not a multiple of the number of parts, the first ones are longer by one. */
    static NDArray[] arraySplit(NDArray a, int sections, int axis) {
        int checked = Axes.checkIndex(axis, a.ndim());
        if (sections <= 0) {
            throw new IllegalArgumentException("number sections must be larger than 0.");
        }
        int length = a.shape(checked) / sections;
        int longer = a.shape(checked) % sections;
        NDArray[] parts = parts(sections);
        int start = 0;
        for (int i = 0; i < sections; i++) {
            int count = i < longer ? length + 1 : length;
            parts[i] = Inside.view(a, Inside.layout(a).along(checked, start, count, 1));
            start += count;
        }
        return parts;
    }

    /** Allocates a place for each part. NumPy has the positions between them in an array, and fails for that. */
    static NDArray[] parts(int count) {
        Allocation.longs(count);
        return new NDArray[count];
    }

    /** Splits before the given positions, which have the meaning they have in a slice. */
    static NDArray[] split(NDArray a, int[] positions, int axis) {
        int checked = Axes.checkIndex(axis, a.ndim());
        int length = a.shape(checked);
        NDArray[] parts = new NDArray[positions.length + 1];
        for (int i = 0; i < parts.length; i++) {
            int start = i == 0 ? 0 : position(positions[i - 1], length);
            int stop = i == positions.length ? length : position(positions[i], length);
            parts[i] = Inside.view(a, Inside.layout(a).along(checked, start, Math.max(stop - start, 0), 1));
        }
        return parts;
    }

    private static int position(int position, int length) {
        return Math.min(Math.max(position < 0 ? position + length : position, 0), length);
    }

    static NDArray checkNdim(String name, int least, NDArray a) {
        if (a.ndim() < least) {
            throw new IllegalArgumentException(
                    "%s only works on arrays of %s or more dimensions".formatted(name, least));
        }
        return a;
    }
}
