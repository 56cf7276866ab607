package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
 * Training is for one thread: a network keeps what is between its layers.
 *
 * <p>With weight decay, section 6.4.2, large weights cost: <i>½ λ ΣW²</i> is added to the loss, for each {@code W}
 * (Krogh and Hertz, <i>A Simple Weight Decay Can Improve Generalization</i>, 1991).
 */
public final class Sequential implements Network {
    private static final String DECAYING = "W";

    /** So many images are enough for a matrix product, and their pixels fit the L2 cache. */
    private static final int IMAGES_AT_ONCE = 8;

    private final List<Layer> layers;
    private final double weightDecay;
    private final SoftmaxWithLoss lastLayer = new SoftmaxWithLoss();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, NDArray> parameters;
    private final Map<String, NDArray> state;

    /**
     * Whether all layers are known to keep to the rules of {@link Layer}, and to infer each input of a batch by itself.
     * An own layer may keep what it is given, or hand it on.
     */
    private final boolean keepsToRules;

    /** What {@link #gradient(NDArray, NDArray, Map)} computed last on its way; its next call overwrites it. */
    private final NDArray[] outputs;

    private final NDArray[] inputGradients;
    private NDArray dScores;

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
        keepsToRules =
                this.layers.stream().allMatch(layer -> layer.getClass().getPackage() == Layer.class.getPackage());
        outputs = new NDArray[layers.length];
        inputGradients = new NDArray[layers.length];
        Map<String, Integer> counts = new HashMap<>();
        Map<String, NDArray> named = new LinkedHashMap<>();
        Map<String, NDArray> others = new LinkedHashMap<>();
        for (Layer layer : layers) {
            layer.parameters().forEach((name, parameter) -> {
                String numbered = name + counts.merge(name, 1, Integer::sum);
                named.put(numbered, parameter);
                parts.put(numbered, new Part(layer, name));
            });
            layer.statistics()
                    .forEach((name, statistic) -> others.put(name + counts.merge(name, 1, Integer::sum), statistic));
        }
        parameters = Collections.unmodifiableMap(named);
        Map<String, NDArray> all = new LinkedHashMap<>(named);
        all.putAll(others);
        state = Collections.unmodifiableMap(all);
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

    /**
     * The scores. More than 8 images of shape (channels, height, width), for layers of this library alone, are inferred
     * 8 at a time, by all processors. An image gets the same scores, to the bit, alone and in any batch.
     *
     * @param x a batch; its first axis counts the inputs
     * @return the scores, mostly of shape (n, classes)
     */
    @Override
    public NDArray predict(NDArray x) {
        boolean isDivisible = keepsToRules && !layers.isEmpty() && x.ndim() == 4;
        return isDivisible && x.shape(0) > IMAGES_AT_ONCE ? predictInBlocks(x) : infer(x, null);
    }

    /** A few images at a time: then what is between two layers stays in the cache of the thread that works on them. */
    private NDArray predictInBlocks(NDArray x) {
        int images = x.shape(0);
        NDArray[] scores = new NDArray[(images + IMAGES_AT_ONCE - 1) / IMAGES_AT_ONCE];
        Queue<NDArray[]> idle = new ConcurrentLinkedQueue<>();
        RowBlocks.configured().forEachBlock(images, IMAGES_AT_ONCE, Long.MAX_VALUE, (first, end) -> {
            NDArray[] polled = idle.poll();
            NDArray[] spares = polled == null ? new NDArray[layers.size()] : polled;
            scores[first / IMAGES_AT_ONCE] = infer(x.get(Index.range(first, end)), spares);
            spares[layers.size() - 1] = null;
            idle.add(spares);
        });
        return NDArray.concatenate(0, scores);
    }

    /** All layers; the outputs go to spare arrays, if there are any, and stay there. */
    private NDArray infer(NDArray x, NDArray[] spares) {
        NDArray out = x;
        for (int i = 0; i < layers.size(); i++) {
            out = layers.get(i).infer(out, spares == null ? null : spares[i]);
            if (spares != null) {
                spares[i] = out;
            }
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
        for (int i = layers.size() - 1; i >= 0; i--) {
            dout = layers.get(i).backward(dout);
        }
        return gradients(Map.of());
    }

    /**
     * As {@link #gradient(NDArray, NDArray)}, to the bit, with the gradients of the last call, which become the result.
     * Then what is between input and gradients stays in arrays of the network as well, if all layers are of this
     * library: two for each layer, of the size of its output and of its input, until a batch of another size comes.
     * Those of {@link SimpleConvNet} are some 70 MB for 100 images of float64; a step allocates less than 6 MB then,
     * besides what matrix products pack, and more than 60 MB without.
     *
     * @param x a batch; its first axis counts the inputs
     * @param t the labels, of shape (n,), or one-hot, of shape (n, classes)
     * @param spare what the last call of this method returned, if nobody needs it any more; else an empty map
     * @return the gradients by the names of the parameters; those of the last call, overwritten, if they are the spare
     *     ones
     */
    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t, Map<String, NDArray> spare) {
        if (!keepsToRules || layers.isEmpty() || !ownLast(spare)) {
            return gradient(x, t);
        }
        NDArray out = x;
        for (int i = 0; i < layers.size(); i++) {
            outputs[i] = layers.get(i).forward(out, outputs[i]);
            out = outputs[i];
        }
        lastLayer.forward(out, t);
        dScores = lastLayer.backward(1, dScores);
        NDArray dout = dScores;
        for (int i = layers.size() - 1; i > 0; i--) {
            inputGradients[i] = layers.get(i).backward(dout, inputGradients[i]);
            dout = inputGradients[i];
        }
        layers.get(0).backwardToParameters(dout);
        return gradients(spare);
    }

    /** Whether the layers may overwrite their gradients: nobody has them, or has given them back. */
    @SuppressWarnings("ReferenceEquality") // what matters is the memory, not what is in it
    private boolean ownLast(Map<String, NDArray> spare) {
        return !spare.isEmpty()
                && parts.entrySet().stream()
                        .allMatch(entry -> decays(entry.getValue())
                                || spare.get(entry.getKey()) == entry.getValue().gradient());
    }

    private boolean decays(Part part) {
        return weightDecay > 0 && part.name().equals(DECAYING);
    }

    /** The gradients of the layers, and what weight decay adds to them. */
    private Map<String, NDArray> gradients(Map<String, NDArray> spare) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parts.forEach((name, part) -> gradients.put(
                name,
                decays(part) ? decayed(part.gradient(), parameters.get(name), spare.get(name)) : part.gradient()));
        return gradients;
    }

    private NDArray decayed(NDArray gradient, NDArray weights, NDArray spare) {
        boolean fits = spare != null
                && spare.dtype() == DType.FLOAT64
                && weights.dtype() == DType.FLOAT64
                && gradient.dtype() == DType.FLOAT64
                && spare.shape().equals(weights.shape());
        return fits
                ? gradient.add(weights.mul(NDArray.scalar(weightDecay), spare), spare)
                : gradient.add(weights.mul(weightDecay));
    }
}
