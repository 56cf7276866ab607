package io.github.dlfs4j.ndarray;

/** The side of equal elements on which {@link NDArray#searchsorted(NDArray, Side) searchsorted} puts a value. */
public enum Side {
    /** Before all equal elements. */
    LEFT,
    /** After all equal elements. */
    RIGHT
}
