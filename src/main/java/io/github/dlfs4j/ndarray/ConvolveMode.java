package io.github.dlfs4j.ndarray;

/** Which places of two sequences that are moved past each other a convolution or correlation covers, NumPy's mode. */
public enum ConvolveMode {
    /** Every place where they overlap: {@code n + m - 1} of them. */
    FULL,
    /** As many places as the longer sequence has elements, from the middle of all. */
    SAME,
    /** The places where the shorter sequence lies wholly inside the longer one. */
    VALID
}
