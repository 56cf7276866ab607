package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.product.DoubleProduct;
import io.github.dlfs4j.ndarray.kernel.product.FloatProduct;
import io.github.dlfs4j.ndarray.kernel.product.LongProduct;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Constancy;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.IndexIterator;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.Signature;

/**
 * NumPy's {@code dot}: the sum of products over the last axis of the left operand and the last axis but one of the
 * right operand, or its only axis. Every case becomes one matrix product. {@code matmul} is one for each pair of
 * matrices.
 */
final class Dot {
    /** The number of rows converted to the result's dtype at a time; a copy of all 60,000 images would take 376 MB. */
    private static final int CONVERTED_ROWS = 128;

    /** The longest array for converted rows that a thread keeps; a new array would not be in the cache. */
    private static final int MAX_KEPT = 1 << 18;

    /** The number of elements of uint8 or bool, of left operand and product together, computed as long at a time. */
    private static final int LONGS_AT_ONCE = 1 << 14;

    /** Up to this many columns are converted each to a contiguous run, which the product reads without another copy. */
    private static final int FEW_COLUMNS = 4;

    private static final ThreadLocal<NDArray> KEPT = new ThreadLocal<>();

    static NDArray dot(NDArray a, NDArray b) {
        if (a.ndim() == 0 || b.ndim() == 0) {
            return a.mul(b);
        }
        Shape shape = resultShape(a, b);
        NDArray c = ArrayScope.allocate(DType.promote(a.dtype(), b.dtype()), Layout.contiguous(shape.lengths()));
        multiply(a, b, c);
        return c;
    }

    static NDArray dot(NDArray a, NDArray b, NDArray out) {
        Shape shape = a.ndim() == 0 || b.ndim() == 0 ? Broadcast.shape(a.shape(), b.shape()) : resultShape(a, b);
        DType dtype = DType.promote(a.dtype(), b.dtype());
        checkOutput(shape, dtype, out);
        boolean apart = out.storage() != a.storage() && out.storage() != b.storage();
        if (apart && a.ndim() > 0 && b.ndim() > 0) {
            multiply(a, b, out);
        } else {
            Casting.assign(out, dot(a, b));
        }
        return out;
    }

    /** Multiplies the matrices in the last two axes; all other axes are broadcast. */
    static NDArray matmul(NDArray a, NDArray b) {
        Signature.MATMUL.checkAxes(a.ndim(), b.ndim());
        Signature.MATMUL.checkLength(b.shape(b.ndim() == 1 ? 0 : -2), a.shape(-1));
        if (b.ndim() <= 2) {
            return dot(a, b);
        }
        NDArray product = multiplyStacks(a.ndim() == 1 ? a.expandDims(0) : a, b);
        return a.ndim() == 1 ? product.withLayout(product.layout().removeAxis(product.ndim() - 2)) : product;
    }

    private static NDArray multiplyStacks(NDArray a, NDArray b) {
        int rows = a.shape(-2);
        int k = a.shape(-1);
        int columns = b.shape(-1);
        int[] stack = Signature.broadcast(a.shape().lengths(), 2, b.shape().lengths(), 2, rows, columns);
        Layout left = a.layout().broadcastTo(Lengths.joined(stack, new int[] {rows, k}));
        Layout right = b.layout().broadcastTo(Lengths.joined(stack, new int[] {k, columns}));
        DType dtype = DType.promote(a.dtype(), b.dtype());
        NDArray product = NDArray.empty(dtype, Lengths.joined(stack, new int[] {rows, columns}));
        if (product.size() > 0) {
            for (IndexIterator indices = new IndexIterator(stack); indices.hasNext(); ) {
                int[] index = indices.next();
                NDArray matrix = product.withLayout(product.layout().at(index));
                multiply(a.withLayout(left.at(index)), b.withLayout(right.at(index)), matrix);
            }
        }
        return product;
    }

    private static void checkOutput(Shape shape, DType dtype, NDArray out) {
        if (!out.isWriteable()) {
            throw Errors.readOnlyOutput();
        }
        boolean acceptable = dtype == out.dtype() && shape.ndim() == out.ndim();
        if (!acceptable || !out.layout().isContiguous()) {
            throw new IllegalArgumentException("output array is not acceptable (must have the right datatype, number of"
                    + " dimensions, and be a C-Array)");
        }
        if (!shape.equals(out.shape())) {
            throw new IllegalArgumentException("output array has wrong dimensions");
        }
    }

