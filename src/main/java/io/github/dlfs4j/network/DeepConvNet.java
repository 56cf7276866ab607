package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The deep network of section 8.1 for images of 28x28 pixels: three times two convolutions of 3x3 with ReLU and
 * pooling, then a hidden layer; dropout behind both Affine layers. It follows VGG (Simonyan and Zisserman, <i>Very Deep
 * Convolutional Networks for Large-Scale Image Recognition</i>, 2015).
 *
 * <pre>{@code
 * Sequential net = DeepConvNet.initial(new RandomState(0));
 * System.out.println(net.layers().size() + " layers, " + net.parameters().size() + " parameters");
 * System.out.println(net.predict(NDArray.zeros(2, 1, 28, 28)).shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 20 layers, 16 parameters
 * (2, 10)
 * }</pre>
 */
public final class DeepConvNet {
    /** Six convolutions of 3x3, then what is left of 28x28 pixels, 64 images of 4x4, a hidden layer, and ten digits. */
    private static final int[][] WEIGHTS = {
        {16, 1, 3, 3},
        {16, 16, 3, 3},
        {32, 16, 3, 3},
        {32, 32, 3, 3},
        {64, 32, 3, 3},
        {64, 64, 3, 3},
        {1024, 50},
        {50, 10}
    };

    /** With 2 in the fourth, 28 pixels are pooled to 14, then 16 to 8, then 8 to 4. */
    private static final int[] PADDING = {1, 1, 1, 2, 1, 1};

    private DeepConvNet() {}

    /**
     * A network that has learned nothing, its weights drawn by He's initialisation.
     *
     * @param random draws W1 to W8, and later what dropout switches off
     * @return a network of float64 for images of shape (n, 1, 28, 28)
     */
    public static Sequential initial(RandomState random) {
        return of(Initialization.he().parameters(random, WEIGHTS), random);
    }

    /**
     * A network of given parameters, which are used and not copied.
     *
     * @param parameters W1, b1 to W8, b8, as {@link #initial} has them
     * @param random draws what dropout switches off
     * @return a network
     * @throws IllegalArgumentException {@code parameter W1 is missing}, or if one does not fit its layer
     */
    public static Sequential of(Map<String, NDArray> parameters, RandomState random) {
        SavedArrays saved = new SavedArrays("", parameters);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < PADDING.length; i++) {
            layers.add(new Convolution(saved.parameter("W" + (i + 1)), saved.parameter("b" + (i + 1)), 1, PADDING[i]));
            layers.add(new Relu());
            if (i % 2 == 1) {
                layers.add(new Pooling(2, 2, 2, 0));
            }
        }
        layers.add(new Affine(saved.parameter("W7"), saved.parameter("b7")));
        layers.add(new Relu());
        layers.add(new Dropout(0.5, random));
        layers.add(new Affine(saved.parameter("W8"), saved.parameter("b8")));
        layers.add(new Dropout(0.5, random));
        return new Sequential(layers.toArray(Layer[]::new));
    }

    /**
     * A network that has learned: the book's {@code ch08/deep_convnet_params.pkl}, or an npz file of the same arrays.
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
        return SavedParameters.network(file, parameters -> of(parameters, new RandomState(0)));
    }
}
