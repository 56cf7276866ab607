package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * <p>With weight decay, section 6.4.2, large weights cost: <i>½ λ ΣW²</i> is added to the loss, for each {@code W}
 * (Krogh and Hertz, <i>A Simple Weight Decay Can Improve Generalization</i>, 1991).
 */
public final class Sequential implements Network {
    private static final String DECAYING = "W";
    /** The statistic of a layer that is never negative. */
    private static final String VARIANCE = "runningVariance";

    /** So many images are enough work for each thread, and their pixels fit its L2 cache. */
    private static final int IMAGES_AT_ONCE = 8 * RowBlocks.configured().threads();

    private final List<Layer> layers;
    private final double weightDecay;
    private final SoftmaxWithLoss lastLayer = new SoftmaxWithLoss();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, NDArray> parameters;
    private final Map<String, NDArray> state;
    private final Set<String> variances;

    /** A parameter: which layer has it, under which name. */
    private record Part(Layer layer, String name) {
        NDArray gradient() {
            return layer.gradients().get(name);
        }
    }

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
        Map<String, Integer> counts = new HashMap<>();
        Map<String, NDArray> named = new LinkedHashMap<>();
        Map<String, NDArray> others = new LinkedHashMap<>();
        Set<String> spreads = new LinkedHashSet<>();
        for (Layer layer : layers) {
            layer.parameters().forEach((name, parameter) -> {
                String numbered = name + counts.merge(name, 1, Integer::sum);
                named.put(numbered, parameter);
                parts.put(numbered, new Part(layer, name));
            });
            layer.statistics().forEach((name, statistic) -> {
                String numbered = name + counts.merge(name, 1, Integer::sum);
                others.put(numbered, statistic);
                if (name.equals(VARIANCE)) {
                    spreads.add(numbered);
                }
            });
        }
        parameters = Collections.unmodifiableMap(named);
        Map<String, NDArray> all = new LinkedHashMap<>(named);
        all.putAll(others);
        state = Collections.unmodifiableMap(all);
        variances = Collections.unmodifiableSet(spreads);
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
        return state;
    }

    @Override
    public Set<String> variances() {
        return variances;
    }

    /**
     * The scores. Images of shape (channels, height, width) are inferred 8 for each thread at a time: then what is
     * between two layers stays in the cache.
     *
     * @param x a batch; its first axis counts the inputs
     * @return the scores, mostly of shape (n, classes)
     */
    @Override
    @SuppressWarnings("try") // the scope is open, that is its use
    public NDArray predict(NDArray x) {
        if (x.ndim() != 4 || x.shape(0) <= IMAGES_AT_ONCE) {
            return infer(x);
        }
        List<NDArray> scores = new ArrayList<>();
        for (int first = 0; first < x.shape(0); first += IMAGES_AT_ONCE) {
            NDArray images = x.get(Index.range(first, Math.min(first + IMAGES_AT_ONCE, x.shape(0))));
            try (ArrayScope scope = ArrayScope.open()) {
                scores.add(infer(images).keep());
            }
        }
        return NDArray.concatenate(0, scores.toArray(NDArray[]::new));
    }

    private NDArray infer(NDArray x) {
        NDArray out = x;
        for (Layer layer : layers) {
            out = layer.infer(out);
        }
        return out;
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        return new SoftmaxWithLoss().forward(predict(x), t).add(decay());
    }

    /**
     * The loss that {@link #gradient} is the gradient of: that of the layers as they are while learning, where dropout
     * drops and a batch is normalised by itself.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @return a 0-d array
     */
    public NDArray trainingLoss(NDArray x, NDArray t) {
        NDArray out = x;
        for (Layer layer : layers) {
            out = layer.forward(out);
        }
        return lastLayer.forward(out, t).add(decay());
    }

    /** What the weights cost. */
    private double decay() {
        if (weightDecay == 0) {
            return 0;
        }
        return parts.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(DECAYING))
                .mapToDouble(
                        entry -> parameters.get(entry.getKey()).square().sum().asDouble())
                .map(squares -> 0.5 * weightDecay * squares)
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
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parts.forEach((name, part) -> gradients.put(name, withDecay(part, parameters.get(name))));
        return gradients;
    }

    /** The gradient of the layer, and what weight decay adds to it. */
    private NDArray withDecay(Part part, NDArray weights) {
        boolean decays = weightDecay > 0 && part.name().equals(DECAYING);
        return decays ? part.gradient().add(weights.mul(weightDecay)) : part.gradient();
    }
}
