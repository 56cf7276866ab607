package io.github.dlfs4j.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The networks that the page can use.
 *
 * @param learned the networks that were trained before the server started
 * @param control has the one that is or was trained on the page
 */
record Models(List<Model> learned, TrainingControl control) {
    /** The ids of networks in requests. */
    static final Pattern ID = Pattern.compile("[a-z-]{1,20}");

    List<Object> toJson() {
        List<Object> all = new ArrayList<>();
        learned.forEach(model -> all.add(model.toJson()));
        control.run().ifPresent(run -> all.add(run.course().model().toJson()));
        return all;
    }

    /**
     * Applies a function to a network. A network in training makes no step meanwhile.
     *
     * @throws Refused if there is no network with this id, or if its current step takes too long
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
