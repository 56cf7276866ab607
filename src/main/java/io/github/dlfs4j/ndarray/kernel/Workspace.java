package io.github.dlfs4j.ndarray.kernel;

import java.lang.reflect.Array;
import java.util.ArrayDeque;

/**
 * Arrays for intermediate results. Every thread keeps those that it has used: the memory of a new array is in no cache,
 * and clearing it takes longer than a small operation.
 *
 * <p>An array that was taken is not available until it is given back, because a thread that waits for its blocks may
 * begin another operation. Arrays are given back in reverse order, so that the next operation gets the same ones.
 *
 * @param <A> the array type
 */
public final class Workspace<A> {
    /** Arrays of {@code double}. */
    public static final Workspace<double[]> DOUBLES = new Workspace<>(double.class);

    /** Arrays of {@code float}. */
    public static final Workspace<float[]> FLOATS = new Workspace<>(float.class);

    /** Arrays of {@code int}. */
    public static final Workspace<int[]> INTS = new Workspace<>(int.class);

    /** The longest array that is kept. The largest block of a matrix product fits. */
    private static final int LONGEST = 513 * 1024;

    private final Class<?> element;

    /** The length of each row, if arrays have rows. */
    private final int[] rowLength;

    @SuppressWarnings("ThreadLocalUsage") // workspaces are constants
    private final ThreadLocal<ArrayDeque<A>> spare = new ThreadLocal<>();

    /**
     * Creates a workspace without arrays.
     *
     * @param element the type of the elements
     * @param rowLength the length of a row if A is an array of rows, otherwise nothing
     */
    public Workspace(Class<?> element, int... rowLength) {
        this.element = element;
        this.rowLength = rowLength.clone();
    }

    /**
     * Returns an array with undefined elements: the one that was last given back if it is long enough, otherwise a new
     * one.
     *
     * @param length the least length
     * @return an array of at least this length
     */
    public A take(int length) {
        A array = spare().poll();
        return array == null || Array.getLength(array) < length ? allocate(length) : array;
    }

    @SuppressWarnings("unchecked")
    private A allocate(int length) {
        return (A)
                (rowLength.length == 0
                        ? Array.newInstance(element, length)
                        : Array.newInstance(element, length, rowLength[0]));
    }

    /**
     * Keeps an array.
     *
     * @param array an array that was taken and is no longer used
     */
    public void giveBack(A array) {
        if (Array.getLength(array) <= LONGEST) {
            spare().push(array);
        }
    }

    private ArrayDeque<A> spare() {
        ArrayDeque<A> own = spare.get();
        if (own == null) {
            own = new ArrayDeque<>();
            spare.set(own);
        }
        return own;
    }
}
