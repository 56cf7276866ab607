package io.github.dlfs4j.graph;

import java.util.function.Supplier;

/**
 * How variables compute: whether they record a graph, and whether a network trains or is tested. A mode holds for the
 * work that it is given, in one thread. Without a mode, graphs are recorded and networks train.
 *
 * <pre>{@code
 * Variable x = Variable.of("x", 3);
 * Variable y = Mode.withoutGraph(() -> x.mul(x));
 * System.out.println(y + " " + Graph.of(y).toString().lines().count());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 9.0 1
 * }</pre>
 */
public final class Mode {
    private static final ThreadLocal<Mode> CURRENT = ThreadLocal.withInitial(() -> new Mode(true, true));

    private final boolean recording;
    private final boolean training;

    private Mode(boolean recording, boolean training) {
        this.recording = recording;
        this.training = training;
    }

    /**
     * Computes without recording graphs, as DeZero's {@code no_grad()} does: every result is a constant, which has no
     * gradient, and refers to nothing that it was computed from.
     *
     * @param work computes something with variables
     * @param <T> the type of the result
     * @return what the work returns
     */
    public static <T> T withoutGraph(Supplier<T> work) {
        return during(new Mode(false, isTraining()), work);
    }

    /**
     * Computes as in a test, as DeZero's {@code test_mode()} does: {@link Variable#invertedDropout dropout} switches
     * nothing off, and batch normalisation uses its running means. The graph is recorded.
     *
     * @param work computes something with variables
     * @param <T> the type of the result
     * @return what the work returns
     */
    public static <T> T testing(Supplier<T> work) {
        return during(new Mode(current().recording, false), work);
    }

    /** Does work that records a graph whatever the mode is. */
    static void recording(Runnable work) {
        during(new Mode(true, isTraining()), () -> {
            work.run();
            return null;
        });
    }

    private static <T> T during(Mode mode, Supplier<T> work) {
        Mode before = current();
        CURRENT.set(mode);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /** Returns the mode of this thread; a new one for each piece of work. */
    static Mode current() {
        return CURRENT.get();
    }

    /** Returns whether the results of operations refer to their inputs. */
    boolean isRecording() {
        return recording;
    }

    /**
     * {@return whether a network trains, which decides what dropout and batch normalisation do; false within
     * {@link #testing testing}}
     */
    public static boolean isTraining() {
        return current().training;
    }
}
