package io.github.dlfs4j.app.life;

import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.EarlyStop;
import io.github.dlfs4j.training.Trainer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;

/**
 * The life of a training: its steps, an evaluation after each epoch, an early stop, and checks that it is still of use.
 * After the first number that is not finite, all later steps are lost.
 */
public class Life {
    private final Network network;
    private final Optimizer optimizer;
    private final Trainer trainer;
    private final Sets sets;
    private final Goal goal;
    private final long firstStep;
    private final NDArray smallest;
    /** On the unseen samples, after the last epoch. */
    private double accuracy;

    /**
     * The samples of a training.
     *
     * @param train those to train with
     * @param unseen those for the second accuracy of each epoch: validation images if there are any, or test images
     * @param areTestImages whether the unseen samples are the test images
     */
    public record Sets(Dataset train, Dataset unseen, boolean areTestImages) {
        /**
         * Names the unseen samples.
         *
         * @return {@code test} or {@code validation}
         */
        public String unseenName() {
            return areTestImages ? "test" : "validation";
        }
    }

    /**
     * When a training ends.
     *
     * @param steps the number of steps after which it ends
     * @param patience after how many epochs without a better accuracy it stops; empty for never
     */
    public record Goal(long steps, Optional<Integer> patience) {}

    /** Who follows a training. */
    public interface Watcher {
        /** Is told of each step. */
        void afterStep();

        /**
         * Evaluates the network after each epoch.
         *
         * @return the accuracy on the unseen samples
         */
        double afterEpoch();

        /** Is told when all is done that follows a step. */
        void beforeNextStep();

        /**
         * Says which state is left if all later steps are lost.
         *
         * @return the end of a sentence; empty if none is left
         */
        String lastGood();
    }

    /**
     * Prepares a training.
     *
     * @param network learns
     * @param optimizer updates its parameters
     * @param trainer makes the steps
     * @param sets the samples
     * @param goal when it ends
     */
    public Life(Network network, Optimizer optimizer, Trainer trainer, Sets sets, Goal goal) {
        this.network = network;
        this.optimizer = optimizer;
        this.trainer = trainer;
        this.sets = sets;
        this.goal = goal;
        firstStep = trainer.steps();
        smallest = Collections.min(network.parameters().values(), Comparator.comparingInt(NDArray::size));
    }

    /** {@return the network that learns} */
    public final Network network() {
        return network;
    }

    /** {@return the optimiser} */
    public final Optimizer optimizer() {
        return optimizer;
    }

    /** {@return the trainer, which makes the steps} */
    public final Trainer trainer() {
        return trainer;
    }

    /** {@return the samples} */
    public final Sets sets() {
        return sets;
    }

    /** {@return the number of steps that the training begins with: 0, or the steps of the training that is resumed} */
    public final long firstStep() {
        return firstStep;
    }

    /** {@return the number of steps after which the training ends, counted from the very first} */
    public final long end() {
        return goal.steps;
    }

    /**
     * Trains to the end, or until the training stops.
     *
     * @param watcher follows it
     * @throws Refusal if a number is no longer finite
     */
    public final void run(Watcher watcher) {
        trainer.every(1, t -> {
            // A loss that is not finite makes every gradient NaN, so it is enough to look at the smallest parameter.
            if (!SavedArrays.isFinite(smallest)) {
                throw lost("the loss", watcher.lastGood());
            }
            watcher.afterStep();
        });
        trainer.every(trainer.stepsPerEpoch(), t -> accuracy = watcher.afterEpoch());
        goal.patience.ifPresent(epochs -> trainer.every(trainer.stepsPerEpoch(), new EarlyStop(epochs, t -> accuracy)));
        trainer.every(1, t -> watcher.beforeNextStep());
        trainer.run(Math.max(0, end() - trainer.steps()));
    }

    /**
     * Checks the loss and the whole state before it is saved.
     *
     * @param lastGood as {@link Watcher#lastGood} says
     * @throws Refusal if a number is not finite
     */
    public void check(String lastGood) {
        if (trainer.steps() > firstStep && !SavedArrays.isFinite(trainer.loss())) {
            throw lost("the loss", lastGood);
        }
        if (!areFinite(network.state().values()) || !areFinite(optimizer.state().values())) {
            throw lost("the state", lastGood);
        }
    }

    private Refusal lost(String what, String lastGood) {
        return new Refusal("%s is no longer finite after step %s; a lower --lr may help%s"
                .formatted(what, trainer.steps(), lastGood));
    }

    private static boolean areFinite(Collection<NDArray> arrays) {
        return arrays.stream().allMatch(SavedArrays::isFinite);
    }

    /**
     * Says that the training was interrupted.
     *
     * @return for example {@code interrupted after step 7}
     */
    public final String interrupted() {
        return "interrupted after step " + trainer.steps();
    }

    /**
     * Says that the training stopped by itself.
     *
     * @return for example {@code stopped after step 7, since the accuracy no longer got better}
     */
    public final String stoppedEarly() {
        return Words.PAGE.of("train.stopped.early", trainer.steps());
    }

    /**
     * Says how to continue.
     *
     * @param file the name of the file that the state was saved to
     * @return for example {@code saved; --resume s.npz goes on from there}
     */
    public static String saved(String file) {
        return "saved; --resume " + file + " goes on from there";
    }
}
