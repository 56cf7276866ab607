package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.nio.file.Path;
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
    /** Filters, then what they and pooling make of 28x28 pixels, 30 images of 12x12, a hidden layer, and ten digits. */
    private static final int[][] WEIGHTS = {{30, 1, 5, 5}, {30 * 12 * 12, 100}, {100, 10}};

    private SimpleConvNet() {}

    /**
     * A network that has learned nothing: 30 filters of 5x5, 100 hidden neurons, weights with a standard deviation of
     * 0.01.
     *
     * @param random draws W1, W2, W3
     * @return a network of float64 for images of shape (n, 1, 28, 28)
     */
    public static Sequential initial(RandomState random) {
        return of(Initialization.normal(0.01).parameters(random, WEIGHTS));
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
        SavedArrays saved = new SavedArrays("", parameters);
        return new Sequential(
                new Convolution(saved.parameter("W1"), saved.parameter("b1"), 1, 0),
                new Relu(),
                new Pooling(2, 2, 2, 0),
                new Affine(saved.parameter("W2"), saved.parameter("b2")),
                new Relu(),
                new Affine(saved.parameter("W3"), saved.parameter("b3")));
    }

    /**
     * A network that has learned: the book's {@code ch07/params.pkl}, or an npz file of the same arrays.
     *
     * <p>The arrays in it may take 1 GiB in memory, or half of the largest heap ({@link Runtime#maxMemory}) where that
     * is less. {@link #of} with the arrays of {@link io.github.dlfs4j.ndarray.io.Npz#read(Path,
     * io.github.dlfs4j.ndarray.io.NpzLimits)} or {@link io.github.dlfs4j.ndarray.io.PickledArrays#read(Path, long)}
     * takes larger ones.
     *
     * @param file a pickle or an npz file
     * @return a network
     * @throws io.github.dlfs4j.ndarray.io.FileFormatException if the file is damaged, holds other arrays, or exceeds
     *     the limit
     * @throws IOException if the file cannot be read
     */
    public static Sequential load(Path file) throws IOException {
        return SavedParameters.network(file, SimpleConvNet::of);
    }
}
