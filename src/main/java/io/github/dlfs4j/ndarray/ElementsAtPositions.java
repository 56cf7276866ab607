package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.DoubleScatterLoop;
import io.github.dlfs4j.ndarray.kernel.reduction.FloatScatterLoop;
import io.github.dlfs4j.ndarray.kernel.reduction.LongScatterLoop;
import io.github.dlfs4j.ndarray.kernel.reduction.ScatterLoop;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import java.util.Arrays;

/**
 * The scattered elements that an index with arrays or a mask selects: a list of offsets and, at each offset, the part
 * of the other axes that slices select.
 */
final class ElementsAtPositions implements IndexedElements {
    private final NDArray base;
    private final Shape shape;
    private final boolean wholeMask;
    /** The position in the base at which each run begins, in C order of the result. */
    private final int[] starts;
    /** The number of neighbouring elements of the base in each run. */
    private final int run;

    /**
     * Lists the elements.
     *
     * @param rest the layout of the axes that slices select
     * @param place the position among these axes at which the axes of the chosen elements are inserted
     * @param chosen the shape of the chosen elements
     * @param offsets what to add to the layout's offset for each chosen element
     * @param wholeMask whether the index is one mask of the base's shape
     */
    ElementsAtPositions(NDArray base, Layout rest, int place, Shape chosen, int[] offsets, boolean wholeMask) {
        this.base = base;
        this.wholeMask = wholeMask;
        int[] dims = rest.lengths();
        this.shape = Shape.owning(Lengths.joined(
                Arrays.copyOf(dims, place), chosen.lengths(), Arrays.copyOfRange(dims, place, dims.length)));
        if (shape.size() == 0) {
            // Without elements, the other axes can be longer than any array.
            this.run = 1;
            this.starts = new int[0];
            return;
        }
        int[] before = positions(rest, 0, place);
        int[] after = positions(rest, place, rest.ndim());
        this.run = isRun(after) ? after.length : 1;
        this.starts = starts(rest.offset(), before, offsets, run == 1 ? after : new int[1]);
    }

    /** Returns the offsets of all positions on a range of axes of a layout, in C order. */
    static int[] positions(Layout layout, int fromAxis, int toAxis) {
        int[] positions = new int[1];
        for (int axis = fromAxis; axis < toAxis; axis++) {
            int length = layout.length(axis);
            int[] longer = Allocation.positions(positions.length * length);
            for (int i = 0; i < longer.length; i++) {
                longer[i] = positions[i / length] + i % length * layout.strides()[axis];
            }
            positions = longer;
        }
        return positions;
    }

