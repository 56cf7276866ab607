package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Shows how one neuron comes to its value, and what it does to the next layer. */
final class Neuron {
    private static final int STRONGEST = 5;

    private final List<Stage> stages;
    private final int layer;
    private final int index;

    /**
     * @param stages the layers for an image
     * @param layer the number of the layer; 0 for the image
     * @param index the number of the neuron in the layer
     */
    private Neuron(List<Stage> stages, int layer, int index) {
        this.stages = stages;
        this.layer = layer;
        this.index = index;
    }

    /** Returns a neuron; empty if there is none with these numbers. */
    static Optional<Neuron> of(List<Stage> stages, int layer, int index) {
        Neuron neuron = new Neuron(stages, layer, index);
        boolean exists = layer <= stages.size() && index < neuron.outputs().size();
        return exists ? Optional.of(neuron) : Optional.empty();
    }

    private NDArray outputs() {
        return layer == 0 ? stages.get(0).input() : stages.get(layer - 1).output();
    }

    Map<String, Object> toJson() {
        double value = outputs().toDoubleArray()[index];
        Map<String, Object> shown = JsonWriter.object("layer", layer, "index", index, "value", value);
        if (layer > 0) {
            addSum(shown, stages.get(layer - 1));
        }
        boolean isLast = layer == stages.size();
        shown.put("to", isLast ? List.of() : outgoing(value));
        return shown;
    }

    private void addSum(Map<String, Object> shown, Stage stage) {
        Connections.Ends ends = Connections.of(stage).into(index);
        double[] all = stage.input().toDoubleArray();
        double[] inputs = Arrays.stream(ends.indices())
                .mapToDouble(i -> i < 0 ? 0 : all[i])
                .toArray();
        double[] products = products(inputs, ends.weights());
        shown.put("pools", stage.layer() instanceof Pooling);
        shown.put("bias", bias(stage));
        shown.put("sum", Arrays.stream(products).sum());
        shown.put("steps", stage.steps().stream().map(this::toJson).toList());
        shown.put("window", window(ends, inputs, products, corner(ends, stage.input())));
        shown.put("from", strongest(ends, inputs, products));
    }

    private Map<String, Object> toJson(Stage.Step step) {
        return JsonWriter.object("name", step.name(), "value", step.values().toDoubleArray()[index]);
    }

    private static double[] products(double[] inputs, double[] weights) {
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> inputs[i] * weights[i])
                .toArray();
    }

    /** Returns the bias of the neuron; null if it has none. */
    private Double bias(Stage stage) {
        if (stage.layer() instanceof Affine affine) {
            return affine.bias().getDouble(index);
        }
        if (stage.layer() instanceof Convolution convolution) {
            NDArray maps = stage.output();
            return convolution.bias().getDouble(index / (maps.shape(1) * maps.shape(2)));
        }
        return null;
    }

    /**
     * Shows inputs, weights and products as pictures, each on a scale of its own. The inputs and weights of a window
     * are numbers besides.
     */
    private static Map<String, Object> window(
            Connections.Ends ends, double[] inputs, double[] products, List<Integer> corner) {
        return JsonWriter.object(
                "shape", ends.shape().toArray(),
                "corner", corner,
                "inputs", signed(inputs),
                "weights", signed(ends.weights()),
                "products", signed(products),
                "numbers",
                        ends.shape().ndim() == 3
                                ? JsonWriter.object("inputs", inputs, "weights", ends.weights())
                                : null);
    }

    /**
     * Returns the row and the column where a window begins in its images, which may be in the margin; none for rows.
     */
    private static List<Integer> corner(Connections.Ends ends, NDArray input) {
        int[] indices = ends.indices();
        int inside = 0;
        while (inside < indices.length && indices[inside] < 0) {
            inside++;
        }
        if (ends.shape().ndim() != 3 || inside == indices.length) {
            return List.of();
        }
        int height = ends.shape().get(1);
        int width = ends.shape().get(2);
        int y = indices[inside] / input.shape(2) % input.shape(1);
        int x = indices[inside] % input.shape(2);
        return List.of(y - inside / width % height, x - inside % width);
    }

    private static String signed(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return Picture.ofSigned(NDArray.of(values), largest);
    }

    private List<Object> outgoing(double value) {
        Connections.Ends ends = Connections.of(stages.get(layer)).outOf(index);
        double[] inputs = new double[ends.weights().length];
        Arrays.fill(inputs, value);
        return strongest(ends, inputs, products(inputs, ends.weights()));
    }

    /** Returns the connections with the largest products of either sign, the largest first. */
    private static List<Object> strongest(Connections.Ends ends, double[] inputs, double[] products) {
        return IntStream.range(0, products.length)
                .filter(i -> products[i] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(products[i])))
                .limit(STRONGEST)
                .<Object>map(i -> JsonWriter.object(
                        "index", ends.indices()[i],
                        "value", inputs[i],
                        "weight", ends.weights()[i],
                        "product", products[i]))
                .toList();
    }
}
