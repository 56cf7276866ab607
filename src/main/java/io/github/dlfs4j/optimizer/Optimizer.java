package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A way to change the parameters of a network by the gradients of its loss, so that the loss becomes smaller.
 *
 * <p>An optimiser serves one network. What it remembers from one update to the next is its state, which a checkpoint
 * keeps: an optimiser that is given the state of another goes on as the other would have. It is used by one thread, and
 * nobody reads the parameters while it updates them.
 *
 * <p>The optimisers of this package are {@link java.io.Serializable}. One travels as its state, an {@code .npz}
 * archive, and is read with the checks of {@link #restore(Map)}: where a number is not finite any more, the journey has
 * no end.
 */
public interface Optimizer {
    /**
     * Changes the parameters, in place. The gradients stay as they are.
     *
     * @param parameters the network's own arrays, by name
     * @param gradients the gradient of the loss by each parameter, of its shape, by the same names; in a trainer they
     *     end with the step, so what is to be remembered of them is copied by {@link NDArray#keep()}
     * @throws IllegalArgumentException {@code parameters [W1, b1] and gradients [W1] must have the same names}, or
     *     {@code the gradient of W1 must have the shape (2, 3), not (3,)}; then nothing is changed
     */
    void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients);

    /**
     * What the next updates depend on, the learning rate included.
     *
     * @return arrays by names such as {@code lr} or {@code v/W1}, which later updates do not change
     */
    Map<String, NDArray> state();

    /**
     * Takes over a state.
     *
     * @param state what {@link #state()} of an optimiser of the same class returned; copied
     * @throws IllegalArgumentException if no optimiser of the class has such a state; the message begins with the name
     *     of what is wrong; then nothing is changed
     */
    void restore(Map<String, NDArray> state);

    /**
     * Takes over the state of a training that goes on, {@link #restore(Map)}, if what it remembers is of the same
     * parameters.
     *
     * @param state what {@link #state()} of an optimiser of the same class returned; copied
     * @param parameters the network's own arrays, by name, which stay as they are
     * @param updates how many updates of them there have been, at least; if not overridden, neither they nor the
     *     parameters are looked at
     * @throws IllegalArgumentException as {@link #restore(Map)}, or {@code v/W1 is missing from the state of Momentum}:
     *     the message begins with the name of what is wrong; then nothing is changed
     */
    default void restore(Map<String, NDArray> state, Map<String, NDArray> parameters, long updates) {
        restore(state);
    }

    /**
     * How much of the gradient a step takes.
     *
     * @return the learning rate; if not overridden, {@code lr} of the {@link #state()}
     * @throws UnsupportedOperationException {@code MyOptimizer has no learning rate named lr}
     */
    default double learningRate() {
        NDArray rate = state().get("lr");
        if (rate == null) {
            throw new UnsupportedOperationException(name() + " has no learning rate named lr");
        }
        return rate.asDouble();
    }

    /**
     * Changes how much of the gradient the next steps take, for example less towards the end: a
     * {@link LearningRateSchedule} says how much, step by step.
     *
     * @param learningRate the learning rate, above 0; if not overridden, it is put into the {@link #state()}, which is
     *     then restored
     * @throws IllegalArgumentException {@code lr of Adam must be above 0, but is -1.0}; then nothing is changed
     * @throws UnsupportedOperationException {@code MyOptimizer has no learning rate named lr}
     */
    default void learningRate(double learningRate) {
        Map<String, NDArray> state = new LinkedHashMap<>(state());
        if (state.replace("lr", NDArray.scalar(learningRate)) == null) {
            throw new UnsupportedOperationException(name() + " has no learning rate named lr");
        }
        restore(state);
    }

    /**
     * The name that tells this way from others in a checkpoint.
     *
     * @return the simple name of the class
     */
    default String name() {
        return getClass().getSimpleName();
    }
}
