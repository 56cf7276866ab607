package io.github.dlfs4j.ndarray;

/** The order in which the elements of an array are read or written, NumPy's argument {@code order}. */
public enum MemoryOrder {
    /** The position on the last axis changes fastest, as in C. */
    C,
    /** The position on the first axis changes fastest, as in Fortran. */
    F
}
