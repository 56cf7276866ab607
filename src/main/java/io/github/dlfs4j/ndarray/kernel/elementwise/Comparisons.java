package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * Comparisons and choices, element by element, as {@link BinaryLoop} and {@link ChoiceLoop} describe them.
 * Floating-point types have two implementations, because the JIT compiler does not vectorise loops that mix booleans
 * with numbers.
 *
 * @param <A> the array type of the operands
 */
public interface Comparisons<A> {
    void equal(A a, A b, boolean[] out, int from, int to);

    void notEqual(A a, A b, boolean[] out, int from, int to);

    void less(A a, A b, boolean[] out, int from, int to);

    void lessEqual(A a, A b, boolean[] out, int from, int to);

    /** {@code out[i] = condition[i] ? x[i] : y[i]}. */
    void choose(boolean[] condition, A x, A y, A out, int from, int to);

    /**
     * Moves those of the first n elements whose condition is true to the front of a, in order. Returns their number.
     */
    int compress(boolean[] condition, A a, int n);
}
