package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The network of sections 4.5 and 5.7, which learns: one hidden layer, an output layer, and softmax with the cross
 * entropy as its loss. Chapter 4's is {@link #withSigmoid}, chapter 5's has ReLU and is {@link #TwoLayerNet(int, int,
 * int, RandomState) new TwoLayerNet}.
 *
 * <p>A step of gradient descent reads as in the book:
 *
 * <pre>{@code
 * TwoLayerNet net = new TwoLayerNet(2, 3, 2, new RandomState(0));
 * NDArray x = NDArray.of(new double[][] {{1, 0}, {0, 1}});
 * NDArray t = NDArray.of(1, 0);
 * for (int step = 0; step < 1000; step++) {
 *     Map<String, NDArray> gradients = net.gradient(x, t);
 *     net.parameters().forEach((name, parameter) -> parameter.subi(gradients.get(name).mul(0.1)));
 * }
 * System.out.println(net.predict(x).argmax(1) + " " + net.accuracy(x, t));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [1 0] 1.0
 * }</pre>
 *
 * <p>By Java's serialisation it travels as its parameters and its activation function, which must be
 * {@link Serializable} if it is a layer of your own.
 *
 * <p>Several threads may call {@link #predict}, {@link #loss} and {@link #accuracy} at once while none trains; the
 * layers remember what {@link #gradient} needs, so that serves one thread at a time.
 */
public final class TwoLayerNet implements Network, Serializable {
    private static final long serialVersionUID = 1;

    private final transient Affine hidden;
    private final transient Layer activation;
    private final transient Affine output;
    private final transient SoftmaxWithLoss lastLayer = new SoftmaxWithLoss();
    private final transient Map<String, NDArray> parameters;

    /**
     * The network of chapter 5, section 5.7.2, with ReLU; its weights are drawn with a standard deviation of 0.01. That
     * of chapter 4 is {@link #withSigmoid}.
     *
     * @param inputs the number of inputs
     * @param hidden the number of hidden neurons
     * @param outputs the number of classes
     * @param random draws W1, then W2
     */
    public TwoLayerNet(int inputs, int hidden, int outputs, RandomState random) {
        this(inputs, hidden, outputs, 0.01, new Relu(), random);
    }

    /**
     * The network of chapter 4, section 4.5.1, with the sigmoid function; its weights are drawn with a standard
     * deviation of 0.01. It learns more slowly than that of chapter 5.
     *
     * @param inputs the number of inputs
     * @param hidden the number of hidden neurons
     * @param outputs the number of classes
     * @param random draws W1, then W2
     * @return a network that has learned nothing
     */
    public static TwoLayerNet withSigmoid(int inputs, int hidden, int outputs, RandomState random) {
        return new TwoLayerNet(inputs, hidden, outputs, 0.01, new Sigmoid(), random);
    }

    /**
     * A network whose weights are drawn from a normal distribution around 0 and whose biases are 0, all of float64.
     *
     * @param inputs the number of inputs
     * @param hidden the number of hidden neurons
     * @param outputs the number of classes
     * @param deviation the standard deviation of the weights
     * @param activation the activation function of the hidden layer, for this network alone
     * @param random draws W1, then W2
     */
    public TwoLayerNet(int inputs, int hidden, int outputs, double deviation, Layer activation, RandomState random) {
        this(
                Initialization.normal(deviation)
                        .parameters(random, new int[] {inputs, hidden}, new int[] {hidden, outputs}),
                activation);
    }

    /** A network of given parameters, W1, b1, W2 and b2, which are used and not copied. */
    TwoLayerNet(Map<String, NDArray> parameters, Layer activation) {
        this(List.of(affine(parameters, 1), activation, affine(parameters, 2)));
    }

    private static Affine affine(Map<String, NDArray> parameters, int number) {
        SavedArrays saved = new SavedArrays("", parameters);
        return new Affine(saved.matrix("W" + number), saved.parameter("b" + number));
    }

    /** A network of its layers, which may be any: they come from a stream too. */
    private TwoLayerNet(List<Layer> layers) {
        if (layers.size() != 3 || !(layers.get(0) instanceof Affine) || !(layers.get(2) instanceof Affine)) {
            throw new IllegalArgumentException("a TwoLayerNet is an Affine, an activation function and an Affine");
        }
        hidden = (Affine) layers.get(0);
        activation = layers.get(1);
        output = (Affine) layers.get(2);
        parameters = NamedArrays.numbered(List.of(hidden, output), Layer::parameters);
        new SavedArrays("", parameters)
                .parameter("W2", hidden.bias().size(), output.bias().size());
    }

    /**
     * The arrays that learning changes.
     *
     * @return {@code W1} of shape (inputs, hidden), {@code b1}, {@code W2} of shape (hidden, outputs), {@code b2}: the
     *     network's own, not copies
     */
    @Override
    public Map<String, NDArray> parameters() {
        return parameters;
    }

    /**
     * The scores of the classes, not their probabilities: those are
     * {@link io.github.dlfs4j.activation.Activations#softmax softmax} of the scores. The book's chapter 4 returns
     * probabilities here, its chapter 5 scores; the highest is the same.
     *
     * @param x a batch of shape (n, inputs)
     * @return shape (n, outputs)
     * @throws IllegalArgumentException {@code shapes (100,783) and (784,50) not aligned: 783 (dim 1) != 784 (dim 0)}
     */
    @Override
    public NDArray predict(NDArray x) {
        return output.infer(activation.infer(hidden.infer(x)));
    }

    /**
     * The cross entropy of the predictions, averaged over the batch.
     *
     * @param x a batch of shape (n, inputs)
     * @param t the labels, of shape (n,), or one-hot, of shape (n, outputs)
     * @return a 0-d array
     */
    @Override
    public NDArray loss(NDArray x, NDArray t) {
        return new SoftmaxWithLoss().forward(predict(x), t);
    }

    /**
     * The gradients of the loss by numerical differentiation, section 4.5.1: two losses for each element of each
     * parameter. It is there to check {@link #gradient}.
     *
     * <p>As a definition, each is {@code NumericalGradient.of(w -> loss(x, t), w)}. With {@link Relu} or
     * {@link Sigmoid} they come some hundred times faster, on all cores: of each of the two losses only what the one
     * element changes is computed anew. The two ways differ by rounding alone, a relative 1e-6 or an absolute 1e-9 at
     * most.
     *
     * @param x a batch of shape (n, inputs)
     * @param t the labels, of shape (n,), or one-hot, of shape (n, outputs)
     * @return the gradients by the names of the parameters
     */
    @Override
    public Map<String, NDArray> numericalGradient(NDArray x, NDArray t) {
        return CentralDifferences.of(this, activation, x, t)
                .orElseGet(() -> Network.super.numericalGradient(x, t));
    }

    /**
     * The gradients of the loss by backpropagation, section 5.7.2.
     *
     * @param x a batch of shape (n, inputs)
     * @param t the labels, of shape (n,), or one-hot, of shape (n, outputs)
     * @return the gradients by the names of the parameters, in new arrays
     */
    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        // forward
        NDArray scores = output.forward(activation.forward(hidden.forward(x)));
        lastLayer.forward(scores, t);

        // backward
        NDArray dout = lastLayer.backward(1);
        dout = output.backward(dout);
        dout = activation.backward(dout);
        hidden.backwardToParameters(dout);

        return NamedArrays.numbered(List.of(hidden, output), Layer::gradients);
    }

    @Override
    public String toString() {
        return text(Object::toString);
    }

    /** The network in one line, with a text for the activation function. */
    String text(Function<Object, String> part) {
        return "TwoLayerNet(%s, %s)".formatted(Architecture.sizes(parameters), part.apply(activation));
    }

    private Object writeReplace() {
        return new Form(new SerializedLayers(List.of(hidden, activation, output)));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    private record Form(SerializedLayers layers) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return SerializedForm.resolve(() -> new TwoLayerNet(layers.layers()));
        }
    }
}
