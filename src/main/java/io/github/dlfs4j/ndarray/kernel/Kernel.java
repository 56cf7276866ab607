package io.github.dlfs4j.ndarray.kernel;

/**
 * Which loops compute: all have a plain implementation, and those that are faster so have a second one with the Vector
 * API. Both give the same bits. The choice is made once, when the first array operation needs it.
 *
 * <p>The system property {@code dlfs4j.kernel} decides:
 *
 * <ul>
 *   <li>{@code plain}: loops that run everywhere;
 *   <li>{@code vector}: the Vector API, which needs {@code --add-modules jdk.incubator.vector}, and a processor with
 *       fused multiply-add: without it plain loops are taken;
 *   <li>{@code auto}, or nothing: the Vector API where the module is present, this JDK and processor are among those
 *       where it was measured to be faster, and there is a second processor; else plain loops.
 * </ul>
 */
public enum Kernel {
    /** Plain loops. */
    PLAIN("plain"),

    /** The Vector API, from the first. */
    VECTOR("vector"),

    /** The Vector API, once its code is compiled; plain loops until then. */
    WARMING("vector");

    static final String PROPERTY = "dlfs4j.kernel";
    static final String VECTOR_MODULE = "jdk.incubator.vector";

    /**
     * The only release on which the Vector API was measured and found faster throughout. On 17 a prototype of a network
     * was at times 40 times slower with it; others were not tried.
     */
    private static final int FASTER_ON_JDK = 25;

    /** With shorter vectors it was not tried. */
    private static final int SHORTEST_VECTOR_BITS = 256;

    /**
     * Vector code is compiled beside the program. On a single processor a training was two to four seconds longer for
     * it in its first ten.
     */
    private static final int FEWEST_PROCESSORS = 2;

    private static Kernel selected;

    private final String text;

    Kernel(String text) {
        this.text = text;
    }

    /**
     * The name that users know it by.
     *
     * @return {@code plain} or {@code vector}
     */
    @Override
    public String toString() {
        return text;
    }

    /**
     * The kernel that all arrays use.
     *
     * @return the same one for the life of the virtual machine
     * @throws IllegalArgumentException "property dlfs4j.kernel must be auto, plain or vector, not 'x'"
     * @throws IllegalStateException "kernel 'vector' needs module jdk.incubator.vector: start java with --add-modules
     *     jdk.incubator.vector"
     */
    public static synchronized Kernel selected() {
        if (selected == null) {
            selected = select(
                    System.getProperty(PROPERTY, "auto"),
                    Runtime.version().feature(),
                    Runtime.getRuntime().availableProcessors(),
                    FusedMultiplyAdd.isInstruction());
        }
        return selected;
    }

    static Kernel select(String choice, int jdk, int processors, boolean isFused) {
        return switch (choice) {
            case "auto" -> isFused && jdk == FASTER_ON_JDK && processors >= FEWEST_PROCESSORS ? automatic() : PLAIN;
            case "plain" -> PLAIN;
            case "vector" -> {
                if (!isVectorModuleRead()) {
                    throw new IllegalStateException("kernel 'vector' needs module " + VECTOR_MODULE
                            + ": start java with --add-modules " + VECTOR_MODULE);
                }
                yield isFused ? VECTOR : PLAIN;
            }
            default ->
                throw new IllegalArgumentException(
                        "property " + PROPERTY + " must be auto, plain or vector, not '" + choice + "'");
        };
    }

    private static Kernel automatic() {
        return isVectorModuleRead() && vectorBits() >= SHORTEST_VECTOR_BITS ? WARMING : PLAIN;
    }

    /**
     * The length of a vector, where module {@code jdk.incubator.vector} is present.
     *
     * @return the number of bits
     */
    public static int vectorBits() {
        return VectorLength.bits();
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
                Kernel.class.getModule().addReads(module);
                return true;
            }
        }
        return false;
    }
}
