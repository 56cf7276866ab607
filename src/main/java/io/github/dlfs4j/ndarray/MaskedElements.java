package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ChoiceLoops;

/**
 * Elements that a mask of the array's own shape selects. They are read and set to one value without a list of where
 * they are.
 */
final class MaskedElements implements ChosenElements {
    /** Moves the chosen elements of a block together. */
    @FunctionalInterface
    private interface Compression<A> {
        int run(boolean[] condition, A a, int n);
    }

    private final NDArray base;
    private final NDArray mask;

    MaskedElements(NDArray base, NDArray mask) {
        this.base = base;
        this.mask = mask;
    }

    @Override
    public DType dtype() {
        return base.dtype();
    }

    @Override
    public NDArray read() {
        Storage chosen = Storage.allocate(base.dtype(), mask.sum().asInt());
        switch (base.dtype()) {
            case BOOL, UINT8, INT64 -> compress(Lane.LONGS, ChoiceLoops::compress, chosen);
            case FLOAT32 -> compress(Lane.FLOATS, ChoiceLoops::compress, chosen);
            case FLOAT64 -> compress(Lane.DOUBLES, ChoiceLoops::compress, chosen);
        }
        return new NDArray(chosen, Layout.contiguous(Shape.of(chosen.length())));
    }

    private <A> void compress(Lane<A> lane, Compression<A> compression, Storage chosen) {
        StridedLoop loop = StridedLoop.inOrder(base.layout(), mask.layout());
        Cursor<A> cursor = new Cursor<>(lane, base, loop, 0);
        Cursor<boolean[]> maskCursor = new Cursor<>(Lane.BOOLEANS, mask, loop, 1);
        int length = Math.min(base.size(), Cursor.BLOCK);
        A block = lane.allocate(length);
        boolean[] conditions = new boolean[length];
        int at = 0;
        for (int left = base.size(); left > 0; left -= length) {
            int n = Math.min(left, length);
            cursor.load(block, n);
            maskCursor.load(conditions, n);
            int count = compression.run(conditions, block, n);
            lane.store(chosen, at, 1, block, 0, count);
            at += count;
        }
    }

    /** Several values go to the elements of a list; one goes to its places as a choice between it and what is there. */
    @Override
    public void write(NDArray value) {
        if (value.ndim() == 0) {
            Where.choose(mask, value.astype(base.dtype()), base, base);
        } else {
            list().write(value);
        }
    }

    private SelectedElements list() {
        Layout layout = base.layout();
        Layout rest = new Layout(Shape.of(), new int[0], layout.offset());
        return new SelectedElements(base, rest, 0, AdvancedIndexing.maskOffsets(layout, 0, mask), true);
    }
}
