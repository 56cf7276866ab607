package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Model;
import io.github.dlfs4j.app.page.training.Models;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Collections;

/**
 * Answers which pixels of an image decided: the derivative of the winning score with respect to each of them, and what
 * becomes of the score and of its probability if a patch of the image is covered in black. A computational graph finds
 * both.
 */
record DecidingPixels(Models models) {
    private static final int SIDE = 28;
    private static final int PATCH = 4;
    private static final int PATCHES = SIDE / PATCH;

    /** Answers a request. */
    Object of(Body body) throws Refused {
        String id = body.text("network", Models.ID);
        NDArray image = PreparedImages.one(body);
        body.end();
        return models.with(id, model -> answer(model, image));
    }

    /** @param image shape (1, 784) */
    private static Object answer(Model model, NDArray image) {
        Variable pixels = Variable.of(model.preparation().apply(image));
        Variable scores = model.network().predict(pixels);
        int digit = scores.value().argmax().asInt();
        Variable score = scores.get(0, digit);
        score.backward();
        Variable others =
                model.network().predict(Variable.constant(model.preparation().apply(covered(image))));
        return JsonWriter.object(
                "digit", digit,
                "score", score.item(),
                "probability", scores.softmax().value().getDouble(0, digit),
                "gradient", pixels.gradient().value().toDoubleArray(),
                "patch", PATCH,
                "coveredScores",
                        others.value().get(Index.all(), Index.at(digit)).toDoubleArray(),
                "coveredProbabilities",
                        others.softmax()
                                .value()
                                .get(Index.all(), Index.at(digit))
                                .toDoubleArray());
    }

    /** Returns the image once for each patch, in the order of rows, with this patch in black: (49, 784). */
    private static NDArray covered(NDArray image) {
        NDArray all = NDArray.stack(0, Collections.nCopies(PATCHES * PATCHES, image.reshape(SIDE, SIDE)));
        for (int i = 0; i < PATCHES * PATCHES; i++) {
            int top = PATCH * (i / PATCHES);
            int left = PATCH * (i % PATCHES);
            all.at(Index.at(i), Index.range(top, top + PATCH), Index.range(left, left + PATCH))
                    .set(0);
        }
        return all.reshape(-1, SIDE * SIDE);
    }
}
