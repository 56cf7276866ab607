package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.parallel.RowBlocks;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network of layers one after the other, with softmax and cross entropy at its end.
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * Sequential net = new Sequential(
 *         new Affine(random.randn(2, 3), NDArray.zeros(3)),
 *         new Relu(),
 *         new Affine(random.randn(3, 2), NDArray.zeros(2)));
 * System.out.println(net.parameters().keySet());
 * System.out.println(net.predict(NDArray.of(new double[][] {{1, 2}})));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [W1, b1, W2, b2]
 * [[5.5072609  0.75258426]]
 * }</pre>
 *
 * <p>A parameter is named as its layer names it, with a number: {@code W2} is that of the second layer which has a
 * {@code W}. {@link #predict}, {@link #loss} and {@link #accuracy} take the layers as they are when learning is over,
 * see {@link Layer#infer}; with the layers of this library several threads may predict at once, while none trains.
 * Training is for one thread.
 *
 * <p>By Java's serialisation it travels with the options, parameters and statistics of its layers, and trains on as it
 * would have. Own layers travel too if they are {@link Serializable}; else there is a
 * {@link java.io.NotSerializableException}: {@code layer 2 of 3, com.example.Doubling, cannot travel: it is not
 * Serializable}.
 *
 * <p>With weight decay, section 6.4.2, large weights cost: <i>½ λ ΣW²</i> is added to the loss, for each {@code W}
 * (Krogh and Hertz, <i>A Simple Weight Decay Can Improve Generalization</i>, 1991).
 */
public final class Sequential implements Network, Serializable {
    private static final long serialVersionUID = 1;

    /** What weight decay is for. */
    private static final String WEIGHTS = "W";

    /** The statistic of a layer that is never negative. */
    private static final String VARIANCE = "runningVariance";

    /** So many images are enough work for each thread, and their pixels fit its L2 cache. */
    private static final int IMAGES_AT_ONCE = 8 * RowBlocks.configured().threads();

    private final transient List<Layer> layers;
    private final transient double weightDecay;
    private final transient SoftmaxWithLoss lastLayer = new SoftmaxWithLoss();
    private final transient Map<String, NDArray> parameters;
    private final transient Map<String, NDArray> statistics;

    /**
     * A network without weight decay.
     *
     * @param layers from the input to the scores, each for this network alone
     */
    public Sequential(Layer... layers) {
        this(0, layers);
    }

    /**
     * A network.
     *
     * @param weightDecay λ, the strength of the weight decay
     * @param layers from the input to the scores, each for this network alone
     * @throws IllegalArgumentException {@code the weight decay must not be negative, but is -0.1}
     */
    public Sequential(double weightDecay, Layer... layers) {
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException("the weight decay must not be negative, but is " + weightDecay);
        }
        this.layers = List.of(layers);
        this.weightDecay = weightDecay;
        parameters = NamedArrays.numbered(this.layers, Layer::parameters);
        statistics = NamedArrays.numbered(this.layers, Layer::statistics);
    }

    /**
     * The layers.
     *
     * @return from the input to the scores, unmodifiable
     */
    public List<Layer> layers() {
        return layers;
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
        return statistics.keySet().stream()
                .filter(name -> name.startsWith(VARIANCE))
                .collect(Collectors.toSet());
    }

    /**
     * The scores of the classes, not their probabilities, which are
     * {@link io.github.dlfs4j.activation.Activations#softmax softmax} of them. Images of shape (channels, height,
     * width) are inferred 8 for each thread at a time: then what is between two layers stays in the cache.
     *
     * @param x a batch; its first axis counts the inputs
     * @return the scores, mostly of shape (n, classes)
     */
    @Override
    public NDArray predict(NDArray x) {
        int atOnce = x.ndim() == 4 ? IMAGES_AT_ONCE : Integer.MAX_VALUE;
        return ArrayScope.inBlocks(x, atOnce, block -> through(block, Layer::infer));
    }

    private NDArray through(NDArray x, BiFunction<Layer, NDArray, NDArray> way) {
        NDArray out = x;
        for (Layer layer : layers) {
            out = way.apply(layer, out);
        }
        return out;
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        return new SoftmaxWithLoss().forward(predict(x), t).add(decay());
    }

    @Override
    public NDArray trainingLoss(NDArray x, NDArray t) {
        return lastLayer.forward(through(x, Layer::forward), t).add(decay());
    }

    /** What the weights cost. */
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
        trainingLoss(x, t);
        NDArray dout = lastLayer.backward(1);
        for (int i = layers.size() - 1; i > 0; i--) {
            dout = layers.get(i).backward(dout);
        }
        if (!layers.isEmpty()) {
            layers.get(0).backwardToParameters(dout);
        }
        return NamedArrays.numbered(layers, this::gradients);
    }

    /** The gradients of a layer, and what weight decay adds to them. */
    private Map<String, NDArray> gradients(Layer layer) {
        Map<String, NDArray> gradients = new LinkedHashMap<>(layer.gradients());
        if (weightDecay > 0) {
            gradients.computeIfPresent(
                    WEIGHTS,
                    (name, dW) -> dW.add(layer.parameters().get(WEIGHTS).mul(weightDecay)));
        }
        return gradients;
    }

    private Object writeReplace() {
        return new Form(weightDecay, new SerializedLayers(layers));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    private record Form(double weightDecay, SerializedLayers layers) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return SerializedForm.resolve(
                    () -> new Sequential(weightDecay, layers.layers().toArray(Layer[]::new)));
        }
    }
}
