package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.VectorShape;

/** The length of a vector. This class loads hardly any class of the Vector API. */
final class VectorLength {
    private VectorLength() {}

    /** Returns the bits of a vector. Module {@code jdk.incubator.vector} must be present. */
    static int bits() {
        return VectorShape.preferredShape().vectorBitSize();
    }
}
