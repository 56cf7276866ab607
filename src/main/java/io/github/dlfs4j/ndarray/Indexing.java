package io.github.dlfs4j.ndarray;

/** The axes of a grid along which the first two coordinates run. */
public enum Indexing {
    /** x runs along axis 1 and y along axis 0, as in an image. */
    XY,
    /** The first coordinate runs along axis 0 and the second along axis 1, as in a matrix. */
    IJ
}
