package io.github.dlfs4j.ndarray;

/**
 * Reads an operand block by block, in the order of a {@link StridedLoop}. What repeats itself in every block, as a
 * number or the short row of a broadcast operand does, is read once.
 *
 * @param <A> the array type of the block
 */
final class BlockReader<A> {
    private final Cursor<A> cursor;
    private final boolean repeats;
    private final A block;

    /**
     * Prepares to read.
     *
     * @param length of all blocks but the last; not more than the operand has elements
     * @param block which of the blocks that the thread keeps, each for one reader at a time
     */
    BlockReader(Lane<A> lane, NDArray array, StridedLoop loop, int operand, int length, int block) {
        this.block = lane.block(block);
        cursor = new Cursor<>(lane, array, loop, operand);
        repeats = length > 0 && length % loop.period(operand) == 0;
        if (repeats) {
            cursor.load(this.block, length);
        }
    }

    /** The next n elements, at the start of a block that must not be changed. */
    A next(int n) {
        if (!repeats) {
            cursor.load(block, n);
        }
        return block;
    }

    /** Copies the next n elements. */
    void copyNext(A target, int at, int n) {
        if (repeats) {
            System.arraycopy(block, 0, target, at, n);
        } else {
            cursor.load(target, at, n);
        }
    }
}
