package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * The last layer of a network, which compares the network's outputs with the targets. {@link SoftmaxWithLoss} is for
 * classes, and {@link IdentityWithLoss} for numbers. Only one thread at a time may train with a last layer.
 *
 * <p>You can write your own. This one takes the absolute errors, which outliers draw less than squared ones:
 *
 * <pre>{@code
 * class AbsoluteError implements LastLayer {
 *     private NDArray error;
 *
 *     @Override
 *     public NDArray forward(NDArray x, NDArray t) {
 *         error = x.sub(t);
 *         return infer(x, t);
 *     }
 *
 *     @Override
 *     public NDArray infer(NDArray x, NDArray t) {
 *         return x.sub(t).abs().sum().div(x.shape(0));
 *     }
 *
 *     @Override
 *     public NDArray backward(double dout) {
 *         return error.sign().mul(dout / error.shape(0));
 *     }
 *
 *     @Override
 *     public boolean classifies() {
 *         return false;
 *     }
 * }
 * RandomState random = new RandomState(0);
 * NDArray x = NDArray.arange(-1, 1, 0.1).reshape(20, 1);
 * NDArray y = x.mul(3).add(2);
 * y.at(4, 0).set(50); // an outlier
 * Dataset line = Dataset.of(x, y);
 * Sequential net = new Sequential(new AbsoluteError(), Affine.of(1, 1, Initialization.xavier(), random));
 * Trainer trainer = new Trainer(net, new SGD(0.1), Batches.shuffled(line, 5, random));
 * trainer.learningRate(new CosineDecay(0.1, 0.0001, 2000)).run(2000);
 * System.out.println(net.predict(NDArray.of(new double[][] {{0}, {10}})).round(1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[ 2.]
 *  [32.]]
 * }</pre>
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
     * Returns whether the largest output is the answer, so that the network has an accuracy. A last layer for numbers,
     * or for several labels at once, overrides this and returns false: an accuracy would mean nothing, and the network
     * refuses to compute one.
     *
     * @return true unless overridden
     */
    default boolean classifies() {
        return true;
    }
}
