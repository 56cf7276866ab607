package io.github.dlfs4j.app.page;

import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A training that is ready to run.
 *
 * @param model the network that learns
 * @param name what it differs in from other trainings of such a network, for example {@code adam, learning rate 0.001}
 * @param options the options that were asked for
 * @param trainer makes the steps
 * @param end the number of steps after which the training ends
 * @param train the samples to train with
 * @param unseen the samples for the second accuracy of each epoch: validation images if there are any, or test images
 * @param areTestImages whether the unseen samples are the test images
 * @param patience after how many epochs without a better accuracy the training stops; empty for never
 * @param everyStep is called after each step; throws a RuntimeException if the training is no longer of use
 * @param beforeSaving is called before a save; throws a RuntimeException if the state is not worth saving
 */
public record Course(
        Model model,
        String name,
        Map<String, String> options,
        Trainer trainer,
        long end,
        Dataset train,
        Dataset unseen,
        boolean areTestImages,
        Optional<Integer> patience,
        Consumer<Trainer> everyStep,
        Consumer<Trainer> beforeSaving) {}
