package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.evaluation.Evaluation;
import io.github.dlfs4j.app.life.Life;
import io.github.dlfs4j.mnist.Samples;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What learns in a training, and how it is examined.
 *
 * @param shape its layers in short, in the language of the thread
 * @param reader the network that the page can show, if it is one that reads digits
 * @param unseen names the curve of what it has not seen: {@code test}, {@code validation} or {@code bits}
 * @param counted what a guess by counting reaches in that curve, if that is shown
 * @param period the steps from one examination to the next; empty if there are only those after an epoch
 * @param examiner examines it
 */
public record Learner(
        Supplier<String> shape,
        Optional<Model> reader,
        String unseen,
        Optional<Double> counted,
        Optional<Long> period,
        Examiner examiner) {
    /** Examines what learns. */
    public interface Examiner {
        /**
         * Examines it, while it makes no step.
         *
         * @param step the number of steps made
         * @param ofEpoch whether an epoch has ended
         * @return the result
         */
        Verdict examine(long step, boolean ofEpoch);
    }

    /**
     * The result of an examination.
     *
     * @param train the value on what it learns from; NaN if it was not computed
     * @param unseen the value on what it has not seen
     * @param digits how it reads digits, if it does
     * @param shown what the page shows if it does not
     */
    public record Verdict(double train, double unseen, Optional<Evaluation> digits, Map<String, Object> shown) {}

    /**
     * Returns a network that learns to read digits.
     *
     * @param model the network
     * @param sets its samples
     * @param test the test images
     * @return the learner
     */
    public static Learner ofDigits(Model model, Life.Sets sets, Samples test) {
        return new Learner(
                model.shape(),
                Optional.of(model),
                sets.unseenName(),
                Optional.empty(),
                Optional.empty(),
                (step, ofEpoch) -> {
                    Evaluation evaluation = Evaluation.of(model::probabilities, test, done -> {});
                    return new Verdict(
                            ofEpoch ? sets.train().accuracy(model.network()) : Double.NaN,
                            sets.areTestImages()
                                    ? evaluation.matrix().accuracy()
                                    : sets.unseen().accuracy(model.network()),
                            Optional.of(evaluation),
                            Map.of());
                });
    }
}
