package io.github.dlfs4j.app.page;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Shows how a network comes to its answer: the output of each layer as pictures. */
final class Explanation {
    private final List<Object> layers = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private Explanation() {}

    /**
     * Describes the layers from input to output.
     *
     * @param image an image of shape (1, 784) and dtype uint8
     */
    static List<Object> of(Model model, NDArray image) {
        Explanation explanation = new Explanation();
        NDArray values = model.preparation().apply(image);
        for (Layer layer : model.network().layers()) {
            values = layer.infer(values);
            explanation.add(layer, values);
        }
        explanation.add("Softmax", Activations.softmax(values));
        return explanation.layers;
    }

    private void add(Layer layer, NDArray values) {
        String kind = layer.getClass().getSimpleName();
        Map<String, Object> shown = add(kind + " " + counts.merge(kind, 1, Integer::sum), values);
        if (layer instanceof Convolution convolution) {
            // Only the first channel: more would not be readable.
            NDArray filters = convolution.weights().get(Index.all(), Index.at(0));
            shown.put("filters", signedPictures(filters));
            shown.put("filterRows", filters.shape(1));
            shown.put("filterColumns", filters.shape(2));
        }
    }

    private Map<String, Object> add(String name, NDArray batch) {
        NDArray values = batch.get(0);
        boolean isFlat = values.ndim() == 1;
        int rows = isFlat ? rows(values.size()) : values.shape(1);
        int columns = isFlat ? values.size() / rows : values.shape(2);
        NDArray pictures = values.reshape(-1, rows, columns);
        double least = values.min().asDouble();
        double most = values.max().asDouble();
        List<String> shown = each(pictures, picture -> Picture.ofRange(picture, least, most));
        Map<String, Object> layer = Json.object(
                "name", name,
                "shape", Arrays.stream(values.shape().toArray()).boxed().toList(),
                "rows", rows,
                "columns", columns,
                "pictures", shown);
        layers.add(layer);
        return layer;
    }

    /** Finds the largest number of rows that divides the size and makes the picture at least as wide as high. */
    private static int rows(int size) {
        int rows = (int) Math.sqrt(size);
        while (size % rows != 0) {
            rows--;
        }
        return rows;
    }

    /** Makes pictures of weights of shape (n, rows, columns), all on one scale. */
    static List<String> signedPictures(NDArray weights) {
        double largest = weights.abs().max().asDouble();
        return each(weights, picture -> Picture.ofSigned(picture, largest));
    }

    private static List<String> each(NDArray pictures, Function<NDArray, String> encoding) {
        return IntStream.range(0, pictures.shape(0))
                .mapToObj(i -> encoding.apply(pictures.get(i)))
                .toList();
    }
}
