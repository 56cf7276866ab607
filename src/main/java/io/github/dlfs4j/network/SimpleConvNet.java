package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The convolutional network of section 7.5 for images of 28x28 pixels: convolution, ReLU and pooling, then Affine, ReLU
 * and Affine.
 *
 * <pre>{@code
 * Sequential net = SimpleConvNet.initial(new RandomState(0));
 * net.parameters().forEach((name, array) -> System.out.println(name + " " + array.shape()));
 * System.out.println(net.predict(NDArray.zeros(2, 1, 28, 28)).shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * W1 (30, 1, 5, 5)
 * b1 (30,)
 * W2 (4320, 100)
 * b2 (100,)
 * W3 (100, 10)
 * b3 (10,)
 * (2, 10)
 * }</pre>
 */
public final class SimpleConvNet {
    private static final int FILTERS = 30;
    private static final int FILTER_SIZE = 5;
    private static final int HIDDEN = 100;
    private static final int CLASSES = 10;
    private static final double DEVIATION = 0.01;
    /** Convolution takes 28 pixels to 24, pooling those to 12. */
    private static final int POOLED_SIZE = 12;

    private SimpleConvNet() {}

    /**
     * A network that has learned nothing: 30 filters of 5x5, 100 hidden neurons, weights with a standard deviation of
     * 0.01.
     *
     * @param random draws W1, W2, W3
     * @return a network of float64 for images of shape (n, 1, 28, 28)
     */
    public static Sequential initial(RandomState random) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        parameters.put("W1", random.randn(FILTERS, 1, FILTER_SIZE, FILTER_SIZE).muli(DEVIATION));
        parameters.put("b1", NDArray.zeros(FILTERS));
        parameters.put(
                "W2", random.randn(FILTERS * POOLED_SIZE * POOLED_SIZE, HIDDEN).muli(DEVIATION));
        parameters.put("b2", NDArray.zeros(HIDDEN));
        parameters.put("W3", random.randn(HIDDEN, CLASSES).muli(DEVIATION));
        parameters.put("b3", NDArray.zeros(CLASSES));
        return of(parameters);
    }

    /**
     * A network of given parameters, which are used and not copied.
     *
     * @param parameters W1, b1, W2, b2, W3, b3, as {@link #initial} has them; the numbers of filters, hidden neurons
     *     and classes are theirs
     * @return a network
     * @throws IllegalArgumentException {@code parameter W1 is missing}, or if one does not fit its layer
     */
    public static Sequential of(Map<String, NDArray> parameters) {
        SavedParameters saved = new SavedParameters(parameters);
        return new Sequential(
                new Convolution(saved.get("W1"), saved.get("b1"), 1, 0),
                new Relu(),
                new Pooling(2, 2, 2, 0),
                new Affine(saved.get("W2"), saved.get("b2")),
                new Relu(),
                new Affine(saved.get("W3"), saved.get("b3")));
    }

    /**
     * A network that has learned: the book's {@code ch07/params.pkl}, or an npz file of the same arrays.
     *
     * @param file a pickle or an npz file
     * @return a network
     * @throws io.github.dlfs4j.ndarray.io.FileFormatException if the file is damaged or holds other arrays
     * @throws IOException if the file cannot be read
     */
    public static Sequential load(Path file) throws IOException {
        return SavedParameters.network(file, SimpleConvNet::of);
    }
}
