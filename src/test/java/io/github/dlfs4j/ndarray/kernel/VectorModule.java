package io.github.dlfs4j.ndarray.kernel;

/**
 * Tells whether tests can run code of the Vector API. As a side effect, the library's module can read the Vector API's.
 */
public final class VectorModule {
    private VectorModule() {}

    /** Returns whether the module is present, on a JDK that computes with it. */
    public static boolean isPresent() {
        return Runtime.version().feature() >= Kernel.FIRST_JDK && Kernel.isVectorModuleRead();
    }
}
