package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a recurrent layer remembers from one step to the next. Within a sequence it is in the call, for its thread
 * alone, and otherwise in the layer.
 */
final class State {
    private static final ThreadLocal<Map<State, Variable>> SEQUENCE = new ThreadLocal<>();

    private Variable outside;

    /** Does work in a sequence of its own. */
    static <T> T inSequence(Supplier<T> work) {
        Map<State, Variable> before = SEQUENCE.get();
        SEQUENCE.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            SEQUENCE.set(before);
        }
    }

    /** Returns the variable of the step before, or null in the first step. */
    Variable get() {
        Map<State, Variable> sequence = SEQUENCE.get();
        return sequence == null ? outside : sequence.get(this);
    }

    void set(Variable value) {
        Map<State, Variable> sequence = SEQUENCE.get();
        if (sequence == null) {
            outside = value;
        } else {
            sequence.put(this, value);
        }
    }
}
