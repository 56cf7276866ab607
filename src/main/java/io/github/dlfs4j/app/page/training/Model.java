package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Sequential;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A network whose layers the page can show.
 *
 * @param id the name in requests
 * @param name the name for the user, in the language of the thread
 * @param shape the layers in short, for example {@code 784-50-10}, in that language
 * @param network the layers up to the scores
 * @param preparation turns images, (n, 784) of uint8, into the input of the network
 */
public record Model(
        String id,
        Supplier<String> name,
        Supplier<String> shape,
        Sequential network,
        UnaryOperator<NDArray> preparation) {
    /**
     * Computes the probabilities of the digits, (n, 10), of images, (n, 784) of uint8.
     *
     * @param images the images
     * @return the probabilities
     */
    public NDArray probabilities(NDArray images) {
        return Activations.softmax(network.predict(preparation.apply(images)));
    }

    Map<String, Object> toJson() {
        return JsonWriter.object("id", id, "name", name, "shape", shape);
    }
}
