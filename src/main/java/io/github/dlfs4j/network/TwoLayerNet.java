package io.github.dlfs4j.network;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.Transaction;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The network of section 5.7: one hidden layer and an output layer, with softmax and cross entropy as its loss.
 * {@link #TwoLayerNet(int, int, int, RandomState) new TwoLayerNet} has ReLU, as in the book. With {@link Sigmoid}
 * instead it computes what the network of section 4.5 does, which the book writes as formulas.
 *
 * <p>A step of gradient descent looks as in the book:
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
 * <p>Its serialised form has its parameters and its activation function. If that is a layer of your own, it must be
 * {@link Serializable}.
 *
 * <p>Several threads may call {@link #predict predict}, {@link #loss loss} and {@link #accuracy accuracy} at once while
 * none trains. Only one thread at a time may call {@link #gradient gradient}, since the layers remember what it needs.
 */
public final class TwoLayerNet implements Network, Serializable {
    private static final long serialVersionUID = 1;

    private final transient Affine hidden;
    private final transient Layer activation;
    private final transient Affine output;
    private final transient SoftmaxWithLoss lastLayer = new SoftmaxWithLoss();
    private final transient Map<String, NDArray> parameters;

    /**
     * Creates the network of section 5.7.2, with ReLU and weights of standard deviation 0.01.
     *
     * @param inputs the number of inputs
     * @param hidden the number of hidden neurons
     * @param outputs the number of classes
     * @param random the generator for W1, then W2
     */
    public TwoLayerNet(int inputs, int hidden, int outputs, RandomState random) {
        this(inputs, hidden, outputs, random, DType.FLOAT64);
    }

    /**
     * Creates the network of chapter 5 in a dtype. In float32 it has the weights of float64, rounded; see <a
     * href="package-summary.html#float32">float32</a>.
     *
     * @param inputs the number of inputs
     * @param hidden the number of hidden neurons
     * @param outputs the number of classes
     * @param random the generator for W1, then W2
     * @param dtype float32 or float64
     * @throws IllegalArgumentException {@code a network computes in float32 or float64, not int64}
     */
    public TwoLayerNet(int inputs, int hidden, int outputs, RandomState random, DType dtype) {
        this(inputs, hidden, outputs, 0.01, new Relu(), random, dtype);
    }

    /**
     * Creates a network with weights from a normal distribution around 0 and with biases of 0, all of float64.
     *
     * @param inputs the number of inputs
     * @param hidden the number of hidden neurons
     * @param outputs the number of classes
     * @param deviation the standard deviation of the weights
     * @param activation the activation function of the hidden layer; do not use it in another network
     * @param random the generator for W1, then W2
     */
    public TwoLayerNet(int inputs, int hidden, int outputs, double deviation, Layer activation, RandomState random) {
        this(inputs, hidden, outputs, deviation, activation, random, DType.FLOAT64);
    }

    /**
     * Creates a network in a dtype, with weights from a normal distribution around 0 and with biases of 0. In float32
     * it has the weights of float64, rounded; see <a href="package-summary.html#float32">float32</a>.
     *
     * @param inputs the number of inputs
     * @param hidden the number of hidden neurons
     * @param outputs the number of classes
     * @param deviation the standard deviation of the weights
     * @param activation the activation function of the hidden layer; do not use it in another network
     * @param random the generator for W1, then W2
     * @param dtype float32 or float64
     * @throws IllegalArgumentException {@code a network computes in float32 or float64, not int64}, or {@code the
     *     number of outputs of layer 1 must be at least 1, but is 0} if there are no hidden neurons, and likewise for
     *     layer 2
     */
    public TwoLayerNet(
            int inputs, int hidden, int outputs, double deviation, Layer activation, RandomState random, DType dtype) {
        this(
                Objects.requireNonNull(activation, "activation"),
                Initialization.normal(deviation)
                        .dtype(dtype)
                        .parameters(random, new int[] {inputs, hidden}, new int[] {hidden, outputs}));
    }

    /** Creates a network of the given parameters W1, b1, W2 and b2, without copying them. */
    TwoLayerNet(Layer activation, Map<String, NDArray> parameters) {
        this(List.of(affine(parameters, 1), activation, affine(parameters, 2)));
    }

    private static Affine affine(Map<String, NDArray> parameters, int number) {
        SavedArrays saved = new SavedArrays("", parameters);
        return new Affine(saved.matrix("W" + number), saved.parameter("b" + number));
    }

    /** Creates a network of layers that may come from a stream, and checks them. */
    private TwoLayerNet(List<Layer> layers) {
        if (layers.size() != 3 || !(layers.get(0) instanceof Affine) || !(layers.get(2) instanceof Affine)) {
            throw new IllegalArgumentException("a TwoLayerNet is an Affine, an activation function and an Affine");
        }
        hidden = (Affine) layers.get(0);
        activation = layers.get(1);
        output = (Affine) layers.get(2);
        parameters = NamedArrays.numbered(List.of(hidden.parameters(), output.parameters()));
        new SavedArrays("", parameters)
                .parameter("W2", hidden.bias().size(), output.bias().size());
    }

    /** Returns the layers, which are still those of this network. */
    Sequential layers() {
        return new Sequential(hidden, activation, output);
    }

    /**
     * {@return the arrays that training changes: {@code W1} of shape (inputs, hidden), {@code b1}, {@code W2} of shape
     * (hidden, outputs) and {@code b2}, the network's own arrays, not copies}
     */
    @Override
    public Map<String, NDArray> parameters() {
        return parameters;
    }

    /**
     * Computes the scores of the classes. They are not probabilities;
     * {@link io.github.dlfs4j.activation.Activations#softmax softmax} makes probabilities of them. The network of
     * chapter 4 returns probabilities in the book, and that of chapter 5 scores; the highest is the same.
     *
     * @param x a batch of shape (n, inputs)
     * @return shape (n, outputs)
     * @throws IllegalArgumentException {@code shapes (100,783) and (784,50) not aligned: 783 (dim 1) != 784 (dim 0)}
     */
    @Override
    public NDArray predict(NDArray x) {
        return output.infer(LayerError.computed(activation, activation.infer(hidden.infer(x))));
    }

    /**
     * Computes the cross entropy of the predictions, averaged over the batch.
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
     * Computes the gradients of the loss by numerical differentiation, section 4.5.1: two losses for each element of
     * each parameter. Use it to check {@link #gradient gradient}.
     *
     * <p>By definition, each gradient is {@code NumericalGradient.of(w -> loss(x, t), w)}. With {@link Relu} or
     * {@link Sigmoid} this method is about a hundred times faster, on all cores: it computes only the part of a loss
     * that an element changes. The result differs from the definition by rounding alone, in float64 at most by a
     * relative 1e-6 or an absolute 1e-9. In float32 it is more accurate than the definition, whose losses are rounded
     * to float32.
     *
     * @param x a batch of shape (n, inputs)
     * @param t the labels, of shape (n,), or one-hot, of shape (n, outputs)
     * @return the gradients by the names of the parameters
     */
    @Override
    public Map<String, NDArray> numericalGradient(NDArray x, NDArray t) {
        return CentralDifferences.of(this, activation, x, t).orElseGet(() -> Network.super.numericalGradient(x, t));
    }

    /**
     * Computes the gradients of the loss by backpropagation, section 5.7.2.
     *
     * @param x a batch of shape (n, inputs)
     * @param t the labels, of shape (n,), or one-hot, of shape (n, outputs)
     * @return the gradients by the names of the parameters, in new arrays
     */
    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        Objects.requireNonNull(t, "t");
        return Transaction.of(() -> backpropagated(x, t));
    }

    private Map<String, NDArray> backpropagated(NDArray x, NDArray t) {
        // forward
        NDArray active = LayerError.computed(activation, activation.forward(hidden.forward(x)));
        NDArray scores = output.forward(active);
        lastLayer.forward(scores, t);

        // backward
        NDArray dout = lastLayer.backward(1);
        dout = output.backward(dout);
        dout = LayerError.computed(activation, activation.backward(dout));
        hidden.backwardToParameters(dout);

        return NamedArrays.numbered(List.of(hidden.gradients(), output.gradients()));
    }

    @Override
    public String toString() {
        return text(Object::toString);
    }

    /** Describes the network in one line, with the given text for the activation function. */
    String text(Function<Object, String> part) {
        return "TwoLayerNet(%s, %s)".formatted(Architecture.sizes(parameters), part.apply(activation));
    }

    private Object writeReplace() {
        return new SerializedForm(TwoLayerNet.class, null).with(LayerError.places(List.of(hidden, activation, output)));
    }

    static TwoLayerNet unpacked(SerializedForm form) {
        return new TwoLayerNet(List.copyOf(form.parts(Layer.class).values()));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
