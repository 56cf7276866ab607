package io.github.dlfs4j.ndarray;

/** The order in which the elements of an array are counted, NumPy's argument {@code order}. */
public enum MemoryOrder {
    /** The last axis fastest, as C lays out its arrays. */
    C,
    /** The first axis fastest, as Fortran does. */
    F
}
