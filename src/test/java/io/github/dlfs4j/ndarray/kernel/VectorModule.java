package io.github.dlfs4j.ndarray.kernel;

/** Whether the tests can run code of the Vector API; the answer gives it to the library's module to read. */
public final class VectorModule {
    private VectorModule() {}

    /** Whether the module is there. */
    public static boolean isPresent() {
        return Kernel.isVectorModuleRead();
    }
}
