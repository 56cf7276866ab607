package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.VectorShape;

/** What the Vector API knows of the processor, at the price of hardly any of its classes. */
final class VectorLength {
    private VectorLength() {}

    /** The bits of a vector, where module {@code jdk.incubator.vector} is present. */
    static int bits() {
        return VectorShape.preferredShape().vectorBitSize();
    }
}
