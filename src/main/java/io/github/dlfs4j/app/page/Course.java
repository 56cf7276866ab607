package io.github.dlfs4j.app.page;

import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A training that is ready to run.
 *
 * @param model the network that learns, as it predicts
 * @param options what it was asked for by
 * @param trainer makes its steps
 * @param end after how many steps it ends
 * @param train the samples that it learns
 * @param unseen the samples of whose accuracy it tells besides
 * @param areTestImages whether those are the test images, and not kept for validation
 * @param patience after how many epochs without a better accuracy it ends
 * @param everyStep throws a RuntimeException if the training leads nowhere any more
 * @param beforeSaving throws one if the state is not worth saving
 */
public record Course(
        Model model,
        Map<String, String> options,
        Trainer trainer,
        long end,
        Dataset train,
        Dataset unseen,
        boolean areTestImages,
        OptionalInt patience,
        Consumer<Trainer> everyStep,
        Consumer<Trainer> beforeSaving) {}
