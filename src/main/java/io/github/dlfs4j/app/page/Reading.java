package io.github.dlfs4j.app.page;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.Map;

/**
 * What a network takes an image for.
 *
 * @param image the image, (784,) of uint8
 * @param probabilities of the ten digits
 */
record Reading(NDArray image, NDArray probabilities) {
    /** A digit with a smaller probability is not sure. */
    private static final double SURE = 0.8;

    Map<String, Object> toJson() {
        int prediction = probabilities.argmax().asInt();
        return Json.object(
                "prediction",
                prediction,
                "probabilities",
                Arrays.stream(probabilities.toDoubleArray()).boxed().toList(),
                "sure",
                probabilities.getDouble(prediction) >= SURE,
                "image",
                Picture.ofLevels(image));
    }
}
