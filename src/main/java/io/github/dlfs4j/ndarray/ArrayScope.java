package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.parallel.RowBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A scope whose arrays share their memory with those of the scopes before it, as a step of a training does with the
 * last one. While it is open, what the operations of this thread return comes from it; when it closes, those arrays are
 * at an end. {@link NDArray#keep()} copies what shall live on:
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
 * <p>New memory is cleared, and in no cache yet; so large arrays in a scope take a fraction of the time, and no work is
 * left to the garbage collector. Results are the same, to the bit.
 *
 * <p>An array that is used after its scope was closed, or by another thread than the one that opened it, is an
 * {@link IllegalStateException}; never are there elements of another array. A view belongs to the scope of its array:
 * one of an array from outside lives on. Scopes may be open inside one another, and are closed from the inside out; an
 * array is of the innermost one. Without an open scope, arrays are ordinary garbage.
 *
 * <p>A thread keeps memory for its next scope, and an open scope that of its arrays, together at most a quarter of the
 * largest heap ({@link Runtime#maxMemory}); what is beyond it is ordinary garbage, in a scope as well. Where memory is
 * short, the garbage collector takes what is kept for the next scope.
 */
public final class ArrayScope implements AutoCloseable {
    private static final ThreadLocal<ArrayScope> INNERMOST = new ThreadLocal<>();

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
     * @return the scope, which the same thread closes
     */
    public static ArrayScope open() {
        ArrayScope scope = new ArrayScope(INNERMOST.get());
        INNERMOST.set(scope);
        return scope;
    }

    /**
     * Does something with each of several parts, such as the images of a batch, each in a scope of its own; with
     * several at the same time where there is much to do. The parts may write to arrays of the caller, each to places
     * of its own.
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
     * @param parts how many there are
     * @param together so many are done by one thread, one after the other: parts 0 to together - 1, and so on
     * @param multiplyAdds the work of all parts, in multiply-adds of a matrix product
     * @param work does one part, by its number from 0 on
     */
    @SuppressWarnings("try") // the scope is open, that is its use
    public static void forEach(int parts, int together, long multiplyAdds, IntConsumer work) {
        RowBlocks.configured().forEachBlock(parts, together, multiplyAdds, (first, end) -> {
            for (int part = first; part < end; part++) {
                try (ArrayScope scope = open()) {
                    work.accept(part);
                }
            }
        });
    }

    /**
     * A function of many rows, such as the images of a batch, computed some rows at a time: then what it makes on its
     * way stays in the cache, and takes little memory.
     *
     * @param x the rows, along the first axis
     * @param rows so many at a time, from 1 on
     * @param function gives an array with a row for each that it gets, and depends on no other rows
     * @return what the function gives for x; an array that outlives the scopes of the blocks
     */
    @SuppressWarnings("try") // the scope is open, that is its use
    public static NDArray inBlocks(NDArray x, int rows, UnaryOperator<NDArray> function) {
        if (x.ndim() == 0 || x.shape(0) <= rows) {
            return function.apply(x);
        }
        List<NDArray> results = new ArrayList<>();
        for (int first = 0; first < x.shape(0); first += rows) {
            NDArray block = x.get(Index.range(first, Math.min(first + rows, x.shape(0))));
            try (ArrayScope scope = open()) {
                results.add(function.apply(block).keep());
            }
        }
        return NDArray.concatenate(0, results.toArray(NDArray[]::new));
    }

    /** A new array of any elements: of the innermost scope of this thread, if one is open. */
    static NDArray allocate(DType dtype, Layout layout) {
        ArrayScope scope = INNERMOST.get();
        return scope == null
                ? new NDArray(Storage.allocate(dtype, layout.size()), layout)
                : new NDArray(scope.lend(dtype, layout.size()), layout, scope);
    }

    /** An array of given memory: of the innermost scope as well, which does not get the memory. */
    static NDArray own(Storage storage, Layout layout) {
        return new NDArray(storage, layout, INNERMOST.get());
    }

    private Storage lend(DType dtype, int length) {
        Storage idle = memory.poll(dtype, length);
        Storage storage = idle == null ? Storage.allocate(dtype, length) : idle;
        if (idle != null || memory.hasRoomFor(storage)) {
            lent.add(storage);
        }
        return storage;
    }

    /** Refuses to have an array of this scope used when it is closed, or by another thread. */
    void check() {
        if (!open) {
            throw new IllegalStateException(
                    "the ArrayScope of this array is closed; keep() copies what shall outlive it, before it is closed");
        }
        if (Thread.currentThread() != owner && RowBlocks.caller() != owner) {
            throw new IllegalStateException(
                    "an array of an ArrayScope is for the thread that opened it; keep() copies what others shall use");
        }
    }

    /**
     * Ends the arrays of this scope, and of those that were opened in it and not closed. To close a scope again does
     * nothing.
     *
     * @throws IllegalStateException {@code an ArrayScope is closed by the thread that opened it}
     */
    @Override
    public void close() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("an ArrayScope is closed by the thread that opened it");
        }
        while (open) {
            INNERMOST.get().end();
        }
    }

    private void end() {
        open = false;
        lent.forEach(memory::add);
        lent.clear();
        INNERMOST.set(outer);
        if (outer == null) {
            memory.leave();
        }
    }
}
