package io.github.dlfs4j.graph.drawing;

import java.util.ArrayList;
import java.util.List;

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
    static final Span ALWAYS = from(0);

    /** {@return whether the last step shows it; false if it is replaced at a later step} */
    public boolean stays() {
        return until == EVER;
    }

    static Span from(int step) {
        return new Span(step, EVER);
    }

    static Span at(int step) {
        return new Span(step, step + 1);
    }

    /** Returns the attributes of an element that is shown at these steps. */
    List<String> attributes() {
        List<String> attributes = new ArrayList<>();
        if (from > 0) {
            attributes.addAll(List.of("data-from", String.valueOf(from)));
        }
        if (!stays()) {
            attributes.addAll(List.of("data-until", String.valueOf(until)));
        }
        return attributes;
    }
}
