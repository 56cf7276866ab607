package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.SavedArrays;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small convolutional network in the manner of LeNet, section 8.2.2: two convolutions, each with ReLU and pooling,
 * then Affine, ReLU and Affine. It has 50,914 parameters. As is usual today, it takes ReLU instead of the sigmoid
 * function and the maximum in a pooling.
 *
 * <pre>{@code
 * Mnist mnist = Mnist.options().flatten(false).load();
 * Sequential network = LeNet.pretrained();
 * System.out.println(network.predict(mnist.testImages().get(Index.to(10))).argmax(1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [7 2 1 0 4 1 4 9 5 9]
 * }</pre>
 *
 * <p>The original is that of Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, <i>Gradient-based learning applied to
 * document recognition</i>, 1998.
 */
public final class LeNet {
    private static final String PRETRAINED = "le-net.npz";
    /** The byte that stands for a weight of 0. */
    private static final int ZERO = 128;

    private static final List<int[]> SHAPES =
            List.of(new int[] {16, 1, 5, 5}, new int[] {32, 16, 5, 5}, new int[] {512, 72}, new int[] {72, 10});

    private LeNet() {}

    /**
     * Builds a network that has learned nothing. Its weights have He's standard deviations.
     *
     * @param random the generator for W1, W2, W3, W4
     * @param dtype float32 or float64
     * @return a network for images of shape (n, 1, 28, 28)
     * @throws IllegalArgumentException {@code a network computes in float32 or float64, not int64}
     */
    public static Sequential initial(RandomState random, DType dtype) {
        Initialization he = Initialization.he().dtype(dtype);
        return of(he.parameters(random, SHAPES.toArray(int[][]::new)));
    }

    /**
     * Makes a network of given parameters, which it uses and does not copy.
     *
     * @param parameters W1 and W2, the filters; W3 and W4, the weights of the Affine layers; b1, b2, b3, b4
     * @return a network
     * @throws IllegalArgumentException {@code parameter W1 is missing}, or if one does not fit its layer
     */
    public static Sequential of(Map<String, NDArray> parameters) {
        SavedArrays saved = new SavedArrays("", Objects.requireNonNull(parameters, "parameters"));
        return new Sequential(
                new Convolution(saved.parameter("W1"), saved.parameter("b1"), 1, 0),
                new Relu(),
                new Pooling(2, 2, 2, 0),
                new Convolution(saved.parameter("W2"), saved.parameter("b2"), 1, 0),
                new Relu(),
                new Pooling(2, 2, 2, 0),
                new Affine(saved.parameter("W3"), saved.parameter("b3")),
                new Relu(),
                new Affine(saved.parameter("W4"), saved.parameter("b4")));
    }

    /**
     * Returns a network that recognises the digits of MNIST and printed digits. Its weights come with the library, so
     * it needs no data and no internet connection. This library trained it on the 60,000 training images, distorted
     * anew each time, and on digits that a program draws. It recognises 99.43 % of the 10,000 test images.
     *
     * @return a new network of float32 weights for images of shape (n, 1, 28, 28), from 0 (background) to 1 (ink), as
     *     {@code Mnist.options().flatten(false)} gives them. It predicts a score for each digit;
     *     {@code Activations.softmax} makes probabilities of them
     */
    public static Sequential pretrained() {
        try (InputStream in = LeNet.class.getResourceAsStream(PRETRAINED)) {
            return of(unpacked(Npz.read(in, PRETRAINED)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the weights of bytes: each is 128 plus the weight, in units of its filter or its column. */
    private static Map<String, NDArray> unpacked(Map<String, NDArray> packed) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        for (int i = 1; i <= SHAPES.size(); i++) {
            NDArray bytes = packed.get("W" + i);
            parameters.put("W" + i, bytes.astype(DType.FLOAT32).sub(ZERO).mul(packed.get("unit" + i)));
            parameters.put("b" + i, packed.get("b" + i));
        }
        return parameters;
    }
}
