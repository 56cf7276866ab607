package io.github.dlfs4j.app;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.training.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A network that has learned, as what classifies images.
 *
 * @param name which network it is, for the user
 * @param function makes of images, (n, 784) of uint8, probabilities, (n, 10)
 */
record Classifier(String name, UnaryOperator<NDArray> function) {
    static Classifier of(String name, ThreeLayerNet network) {
        return new Classifier(
                name, images -> network.predict(images.astype(DType.FLOAT32).divi(255)));
    }

    static Classifier of(NetworkOptions options, Network network) {
        return new Classifier(
                options.toString(), images -> Activations.softmax(network.predict(options.prepare(images))));
    }

    /**
     * The network of a saved training.
     *
     * @throws IOException if the file cannot be read, or is something else
     */
    static Classifier load(Path file) throws IOException {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.read(file);
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
        NetworkOptions options = TrainingPlan.of(file, checkpoint).network();
        Network network = options.create(new RandomState(0));
        try {
            checkpoint.restore(network);
        } catch (IllegalArgumentException e) {
            FileFormatException refused = new FileFormatException(file, "the state of " + options, e.getMessage());
            refused.initCause(e);
            throw refused;
        }
        return of(options, network);
    }

    /** The probabilities of the classes, (n, 10), of images, (n, 784) of uint8. */
    NDArray probabilities(NDArray images) {
        return function.apply(images);
    }
}
