package io.github.dlfs4j.ndarray.strided;

/**
 * Lets the packages above the arrays reach an array's memory, which is no part of the public API. The class of arrays,
 * which this package does not know, hands it in when it is loaded.
 *
 * @param <N> the class of arrays
 * @param <O> the class of the options of reductions
 */
public abstract class ArrayAccess<N, O> {
    private static volatile ArrayAccess<?, ?> access;

    /** Hands in the access to arrays. */
    public static void set(ArrayAccess<?, ?> ofArrays) {
        access = ofArrays;
    }

    /** Returns what was handed in. */
    public static ArrayAccess<?, ?> get() {
        return access;
    }

    /** Returns what loops see of an array. */
    public abstract Strided elements(N array);

    /** Returns an array of the same elements, or some of them, at other positions in its memory. */
    public abstract N view(N array, Layout layout);

    /** Returns an array whose memory is given. */
    public abstract N around(Storage storage, Layout layout);

    /** Writes elements, broadcast, to a target; the two may share memory. */
    public abstract void assign(N target, N value);

    /** Returns the sum along axes, computed in a floating-point type. */
    public abstract N sum(N array, Primitive type, int... axes);

    /** Returns what the options of a reduction hold. */
    public abstract ReductionArguments<N> arguments(O options);

    /** Returns options that hold this. */
    public abstract O options(ReductionArguments<N> arguments);

    /** Returns whether an array can hold the kind of another's elements: no fraction in integers, no number in bool. */
    public abstract boolean isSameKind(N from, N to);
}
