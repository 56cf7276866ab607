package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A multi-layer perceptron: {@link Linear} layers in a row, with an activation function after each but the last. Its
 * parts are {@code l0}, {@code l1} and so on.
 *
 * <pre>{@code
 * MLP model = new MLP(new RandomState(0), 2, 8, 3);
 * System.out.println(model + " " + model.parameters().keySet());
 * System.out.println(model.predict(NDArray.zeros(5, 2)).shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * MLP(2, 8, 3) [l0/W, l0/b, l1/W, l1/b]
 * (5, 3)
 * }</pre>
 */
public final class MLP extends ReadyModel {
    private static final long serialVersionUID = 1;

    private static final String ACTIVATION = "the activation function";

    private final transient List<Linear> layers;
    private final transient Activation activation;

    /**
     * Creates a model of float64 with ReLU.
     *
     * @param random the generator for the weights
     * @param sizes the numbers of inputs, of hidden neurons and of outputs
     * @throws IllegalArgumentException {@code an MLP needs a number of inputs and one of outputs, not [3]}
     */
    public MLP(RandomState random, int... sizes) {
        this(sizes, Variable::relu, random);
    }

    /**
     * Creates a model of float64.
     *
     * @param sizes the numbers of inputs, of hidden neurons and of outputs
     * @param activation the activation function, such as {@code Variable::relu}
     * @param random the generator for the weights
     * @throws IllegalArgumentException {@code an MLP needs a number of inputs and one of outputs, not [3]}
     */
    public MLP(int[] sizes, Activation activation, RandomState random) {
        this(sizes, activation, random, DType.FLOAT64);
    }

    /**
     * Creates a model.
     *
     * @param sizes the numbers of inputs, of hidden neurons and of outputs
     * @param activation the activation function, such as {@code Variable::relu}
     * @param random the generator for the weights
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code an MLP needs a number of inputs and one of outputs, not [3]}, or {@code a
     *     model computes in float32 or float64, not int64}
     */
    public MLP(int[] sizes, Activation activation, RandomState random, DType dtype) {
        this(Objects.requireNonNull(activation, "activation"), firstLayers(sizes, random, dtype));
    }

    private static List<Linear> firstLayers(int[] sizes, RandomState random, DType dtype) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException(
                    "an MLP needs a number of inputs and one of outputs, not " + Arrays.toString(sizes));
        }
        return IntStream.range(1, sizes.length)
                .mapToObj(i -> new Linear(sizes[i - 1], sizes[i], random, dtype))
                .toList();
    }

    private MLP(Activation activation, List<Linear> layers) {
        this.layers = layers;
        this.activation = activation;
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            part("l" + i, layers.get(i));
            shapes.addAll(List.of("l%s/W %<s %s".formatted(i, i + 1), "l%s/b %s".formatted(i, i + 1)));
        }
        checkArrays(shapes);
    }

    static MLP unpacked(SerializedForm form) {
        Map<String, Linear> parts = form.parts(Linear.class);
        List<Linear> layers = IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get("l" + i))
                .toList();
        return new MLP(form.part(ACTIVATION, Activation.class), layers);
    }

    @Override
    Map<String, Activation> options() {
        return Map.of(ACTIVATION, activation);
    }

    /**
     * Passes a batch through all layers.
     *
     * @param x shape (n, inputs)
     * @return shape (n, outputs)
     */
    @Override
    public Variable forward(Variable x) {
        Variable out = layers.get(0).forward(x);
        for (Linear layer : layers.subList(1, layers.size())) {
            out = layer.forward(activation.of(out));
        }
        return out;
    }

    @Override
    public String toString() {
        return layers.stream()
                .map(layer -> ", " + layer.shape().get(1))
                .collect(Collectors.joining("", "MLP(" + layers.get(0).shape().get(0), ")"));
    }
}
