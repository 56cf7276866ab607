package io.github.dlfs4j.ndarray.kernel;

/**
 * The implementation that computes. Every loop has a plain implementation. Loops that the Vector API makes faster have
 * a second one, which gives the same bits. The choice is made once, when the first array operation needs it.
 *
 * <p>The system property {@code dlfs4j.kernel} decides:
 *
 * <ul>
 *   <li>{@code plain}: the plain loops, which run everywhere;
 *   <li>{@code vector}: the Vector API. It needs {@code --add-modules jdk.incubator.vector}, or the first operation
 *       throws. On a processor without fused multiply-add, the plain loops run instead;
 *   <li>{@code auto}, the default: the Vector API if the module is present, vectors of this length were measured to be
 *       faster, the processor has fused multiply-add, and there are at least two processors; otherwise plain loops.
 * </ul>
 *
 * <p>On a JDK older than 25, the plain loops run with every choice, whether the module is present or not. On one that
 * is newer than those that were tried, {@code auto} takes vectors only if they have passed a check.
 */
public enum Kernel {
    /** Plain loops. */
    PLAIN("plain"),

    /** The Vector API, from the first operation on. */
    VECTOR("vector"),

    /** Plain loops until the code of the Vector API is compiled, then the Vector API. */
    WARMING("vector"),

    /**
     * The same on a JDK that was not tried: its compiler may have mistakes. The compiled code must first give the bits
     * of the plain loops. If a bit differs, the kernel is {@link #PLAIN} from then on.
     */
    ON_TRIAL("vector");

    static final String PROPERTY = "dlfs4j.kernel";
    static final String VECTOR_MODULE = "jdk.incubator.vector";

    /**
     * The first JDK that computes with the Vector API. In one of six runs, the compiler of JDK 17 left the vectors of a
     * product as objects, and the product then took 30 times as long. The JDKs from 18 to 24 were not tried.
     */
    static final int FIRST_JDK = 25;

    /** The last JDK on which all tests were run with vectors. */
    static final int LAST_JDK = 25;

    /** The shortest vectors that were measured. */
    private static final int SHORTEST_VECTOR_BITS = 256;

    /**
     * The JIT compiler needs a processor of its own while it compiles the vector code. With a single processor, a
     * training run fell two to four seconds behind in its first ten seconds.
     */
    private static final int FEWEST_PROCESSORS = 2;

    private static Kernel selected;

    private static volatile boolean areVectorsGivenUp;

    private final String text;

    Kernel(String text) {
        this.text = text;
    }

    /** {@return the value of the system property that asks for this implementation, {@code plain} or {@code vector}} */
    @Override
    public String toString() {
        return text;
    }

    /**
     * Returns the kernel that all arrays use.
     *
     * @return the same one for the life of the virtual machine, unless vectors are given up
     * @throws IllegalArgumentException "property dlfs4j.kernel must be auto, plain or vector, not 'x'"
     * @throws IllegalStateException "kernel 'vector' needs module jdk.incubator.vector: start java with --add-modules
     *     jdk.incubator.vector"
     */
    public static synchronized Kernel selected() {
        return selected(Runtime.version().feature());
    }

    /** Returns the kernel, which the first call selects as on such a JDK. */
    static synchronized Kernel selected(int jdk) {
        if (selected == null) {
            selected = select(
                    System.getProperty(PROPERTY, "auto"),
                    jdk,
                    Runtime.getRuntime().availableProcessors(),
                    FusedMultiplyAdd.isInstruction());
        }
        return selected;
    }

    /** Lets plain loops serve for the rest of the life of the virtual machine: its vectors gave another bit. */
    public static synchronized void giveUpVectors() {
        areVectorsGivenUp = true;
        selected = PLAIN;
    }

    /** {@return whether vectors gave another bit than plain loops, so that {@link #giveUpVectors} was called} */
    public static boolean areVectorsGivenUp() {
        return areVectorsGivenUp;
    }

    static Kernel select(String choice, int jdk, int processors, boolean isFused) {
        return switch (choice) {
            case "auto" -> isFused && jdk >= FIRST_JDK && processors >= FEWEST_PROCESSORS ? automatic(jdk) : PLAIN;
            case "plain" -> PLAIN;
            case "vector" -> jdk >= FIRST_JDK ? vectors(isFused) : PLAIN;
            default ->
                throw new IllegalArgumentException(
                        "property " + PROPERTY + " must be auto, plain or vector, not '" + choice + "'");
        };
    }

    private static Kernel automatic(int jdk) {
        if (!isVectorModuleRead() || vectorBits() < SHORTEST_VECTOR_BITS) {
            return PLAIN;
        }
        return jdk > LAST_JDK ? ON_TRIAL : WARMING;
    }

    private static Kernel vectors(boolean isFused) {
        if (!isVectorModuleRead()) {
            throw new IllegalStateException("kernel 'vector' needs module " + VECTOR_MODULE
                    + ": start java with --add-modules " + VECTOR_MODULE);
        }
        return isFused ? VECTOR : PLAIN;
    }

    /**
     * Returns the length of the vectors of all loops. Module {@code jdk.incubator.vector} must be present.
     *
     * @return the number of bits
     */
    public static int vectorBits() {
        return VectorLength.SHAPE.vectorBitSize();
    }

    /**
     * Returns whether the Vector API's module is present, and makes our module read it. A {@code requires} in
     * {@code module-info} would do the same, but would make every user compile with a warning about an incubating
     * module.
     *
     * <p>The loop replaces {@code ModuleLayer.findModule}, which takes 10 ms to find that there is no such module.
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
