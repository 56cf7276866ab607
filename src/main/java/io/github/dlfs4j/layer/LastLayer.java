package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * The last layer of a network, which compares the network's outputs with the targets. {@link SoftmaxWithLoss} is for
 * classes, and {@link IdentityWithLoss} for numbers; you can write your own. Only one thread at a time may train with a
 * last layer.
 */
public interface LastLayer {
    /**
     * Computes the loss, averaged over the batch.
     *
     * @param x the outputs of the network; the first axis counts the inputs
     * @param t the targets
     * @return a 0-d array
     * @throws IllegalArgumentException if the targets do not fit
     */
    NDArray forward(NDArray x, NDArray t);

    /**
     * Computes the loss as {@link #forward forward} does, but remembers nothing, so that several threads may call it at
     * once.
     *
     * @param x the outputs of the network; the first axis counts the inputs
     * @param t the targets
     * @return a 0-d array
     * @throws IllegalArgumentException if the targets do not fit
     */
    NDArray infer(NDArray x, NDArray t);

    /**
     * Computes the gradient with respect to x.
     *
     * @param dout the gradient with respect to the loss; 1 if the backward pass begins with this loss
     * @return an array of the shape of x
     * @throws IllegalStateException {@code SoftmaxWithLoss.backward needs a forward before it}
     */
    NDArray backward(double dout);

    /**
     * Returns whether the largest output is the answer, so that the network has an accuracy.
     *
     * @return true unless overridden
     */
    default boolean classifies() {
        return true;
    }
}
