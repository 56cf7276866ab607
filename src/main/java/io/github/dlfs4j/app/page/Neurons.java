package io.github.dlfs4j.app.page;

import io.github.dlfs4j.ndarray.NDArray;

/** Answers what a neuron of a network does with an image. */
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
                .orElseThrow(() -> new Refused(Refused.NOT_FOUND, "there is no such neuron"))
                .toJson();
    }
}
