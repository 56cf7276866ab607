package io.github.dlfs4j.ndarray.strided;

/**
 * A reader of an operand, block by block, in the order of a {@link StridedLoop}. An operand that repeats itself in
 * every block, such as a number or a short broadcast row, is read once.
 *
 * @param <A> the array type of the block
 */
public final class BlockReader<A> {
    private final Cursor<A> cursor;
    private final boolean repeats;
    private final A block;

    /**
     * Prepares to read.
     *
     * @param length the length of every block except the last; at most the number of elements of the operand
     * @param block which of the thread's blocks to use; a block serves one reader at a time
     */
    public BlockReader(Carrier<A> carrier, Strided array, StridedLoop loop, int operand, int length, int block) {
        this.block = carrier.block(block);
        cursor = new Cursor<>(carrier, array, loop, operand);
        repeats = length > 0 && length % loop.period(operand) == 0;
        if (repeats) {
            cursor.load(this.block, length);
        }
    }

    /** Returns the next n elements, at the start of a block that the caller must not change. */
    public A next(int n) {
        if (!repeats) {
            cursor.load(block, n);
        }
        return block;
    }

    /** Copies the next n elements. */
    public void copyNext(A target, int at, int n) {
        if (repeats) {
            System.arraycopy(block, 0, target, at, n);
        } else {
            cursor.load(target, at, n);
        }
    }
}
