package io.github.dlfs4j.ndarray.kernel.warmup;

import io.github.dlfs4j.ndarray.kernel.Kernel;
import java.util.List;
import java.util.function.Consumer;

/**
 * The two implementations of some loops: plain ones, and those with the Vector API, which give the same bits. Here it
 * is decided which of them runs, for all loops.
 *
 * @param <L> the loops
 */
public abstract class Implementations<L> {
    /** Of elements: plain code computes some 10<sup>9</sup> a second. */
    private static final long WORK_THAT_PAYS = (long) (1e9 * WarmUp.SECONDS_THAT_PAY);

    /**
     * Elements of a sample. No multiple of a vector's length: what is left over at the end must be compiled as well.
     */
    protected static final int SAMPLE = 1009;

    private final Kernel kernel;
    private final L plain;
    private final WarmUp warmUp;
    private L vector;

    /**
     * Loops of which there are two implementations.
     *
     * @param plain the plain ones
     */
    protected Implementations(L plain) {
        this(plain, true);
    }

    /**
     * Loops that have not begun to warm up.
     *
     * @param plain the plain ones
     * @param isVectorised whether there are others
     */
    protected Implementations(L plain, boolean isVectorised) {
        this.plain = plain;
        this.kernel = isVectorised ? Kernel.selected() : Kernel.PLAIN;
        this.warmUp = kernel == Kernel.WARMING ? new WarmUp(WORK_THAT_PAYS, this::trials) : null;
    }

    /**
     * Makes the loops with the Vector API; they have no state. It takes the Vector API some 20 ms to get ready.
     *
     * @return new ones
     */
    protected abstract L newVectorLoops();

    /**
     * What is tried to see whether the vectors are compiled, and faster.
     *
     * @return uses of the loops on some thousand elements
     */
    protected abstract List<Consumer<L>> samples();

    /**
     * The loops to take now.
     *
     * @param elements how many are about to be computed
     * @return those with the Vector API, if that is chosen and compiled by now
     */
    protected final L fastestFor(long elements) {
        return switch (kernel) {
            case PLAIN -> plain;
            case VECTOR -> vector();
            case WARMING -> warmUp.isOver(elements) ? vector() : plain;
        };
    }

    private L vector() {
        L own = vector;
        if (own == null) {
            own = newVectorLoops();
            vector = own;
        }
        return own;
    }

    private List<Trial<L>> trials() {
        return samples().stream()
                .map(sample -> new Trial<>(sample, vector(), plain))
                .toList();
    }

    private record Trial<L>(Consumer<L> sample, L vector, L plain) implements WarmUp.Sample {
        @Override
        public void runVector() {
            sample.accept(vector);
        }

        @Override
        public void runPlain() {
            sample.accept(plain);
        }
    }
}
