package io.github.dlfs4j.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The networks that the page can ask: those that have learned before, and the one that learns or has learned here. */
final class Models {
    private final List<Model> learned;
    private final TrainingControl control;

    Models(List<Model> learned, TrainingControl control) {
        this.learned = List.copyOf(learned);
        this.control = control;
    }

    /** Those that have learned before. */
    List<Model> learned() {
        return learned;
    }

    List<Object> toJson() {
        List<Object> all = new ArrayList<>();
        learned.forEach(model -> all.add(model.toJson()));
        control.run().ifPresent(run -> all.add(run.course().model().toJson()));
        return all;
    }

    /**
     * What a function makes of a network. The one that is in training stands still meanwhile.
     *
     * @throws Refused if there is none of that name, or it makes a long step
     */
    <T> T with(String id, Function<Model, T> function) throws Refused {
        Optional<Model> known =
                learned.stream().filter(model -> model.id().equals(id)).findFirst();
        if (known.isPresent()) {
            return function.apply(known.get());
        }
        TrainingRun run = control.run()
                .filter(any -> any.course().model().id().equals(id))
                .orElseThrow(() -> new Refused(Refused.NOT_FOUND, "there is no such network"));
        return run.betweenSteps(() -> function.apply(run.course().model()));
    }
}
