package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Causal attention of several heads (Vaswani et al., <i>Attention Is All You Need</i>, 2017): each position of a
 * sequence takes from itself and from the positions before it what it asks for.
 *
 * <p>A position has a query, a key and a value, <i>q = xW<sub>q</sub> + b<sub>q</sub></i> and likewise <i>k</i> and
 * <i>v</i>. Each head has its share of their elements, d of them. The weights of a position are <i>softmax(q
 * k<sup>T</sup> / √d)</i> over itself and all before it; the head returns the sum of the values with these weights. The
 * results of the heads, side by side, go through the last layer. The parts are {@code query}, {@code key},
 * {@code value} and {@code output}, each {@link Linear}.
 *
 * <pre>{@code
 * Attention attention = new Attention(4, 2, new RandomState(0));
 * Variable x = Variable.constant(NDArray.ones(1, 3, 4));
 * System.out.println(attention.forward(x).shape());
 * System.out.println(attention.weights(x).get(0, 1));
 * }</pre>
 *
 * prints, since all positions are alike here,
 *
 * <pre>{@code
 * (1, 3, 4)
 * [[1.         0.         0.        ]
 *  [0.5        0.5        0.        ]
 *  [0.33333333 0.33333333 0.33333333]]
 * }</pre>
 */
public final class Attention extends ReadyModel {
    private static final long serialVersionUID = 1;

    private static final List<String> PARTS = List.of("query", "key", "value", "output");
    private static final String HEADS = "heads";

    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear output;
    private final int heads;

    /**
     * Creates a layer of float64.
     *
     * @param size the number of elements of a position
     * @param heads the number of heads, which divides the size
     * @param random the generator for the weights
     * @throws IllegalArgumentException {@code 3 heads cannot share 4 elements evenly}
     */
    public Attention(int size, int heads, RandomState random) {
        this(size, heads, random, DType.FLOAT64);
    }

    /**
     * Creates a layer.
     *
     * @param size the number of elements of a position
     * @param heads the number of heads, which divides the size
     * @param random the generator for the weights
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code 3 heads cannot share 4 elements evenly}, or {@code a model computes in
     *     float32 or float64, not int64}
     */
    public Attention(int size, int heads, RandomState random, DType dtype) {
        this(PARTS.stream().map(part -> new Linear(size, size, random, dtype)).toList(), heads);
    }

    private Attention(List<Linear> layers, int heads) {
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            part(PARTS.get(i), layers.get(i));
            shapes.addAll(List.of(PARTS.get(i) + "/W size size", PARTS.get(i) + "/b size"));
        }
        checkArrays(shapes);
        int size = layers.get(0).shape().get(0);
        if (heads < 1 || size % heads != 0) {
            throw new IllegalArgumentException("%s heads cannot share %s elements evenly".formatted(heads, size));
        }
        query = layers.get(0);
        key = layers.get(1);
        value = layers.get(2);
        output = layers.get(3);
        this.heads = heads;
    }

    static Attention unpacked(SerializedForm form) {
        List<Linear> layers =
                PARTS.stream().map(part -> form.part(part, Linear.class)).toList();
        return new Attention(
                layers, Math.toIntExact(form.part(HEADS, NDArray.class).asLong()));
    }

    @Override
    Map<String, NDArray> options() {
        return Map.of(HEADS, NDArray.scalar((long) heads));
    }

    /**
     * Passes a batch of sequences.
     *
     * @param x shape (n, length, size)
     * @return the same shape
     */
    @Override
    public Variable forward(Variable x) {
        return joined(weights(x).matmul(split(value.forward(x))), x.shape());
    }

    /**
     * Computes how much each position takes from each.
     *
     * @param x shape (n, length, size)
     * @return shape (n, heads, length, length): a row of weights for each position, which add up to 1; 0 for later ones
     */
    public Variable weights(Variable x) {
        int length = x.shape().get(1);
        NDArray earlier = Creation.tril(NDArray.ones(DType.BOOL, length, length));
        return weights(x, split(key.forward(x)), earlier);
    }

    /** Returns the weights of positions for keys of shape (n, heads, length, d), where the mask is true. */
    private Variable weights(Variable x, Variable keys, NDArray mask) {
        double deviation = Math.sqrt((double) query.shape().get(1) / heads);
        Variable scores = split(query.forward(x)).matmul(keys.swapaxes(-2, -1)).div(deviation);
        Variable never = Variable.constant(NDArray.full(keys.value().dtype(), Double.NEGATIVE_INFINITY));
        return Variable.where(mask, scores, never).softmax();
    }

    /** Keys and values of the positions so far, so that a text is continued without computing them again. */
    public static final class Cache {
        private final NDArray keys;
        private final NDArray values;
        private int length;

        private Cache(DType dtype, int... shape) {
            keys = NDArray.zeros(dtype, shape);
            values = NDArray.zeros(dtype, shape);
        }
    }

    /**
     * Returns an empty cache for {@link #next next}.
     *
     * @param n the number of sequences that are continued together
     * @param length the largest number of positions
     * @return a new cache of this layer
     */
    public Cache cache(int n, int length) {
        int size = key.shape().get(1);
        return new Cache(key.parameters().get("W").value().dtype(), n, heads, length, size / heads);
    }

    /**
     * Passes the next position of a batch of sequences, and keeps its key and its value. The result has the bits that
     * {@link #forward forward} gives this position of sequences of the length of the cache.
     *
     * @param x shape (n, 1, size)
     * @param cache the positions before, from {@link #cache cache}
     * @return a constant of the same shape
     * @throws IndexOutOfBoundsException {@code index 8 is out of bounds for axis 2 with size 8}, if the cache is full
     */
    public Variable next(Variable x, Cache cache) {
        return Mode.withoutGraph(() -> {
            Index[] place = {Index.all(), Index.all(), Index.at(cache.length)};
            cache.keys.at(place).set(split(key.forward(x)).value().squeeze(2));
            cache.values.at(place).set(split(value.forward(x)).value().squeeze(2));
            cache.length++;
            NDArray earlier = NDArray.arange(cache.keys.shape(2)).lt(cache.length);
            Variable weights = weights(x, Variable.constant(cache.keys), earlier);
            return joined(weights.matmul(Variable.constant(cache.values)), x.shape());
        });
    }

    /** Returns what the last layer makes of the results of all heads, (n, heads, length, d). */
    private Variable joined(Variable perHead, Shape shape) {
        return output.forward(perHead.swapaxes(1, 2).reshape(shape.toArray()));
    }

    /** Returns (n, heads, length, d) of (n, length, size). */
    private Variable split(Variable x) {
        Shape shape = x.shape();
        return x.reshape(shape.get(0), shape.get(1), heads, shape.get(2) / heads)
                .swapaxes(1, 2);
    }

    @Override
    public String toString() {
        return "Attention(%s, %s)".formatted(query.shape().get(0), heads);
    }
}
