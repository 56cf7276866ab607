package io.github.dlfs4j.ndarray.kernel;

/** Picks the implementation of {@link Kernels}, once, when the first array operation needs it. */
public final class KernelSelector {
    private static final Kernels SELECTED = new PlainKernels();

    private KernelSelector() {}

    /**
     * The kernels that all arrays use.
     *
     * @return the same object for the life of the virtual machine
     */
    public static Kernels selected() {
        return SELECTED;
    }
}
