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

    /** So many rows at a time are converted to the result's dtype: a copy of all 60,000 images would take 376 MB. */
    private static final int CONVERTED_ROWS = 256;

    private Dot() {}

    static NDArray dot(NDArray a, NDArray b) {
        if (a.ndim() == 0 || b.ndim() == 0) {
            return a.mul(b);
        }
        Shape shape = resultShape(a, b);
        NDArray c = NDArray.zeros(DType.promote(a.dtype(), b.dtype()), shape.toArray());
        multiply(a, b, c);
        return c;
    }

    static NDArray dot(NDArray a, NDArray b, NDArray out) {
        Shape shape = a.ndim() == 0 || b.ndim() == 0 ? Broadcast.shape(a.shape(), b.shape()) : resultShape(a, b);
        DType dtype = DType.promote(a.dtype(), b.dtype());
        if (!shape.equals(out.shape()) || dtype != out.dtype()) {
            throw Errors.unacceptableDotOutput(shape, dtype, out);
        }
        boolean apart = out.storage() != a.storage() && out.storage() != b.storage();
        if (apart && out.layout().isContiguous() && a.ndim() > 0 && b.ndim() > 0) {
            multiply(a, b, out);
        } else {
            Casting.assign(out, dot(a, b));
        }
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

    /** Into c, of the result's shape and dtype, in C order without gaps and apart from a and b. */
    private static void multiply(NDArray a, NDArray b, NDArray c) {
        NDArray rows = asRows(a);
        NDArray columns = asColumns(b);
        NDArray product = c.reshape(rows.shape(0), columns.shape(1));
        if (c.dtype().isFloating() && rows.dtype() != c.dtype()) {
            convertAndMultiply(rows, columns.dtype() == c.dtype() ? columns : columns.astype(c.dtype()), product);
        } else {
            multiplyMatrices(rows, columns, product);
        }
    }

    private static void convertAndMultiply(NDArray a, NDArray b, NDArray c) {
        int from = 0;
        // The last block is the longer one: kernels may sum a product of a single row in another order.
        for (; from + 2 * CONVERTED_ROWS <= a.shape(0); from += CONVERTED_ROWS) {
            Index block = Index.range(from, from + CONVERTED_ROWS);
            multiplyMatrices(a.get(block), b, c.get(block));
        }
        multiplyMatrices(a.get(Index.from(from)), b, c.get(Index.from(from)));
    }

    private static void multiplyMatrices(NDArray a, NDArray b, NDArray c) {
        switch (c.dtype()) {
            case FLOAT32 ->
                KERNELS.multiplyFloats(
                        matrix(Lane.FLOATS, a, DType.FLOAT32),
                        matrix(Lane.FLOATS, b, DType.FLOAT32),
                        matrix(Lane.FLOATS, c, DType.FLOAT32));
            case FLOAT64 ->
                KERNELS.multiplyDoubles(
                        matrix(Lane.DOUBLES, a, DType.FLOAT64),
                        matrix(Lane.DOUBLES, b, DType.FLOAT64),
                        matrix(Lane.DOUBLES, c, DType.FLOAT64));
            case BOOL, UINT8, INT64 -> {
                Matrix<long[]> product =
                        LongProduct.multiply(matrix(Lane.LONGS, a, DType.INT64), matrix(Lane.LONGS, b, DType.INT64));
                int offset = c.layout().offset();
                Lane.LONGS.writer().move(c.storage(), offset, 1, product.values(), 0, c.size());
            }
        }
    }

    private static <A> Matrix<A> matrix(Lane<A> lane, NDArray array, DType dtype) {
        NDArray own = array.dtype() == dtype ? array : array.astype(dtype);
        Layout layout = own.layout();
        int[] strides = layout.strides();
        A values = lane.arrayOf().apply(own.storage());
        return new Matrix<>(values, layout.offset(), own.shape(0), own.shape(1), strides[0], strides[1]);
    }
}
