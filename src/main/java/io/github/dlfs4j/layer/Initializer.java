package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;

/** A rule for the first weights of a layer, section 6.2. {@code network.Initialization} has the book's rules. */
@FunctionalInterface
public interface Initializer {
    /**
     * Draws the first weights of a layer.
     *
     * @param random the generator
     * @param inputs the number of inputs of a neuron
     * @param shape the shape of the weights
     * @return a new array
     */
    NDArray weights(RandomState random, int inputs, int... shape);
}