    private static boolean isRun(int... offsets) {
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] != i) {
                return false;
            }
        }
        return offsets.length > 0;
    }

    private static int[] starts(int offset, int[] before, int[] chosen, int[] after) {
        int[] starts = Allocation.positions(before.length * chosen.length * after.length);
        int next = 0;
        for (int b : before) {
            for (int c : chosen) {
                for (int a : after) {
                    starts[next++] = offset + b + c + a;
                }
            }
        }
        return starts;
    }

    @Override
    public DType dtype() {
        return base.dtype();
    }

    /** Returns the shape of the selection. */
    Shape shape() {
        return shape;
    }

    @Override
    public NDArray read() {
        NDArray copy = ArrayScope.allocate(base.dtype(), Layout.contiguous(shape.lengths()));
        read(copy.storage(), 0);
        return copy;
    }

    /** Copies the elements, in C order, to another storage of their dtype. */
    void read(Storage to, int at) {
        Object from = base.storage().values();
        for (int i = 0; i < starts.length; i++) {
            System.arraycopy(from, starts[i], to.values(), at + i * run, run);
        }
    }

    @Override
    public void write(NDArray value) {
        if (wholeMask && value.ndim() > 1) {
            throw new UnsupportedOperationException(
                    "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has %s dimensions"
                            .formatted(value.ndim()));
        }
        NDArray fitting = Broadcast.dropLeadingOnes(value, shape.ndim());
        if (!Broadcast.fits(fitting.shape(), shape)) {
            throw wholeMask
                    ? new IllegalArgumentException(
                            ("NumPy boolean array indexing assignment cannot assign %s input values to the %s output"
                                            + " values where the mask is true")
                                    .formatted(value.size(), shape.size()))
                    : new IllegalArgumentException(
                            "shape mismatch: value array of shape %s could not be broadcast to indexing result of shape %s"
                                    .formatted(value.shape().toMessage(), shape.toMessage()));
        }
        // A value that is a view of the base is copied first.
        write(Carrier.of(value.elements().primitive()), fitting.storage() == base.storage() ? fitting.copy() : fitting);
    }

    private <A> void write(Carrier<A> carrier, NDArray value) {
        NDArray values = value.stretchedTo(shape);
        Cursor<A> cursor = new Cursor<>(carrier, values.elements(), StridedLoop.inOrder(values.layout()), 0);
        A block = carrier.allocate(run);
        for (int start : starts) {
            cursor.load(block, run);
            carrier.store(base.storage(), start, 1, block, 0, run);
        }
    }

    /** Combines the elements with values one after the other, so that an element listed twice changes twice. */
    void accumulate(BinaryFunction operation, NDArray values) {
        if (!Broadcast.fits(values.shape(), shape)) {
            throw Errors.notBroadcastableToSelection();
        }
        DType dtype = operation.resultType(base.dtype(), values.dtype());
        NDArray operand = values.storage() == base.storage() ? values.copy() : values;
        switch (dtype) {
            case BOOL, UINT8, INT64 ->
                accumulate(
                        Carrier.LONGS, new BinaryFunction.OfLong(operation), LongScatterLoop::add, operation, operand);
            case FLOAT32 ->
                accumulate(
                        Carrier.FLOATS,
                        new BinaryFunction.OfFloat(operation),
                        FloatScatterLoop::add,
                        operation,
                        operand);
            case FLOAT64 ->
                accumulate(
                        Carrier.DOUBLES,
                        new BinaryFunction.OfDouble(operation),
                        DoubleScatterLoop::add,
                        operation,
                        operand);
        }
    }

    private <A> void accumulate(
            Carrier<A> carrier,
            BinaryLoops<A, A> loops,
            ScatterLoop<A> sum,
            BinaryFunction operation,
            NDArray operand) {
        NDArray values = operand.stretchedTo(shape);
        A own = carrier.arrayOf(base.storage());
        if (operation == BinaryFunction.ADD && run == 1 && own != null) {
            add(carrier, sum, own, values);
        } else {
            combine(carrier, loops, values);
        }
    }

    private <A> void add(Carrier<A> carrier, ScatterLoop<A> sum, A own, NDArray values) {
        Cursor<A> cursor = new Cursor<>(carrier, values.elements(), StridedLoop.inOrder(values.layout()), 0);
        A block = carrier.block(0);
        for (int from = 0; from < starts.length; from += Cursor.BLOCK) {
            int n = Math.min(starts.length - from, Cursor.BLOCK);
            cursor.load(block, n);
            sum.run(own, starts, from, block, n);
        }
    }

    private <A> void combine(Carrier<A> carrier, BinaryLoops<A, A> loops, NDArray values) {
        Cursor<A> cursor = new Cursor<>(carrier, values.elements(), StridedLoop.inOrder(values.layout()), 0);
        int starting = Math.max(Cursor.BLOCK / run, 1);
        A block = carrier.allocate(starting * run);
        A elements = carrier.allocate(starting * run);
        for (int from = 0; from < starts.length; from += starting) {
            int n = Math.min(starts.length - from, starting);
            cursor.load(block, n * run);
            for (int i = 0; i < n; i++) {
                int start = starts[from + i];
                int at = i * run;
                carrier.load(base.storage(), start, 1, elements, at, run);
                loops.run(elements, block, elements, at, at + run);
                carrier.store(base.storage(), start, 1, elements, at, run);
            }
        }
    }
}
