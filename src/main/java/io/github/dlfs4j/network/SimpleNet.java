package io.github.dlfs4j.network;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * The smallest network, section 4.4.2: one matrix of weights, which shows what the gradient of a network is.
 *
 * <pre>{@code
 * NDArray weights = NDArray.of(new double[][] {
 *     {-0.78391423, -0.0493546, 1.01982955},
 *     {-0.1693144, -0.82591994, -0.70009164}
 * });
 * SimpleNet net = new SimpleNet(weights);
 * NDArray x = NDArray.of(0.6, 0.9);
 * NDArray t = NDArray.of(0, 0, 1);
 * System.out.println(NumericalGradient.of(w -> net.loss(x, t), net.weights()));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[ 0.16255973  0.13988719 -0.30244691]
 *  [ 0.24383959  0.20983078 -0.45367037]]
 * }</pre>
 */
public final class SimpleNet implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient NDArray weights;

    /**
     * Creates the book's network: two inputs, three classes, and weights from the standard normal distribution.
     *
     * @param random the generator for the weights
     */
    public SimpleNet(RandomState random) {
        this(random.randn(2, 3));
    }

    /**
     * Creates a network of the given weights. It uses the array and does not copy it, so a change of the array is a
     * change of the network.
     *
     * @param weights shape (inputs, classes)
     * @throws IllegalArgumentException {@code W must be a matrix, not of shape (2,)}
     */
    public SimpleNet(NDArray weights) {
        if (weights.ndim() != 2) {
            throw new IllegalArgumentException("W must be a matrix, not of shape " + weights.shape());
        }
        this.weights = weights;
    }

    /** {@return the weights, the network's own array} */
    public NDArray weights() {
        return weights;
    }

    /**
     * Computes the scores of the classes, before softmax.
     *
     * @param x one input of shape (inputs,), or a batch of shape (n, inputs)
     * @return shape (classes,) or (n, classes)
     * @throws IllegalArgumentException {@code shapes (3,) and (2,3) not aligned: 3 (dim 0) != 2 (dim 0)}
     */
    public NDArray predict(NDArray x) {
        return x.dot(weights);
    }

    /**
     * Computes the cross entropy of the predicted probabilities.
     *
     * @param x one input of shape (inputs,), or a batch of shape (n, inputs)
     * @param t the targets, one-hot or labels, as for {@link Losses#crossEntropy crossEntropy}
     * @return a 0-d array
     * @throws IllegalArgumentException if the input does not fit the weights, or the targets do not fit the input
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public NDArray loss(NDArray x, NDArray t) {
        return Losses.crossEntropy(Activations.softmax(predict(x)), t);
    }

    @Override
    public String toString() {
        return "SimpleNet(%s, %s)".formatted(weights.shape(0), weights.shape(1));
    }

    private Object writeReplace() {
        return new SerializedForm(SimpleNet.class, null).with("W", weights);
    }

    static SimpleNet unpacked(SerializedForm form) {
        return new SimpleNet(form.part("W", NDArray.class));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
