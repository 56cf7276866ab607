package io.github.dlfs4j.ndarray.linalg;

/** NumPy's mode of a convolution or correlation: the positions to which one sequence is moved along the other. */
public enum ConvolveMode {
    /** Every position at which the sequences overlap: {@code n + m - 1} positions. */
    FULL,
    /** The middle of {@link #FULL}, as many positions as the longer sequence has elements. */
    SAME,
    /** The positions at which the shorter sequence lies entirely inside the longer one. */
    VALID
}
