package io.github.dlfs4j.perceptron;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * A perceptron, section 2.3. It outputs 1 if the sum of its weighted inputs and its bias is above 0, and 0 otherwise. A
 * perceptron is immutable.
 *
 * <pre>{@code
 * Perceptron atLeastTwoOfThree = new Perceptron(NDArray.of(1.0, 1.0, 1.0), -1.5);
 * System.out.println(atLeastTwoOfThree.output(NDArray.of(1, 0, 1)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1
 * }</pre>
 *
 * @param weights one weight for each input, which says how much the input counts
 * @param bias the number that is added to the sum, which says how easily the perceptron outputs 1
 */
public record Perceptron(NDArray weights, double bias) {
    /**
     * Creates a perceptron.
     *
     * @param weights one weight for each input, shape (inputs,); copied
     * @param bias the number that is added to the sum
     * @throws IllegalArgumentException {@code weights must have one axis, not the shape (2, 3)}
     */
    public Perceptron {
        if (weights.ndim() != 1) {
            throw new IllegalArgumentException("weights must have one axis, not the shape " + weights.shape());
        }
        weights = weights.copy();
    }

    /** {@return the weights, in a new array of shape (inputs,)} */
    @Override
    public NDArray weights() {
        return weights.copy();
    }

    /**
     * Computes the weighted sum of the inputs and the bias, {@code np.sum(w * x) + b}.
     *
     * @param x the inputs, shape (inputs,), or a batch, shape (n, inputs)
     * @return a 0-d array, or one of shape (n,)
     * @throws IllegalArgumentException {@code x must have 2 inputs, not the shape (3,)}
     */
    public NDArray weightedSum(NDArray x) {
        if (x.ndim() == 0 || x.shape(-1) != weights.size()) {
            throw new IllegalArgumentException(
                    "x must have %s inputs, not the shape %s".formatted(weights.size(), x.shape()));
        }
        return weights.mul(x).sum(-1).add(bias);
    }

    /**
     * Computes the output of the perceptron.
     *
     * @param x the inputs, shape (inputs,), or a batch, shape (n, inputs)
     * @return 0 or 1, a 0-d array of int64 or one of shape (n,)
     * @throws IllegalArgumentException {@code x must have 2 inputs, not the shape (3,)}
     */
    public NDArray output(NDArray x) {
        return Activations.step(weightedSum(x));
    }
}
