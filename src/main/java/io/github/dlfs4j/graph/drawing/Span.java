package io.github.dlfs4j.graph.drawing;

/**
 * The steps at which an animation shows something.
 *
 * @param from the first step
 * @param until the step before which it ends, or {@link #EVER}
 */
public record Span(int from, int until) {
    /** The end of what stays. */
    static final int EVER = Integer.MAX_VALUE;

    /** All steps. */
    static final Span ALWAYS = new Span(0, EVER);

    /**
     * Returns whether the last step shows it.
     *
     * @return false if it is replaced at a later step
     */
    public boolean stays() {
        return until == EVER;
    }

    static Span from(int step) {
        return new Span(step, EVER);
    }

    static Span at(int step) {
        return new Span(step, step + 1);
    }
}
