package io.github.dlfs4j.network;

import io.github.dlfs4j.file.MapOrder;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.parallel.RowBlocks;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.Transaction;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network of layers in a row. It ends in softmax with cross entropy, or in another {@link LastLayer}.
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * Sequential net = new Sequential(
 *         new Affine(random.randn(2, 3), NDArray.zeros(3)),
 *         new Relu(),
 *         new Affine(random.randn(3, 2), NDArray.zeros(2)));
 * System.out.println(net);
 * System.out.println(net.parameters().keySet());
 * System.out.println(net.predict(NDArray.of(new double[][] {{1, 2}})));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * Sequential(Affine(2, 3), Relu, Affine(3, 2), SoftmaxWithLoss)
 * [W1, b1, W2, b2]
 * [[5.5072609  0.75258426]]
 * }</pre>
 *
 * <p>The name of a parameter is its name in the layer and a number: {@code W2} is the {@code W} of the second layer
 * that has one.
 *
 * <p>{@link #predict predict}, {@link #loss loss} and {@link #accuracy accuracy} use the layers' {@link Layer#infer
 * infer}. With the layers of this library, several threads may call them at once while none trains. Only one thread at
 * a time may train.
 *
 * <p>If an input does not fit a layer, the exception names the layer: {@code layer 3 of 7, Affine: shapes (3,4) and
 * (5,2) not aligned: 4 (dim 1) != 5 (dim 0)}.
 *
 * <p>The serialised form has the options, parameters and statistics of the layers, so that training continues as it
 * would have. Layers of your own must be {@link Serializable}; otherwise a {@link java.io.NotSerializableException
 * NotSerializableException} says: {@code layer 2 of 3, com.example.Doubling, cannot be serialised: it is not
 * Serializable}.
 *
 * <p>Weight decay, section 6.4.2, makes large weights costly: it adds <i>½ λ ΣW²</i> to the loss, for each {@code W}
 * (Krogh and Hertz, <i>A Simple Weight Decay Can Improve Generalization</i>, 1991).
 */
public final class Sequential implements Network, Serializable {
    private static final long serialVersionUID = 1;

    /** What a network says that does not classify. */
    static final String NO_ACCURACY = "a network that ends in %s has a loss, but no accuracy";

    /** The parameters that weight decay makes small. */
    private static final String WEIGHTS = "W";

    /** The names of parts of the serialised form. */
    private static final String DECAY = "weightDecay";

    private static final String LAST = "the last layer";

    /** Eight images for each thread: enough work, and the outputs of the layers fit into the thread's L2 cache. */
    private static final int IMAGES_AT_ONCE = 8 * RowBlocks.configured().threads();

    /** The same for the rows of a matrix. */
    private static final int ROWS_AT_ONCE = 512 * RowBlocks.configured().threads();

    private final transient List<Layer> layers;
    private final transient double weightDecay;
    private final transient LastLayer lastLayer;
    private final transient Map<String, NDArray> parameters;
    private final transient Map<String, NDArray> statistics;

    /**
     * Creates a network that classifies, without weight decay.
     *
     * @param layers the layers from the input to the scores; do not use them in another network
     */
    public Sequential(Layer... layers) {
        this(0, layers);
    }

    /**
     * Creates a network that classifies.
     *
     * @param weightDecay the strength λ of the weight decay; 0 for none
     * @param layers the layers from the input to the scores; do not use them in another network
     * @throws IllegalArgumentException {@code the weight decay must be finite and not negative, but is -0.1}
     */
    public Sequential(double weightDecay, Layer... layers) {
        this(weightDecay, new SoftmaxWithLoss(), layers);
    }

    /**
     * Creates a network with another last layer, without weight decay. This one fits a line (regression, section 3.5.1)
     * and ends in the identity with the squared errors:
     *
     * <pre>{@code
     * RandomState random = new RandomState(0);
     * NDArray x = NDArray.arange(-1, 1, 0.1).reshape(20, 1);
     * Dataset line = Dataset.of(x, x.mul(3).add(2));
     * Sequential net = new Sequential(new IdentityWithLoss(), Affine.of(1, 1, Initialization.xavier(), random));
     * new Trainer(net, new SGD(0.5), Batches.shuffled(line, 5, random)).runEpochs(100);
     * System.out.println(net.predict(NDArray.of(new double[][] {{0}, {10}})));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[ 2.]
     *  [32.]]
     * }</pre>
     *
     * @param lastLayer compares the outputs of the layers with the targets
     * @param layers the layers from the input to the outputs; do not use them in another network
     */
    public Sequential(LastLayer lastLayer, Layer... layers) {
        this(0, lastLayer, layers);
    }

