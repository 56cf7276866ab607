package io.github.dlfs4j.ndarray.strided;

/**
 * A reader and writer of the elements of one operand, a block at a time, in the order of a {@link StridedLoop}.
 *
 * <p>Kernels loop over plain arrays with one common index, since only such loops become SIMD code. For any other view a
 * cursor copies the elements, converted, to a block that stays in the cache.
 *
 * @param <A> the array type of the block
 */
public final class Cursor<A> {
    /** The number of elements in a block. Three blocks of double fit in the first-level cache. */
    public static final int BLOCK = 1024;

    private final Carrier<A> carrier;
    private final Storage storage;
    private final StridedLoop loop;
    private final int[] index;
    private final int innerLength;
    private final int innerStride;
    private int inner;
    private int position;

    public Cursor(Carrier<A> carrier, Strided array, StridedLoop shared, int operand) {
        this.carrier = carrier;
        this.storage = array.storage();
        this.loop = shared.of(operand);
        this.position = array.layout().offset();
        int outer = Math.max(loop.ndim() - 1, 0);
        this.index = new int[outer];
        this.innerLength = loop.ndim() == 0 ? 1 : loop.length(outer);
        this.innerStride = loop.ndim() == 0 ? 0 : loop.stride(0, outer);
    }

    /** Returns a cursor that visits the lines of an array along an axis, one after the other. */
    public static <A> Cursor<A> along(Carrier<A> carrier, Strided array, int axis) {
        Strided lines = array.withLayout(array.layout().moveToEnd(axis));
        return new Cursor<>(carrier, lines, StridedLoop.inOrder(lines.layout()), 0);
    }

    /** Reads the next n elements into the block, from its start. */
    public void load(A block, int n) {
        load(block, 0, n);
    }

    /** Reads the next n elements into the block, from {@code at} on. */
    public void load(A block, int at, int n) {
        move(false, block, at, n);
    }

    /** Writes the first n elements of the block to the next n positions. */
    public void store(A block, int n) {
        store(block, 0, n);
    }

    /** Writes n elements of the block, from {@code at} on, to the next n positions. */
    public void store(A block, int at, int n) {
        move(true, block, at, n);
    }

    private void move(boolean writes, A block, int start, int n) {
        int at = start;
        int end = start + n;
        while (at < end) {
            int count = Math.min(end - at, innerLength - inner);
            if (writes) {
                carrier.store(storage, position, innerStride, block, at, count);
            } else {
                carrier.load(storage, position, innerStride, block, at, count);
            }
            at += count;
            inner += count;
            position += count * innerStride;
            if (inner == innerLength) {
                nextRow();
            }
        }
    }

    private void nextRow() {
        inner = 0;
        position += loop.step(0, loop.next(index), index.length) - innerLength * innerStride;
    }
}
