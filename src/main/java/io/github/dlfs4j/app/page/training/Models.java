package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.page.server.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The networks that the page can use: those that were trained before, and one that is or was trained on the page. */
public final class Models {
    /** The ids of networks in requests. */
    public static final Pattern ID = Pattern.compile("[a-z-]{1,20}");

    private final List<Model> learned;
    private final TrainingControl control;

    /**
     * Brings them together.
     *
     * @param learned those that were trained before
     * @param control trains the other one
     */
    public Models(List<Model> learned, TrainingControl control) {
        this.learned = List.copyOf(learned);
        this.control = control;
    }

    /** {@return those that were trained before} */
    public List<Model> learned() {
        return learned;
    }

    /** {@return all of them, for the page} */
    public List<Object> toJson() {
        List<Object> all = new ArrayList<>();
        learned.forEach(model -> all.add(model.toJson()));
        control.run().flatMap(run -> run.course().learner().reader()).ifPresent(model -> all.add(model.toJson()));
        return all;
    }

    /**
     * Applies a function to a network. A network in training makes no step meanwhile.
     *
     * @param <T> the type of the result
     * @param id the name of the network in requests
     * @param function the function
     * @return its result
     * @throws Refused if there is no network with this id, or if its current step takes too long
     */
    public <T> T with(String id, Function<Model, T> function) throws Refused {
        Optional<Model> known =
                learned.stream().filter(model -> model.id().equals(id)).findFirst();
        if (known.isPresent()) {
            return function.apply(known.get());
        }
        Optional<TrainingRun> run = control.run();
        Model model = run.flatMap(any -> any.course().learner().reader())
                .filter(any -> any.id().equals(id))
                .orElseThrow(() -> Refused.because(Refused.NOT_FOUND, "no.network"));
        return run.get().betweenSteps(() -> function.apply(model));
    }
}
