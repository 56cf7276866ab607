package io.github.dlfs4j.app;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.training.Trainer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;

/** Checks that a training is still of use: after the first number that is not finite, all later steps are lost. */
record Health(Network network, Optimizer optimizer, long firstStep, Optional<Keeping> keeping, NDArray smallest) {
    /**
     * @param firstStep the number of steps that the training begins with
     * @param keeping the file that the state is saved to
     */
    static Health of(Network network, Optimizer optimizer, long firstStep, Optional<Keeping> keeping) {
        NDArray smallest = Collections.min(network.parameters().values(), Comparator.comparingInt(NDArray::size));
        return new Health(network, optimizer, firstStep, keeping, smallest);
    }

    /**
     * Makes a cheap check after each step. A loss that is not finite makes every gradient NaN, so it is enough to look
     * at the smallest parameter.
     *
     * @throws Refusal if a number is not finite
     */
    void checkStep(Trainer trainer) {
        if (!SavedArrays.isFinite(smallest)) {
            throw lost("the loss", trainer);
        }
    }

    /**
     * Checks the loss and the whole state before it is saved.
     *
     * @throws Refusal if a number is not finite
     */
    void check(Trainer trainer) {
        if (trainer.steps() > firstStep && !SavedArrays.isFinite(trainer.loss())) {
            throw lost("the loss", trainer);
        }
        if (!areFinite(network.state().values()) || !areFinite(optimizer.state().values())) {
            throw lost("the state", trainer);
        }
    }

    private Refusal lost(String what, Trainer trainer) {
        return new Refusal("%s is no longer finite after step %s; a lower --lr may help%s"
                .formatted(what, trainer.steps(), keeping.map(Keeping::lastGood).orElse("")));
    }

    private static boolean areFinite(Collection<NDArray> arrays) {
        return arrays.stream().allMatch(SavedArrays::isFinite);
    }
}
