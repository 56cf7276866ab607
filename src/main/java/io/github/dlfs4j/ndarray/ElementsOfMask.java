package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.FloatComparisons;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongComparisons;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.ndarray.strided.StridedLoop;

/**
 * The elements that a mask of the array's shape selects. They are read, and set to a single value, without a list of
 * their positions.
 */
final class ElementsOfMask implements IndexedElements {
    private final NDArray base;
    private final NDArray mask;

    ElementsOfMask(NDArray base, NDArray mask) {
        this.base = base;
        this.mask = mask;
    }

    @Override
    public DType dtype() {
        return base.dtype();
    }

    @Override
    public NDArray read() {
        Layout layout = Layout.contiguous(mask.sum().asInt());
        NDArray result = ArrayScope.allocate(base.dtype(), layout);
        Storage chosen = result.storage();
        switch (base.dtype()) {
            case BOOL, UINT8, INT64 -> compress(Carrier.LONGS, LongComparisons::compress, chosen);
            case FLOAT32 -> compress(Carrier.FLOATS, FloatComparisons::compress, chosen);
            case FLOAT64 -> compress(Carrier.DOUBLES, DoubleComparisons::compress, chosen);
        }
        return result;
    }

    /** A loop that moves chosen elements to the front and returns their number. */
    @FunctionalInterface
    private interface Compression<A> {
        int run(boolean[] condition, A a, int n);
    }

    private <A> void compress(Carrier<A> carrier, Compression<A> compression, Storage chosen) {
        StridedLoop loop = StridedLoop.inOrder(base.layout(), mask.layout());
        Cursor<A> cursor = new Cursor<>(carrier, base.elements(), loop, 0);
        Cursor<boolean[]> maskCursor = new Cursor<>(Carrier.BOOLEANS, mask.elements(), loop, 1);
        int length = Math.min(base.size(), Cursor.BLOCK);
        A block = carrier.allocate(length);
        boolean[] conditions = Allocation.booleans(length);
        int at = 0;
        for (int left = base.size(); left > 0; left -= length) {
            int n = Math.min(left, length);
            cursor.load(block, n);
            maskCursor.load(conditions, n);
            int count = compression.run(conditions, block, n);
            carrier.store(chosen, at, 1, block, 0, count);
            at += count;
        }
    }

    /** Writes a single value as a choice, by the mask, between it and the old elements; several values take a list. */
    @Override
    public void write(NDArray value) {
        if (value.ndim() == 0) {
            Where.choose(mask, value.astype(base.dtype()), base, base);
        } else {
            list().write(value);
        }
    }

    private ElementsAtPositions list() {
        Layout layout = base.layout();
        Layout rest = new Layout(new int[0], new int[0], layout.offset());
        int[] offsets = AdvancedIndexing.maskOffsets(layout, 0, mask);
        return new ElementsAtPositions(base, rest, 0, Shape.of(offsets.length), offsets, true);
    }
}
