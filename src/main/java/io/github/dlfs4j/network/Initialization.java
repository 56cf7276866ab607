package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Initializer;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/**
 * The book's rules for the first weights of a layer, section 6.2. The weights are drawn from a normal distribution; a
 * rule gives its standard deviation for a number of inputs. If it is too small, all neurons do the same; if it is too
 * large, they saturate.
 *
 * <pre>{@code
 * System.out.println(Initialization.he().deviation(50));
 * System.out.println(Initialization.xavier().weights(new RandomState(0), 100, 2, 2));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.2
 * [[0.17640523 0.04001572]
 *  [0.0978738  0.22408932]]
 * }</pre>
 */
public final class Initialization implements Initializer {
    private final String name;
    private final IntToDoubleFunction deviation;
    private final DType dtype;

    private Initialization(String name, IntToDoubleFunction deviation, DType dtype) {
        this.name = name;
        this.deviation = deviation;
        this.dtype = dtype;
    }

    private Initialization(String name, IntToDoubleFunction deviation) {
        this(name, deviation, DType.FLOAT64);
    }

    /**
     * Returns the same rule for a dtype. It draws the same numbers, and rounds them for float32. A layer that is made
     * by it has this dtype, with its bias; see <a href="package-summary.html#float32">float32</a>.
     *
     * <pre>{@code
     * Affine affine = Affine.of(784, 50, Initialization.he().dtype(DType.FLOAT32), new RandomState(0));
     * System.out.println(affine.weights().dtype() + " " + affine.bias().dtype());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * float32 float32
     * }</pre>
     *
     * @param dtype float32, or float64, which is the default
     * @return the rule for this dtype
     * @throws IllegalArgumentException {@code a network computes in float32 or float64, not int64}
     */
    public Initialization dtype(DType dtype) {
        if (!dtype.isFloating()) {
            throw new IllegalArgumentException("a network computes in float32 or float64, not " + dtype);
        }
        return new Initialization(name, deviation, dtype);
    }

    /** Returns the dtype of the networks. */
    DType dtype() {
        return dtype;
    }

    /** Returns what a plan says of the dtype; nothing of float64, which is usual. */
    String inDType() {
        return dtype == DType.FLOAT64 ? "" : " in " + dtype;
    }

    /**
     * {@return Xavier's initialisation, a deviation of <i>√(1/n)</i> for n inputs, which suits sigmoid and tanh (Glorot
     * and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010, in the book's
     * form)}
     */
    public static Initialization xavier() {
        return new Initialization("Xavier's initialisation", inputs -> Math.sqrt(1.0 / inputs));
    }

    /**
     * {@return He's initialisation, a deviation of <i>√(2/n)</i> for n inputs, which suits ReLU (He et al., <i>Delving
     * Deep into Rectifiers</i>, 2015)}
     */
    public static Initialization he() {
        return new Initialization("He's initialisation", inputs -> Math.sqrt(2.0 / inputs));
    }

    /**
     * Returns the same deviation for all layers.
     *
     * @param deviation the standard deviation
     * @return this deviation for any number of inputs
     * @throws IllegalArgumentException {@code a standard deviation must be finite and not negative, but is -1.0}
     */
    public static Initialization normal(double deviation) {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a standard deviation must be finite and not negative, but is " + deviation);
        }
        return new Initialization("deviation " + NDArray.scalar(deviation), inputs -> deviation);
    }

    /**
     * {@return the standard deviation for a layer}
     *
     * @param inputs the number of inputs of a neuron
     */
    public double deviation(int inputs) {
        return deviation.applyAsDouble(inputs);
    }

    /**
     * Draws the first weights of a layer.
     *
     * @param random the generator, for {@code randn}
     * @param inputs the number of inputs of a neuron
     * @param shape the shape of the weights
     * @return a new array of the {@link #dtype(DType) dtype}
     */
    @Override
    public NDArray weights(RandomState random, int inputs, int... shape) {
        Objects.requireNonNull(random, "random");
        NDArray weights = random.randn(shape).muli(deviation(inputs));
        return dtype == DType.FLOAT64 ? weights : weights.astype(dtype);
    }

    /** {@return the rule in words, for example {@code He's initialisation} or {@code deviation 0.01}} */
    @Override
    public String toString() {
        return name;
    }

    /**
     * Draws the first parameters of a network: for each layer weights, and a bias of zeros.
     *
     * @param random the generator, used layer by layer
     * @param shapes the shapes of the weights: (inputs, outputs), or (filters, channels, height, width)
     * @return W1, b1, W2, b2, …, new arrays of the dtype
     * @throws IllegalArgumentException {@code the number of outputs of layer 1 must be at least 1, but is 0}
     */
    Map<String, NDArray> parameters(RandomState random, int[]... shapes) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        for (int layer = 1; layer <= shapes.length; layer++) {
            int[] shape = shapes[layer - 1];
            int outputs = shape.length == 4 ? shape[0] : shape[1];
            if (outputs < 1) {
                throw new IllegalArgumentException(
                        "the number of outputs of layer %s must be at least 1, but is %s".formatted(layer, outputs));
            }
            int inputs = Shape.of(shape).size() / outputs;
            parameters.put("W" + layer, weights(random, inputs, shape));
            parameters.put("b" + layer, NDArray.zeros(dtype, outputs));
        }
        return parameters;
    }
}
