package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Work that is done wholly or not at all. Before something changes for good, such as a running average or a generator,
 * the work says so; if it throws later, what has changed is put back.
 */
public final class Transaction {
    private static final ThreadLocal<Deque<Runnable>> UNDO = new ThreadLocal<>();

    private Transaction() {}

    /**
     * Does work wholly or not at all. Within a larger transaction it is a part of that.
     *
     * @param work the work
     * @param <T> the type of its result
     * @return the result
     */
    public static <T> T of(Supplier<T> work) {
        if (UNDO.get() != null) {
            return work.get();
        }
        Deque<Runnable> undo = new ArrayDeque<>();
        UNDO.set(undo);
        try {
            T result = work.get();
            undo.clear();
            return result;
        } finally {
            UNDO.remove();
            undo.forEach(Runnable::run);
        }
    }

    /**
     * Says how to put back what is about to change.
     *
     * @param action puts it back
     */
    public static void undo(Runnable action) {
        if (UNDO.get() != null) {
            UNDO.get().push(action);
        }
    }

    /**
     * Says that an array is about to change.
     *
     * @param array the array
     */
    public static void before(NDArray array) {
        NDArray copy = array.copy().keep();
        undo(() -> array.at(Index.ellipsis()).set(copy));
    }

    /**
     * Says that a generator is about to draw.
     *
     * @param random the generator
     * @return the generator
     */
    public static RandomState before(RandomState random) {
        if (UNDO.get() != null) {
            RandomState.State state = random.state();
            undo(() -> random.restore(state));
        }
        return Objects.requireNonNull(random, "random");
    }
}
