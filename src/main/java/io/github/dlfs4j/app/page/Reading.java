package io.github.dlfs4j.app.page;

import io.github.dlfs4j.digit.DigitGuess;
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
    Map<String, Object> toJson() {
        DigitGuess guess = DigitGuess.of(probabilities);
        return Json.object(
                "prediction",
                guess.digit(),
                "probabilities",
                Arrays.stream(probabilities.toDoubleArray()).boxed().toList(),
                "sure",
                guess.isSure(),
                "image",
                Picture.ofLevels(image));
    }
}
