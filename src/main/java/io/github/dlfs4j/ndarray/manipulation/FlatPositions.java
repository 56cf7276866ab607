package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.IndexIterator;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.LongStorage;
import java.util.Arrays;
import java.util.Objects;

/** Conversions between a position in C order, a single number, and positions on each axis. */
final class FlatPositions {
    static NDArray[] unravel(NDArray positions, int... shape) {
        long size = 1;
        for (int length : Objects.requireNonNull(shape, "shape")) {
            size = product(
                    size,
                    length,
                    "dimensions are too large; arrays and shapes with a total size greater than 'intp' are not"
                            + " supported.");
        }
        checkIntegers(positions);
        long[] flat = positions.astype(DType.INT64).toLongArray();
        for (long position : flat) {
            if (position < 0 || position >= size) {
                throw new IllegalArgumentException(
                        "index %s is out of bounds for array with size %s".formatted(position, size));
            }
        }
        if (shape.length == 0 && positions.ndim() > 0) {
            throw new IllegalArgumentException("multiple indices are not supported for 0d arrays");
        }
        return Arrays.stream(IndexIterator.unravel(flat, shape))
                .map(onAxis ->
                        Inside.around(new LongStorage(onAxis), positions.shape().toArray()))
                .toArray(NDArray[]::new);
    }

    private static long product(long size, int length, String tooLarge) {
        long product = size * length;
        if (Math.multiplyHigh(size, length) != product >> (Long.SIZE - 1)) {
            throw new IllegalArgumentException(tooLarge);
        }
        return product;
    }

    static NDArray ravel(NDArray[] byAxis, int... shape) {
        if (Errors.nonNull("positions", byAxis).length != shape.length) {
            throw new IllegalArgumentException("parameter multi_index must be a sequence of length " + shape.length);
        }
        long size = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            size = product(
                    size,
                    shape[axis],
                    "invalid dims: array size defined by dims is larger than the maximum possible size.");
        }
        for (NDArray positions : byAxis) {
            checkIntegers(positions);
        }
        int[][] lengths =
                Arrays.stream(byAxis).map(NDArray::shape).map(Shape::toArray).toArray(int[][]::new);
        int[] common = Broadcasting.lengths(lengths);
        if (common == null) {
            throw Errors.notBroadcastable(lengths);
        }
        if (size == 0 && Lengths.checkedSize(common) > 0) {
            throw new IllegalArgumentException("cannot unravel if shape has zero entries (is empty).");
        }
        NDArray flat = NDArray.scalar(0L);
        for (int axis = 0; axis < byAxis.length; axis++) {
            flat = flat.mul((long) shape[axis]).add(byAxis[axis]);
        }
        for (int axis = 0; axis < byAxis.length; axis++) {
            NDArray positions = byAxis[axis];
            if (positions.lt(0).or(positions.ge((long) shape[axis])).any().asBoolean()) {
                throw new IllegalArgumentException("invalid entry in coordinates array");
            }
        }
        return flat;
    }

    private static void checkIntegers(NDArray positions) {
        if (positions.dtype().isFloating()) {
            throw new UnsupportedOperationException("only int indices permitted");
        }
    }
}
