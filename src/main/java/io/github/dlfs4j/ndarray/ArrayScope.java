package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.AllocationMessage;
import io.github.dlfs4j.ndarray.strided.ElementCopy;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.ScopeMemory;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A scope that reuses the memory of earlier scopes for its arrays, as one training step can reuse the memory of the
 * last. While a scope is open, operations of its thread return arrays of that scope. When it closes, its arrays can no
 * longer be used. {@link NDArray#keep()} copies an array that must live on:
 *
 * <pre>{@code
 * NDArray x = NDArray.arange(0.0, 6.0, 1.0).reshape(2, 3);
 * NDArray row = NDArray.of(0.5, 1, 2);
 * NDArray sums;
 * try (ArrayScope scope = ArrayScope.open()) {
 *     sums = x.add(row).mul(2).sum(0).keep();
 * }
 * System.out.println(sums);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 8. 14. 22.]
 * }</pre>
 *
 * <p>The JVM clears new memory, and new memory is in no cache yet. That is why large arrays take a fraction of the time
 * in a scope, and leave the garbage collector no work. The results are the same, to the bit.
 *
 * <p>If you use an array after its scope is closed, or in a thread other than the one that opened the scope, you get an
 * {@link IllegalStateException}. You never see the elements of another array. A view belongs to the scope of its array,
 * so a view of an array from outside lives on. You can open a scope inside another; close the inner one first. An array
 * belongs to the innermost scope. If no scope is open, arrays are ordinary garbage.
 *
 * <p>A thread keeps memory for its next scope, and an open scope keeps the memory of its arrays. Together they keep at
 * most a quarter of the largest heap ({@link Runtime#maxMemory}); arrays beyond that are ordinary garbage, even in a
 * scope. If memory is short, the garbage collector takes what is kept for the next scope.
 */
public final class ArrayScope implements AutoCloseable {
    private static final ThreadLocal<ArrayScope> INNERMOST = new ThreadLocal<>();

    /** The number of open scopes of all threads. While there is none, no thread looks for its own. */
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final Thread owner = Thread.currentThread();
    private final ArrayScope outer;
    private final ScopeMemory memory;
    private final List<Storage> lent = new ArrayList<>();
    private boolean open = true;

    private ArrayScope(ArrayScope outer) {
        this.outer = outer;
        this.memory = outer == null ? ScopeMemory.ofThread() : outer.memory;
    }

    /**
     * Opens a scope for this thread.
     *
     * @return the scope; the same thread must close it
     */
    public static ArrayScope open() {
        ArrayScope scope = new ArrayScope(INNERMOST.get());
        INNERMOST.set(scope);
        OPEN.incrementAndGet();
        return scope;
    }

    /** Returns the innermost scope of this thread, or null. */
    private static ArrayScope innermost() {
        return OPEN.get() == 0 ? null : INNERMOST.get();
    }

    /**
     * Does some work for each of several parts, such as the images of a batch, and opens a scope for each part. If
     * there is much work, several threads do parts at the same time. The parts may write to arrays of the caller, each
     * to its own places.
     *
     * <pre>{@code
     * NDArray images = NDArray.arange(0.0, 8.0, 1.0).reshape(2, 2, 2);
     * NDArray squares = NDArray.zeros(2, 2, 2);
     * ArrayScope.forEach(2, 1, 8, n -> images.get(n).dot(images.get(n), squares.get(n)));
     * System.out.println(squares.sum());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 268.0
     * }</pre>
     *
     * @param parts the number of parts
     * @param together the number of parts that one thread does, one after the other
     * @param multiplyAdds the work of all parts together, in multiply-adds of a matrix product
     * @param work does one part, which it gets by its number from 0 on
     * @throws IllegalArgumentException {@code together must be at least 1, not 0}
     */
    @SuppressWarnings("try") // only needs to be open
    public static void forEach(int parts, int together, long multiplyAdds, IntConsumer work) {
        checkPositive("together", together);
        RowBlocks.configured().forEachBlock(parts, together, multiplyAdds, (first, end) -> {
            for (int part = first; part < end; part++) {
                try (ArrayScope scope = open()) {
                    work.accept(part);
                }
            }
        });
    }

    /**
     * Computes a function of many rows, such as the images of a batch, a few rows at a time. The intermediate results
     * then stay in the cache and take little memory.
     *
     * @param x the rows, along the first axis
     * @param rows the number of rows that are computed at a time, at least 1
     * @param function gives an array with one row for each row that it gets; a row depends on no other row
     * @return the result of the function for x, which outlives the scopes of the blocks
     * @throws IllegalArgumentException {@code rows must be at least 1, not 0}
     * @throws IllegalStateException {@code the function has returned no array}, or an array of another shape or dtype
     *     than its rows and the first block ask for
     */
    public static NDArray inBlocks(NDArray x, int rows, UnaryOperator<NDArray> function) {
        checkPositive("rows", rows);
        Objects.requireNonNull(function, "function");
        if (x.size() == 0 || x.ndim() == 0 || x.shape(0) <= rows) {
            return Errors.returned(function.apply(x));
        }
        NDArray results = null;
        for (int first = 0, end; first < x.shape(0); first = end) {
            end = first + Math.min(rows, x.shape(0) - first);
            try (ArrayScope scope = open()) {
                NDArray result = Errors.returned(function.apply(x.get(Index.range(first, end))));
                if (results == null) {
                    int[] lengths = Lengths.withAxes(1, result.shape().toArray());
                    lengths[0] = x.shape(0);
                    results = allocate(scope.outer, result.dtype(), Layout.contiguous(lengths));
                }
                NDArray target = results.get(Index.range(first, end));
                if (!target.shape().equals(result.shape()) || target.dtype() != result.dtype()) {
                    throw new IllegalStateException("the function has returned %s of shape %s, not %s of shape %s"
                            .formatted(result.dtype(), result.shape(), target.dtype(), target.shape()));
                }
                Casting.assign(target, result);
            }
        }
        return results;
    }

    private static void checkPositive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("%s must be at least 1, not %s".formatted(name, number));
        }
    }

    /**
     * Returns a new array with arbitrary elements. It belongs to the innermost scope of this thread, if one is open.
     *
     * @throws OutOfMemoryError with NumPy's message, which names size, shape and dtype
     */
    static NDArray allocate(DType dtype, Layout layout) {
        return allocate(innermost(), dtype, layout);
    }

    private static NDArray allocate(ArrayScope scope, DType dtype, Layout layout) {
        try {
            return scope == null
                    ? new NDArray(dtype.primitive().allocate(layout.size()), layout)
                    : new NDArray(scope.lend(dtype, layout.size()), layout, scope);
        } catch (OutOfMemoryError e) {
            throw missing(dtype, layout, e);
        }
    }

    private static Error missing(DType dtype, Layout layout, OutOfMemoryError cause) {
        long bytes = (long) layout.size() * dtype.itemSize();
        return (Error) new OutOfMemoryError(
                        AllocationMessage.of(bytes, Shape.of(layout.lengths()).toString(), dtype.toString()))
                .initCause(cause);
    }

    /** Returns a copy in C order. It belongs to the innermost scope of this thread, if one is open. */
    static NDArray copy(NDArray a) {
        return copy(innermost(), a);
    }

    /** Returns a copy in C order that belongs to a scope, or to none if this is null. */
    static NDArray copy(ArrayScope scope, NDArray a) {
        Layout layout = Layout.contiguous(a.layout().lengths());
        if (scope == null && a.layout().isContiguous() && a.size() > 0) {
            try {
                return new NDArray(a.storage().copyOf(a.layout().offset(), a.size()), layout);
            } catch (OutOfMemoryError e) {
                throw missing(a.dtype(), layout, e);
            }
        }
        NDArray copy = allocate(scope, a.dtype(), layout);
        ElementCopy.copy(a.elements(), copy.elements());
        return copy;
    }

    /**
     * Returns an array of the given memory. It belongs to the innermost scope too, but the scope does not take over the
     * memory.
     */
    static NDArray own(Storage storage, Layout layout) {
        return new NDArray(storage, layout, innermost());
    }

    private Storage lend(DType dtype, int length) {
        Storage idle = memory.poll(dtype.primitive(), length);
        Storage storage = idle == null ? dtype.primitive().allocate(length) : idle;
        if (idle != null || memory.hasRoomFor(storage)) {
            lent.add(storage);
        }
        return storage;
    }

    /** Refuses the use of an array of this scope if the scope is closed, or in another thread. */
    void check() {
        if (!open) {
            throw new IllegalStateException(
                    "the ArrayScope of this array is closed; keep() copies an array that must outlive it");
        }
        if (Thread.currentThread() != owner && RowBlocks.caller() != owner) {
            throw new IllegalStateException(
                    "only the thread that opened an ArrayScope can use its arrays; keep() copies one for others");
        }
    }

    /**
     * Closes this scope and all scopes that were opened in it and not closed; their arrays can no longer be used.
     * Closing a scope again does nothing.
     *
     * @throws IllegalStateException {@code only the thread that opened an ArrayScope can close it}
     */
    @Override
    public void close() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("only the thread that opened an ArrayScope can close it");
        }
        while (open) {
            INNERMOST.get().end();
        }
    }

    private void end() {
        open = false;
        OPEN.decrementAndGet();
        for (Storage storage : lent) {
            memory.add(storage);
        }
        lent.clear();
        INNERMOST.set(outer);
        if (outer == null) {
            memory.leave();
        }
    }
}
