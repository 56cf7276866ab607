package io.github.dlfs4j.ndarray.kernel.product;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.function.IntFunction;

/**
 * Arrays for copies of operands. A thread keeps those it has used: a new array lies in memory that no cache holds, and
 * to clear it takes longer than to multiply a small matrix.
 *
 * <p>What was taken is not there for others until it is given back, since a thread that waits for its blocks may begin
 * another product.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Workspace<A> {
    /** Longer arrays are not kept. The largest block of a product, {@link PackedBlocks}, fits. */
    private static final int LONGEST = 513 * 1024;

    private final IntFunction<A> allocate;
    private final ThreadLocal<ArrayDeque<A>> spare = ThreadLocal.withInitial(ArrayDeque::new);

    /** No arrays yet. */
    Workspace(IntFunction<A> allocate) {
        this.allocate = allocate;
    }

    /** A matrix in C order, of any values. */
    Matrix<A> take(int rows, int columns) {
        return new Matrix<>(take(rows * columns), 0, rows, columns, columns, 1);
    }

    /**
     * An array of at least that length, of any values. The one that was last given back, or a longer one in its place.
     */
    A take(int length) {
        A array = spare.get().poll();
        return array == null || Array.getLength(array) < length ? allocate.apply(length) : array;
    }

    /** Keeps an array that was taken, and is no longer used. */
    void giveBack(A array) {
        if (Array.getLength(array) <= LONGEST) {
            spare.get().push(array);
        }
    }
}
