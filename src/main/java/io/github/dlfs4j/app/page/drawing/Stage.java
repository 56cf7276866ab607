package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.app.page.training.Model;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page shows as one layer of neurons: a layer with weights or windows, and the layers behind it that handle
 * each number by itself, such as ReLU.
 *
 * @param layer the first of the layers
 * @param input what it gets, for one image
 * @param steps what happens to the input, layer by layer
 */
record Stage(Layer layer, NDArray input, List<Step> steps) {
    /** The output of a layer, for one image. */
    record Step(String name, NDArray values) {}

    /** What the neurons pass on. */
    NDArray output() {
        return steps.get(steps.size() - 1).values();
    }

    /**
     * Computes the stages from input to output. The last one ends in softmax.
     *
     * @param image an image of shape (1, 784) and dtype uint8
     */
    static List<Stage> of(Model model, NDArray image) {
        List<Stage> stages = new ArrayList<>();
        NDArray values = model.preparation().apply(image);
        for (Layer layer : model.network().layers()) {
            if (stages.isEmpty() || connects(layer)) {
                stages.add(new Stage(layer, values.get(0), new ArrayList<>()));
            }
            values = layer.infer(values);
            last(stages).steps().add(new Step(layer.getClass().getSimpleName(), values.get(0)));
        }
        last(stages).steps().add(new Step("Softmax", Activations.softmax(values).get(0)));
        return stages;
    }

    private static Stage last(List<Stage> stages) {
        return stages.get(stages.size() - 1);
    }

    private static boolean connects(Layer layer) {
        return layer instanceof Affine || layer instanceof Convolution || layer instanceof Pooling;
    }
}
