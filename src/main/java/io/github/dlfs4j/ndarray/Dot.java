package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.LongProduct;
import io.github.dlfs4j.ndarray.kernel.Matrix;

/**
 * NumPy's {@code dot}: the last axis of the left operand against the last but one of the right, or its only one. Every
 * case becomes one matrix product.
 */
final class Dot {
    private static final Kernels KERNELS = KernelSelector.selected();

    private Dot() {}

    static NDArray dot(NDArray a, NDArray b) {
        if (a.ndim() == 0 || b.ndim() == 0) {
            return a.mul(b);
        }
        Shape shape = resultShape(a, b);
        DType dtype = DType.promote(a.dtype(), b.dtype());
        return multiply(asRows(a), asColumns(b), dtype).reshape(shape.toArray());
    }

    static NDArray dot(NDArray a, NDArray b, NDArray out) {
        NDArray result = dot(a, b);
        if (!result.shape().equals(out.shape()) || result.dtype() != out.dtype()) {
            throw Errors.unacceptableDotOutput(result, out);
        }
        Casting.assign(out, result);
        return out;
    }

    private static Shape resultShape(NDArray a, NDArray b) {
        int axisOfA = a.ndim() - 1;
        int axisOfB = Math.max(b.ndim() - 2, 0);
        if (a.shape(axisOfA) != b.shape(axisOfB)) {
            throw Errors.notAligned(a.shape(), b.shape(), axisOfA, axisOfB);
        }
        int[] lengths = new int[axisOfA + b.ndim() - 1];
        for (int i = 0; i < axisOfA; i++) {
            lengths[i] = a.shape(i);
        }
        int next = axisOfA;
        for (int i = 0; i < b.ndim(); i++) {
            if (i != axisOfB) {
                lengths[next++] = b.shape(i);
            }
        }
        return Shape.of(lengths);
    }

    /** The left operand as a matrix: its last axis as columns, all others as rows. */
    private static NDArray asRows(NDArray a) {
        int k = a.shape(-1);
        return a.reshape(k == 0 ? rowsWithoutElements(a) : a.size() / k, k);
    }

    private static int rowsWithoutElements(NDArray a) {
        return a.shape().reduced(a.ndim() - 1, false).size();
    }

    /** The right operand as a matrix: its last axis but one, or its only one, as rows, all others as columns. */
    private static NDArray asColumns(NDArray b) {
        return switch (b.ndim()) {
            case 1 -> b.expandDims(1);
            case 2 -> b;
            default -> {
                NDArray last = b.withLayout(b.layout().moveToEnd(b.ndim() - 2));
                yield asRows(last).transpose();
            }
        };
    }

    private static NDArray multiply(NDArray a, NDArray b, DType dtype) {
        NDArray c = NDArray.zeros(dtype, a.shape(0), b.shape(1));
        switch (dtype) {
            case FLOAT32 ->
                KERNELS.multiplyFloats(
                        matrix(Lane.FLOATS, a, dtype), matrix(Lane.FLOATS, b, dtype), matrix(Lane.FLOATS, c, dtype));
            case FLOAT64 ->
                KERNELS.multiplyDoubles(
                        matrix(Lane.DOUBLES, a, dtype), matrix(Lane.DOUBLES, b, dtype), matrix(Lane.DOUBLES, c, dtype));
            case BOOL, UINT8, INT64 -> {
                Matrix<long[]> product =
                        LongProduct.multiply(matrix(Lane.LONGS, a, DType.INT64), matrix(Lane.LONGS, b, DType.INT64));
                Lane.LONGS.writer().move(c.storage(), 0, 1, product.values(), 0, c.size());
            }
        }
        return c;
    }

    private static <A> Matrix<A> matrix(Lane<A> lane, NDArray array, DType dtype) {
        NDArray own = array.dtype() == dtype ? array : array.astype(dtype);
        Layout layout = own.layout();
        int[] strides = layout.strides();
        A values = lane.arrayOf().apply(own.storage());
        return new Matrix<>(values, layout.offset(), own.shape(0), own.shape(1), strides[0], strides[1]);
    }
}