    private static Shape resultShape(NDArray a, NDArray b) {
        int axisOfA = a.ndim() - 1;
        int axisOfB = Math.max(b.ndim() - 2, 0);
        if (a.shape(axisOfA) != b.shape(axisOfB)) {
            throw new IllegalArgumentException("shapes %s and %s not aligned: %s (dim %s) != %s (dim %s)"
                    .formatted(
                            a.shape().toMessage(),
                            b.shape().toMessage(),
                            a.shape().get(axisOfA),
                            axisOfA,
                            b.shape().get(axisOfB),
                            axisOfB));
        }
        if (b.ndim() == 2 && axisOfA <= 1) {
            return axisOfA == 0 ? Shape.owning(b.shape(1)) : Shape.owning(a.shape(0), b.shape(1));
        }
        int ndim = axisOfA + b.ndim() - 1;
        if (ndim > Lengths.MAX_AXES) {
            throw new IllegalArgumentException("dot: too many dimensions in result");
        }
        int[] lengths = new int[ndim];
        for (int i = 0; i < axisOfA; i++) {
            lengths[i] = a.shape(i);
        }
        int next = axisOfA;
        for (int i = 0; i < b.ndim(); i++) {
            if (i != axisOfB) {
                lengths[next++] = b.shape(i);
            }
        }
        return Shape.owning(lengths);
    }

    /**
     * Returns the left operand as a matrix: its last axis becomes the columns, all others the rows. If that takes a
     * copy, the copy has the dtype of the computation.
     */
    private static NDArray asRows(NDArray a, DType computed) {
        NDArray ordered = a.dtype() == computed || a.layout().isContiguous() ? a : a.astype(computed);
        int k = a.shape(-1);
        return ordered.reshape(k == 0 ? rowsWithoutElements(a) : a.size() / k, k);
    }

    private static int rowsWithoutElements(NDArray a) {
        return a.shape().reduced(a.ndim() - 1, false).size();
    }

    /** Returns the right operand as a matrix: its last axis but one becomes the rows, all others the columns. */
    private static NDArray asColumns(NDArray b, DType computed) {
        NDArray last = b.withLayout(b.layout().moveToEnd(b.ndim() - 2));
        return asRows(last, computed).transpose();
    }

    /**
     * Writes the product to c, which has the result's shape and dtype, is contiguous and shares no memory with a and b.
     *
     * <p>The method is long on purpose: the JIT compiler does not inline it. Inlined into each caller, with all that it
     * calls, it would take a tenth of a second to compile each time.
     */
    private static void multiply(NDArray a, NDArray b, NDArray c) {
        DType computed = c.dtype().isFloating() ? c.dtype() : DType.INT64;
        NDArray rows = a.ndim() > 2 ? asRows(a, computed) : a;
        NDArray columns = b.ndim() > 2 ? asColumns(b, computed) : b;
        boolean converts = c.dtype().isFloating() && rows.dtype() != c.dtype();
        if (converts && rows.ndim() == 2 && rows.shape(0) >= 2 * CONVERTED_ROWS) {
            convertAndMultiply(rows, Casting.converted(columns, c.dtype()), c);
            return;
        }
        switch (c.dtype()) {
            case FLOAT32 -> {
                Matrix<float[]> left = left(Carrier.FLOATS, rows, DType.FLOAT32);
                Matrix<float[]> right = right(Carrier.FLOATS, columns, DType.FLOAT32);
                FloatProduct.of(left, right).multiply(left, right, product(Carrier.FLOATS, c, left, right));
            }
            case FLOAT64 -> {
                Matrix<double[]> left = left(Carrier.DOUBLES, rows, DType.FLOAT64);
                Matrix<double[]> right = right(Carrier.DOUBLES, columns, DType.FLOAT64);
                DoubleProduct.of(left, right).multiply(left, right, product(Carrier.DOUBLES, c, left, right));
            }
            case INT64 -> {
                Matrix<long[]> left = left(Carrier.LONGS, rows, DType.INT64);
                Matrix<long[]> right = right(Carrier.LONGS, columns, DType.INT64);
                LongProduct.multiply(left, right, product(Carrier.LONGS, c, left, right));
            }
            case BOOL, UINT8 -> multiplyAsLongs(rows.ndim() == 1 ? rows.expandDims(0) : rows, columns, c);
        }
    }

