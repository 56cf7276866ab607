package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** NumPy's {@code concatenate} and {@code stack}. */
final class Joining {
    static NDArray concatenate(int axis, NDArray... arrays) {
        if (arrays.length == 0) {
            throw nothingToJoin("concatenate");
        }
        NDArray first = Errors.nonNull("arrays", arrays)[0];
        if (first.ndim() == 0) {
            throw new IllegalArgumentException("zero-dimensional arrays cannot be concatenated");
        }
        int checked = Axes.check(axis, first.ndim());
        long length = 0;
        DType dtype = first.dtype();
        for (int i = 0; i < arrays.length; i++) {
            checkFits(first, arrays[i], i, checked);
            length += arrays[i].shape(checked);
            dtype = DType.promote(dtype, arrays[i].dtype());
        }
        int[] lengths = first.shape().toArray();
        lengths[checked] = Lengths.checkLength(length);
        NDArray joined = NDArray.empty(dtype, lengths);
        int start = 0;
        for (NDArray array : arrays) {
            int end = start + array.shape(checked);
            Casting.assign(joined.withLayout(joined.layout().along(checked, start, end - start, 1)), array);
            start = end;
        }
        return joined;
    }

    static NDArray stack(int axis, NDArray... arrays) {
        if (arrays.length == 0) {
            throw nothingToJoin("stack");
        }
        Shape shape = Errors.nonNull("arrays", arrays)[0].shape();
        for (NDArray array : arrays) {
            if (!array.shape().equals(shape)) {
                throw new IllegalArgumentException("all input arrays must have the same shape");
            }
        }
        if (shape.ndim() == Lengths.MAX_AXES) {
            throw Errors.tooManyIndexedAxes(shape.ndim() + 1);
        }
        int checked = Axes.check(axis, shape.ndim() + 1);
        NDArray[] parts = new NDArray[arrays.length];
        Arrays.setAll(parts, i -> arrays[i].expandDims(checked));
        return concatenate(checked, parts);
    }

    private static void checkFits(NDArray first, NDArray other, int position, int axis) {
        if (other.ndim() != first.ndim()) {
            throw new IllegalArgumentException(
                    ("all the input arrays must have same number of dimensions, but the array at index 0 has %s"
                                    + " dimension(s) and the array at index %s has %s dimension(s)")
                            .formatted(first.ndim(), position, other.ndim()));
        }
        for (int i = 0; i < first.ndim(); i++) {
            if (i != axis && other.shape(i) != first.shape(i)) {
                throw new IllegalArgumentException(
                        ("all the input array dimensions except for the concatenation axis must match exactly, but"
                                        + " along dimension %s, the array at index 0 has size %s and the array at index %s has size %s")
                                .formatted(i, first.shape(i), position, other.shape(i)));
            }
        }
    }

    private static IllegalArgumentException nothingToJoin(String how) {
        return new IllegalArgumentException("need at least one array to " + how);
    }
}
