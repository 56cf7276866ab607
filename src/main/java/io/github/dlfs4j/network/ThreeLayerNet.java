package io.github.dlfs4j.network;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * The network of section 3.6: two hidden layers with the sigmoid function and an output layer with softmax. For MNIST
 * it has 784 inputs, 50 and 100 hidden neurons, and 10 outputs.
 *
 * <p>Its loss is the cross entropy, and you can train it like any {@link Network}. Several threads may call
 * {@link #predict predict}, {@link #loss loss} and {@link #accuracy accuracy} at once while none trains. Its serialised
 * form is an {@code .npz} archive of its weights.
 */
public final class ThreeLayerNet implements Network, Serializable {
    private static final long serialVersionUID = 1;

    private static final String PRETRAINED = "three-layer-net.npz";

    /**
     * The layers before the softmax. Constant weights are faster, so the weights are constant until {@link #parameters}
     * hands them out.
     */
    private transient volatile Sequential layers;

    private transient boolean given;

    /**
     * Creates a network of the given weights, which it copies.
     *
     * @param weights {@code W1} of shape (inputs, first hidden), {@code W2} of shape (first hidden, second hidden),
     *     {@code W3} of shape (second hidden, outputs), and the biases {@code b1}, {@code b2}, {@code b3} with one
     *     number for each neuron
     * @throws IllegalArgumentException if an array is missing or does not fit, such as {@code b2 must have the shape
     *     (100,), not (50,)}
     */
    public ThreeLayerNet(Map<String, NDArray> weights) {
        layers = layers(weights, true);
    }

    private static Sequential layers(Map<String, NDArray> weights, boolean constant) {
        SavedArrays saved = new SavedArrays("", Objects.requireNonNull(weights, "weights"));
        NDArray w1 = saved.matrix("W1");
        NDArray w2 = saved.parameter("W2", w1.shape(1), saved.matrix("W2").shape(1));
        NDArray w3 = saved.parameter("W3", w2.shape(1), saved.matrix("W3").shape(1));
        return new Sequential(
                affine(w1, saved.parameter("b1", w1.shape(1)), constant),
                new Sigmoid(),
                affine(w2, saved.parameter("b2", w2.shape(1)), constant),
                new Sigmoid(),
                affine(w3, saved.parameter("b3", w3.shape(1)), constant));
    }

    private static Affine affine(NDArray weights, NDArray bias, boolean constant) {
        return constant
                ? new Affine(weights.readOnlyCopy(), bias.readOnlyCopy())
                : new Affine(weights.copy(), bias.copy());
    }

    /**
     * Returns a network that recognises the digits of MNIST. Its weights come with the library, so it needs no data and
     * no internet connection. This library trained it on the 60,000 training images; it recognises 97.4 % of the 10,000
     * test images.
     *
     * <pre>{@code
     * ThreeLayerNet network = ThreeLayerNet.pretrained();
     * Mnist mnist = Mnist.load();
     * NDArray y = network.predict(mnist.testImages().get(0));
     * System.out.println(y.argmax() + ", as labelled: " + mnist.testLabels().get(0));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 7, as labelled: 7
     * }</pre>
     *
     * @return a new network of float32 weights, with 784 inputs, 50 and 100 hidden neurons, and 10 outputs, one for
     *     each digit. The inputs are the 28 rows of 28 pixels, from 0 (background) to 1 (ink), as {@code Mnist.load()}
     *     returns them
     */
    public static ThreeLayerNet pretrained() {
        try (InputStream in = ThreeLayerNet.class.getResourceAsStream(PRETRAINED)) {
            return new ThreeLayerNet(Npz.read(in, PRETRAINED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Computes the probabilities of the classes. No other network of this package ends its predictions with softmax;
     * this one does, as in chapter 3 of the book.
     *
     * @param x one input of shape (inputs,), or a batch of shape (n, inputs)
     * @return shape (outputs,) or (n, outputs); float32 if weights and input are at most that
     * @throws IllegalArgumentException {@code layer 1 of 5, Affine: shapes (100,783) and (784,50) not aligned: 783 (dim
     *     1) != 784 (dim 0)}
     */
    @Override
    public NDArray predict(NDArray x) {
        return Activations.softmax(layers.predict(x));
    }

    /** Returns the layers before the softmax, with the parameters that {@link #parameters} returns. */
    Sequential layers() {
        parameters();
        return layers;
    }

    @Override
    public synchronized Map<String, NDArray> parameters() {
        if (!given) {
            layers = layers(layers.parameters(), false);
            given = true;
        }
        return layers.parameters();
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        return layers.loss(x, t);
    }

    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        return layers.gradient(x, t);
    }

    @Override
    public String toString() {
        return "ThreeLayerNet(%s)".formatted(Architecture.sizes(layers.parameters()));
    }

    private Object writeReplace() {
        return new SerializedForm(ThreeLayerNet.class, null).with(layers.parameters());
    }

    static ThreeLayerNet unpacked(SerializedForm form) {
        return new ThreeLayerNet(form.parts(NDArray.class));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