    /** Multiplies integers narrower than long; converts some rows of a and of the product at a time. */
    private static void multiplyAsLongs(NDArray a, NDArray b, NDArray c) {
        Matrix<long[]> right = right(Carrier.LONGS, b, DType.INT64);
        int rows = a.shape(0);
        int n = right.columns();
        int height = Math.min(rows, Math.max(LONGS_AT_ONCE / Math.max(right.rows() + n, 1), 1));
        NDArray converted = NDArray.empty(DType.INT64, height, right.rows());
        long[] product = new long[height * n];
        for (int from = 0; from < rows; from += height) {
            int m = Math.min(height, rows - from);
            NDArray block = converted.get(Index.range(0, m));
            Casting.assign(block, a.get(Index.range(from, from + m)));
            Matrix<long[]> left = matrix(Carrier.LONGS, block, DType.INT64);
            LongProduct.multiply(left, right, new Matrix<>(product, 0, m, n, n, 1));
            Carrier.LONGS.store(c.storage(), c.layout().offset() + from * n, 1, product, 0, m * n);
        }
    }

    private static void convertAndMultiply(NDArray a, NDArray b, NDArray c) {
        NDArray product = c.reshape(a.shape(0), -1);
        NDArray rows = take(c.dtype(), CONVERTED_ROWS, a.shape(1));
        for (int from = 0; from < a.shape(0); from += CONVERTED_ROWS) {
            Index block = Index.range(from, Math.min(from + CONVERTED_ROWS, a.shape(0)));
            NDArray converted = rows.get(Index.range(0, Math.min(CONVERTED_ROWS, a.shape(0) - from)));
            Casting.assign(converted, a.get(block));
            multiply(converted, b, product.get(block));
        }
        keep(rows);
    }

    /**
     * Returns the kept array or a new one. It is not kept while in use, since a waiting thread may start another
     * product.
     */
    private static NDArray take(DType dtype, int rows, int columns) {
        NDArray kept = KEPT.get();
        KEPT.remove();
        boolean fits = kept != null && kept.dtype() == dtype && kept.size() >= rows * columns;
        Layout layout = Layout.contiguous(rows, columns);
        return fits ? kept.withLayout(layout) : new NDArray(dtype.primitive().allocate(layout.size()), layout);
    }

    private static void keep(NDArray rows) {
        if (rows.size() <= MAX_KEPT) {
            KEPT.set(rows);
        }
    }

    /** Returns a matrix, or a vector as a single row. */
    private static <A> Matrix<A> left(Carrier<A> carrier, NDArray array, DType dtype) {
        if (array.ndim() == 2) {
            return matrix(carrier, array, dtype);
        }
        if (array.dtype() != dtype && array.size() <= Cursor.BLOCK) {
            return convertedRow(carrier, array);
        }
        NDArray own = Casting.converted(array, dtype);
        int step = own.layout().strides()[0];
        A values = carrier.arrayOf(own.storage());
        return new Matrix<>(values, own.layout().offset(), 1, own.size(), own.size() * step, step);
    }

    /** Converts a short vector, such as an image of bytes, into a block that the thread keeps. */
    private static <A> Matrix<A> convertedRow(Carrier<A> carrier, NDArray array) {
        A row = carrier.block(0);
        carrier.load(array.storage(), array.layout().offset(), array.layout().strides()[0], row, 0, array.size());
        return new Matrix<>(row, 0, 1, array.size(), array.size(), 1);
    }

    /** Returns a matrix, or a vector as a single column. */
    private static <A> Matrix<A> right(Carrier<A> carrier, NDArray array, DType dtype) {
        if (array.ndim() == 2 && array.dtype() != dtype && array.shape(1) <= FEW_COLUMNS) {
            return matrix(carrier, array.transpose(), dtype).transpose();
        }
        if (array.ndim() == 2) {
            return matrix(carrier, array, dtype);
        }
        NDArray own = Casting.converted(array, dtype);
        A values = carrier.arrayOf(own.storage());
        return new Matrix<>(
                values, own.layout().offset(), own.size(), 1, own.layout().strides()[0], 0);
    }

    private static <A> Matrix<A> matrix(Carrier<A> carrier, NDArray array, DType dtype) {
        NDArray own = Casting.converted(array, dtype);
        Layout layout = own.layout();
        int[] strides = layout.strides();
        A values = carrier.arrayOf(own.storage());
        boolean finite = own.constancy() == Constancy.CONSTANT_AND_FINITE;
        return new Matrix<>(values, layout.offset(), own.shape(0), own.shape(1), strides[0], strides[1], finite);
    }

    private static <A> Matrix<A> product(Carrier<A> carrier, NDArray c, Matrix<A> left, Matrix<A> right) {
        A values = carrier.arrayOf(c.storage());
        Matrix<A> product = new Matrix<>(values, c.layout().offset(), left.rows(), right.columns(), right.columns(), 1);
        assert left.columns() == right.rows() && left.isWithin() && right.isWithin() && product.isWithin();
        assert values != left.values() && values != right.values();
        return product;
    }
}
