package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * The end of a network that learns: it compares what the network says with what is right. {@link SoftmaxWithLoss} is
 * for classes, {@link IdentityWithLoss} for numbers; own ones are welcome. It learns with one thread at a time.
 */
public interface LastLayer {
    /**
     * The loss, averaged over the batch.
     *
     * @param x what the last layer before this gives; its first axis counts the inputs
     * @param t the targets
     * @return a 0-d array
     * @throws IllegalArgumentException if the targets do not fit
     */
    NDArray forward(NDArray x, NDArray t);

    /**
     * As {@link #forward}, but remembers nothing, so that several threads may ask for a loss at once.
     *
     * @param x what the last layer before this gives; its first axis counts the inputs
     * @param t the targets
     * @return a 0-d array
     * @throws IllegalArgumentException if the targets do not fit
     */
    NDArray infer(NDArray x, NDArray t);

    /**
     * The gradient by x.
     *
     * @param dout the gradient by the loss, 1 if the loss is where the way back begins
     * @return an array of the shape of x
     * @throws IllegalStateException {@code SoftmaxWithLoss.backward needs a forward before it}
     */
    NDArray backward(double dout);

    /**
     * Whether the largest of the outputs is the answer, so that a network has an accuracy.
     *
     * @return true, if not overridden
     */
    default boolean classifies() {
        return true;
    }
}