    /**
     * Creates a network with another last layer.
     *
     * @param weightDecay the strength λ of the weight decay; 0 for none
     * @param lastLayer compares the outputs of the layers with the targets
     * @param layers the layers from the input to the outputs; do not use them in another network
     * @throws IllegalArgumentException {@code the weight decay must be finite and not negative, but is -0.1}
     */
    public Sequential(double weightDecay, LastLayer lastLayer, Layer... layers) {
        if (!(weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the weight decay must be finite and not negative, but is " + weightDecay);
        }
        for (Layer layer : Objects.requireNonNull(layers, "layers")) {
            Objects.requireNonNull(layer, "layers");
        }
        this.layers = List.of(layers);
        this.weightDecay = weightDecay;
        this.lastLayer = Objects.requireNonNull(lastLayer, "lastLayer");
        List<Map<String, NDArray>> parameters = new ArrayList<>();
        List<Map<String, NDArray>> statistics = new ArrayList<>();
        for (Layer layer : layers) {
            parameters.add(layer.parameters());
            statistics.add(layer.statistics());
        }
        this.parameters = NamedArrays.numbered(parameters);
        this.statistics = NamedArrays.numbered(statistics);
    }

    /**
     * Returns a network of the same layers with another weight decay. Use it in place of this one.
     *
     * <pre>{@code
     * Sequential net = new Sequential(Affine.of(2, 3, Initialization.he(), random)).withWeightDecay(0.1);
     * }</pre>
     *
     * @param strength the strength λ of the weight decay; 0 for none
     * @return a network that shares the layers and parameters
     * @throws IllegalArgumentException {@code the weight decay must be finite and not negative, but is -0.1}
     */
    public Sequential withWeightDecay(double strength) {
        return new Sequential(strength, lastLayer, layers.toArray(Layer[]::new));
    }

    /** Returns the layers of a network that consists of layers, up to the scores; null for another. */
    static Sequential of(Network network) {
        return network instanceof TwoLayerNet two
                ? two.layers()
                : network instanceof ThreeLayerNet three
                        ? three.layers()
                        : network instanceof Sequential layers ? layers : null;
    }

    /** {@return the layers from the input to the scores, unmodifiable} */
    public List<Layer> layers() {
        return layers;
    }

    /** {@return the last layer, which compares the network's outputs with the targets} */
    public LastLayer lastLayer() {
        return lastLayer;
    }

    /**
     * Returns a table of the layers, like that of Keras, with the shape of each output and the number of parameters. As
     * in Keras, that number includes the statistics of a layer, which follow the batches and are not trained: a
     * {@code BatchNormalization} of 8 features has 8 numbers in each of γ, β, running mean and running variance, so 32,
     * and 16 of them are trained.
     *
     * <pre>{@code
     * System.out.print(MultiLayerNet.ofSizes(784, 50, 10).build(new RandomState(0)).summary());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * Sequential for inputs of shape (784,), with SoftmaxWithLoss at its end
     * __________________________________________________________
     * Layer (type)            Output Shape               Param #
     * ==========================================================
     * 1 Affine                (None, 50)                  39,250
     * 2 Relu                  (None, 50)                       0
     * 3 Affine                (None, 10)                     510
     * ==========================================================
     * Total params: 39,760
     * Trainable params: 39,760
     * Non-trainable params: 0
     * }</pre>
     *
     * @param input the shape of one input. You may leave it out if the first layer with parameters is an Affine, or a
     *     convolution of square images. The summary then takes the smallest shape that fits all layers, and names it in
     *     its first line
     * @return a table with a line for each layer; {@code None} stands for the number of inputs
     * @throws IllegalArgumentException {@code the shape of an input is needed, as in summary(1, 28, 28)}, or if the
     *     input does not fit a layer
     */
    public String summary(int... input) {
        return new Summary(this, input).toString();
    }

    @Override
    public Map<String, NDArray> parameters() {
        return parameters;
    }

    @Override
    public Map<String, NDArray> state() {
        return NamedArrays.joined(parameters, statistics);
    }

    @Override
    public Set<String> variances() {
        return statistics.keySet().stream().filter(SavedArrays::isVariance).collect(Collectors.toSet());
    }

    /**
     * Computes the scores of the classes. They are not probabilities;
     * {@link io.github.dlfs4j.activation.Activations#softmax softmax} makes probabilities of them. Images of shape
     * (channels, height, width) pass through the network in blocks of 8 for each thread, rows of a matrix in blocks of
     * 512, so that the outputs of the layers stay in the cache.
     *
     * @param x a batch; its first axis counts the inputs
     * @return the scores, in most networks of shape (n, classes)
     */
    @Override
    public NDArray predict(NDArray x) {
        ForwardPass pass = new ForwardPass(layers, false);
        return switch (x.ndim()) {
            case 4 -> ArrayScope.inBlocks(x, IMAGES_AT_ONCE, pass);
            case 2 -> ArrayScope.inBlocks(x, ROWS_AT_ONCE, pass);
            default -> pass.apply(x);
        };
    }

    /**
     * The pass of an array through all layers; an exception gets the number and the name of its layer. This is a class
     * because a lambda would delay the first predictions of a program by some milliseconds.
     */
    private record ForwardPass(List<Layer> layers, boolean training) implements UnaryOperator<NDArray> {
        @Override
        public NDArray apply(NDArray x) {
            NDArray out = x;
            int i = 0;
            try {
                for (; i < layers.size(); i++) {
                    Layer layer = layers.get(i);
                    out = LayerError.computed(layer, training ? layer.forward(out) : layer.infer(out));
                }
            } catch (RuntimeException e) {
                throw LayerError.of(layers, i, e);
            }
            return out;
        }
    }

    /** Computes with variables what the layers infer. */
    Variable outputs(Variable x) {
        Variable out = x;
        int i = 0;
        try {
            for (; i < layers.size(); i++) {
                out = layers.get(i).infer(out);
            }
        } catch (RuntimeException e) {
            throw LayerError.of(layers, i, e);
        }
        return out;
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        return LayerError.computed(lastLayer, lastLayer.infer(predict(x), t)).add(decay());
    }

    @Override
    public NDArray trainingLoss(NDArray x, NDArray t) {
        Objects.requireNonNull(t, "t");
        return Transaction.of(() -> {
            statistics.values().forEach(Transaction::before);
            NDArray loss = lastLayer.forward(new ForwardPass(layers, true).apply(x), t);
            return LayerError.computed(lastLayer, loss).add(decay());
        });
    }

    /** Returns what weight decay adds to the loss. */
    private double decay() {
        if (weightDecay == 0) {
            return 0;
        }
        return layers.stream()
                .flatMap(layer -> Stream.ofNullable(layer.parameters().get(WEIGHTS)))
                .mapToDouble(w -> 0.5 * weightDecay * w.square().sum().asDouble())
                .sum();
    }

    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        return Transaction.of(() -> backpropagated(x, t));
    }

