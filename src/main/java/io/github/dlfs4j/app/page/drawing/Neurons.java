package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Models;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/** Answers what a neuron of a network does with an image, and what all neurons of a layer do. */
record Neurons(Models models) {
    private static final int MOST_LAYERS = 1_000;
    private static final int MOST_NEURONS = 1 << 24;

    /** Answers a request. */
    Object of(Body body) throws Refused {
        String id = body.text("network", Models.ID);
        NDArray image = PreparedImages.one(body);
        int layer = body.integer("layer", 0, MOST_LAYERS);
        int index = body.integer("index", 0, MOST_NEURONS);
        body.end();
        return models.with(id, model -> Neuron.of(Stage.of(model, image), layer, index))
                .orElseThrow(() -> Refused.because(Refused.NOT_FOUND, "no.neuron"))
                .toJson();
    }

    /**
     * Answers a request for a layer of neurons in a row: the number that each passes on, and if they see the pixels, a
     * picture of its weights.
     */
    Object ofLayer(Body body) throws Refused {
        String id = body.text("network", Models.ID);
        NDArray image = PreparedImages.one(body);
        int layer = body.integer("layer", 1, MOST_LAYERS);
        body.end();
        return models.with(id, model -> {
                    List<Stage> stages = Stage.of(model, image);
                    return layer > stages.size() ? Optional.empty() : Optional.of(toJson(stages.get(layer - 1)));
                })
                .orElseThrow(() -> Refused.because(Refused.NOT_FOUND, "no.layer"));
    }

    private static Object toJson(Stage stage) {
        boolean seesPixels = stage.layer() instanceof Affine && stage.input().size() == 28 * 28;
        NDArray weights = seesPixels ? ((Affine) stage.layer()).weights().transpose() : null;
        return JsonWriter.object(
                "values",
                stage.output().toDoubleArray(),
                "weights",
                seesPixels ? Picture.ofWeights(weights.reshape(-1, 28, 28)) : null);
    }
}
