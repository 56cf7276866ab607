package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.file.MapOrder;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule that changes the parameters of a network by the gradients of its loss, so that the loss becomes smaller.
 *
 * <p>An optimiser is for one network. Its state is what it remembers from one update to the next; a checkpoint keeps
 * it. An optimiser that gets the state of another continues as the other would have. Only one thread may use an
 * optimiser, and no thread may read the parameters during an update.
 *
 * <p>You can write your own. This one steps by the signs of the gradients alone (Bernstein et al., <i>signSGD:
 * Compressed Optimisation for Non-Convex Problems</i>, 2018):
 *
 * <pre>{@code
 * class SignSGD implements Optimizer {
 *     private final double learningRate;
 *
 *     SignSGD(double learningRate) {
 *         this.learningRate = learningRate;
 *     }
 *
 *     @Override
 *     public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
 *         parameters.forEach((name, array) -> array.subi(gradients.get(name).sign().mul(learningRate)));
 *     }
 * }
 * NDArray x = NDArray.of(4.0, -1.0);
 * new SignSGD(0.25).update(Map.of("x", x), Map.of("x", x.mul(2)));
 * System.out.println(x);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 3.75 -0.75]
 * }</pre>
 *
 * <p>To save checkpoints, an optimiser of your own overrides {@link #state() state} and {@link #restore(Map) restore}
 * too; for a {@link LearningRateSchedule}, these two with an array {@code lr}, or {@link #learningRate(double)
 * learningRate} alone.
 *
 * <p>The optimisers of this package are {@link java.io.Serializable Serializable}. The serialised form has the class
 * and the state. Reading it makes the checks of {@link #restore(Map) restore}, so an optimiser with a number that is
 * not finite cannot be read.
 */
public interface Optimizer {
    /**
     * Changes the parameters in place. The gradients stay as they are.
     *
     * @param parameters the network's own arrays by name
     * @param gradients the gradient of the loss with respect to each parameter, of its shape, by the same names. In a
     *     trainer they are valid for one step; to remember a gradient for longer, copy it by {@link NDArray#keep()
     *     keep}
     * @throws IllegalArgumentException {@code parameters [W1, b1] and gradients [W1] must have the same names}, or
     *     {@code the gradient of W1 must have the shape (2, 3), not (3,)}, or {@code W1: output array is read-only};
     *     then nothing is changed
     * @throws UnsupportedOperationException {@code W1 must be float64 or float32 to learn, not int64}; then nothing is
     *     changed
     */
    void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients);

    /**
     * Returns what the next updates depend on, including the learning rate. Unless overridden, this method refuses: a
     * checkpoint without what the optimiser remembers would silently continue another training.
     *
     * @return arrays by names such as {@code lr} or {@code v/W1}, which later updates do not change; an empty map if
     *     the next updates depend on nothing but the arguments of the constructor
     * @throws UnsupportedOperationException {@code MyOptimizer has no state, which checkpoints and schedules need:
     *     override state and restore}
     */
    default Map<String, NDArray> state() {
        throw noState();
    }

    /**
     * Restores a state. Unless overridden, this method refuses.
     *
     * @param state a {@link #state() state} of an optimiser of the same class; copied
     * @throws IllegalArgumentException if the state is not valid for this class; the message begins with the name of
     *     the wrong array, and nothing is changed
     * @throws UnsupportedOperationException as {@link #state() state}
     */
    default void restore(Map<String, NDArray> state) {
        throw noState();
    }

    private UnsupportedOperationException noState() {
        return new UnsupportedOperationException(
                name() + " has no state, which checkpoints and schedules need: override state and restore");
    }

    /**
     * Restores the state of a training that continues, and checks that it belongs to the given parameters.
     *
     * @param state a {@link #state() state} of an optimiser of the same class; copied
     * @param parameters the network's own arrays by name, which stay as they are
     * @param updates the least number of updates so far. Unless overridden, this method ignores the parameters and this
     *     number
     * @throws IllegalArgumentException as for {@link #restore(Map) restore}, or {@code v/W1 is missing from the state
     *     of Momentum}: the message begins with the name of the wrong array, and nothing is changed
     */
    default void restore(Map<String, NDArray> state, Map<String, NDArray> parameters, long updates) {
        restore(state);
    }

    /**
     * Returns the learning rate, the share of the gradient that a step takes.
     *
     * @return the learning rate; {@code lr} of the {@link #state() state} unless overridden
     * @throws UnsupportedOperationException {@code MyOptimizer has no learning rate named lr}, or as {@link #state()
     *     state}
     */
    default double learningRate() {
        NDArray rate = state().get("lr");
        if (rate == null) {
            throw new UnsupportedOperationException(name() + " has no learning rate named lr");
        }
        return rate.asDouble();
    }

    /**
     * Changes the learning rate for the next steps. A {@link LearningRateSchedule} does so before each step. Unless
     * overridden, this method puts the rate into the {@link #state() state} and restores it, which copies all that the
     * optimiser remembers.
     *
     * @param learningRate the learning rate, above 0
     * @throws IllegalArgumentException {@code lr of Adam must be above 0, but is -1.0}; then nothing is changed
     * @throws UnsupportedOperationException {@code MyOptimizer has no learning rate named lr}, or as {@link #state()
     *     state}
     */
    default void learningRate(double learningRate) {
        Map<String, NDArray> state = new LinkedHashMap<>(MapOrder.of(state()));
        if (state.replace("lr", NDArray.scalar(learningRate)) == null) {
            throw new UnsupportedOperationException(name() + " has no learning rate named lr");
        }
        restore(state);
    }

    /** {@return the name of this kind of optimiser in a checkpoint, the simple name of the class} */
    default String name() {
        return getClass().getSimpleName();
    }
}
