package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;
import java.util.Set;

/**
 * Stochastic gradient descent, sections 4.5 and 6.1.2: a step against the gradient, <i>W ← W - η ∂L/∂W</i>.
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
public final class SGD implements Optimizer {
    private double learningRate;

    /**
     * An optimiser of the given learning rate.
     *
     * @param learningRate how much of the gradient a step takes
     * @throws IllegalArgumentException {@code the learning rate must be finite, but is NaN}
     */
    public SGD(double learningRate) {
        this.learningRate = finite(learningRate);
    }

    private static double finite(double learningRate) {
        if (!Double.isFinite(learningRate)) {
            throw new IllegalArgumentException("the learning rate must be finite, but is " + learningRate);
        }
        return learningRate;
    }

    /**
     * How much of the gradient a step takes.
     *
     * @return the learning rate
     */
    public double learningRate() {
        return learningRate;
    }

    /**
     * Changes how much of the gradient the next steps take, for example less towards the end.
     *
     * @param learningRate the learning rate
     * @throws IllegalArgumentException {@code the learning rate must be finite, but is NaN}
     */
    public void learningRate(double learningRate) {
        this.learningRate = finite(learningRate);
    }

    @Override
    public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
        Gradients.check(parameters, gradients);
        parameters.forEach((key, parameter) -> parameter.subi(gradients.get(key).mul(learningRate)));
    }

    /**
     * The learning rate.
     *
     * @return {@code lr}, a 0-d array
     */
    @Override
    public Map<String, NDArray> state() {
        return Map.of("lr", NDArray.scalar(learningRate));
    }

    /**
     * Takes over a learning rate.
     *
     * @param state what {@link #state()} returned
     * @throws IllegalArgumentException {@code the state of SGD is lr, a number of float64, not [lr, v/W1]}, or if it is
     *     not finite
     */
    @Override
    public void restore(Map<String, NDArray> state) {
        NDArray rate = state.get("lr");
        if (!state.keySet().equals(Set.of("lr")) || rate.dtype() != DType.FLOAT64 || rate.ndim() != 0) {
            throw new IllegalArgumentException("the state of SGD is lr, a number of float64, not " + state.keySet());
        }
        learningRate(rate.asDouble());
    }
}
