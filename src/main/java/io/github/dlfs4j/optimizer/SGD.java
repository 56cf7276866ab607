package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * Stochastic gradient descent, sections 4.5 and 6.1.2. Each update is a step against the gradient, <i>W ← W - η
 * ∂L/∂W</i>.
 *
 * <pre>{@code
 * Map<String, NDArray> parameters = Map.of("x", NDArray.of(3.0, -2.0));
 * Optimizer optimizer = new SGD(0.1);
 * optimizer.update(parameters, Map.of("x", NDArray.of(1.0, 10.0)));
 * System.out.println(parameters.get("x"));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 2.9 -3. ]
 * }</pre>
 */
public final class SGD implements Optimizer, Serializable {
    private static final long serialVersionUID = 1;
    private static final String WORDS = "the learning rate";
    private static final String NAME = "lr";

    private transient double learningRate;

    /**
     * Creates an optimiser.
     *
     * @param learningRate the learning rate η, above 0
     * @throws IllegalArgumentException {@code the learning rate must be finite, but is NaN}, {@code the learning rate
     *     must be above 0, but is -1.0}
     */
    public SGD(double learningRate) {
        this.learningRate = Range.ABOVE_0.check(WORDS, learningRate);
    }

    /**
     * Returns the learning rate, the share of the gradient that a step takes.
     *
     * @return the learning rate
     */
    @Override
    public double learningRate() {
        return learningRate;
    }

    /**
     * Changes the learning rate for the next steps.
     *
     * @param learningRate the learning rate, above 0
     * @throws IllegalArgumentException {@code the learning rate must be finite, but is NaN}, {@code the learning rate
     *     must be above 0, but is -1.0}
     */
    @Override
    public void learningRate(double learningRate) {
        this.learningRate = Range.ABOVE_0.check(WORDS, learningRate);
    }

    @Override
    public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
        NamedArrays.checkGradients(parameters, gradients);
        parameters.forEach((key, parameter) -> parameter.subi(gradients.get(key).mul(learningRate)));
    }

    /**
     * Returns the learning rate as the state.
     *
     * @return {@code lr}, a 0-d array
     */
    @Override
    public Map<String, NDArray> state() {
        return Map.of(NAME, NDArray.scalar(learningRate));
    }

    /**
     * Restores a learning rate.
     *
     * @param state a {@link #state() state} of an SGD
     * @throws IllegalArgumentException {@code lr is missing from the state of SGD}, {@code v/W1 is no part of the state
     *     of SGD}, {@code lr must be float64 of shape (), not int64 of shape ()}, or as {@link #learningRate(double)
     *     learningRate}
     */
    @Override
    public void restore(Map<String, NDArray> state) {
        SavedArrays saved = new SavedArrays("", state);
        saved.expectNames(Set.of(NAME), "the state of SGD");
        learningRate = Range.ABOVE_0.check(NAME + " of SGD", saved.number(NAME));
    }

    @Override
    public String toString() {
        return "SGD(lr=%s)".formatted(NDArray.scalar(learningRate));
    }

    private Object writeReplace() {
        return new SerializedOptimizer(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
