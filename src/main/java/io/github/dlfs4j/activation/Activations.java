package io.github.dlfs4j.activation;

import io.github.dlfs4j.ndarray.NDArray;

/** The book's activation functions. None of them changes its argument. */
public final class Activations {
    private Activations() {}

    /**
     * The sigmoid function, {@code 1 / (1 + np.exp(-x))}, section 3.2.4.
     *
     * @param x an array of any shape
     * @return a new array of the same shape, its elements between 0 and 1: float32 for float32, else float64
     */
    public static NDArray sigmoid(NDArray x) {
        return x.neg().exp().add(1).rdiv(1);
    }

    /**
     * The softmax function, {@code np.exp(x) / np.sum(np.exp(x))}, section 3.5.2, along the last axis: each row of a
     * batch becomes probabilities that add up to 1.
     *
     * <p>The largest element is subtracted first, which changes no result but keeps the exponentials from overflowing.
     *
     * @param x an array whose last axis is not empty; a 0-d one gives 1
     * @return a new array of the same shape: float32 for float32, else float64
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public static NDArray softmax(NDArray x) {
        NDArray exponentials = x.sub(x.max(-1, true)).exp();
        return exponentials.div(exponentials.sum(-1, true));
    }
}
