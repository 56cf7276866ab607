package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.VectorShape;

/**
 * The length of the vectors in which all loops compute: that of the processor's vectors. Tests set another one by the
 * system property {@code dlfs4j.vectorBits}; Java computes slowly with vectors that the processor does not have. This
 * class loads hardly any class of the Vector API, and needs module {@code jdk.incubator.vector}.
 */
public final class VectorLength {
    /** The shape of a vector, from which a loop takes its species. */
    public static final VectorShape SHAPE = VectorShape.forBitSize(
            Integer.getInteger("dlfs4j.vectorBits", VectorShape.preferredShape().vectorBitSize()));
}
