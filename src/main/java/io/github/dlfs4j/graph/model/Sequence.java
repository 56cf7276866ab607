package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.graph.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The steps that a thread computes in one call of a model, with all that recurrent layers remember of them. */
final class Sequence {
    private static final ThreadLocal<Sequence> CURRENT = new ThreadLocal<>();

    private final Model model;
    private final Map<State, Variable> states = new HashMap<>();

    private Sequence(Model model) {
        this.model = model;
    }

    static <T> T of(Model model, Supplier<T> work) {
        Sequence before = CURRENT.get();
        CURRENT.set(new Sequence(model));
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /** Returns whether this thread is in the midst of a sequence of the model. */
    static boolean isOf(Model model) {
        Sequence current = CURRENT.get();
        return current != null && current.model == model;
    }

    /** What a layer remembers from one step to the next: outside of sequences itself, so for one thread. */
    static final class State {
        private Variable outside;

        /** Returns the variable of the step before, or null in the first step. */
        Variable get() {
            Sequence current = CURRENT.get();
            return current == null ? outside : current.states.get(this);
        }

        void set(Variable value) {
            Sequence current = CURRENT.get();
            if (current == null) {
                outside = value;
            } else {
                current.states.put(this, value);
            }
        }
    }
}
