package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows how a network comes to its answer: what the neurons of each layer pass on. */
final class Explanation {
    /** Whose numbers are from 0 to 1. */
    private static final Set<String> FROM_0_TO_1 = Set.of("Image", "Sigmoid", "Softmax");

    /** Describes the image and the layers, from input to output. */
    static List<Object> of(List<Stage> stages) {
        List<Object> layers = new ArrayList<>();
        NDArray image = stages.get(0).input();
        layers.add(layer(List.of("Image"), image.ndim() == 1 ? image.reshape(1, 28, 28) : image));
        for (Stage stage : stages) {
            List<String> names = stage.steps().stream().map(Stage.Step::name).toList();
            Map<String, Object> layer = layer(names, stage.output());
            if (stage.layer() instanceof Convolution convolution) {
                NDArray filters = convolution.weights();
                // Of a filter of several channels, their mean: more would not be readable.
                layer.put("filters", Picture.ofEach(filters.mean(1)));
                layer.put("filterShape", List.of(filters.shape(2), filters.shape(3)));
            }
            layers.add(layer);
        }
        return layers;
    }

    /** Shows values on a scale from 0 to the largest possible or actual one, or of both signs. */
    private static Map<String, Object> layer(List<String> names, NDArray values) {
        boolean isShare = FROM_0_TO_1.contains(names.get(names.size() - 1));
        double most = isShare ? 1 : values.abs().max().asDouble();
        boolean isSigned = values.min().asDouble() < 0;
        return JsonWriter.object(
                "names",
                names,
                "shape",
                values.shape().toArray(),
                "signed",
                isSigned,
                "values",
                isSigned ? Picture.ofSigned(values, most) : Picture.ofRange(values, 0, most));
    }
}
