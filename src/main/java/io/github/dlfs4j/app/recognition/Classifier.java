package io.github.dlfs4j.app.recognition;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.option.NetworkKind;
import io.github.dlfs4j.app.option.NetworkOptions;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A trained network of any kind as a function of images.
 *
 * @param name the name of the network for the user
 * @param function computes the probabilities of the classes, (n, 10), of images, (n, 784) of uint8
 */
public record Classifier(String name, UnaryOperator<NDArray> function) {
    /**
     * Returns a network whose outputs are probabilities.
     *
     * @param name the name for the user
     * @param network the network
     * @return the classifier
     */
    public static Classifier of(String name, ThreeLayerNet network) {
        return new Classifier(name, images -> network.predict(NetworkKind.TWO_LAYER.prepare(images)));
    }

    /**
     * Returns a network that was made with options.
     *
     * @param options the options
     * @param network the network
     * @return the classifier
     */
    public static Classifier of(NetworkOptions options, Network network) {
        return of(options.toString(), options.kind(), network);
    }

    /**
     * Loads a saved network of any kind.
     *
     * @param file the file
     * @return the classifier
     * @throws IOException if the file cannot be read, or holds no network for images of 28x28 and ten classes
     */
    public static Classifier load(Path file) throws IOException {
        Classifier classifier;
        try {
            classifier = of(Networks.load(file));
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
        String found;
        try {
            NDArray image = NDArray.zeros(DType.UINT8, 1, NetworkKind.SIZE * NetworkKind.SIZE);
            Shape shape = classifier.probabilities(image).shape();
            if (shape.equals(Shape.of(1, 10))) {
                return classifier;
            }
            found = "probabilities of shape " + shape;
        } catch (IllegalArgumentException e) {
            found = e.getMessage();
        }
        String expected = "a network for images of 28x28 and ten classes";
        throw new FileFormatException(file, expected, classifier.name() + ": " + found);
    }

    private static Classifier of(Network network) {
        if (network instanceof ThreeLayerNet softmaxed) {
            return of(network.toString(), softmaxed);
        }
        NDArray first = network.parameters().get("W1");
        NetworkKind kind = first != null && first.ndim() == 4 ? NetworkKind.SIMPLE_CONV : NetworkKind.TWO_LAYER;
        return of(network.toString(), kind, network);
    }

    /**
     * Returns a network whose outputs are scores.
     *
     * @param name the name for the user
     * @param kind says how images are prepared
     * @param network the network
     * @return the classifier
     */
    public static Classifier of(String name, NetworkKind kind, Network network) {
        return new Classifier(name, images -> Activations.softmax(network.predict(kind.prepare(images))));
    }

    /**
     * Computes the probabilities of the classes, (n, 10), of images, (n, 784) of uint8.
     *
     * @param images the images
     * @return the probabilities
     */
    public NDArray probabilities(NDArray images) {
        return function.apply(images);
    }
}
