package io.github.dlfs4j.ndarray.kernel;

/**
 * Picks the implementation of {@link Kernels}, once, when the first array operation needs it.
 *
 * <p>The system property {@code dlfs4j.kernel} decides:
 *
 * <ul>
 *   <li>{@code plain}: loops that run everywhere;
 *   <li>{@code vector}: the Vector API, which needs {@code --add-modules jdk.incubator.vector};
 *   <li>{@code auto}, or nothing: the Vector API where the module is present, this JDK and processor are among those
 *       where it was measured to be faster, and there is a second processor; else plain loops.
 * </ul>
 */
public final class KernelSelector {
    static final String PROPERTY = "dlfs4j.kernel";
    static final String VECTOR_MODULE = "jdk.incubator.vector";

    /**
     * The only release on which the Vector API was measured and found faster throughout. On 17 a prototype of a network
     * was at times 40 times slower with it; others were not tried.
     */
    private static final int FASTER_ON_JDK = 25;

    /** With shorter vectors it was not tried. From 256 bits on, an x86 processor has fused multiply-add as well. */
    private static final int SHORTEST_VECTOR_BITS = 256;

    /**
     * Vector code is compiled beside the program. On a single processor a training was two to four seconds longer for
     * it in its first ten.
     */
    private static final int FEWEST_PROCESSORS = 2;

    private static Kernels selected;

    private KernelSelector() {}

    /**
     * The kernels that all arrays use.
     *
     * @return the same object for the life of the virtual machine
     * @throws IllegalArgumentException "property dlfs4j.kernel must be auto, plain or vector, not 'x'"
     * @throws IllegalStateException "kernel 'vector' needs module jdk.incubator.vector: start java with --add-modules
     *     jdk.incubator.vector"
     */
    public static synchronized Kernels selected() {
        if (selected == null) {
            selected = select(
                    System.getProperty(PROPERTY, "auto"), Runtime.version().feature());
        }
        return selected;
    }

    static Kernels select(String choice, int jdk) {
        return switch (choice) {
            case "auto" -> automatic(jdk);
            case "plain" -> new PlainKernels();
            case "vector" -> {
                if (!isVectorModuleRead()) {
                    throw new IllegalStateException("kernel 'vector' needs module " + VECTOR_MODULE
                            + ": start java with --add-modules " + VECTOR_MODULE);
                }
                yield VectorKernels.instance();
            }
            default ->
                throw new IllegalArgumentException(
                        "property " + PROPERTY + " must be auto, plain or vector, not '" + choice + "'");
        };
    }

    private static Kernels automatic(int jdk) {
        boolean tried = jdk == FASTER_ON_JDK && Runtime.getRuntime().availableProcessors() >= FEWEST_PROCESSORS;
        int bits = tried && isVectorModuleRead() ? VectorLength.bits() : 0;
        return bits >= SHORTEST_VECTOR_BITS ? new WarmingKernels(bits) : new PlainKernels();
    }

    /**
     * Whether the Vector API's module is there; from then on we read it. That is said here and not in
     * {@code module-info}: a {@code requires} would make every user of ours compile with a warning about an incubating
     * module.
     *
     * <p>{@code ModuleLayer.findModule} would do, but takes 10 ms to find that there is none.
     */
    static boolean isVectorModuleRead() {
        for (Module module : ModuleLayer.boot().modules()) {
            if (module.getName().equals(VECTOR_MODULE)) {
                KernelSelector.class.getModule().addReads(module);
                return true;
            }
        }
        return false;
    }
}
