package io.github.dlfs4j.ndarray.kernel.product;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.function.IntFunction;

/**
 * Arrays for copies of operands, and for lists. Every thread keeps the arrays that it has used: the memory of a new
 * array is in no cache, and clearing it takes longer than multiplying a small matrix.
 *
 * <p>An array that was taken is not available until it is given back, because a thread that waits for its blocks may
 * begin another product.
 *
 * @param <A> {@code float[]}, {@code double[]} or {@code int[]}
 */
final class Workspace<A> {
    /** The longest array that is kept. The largest block of {@link PackedBlocks} fits. */
    private static final int LONGEST = 513 * 1024;

    private final IntFunction<A> allocate;
    private final ThreadLocal<ArrayDeque<A>> spare = ThreadLocal.withInitial(ArrayDeque::new);

    /** Creates a workspace without arrays. */
    Workspace(IntFunction<A> allocate) {
        this.allocate = allocate;
    }

    /** Returns a matrix in C order with undefined elements. */
    Matrix<A> take(int rows, int columns) {
        return new Matrix<>(take(rows * columns), 0, rows, columns, columns, 1);
    }

    /**
     * Returns an array of at least this length with undefined elements: the one that was last given back if it is long
     * enough, otherwise a new one.
     */
    A take(int length) {
        A array = spare.get().poll();
        return array == null || Array.getLength(array) < length ? allocate.apply(length) : array;
    }

    /** Keeps an array that was taken and is no longer used. */
    void giveBack(A array) {
        if (Array.getLength(array) <= LONGEST) {
            spare.get().push(array);
        }
    }
}