    private Map<String, NDArray> backpropagated(NDArray x, NDArray t) {
        trainingLoss(x, t);
        NDArray dout = LayerError.computed(lastLayer, lastLayer.backward(1));
        int i = layers.size() - 1;
        try {
            for (; i > 0; i--) {
                dout = LayerError.computed(layers.get(i), layers.get(i).backward(dout));
            }
            if (i == 0) {
                layers.get(0).backwardToParameters(dout);
            }
        } catch (RuntimeException e) {
            throw LayerError.of(layers, i, e);
        }
        return NamedArrays.numbered(layers.stream().map(this::gradients).toList());
    }

    /** Returns the gradients of a layer, with what weight decay adds to them. */
    private Map<String, NDArray> gradients(Layer layer) {
        Map<String, NDArray> gradients = new LinkedHashMap<>(MapOrder.of(layer.gradients()));
        if (weightDecay > 0) {
            gradients.computeIfPresent(
                    WEIGHTS,
                    (name, dW) -> dW.add(layer.parameters().get(WEIGHTS).mul(weightDecay)));
        }
        return gradients;
    }

    /**
     * Computes the share of inputs whose class the network predicts.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return from 0 to 1
     * @throws UnsupportedOperationException {@code a network that ends in IdentityWithLoss has a loss, but no accuracy}
     */
    @Override
    public double accuracy(NDArray x, NDArray t) {
        if (!lastLayer.classifies()) {
            throw new UnsupportedOperationException(NO_ACCURACY.formatted(lastLayer));
        }
        return Network.super.accuracy(x, t);
    }

    @Override
    public String toString() {
        return text(Object::toString);
    }

    /** Describes the network in one line, with the given text for each layer. */
    String text(Function<Object, String> part) {
        StringJoiner text = new StringJoiner(", ", "Sequential(", ")");
        layers.forEach(layer -> text.add(part.apply(layer)));
        text.add(part.apply(lastLayer));
        if (weightDecay > 0) {
            text.add("weightDecay=" + NDArray.scalar(weightDecay));
        }
        return text.toString();
    }

    private Object writeReplace() {
        return new SerializedForm(Sequential.class, null)
                .with(DECAY, NDArray.scalar(weightDecay))
                .with(LAST, lastLayer)
                .with(LayerError.places(layers));
    }

    static Sequential unpacked(SerializedForm form) {
        return new Sequential(
                form.part(DECAY, NDArray.class).asDouble(),
                form.part(LAST, LastLayer.class),
                form.parts(Layer.class).values().toArray(Layer[]::new));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
