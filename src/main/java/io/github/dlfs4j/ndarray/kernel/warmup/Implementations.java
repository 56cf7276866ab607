package io.github.dlfs4j.ndarray.kernel.warmup;

import io.github.dlfs4j.ndarray.kernel.Kernel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The two implementations of a group of loops: plain loops and loops with the Vector API. Both give the same bits. This
 * class decides, for every group, which of the two runs.
 *
 * @param <L> the loops
 */
public abstract class Implementations<L> {
    /** The number of elements after which the warm-up pays. Plain code computes about 10<sup>9</sup> a second. */
    private static final long WORK_THAT_PAYS = (long) (1e9 * WarmUp.SECONDS_THAT_PAY);

    /**
     * The number of elements in a sample. It is not a multiple of a vector's length, because the code for the remaining
     * elements must be compiled as well.
     */
    protected static final int SAMPLE = 1009;

    private final Kernel kernel;
    private final L plain;
    private final WarmUp warmUp;
    private L vector;

    /**
     * Creates loops that have two implementations.
     *
     * @param plain the plain ones
     */
    protected Implementations(L plain) {
        this(plain, true);
    }

    /**
     * Creates loops that may have only a plain implementation.
     *
     * @param plain the plain ones
     * @param isVectorised whether there is an implementation with the Vector API
     */
    protected Implementations(L plain, boolean isVectorised) {
        this.plain = plain;
        this.kernel = isVectorised ? Kernel.selected() : Kernel.PLAIN;
        this.warmUp = kernel == Kernel.WARMING ? new WarmUp(WORK_THAT_PAYS, new Trials()) : null;
    }

    /**
     * Creates the loops with the Vector API. They must have no state, since two threads may create them at the same
     * time. The Vector API takes some 20 ms to load.
     *
     * @return the loops
     */
    protected abstract L newVectorLoops();

    /**
     * Returns the calls that are timed to find out whether the vector code is compiled and faster.
     *
     * @return calls of the loops on about a thousand elements each
     */
    protected abstract List<Consumer<L>> samples();

    /**
     * Returns the loops to use now.
     *
     * @param elements how many elements the caller is about to compute
     * @return the loops with the Vector API if they are selected and warm, otherwise the plain ones
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

    /** A class, because a lambda takes some milliseconds at the start of a program. */
    private final class Trials implements Supplier<List<? extends WarmUp.Sample>> {
        @Override
        public List<Trial<L>> get() {
            return samples().stream()
                    .map(sample -> new Trial<>(sample, vector(), plain))
                    .toList();
        }
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
