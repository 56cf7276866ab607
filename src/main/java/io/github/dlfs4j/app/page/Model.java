package io.github.dlfs4j.app.page;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Sequential;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A network as it predicts.
 *
 * @param id by which the page asks for it
 * @param name what it is called
 * @param shape its layers in short
 * @param network its layers up to the scores
 * @param preparation makes of uint8 images of shape (n, 784) what it takes
 */
public record Model(String id, String name, String shape, Sequential network, UnaryOperator<NDArray> preparation) {
    /** The probabilities of the digits, of shape (n, 10), for uint8 images of shape (n, 784). */
    NDArray probabilities(NDArray images) {
        return Activations.softmax(network.predict(preparation.apply(images)));
    }

    Map<String, Object> toJson() {
        return Json.object("id", id, "name", name, "shape", shape);
    }
}
